// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_commands.h"

#include "app/cli/console.h"
#include "app/cli/story.h"
#include "app/history_check.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

AuditInput auditInput(const CommandLine &line, const ShopSettings &settings, Console &console)
{
    AuditInput input = auditInputFor(settings);
    const QString ledger = settings.folder + u"/sandbox/ledger.jsonl"_s;
    input.ledger = line.option(u"ledger"_s, QFileInfo::exists(ledger) ? ledger : QString());
    input.acknowledged = line.option(u"acknowledged"_s);
    input.progress = [&console](qint64 done, qint64 total) {
        console.progress(u"Reading events"_s, done, total);
    };
    return input;
}

QJsonObject asJson(const AuditReport &report)
{
    QJsonArray findings;
    for (const Finding &finding : report.findings) {
        findings.append(QJsonObject{{u"invariant"_s, finding.invariant},
                                    {u"store"_s, finding.store},
                                    {u"row"_s, finding.row},
                                    {u"expected"_s, finding.expected},
                                    {u"found"_s, finding.found},
                                    {u"more"_s, finding.more}});
    }
    QJsonArray owed;
    for (const OwedAmount &amount : report.owed) {
        owed.append(QJsonObject{{u"order"_s, amount.order},
                                {u"receipt"_s, amount.receipt},
                                {u"due_minor"_s, amount.dueMinor},
                                {u"refund_due_minor"_s, amount.refundDueMinor},
                                {u"currency"_s, amount.currency}});
    }
    QJsonObject topics;
    for (auto end = report.topics.cbegin(); end != report.topics.cend(); ++end)
        topics.insert(end.key(), QJsonObject{{u"events"_s, end->seq},
                                             {u"hash"_s, QString::fromLatin1(end->hash)}});
    return {{u"sound"_s, report.isSound()},
            {u"quiet"_s, report.quiet},
            {u"compared"_s, report.still},
            {u"findings"_s, findings},
            {u"owed"_s, owed},
            {u"topics"_s, topics},
            {u"events"_s, report.events},
            {u"orders"_s, report.orders},
            {u"lines"_s, report.lines},
            {u"moves"_s, report.moves},
            {u"payments"_s, report.payments},
            {u"commands"_s, report.commands},
            {u"intents"_s, report.intents},
            {u"ledger_lines"_s, report.ledgerLines},
            {u"unverified_calls"_s, report.unverifiedCalls},
            {u"orders_under_way"_s, report.ordersUnderWay},
            {u"under_way"_s, QJsonArray::fromStringList(report.underWay)},
            {u"seconds"_s, double(report.elapsedMs) / 1000}};
}

void printFindings(const AuditReport &report, Console &console)
{
    for (const Finding &finding : report.findings) {
        console.print(u"%1  %2: %3"_s.arg(finding.invariant, finding.store, finding.row));
        console.print(u"      expected %1, found %2%3"_s.arg(
            finding.expected, finding.found,
            finding.more > 0 ? u"; and %1 more"_s.arg(finding.more) : QString()));
    }
}

QString conclusion(const AuditReport &report, const QString &soundText)
{
    if (!report.isSound())
        return report.findings.size() == 1
                   ? u"1 invariant is violated."_s
                   : u"%1 invariants are violated."_s.arg(report.findings.size());
    if (!report.still)
        return u"Each store is sound by itself. They kept changing, so they were not compared; try again later."_s;
    return soundText;
}

int answer(const Result<AuditReport> &report, const CommandLine &line, Console &console,
           const QString &soundText)
{
    if (!report) {
        console.complain(report.error());
        return 1;
    }
    if (line.json) {
        console.print(asJson(*report));
    } else {
        printFindings(*report, console);
        QString counted =
            u"%1 events in %2 topics"_s.arg(report->events).arg(report->topics.size());
        if (line.command == u"audit"_s)
            counted += u", %1 orders, %2 stock moves, %3 payments"_s.arg(report->orders)
                           .arg(report->moves)
                           .arg(report->payments);
        console.print(counted + u"; %1 s."_s.arg(double(report->elapsedMs) / 1000, 0, 'f', 2));
        if (report->ordersUnderWay > 0)
            console.print(u"%1 orders are still under way."_s.arg(report->ordersUnderWay));
        for (const QString &order : report->underWay)
            console.print(u"      "_s + order);
        if (report->unverifiedCalls > 0)
            console.print(
                u"There is no ledger: %1 calls to the payment and the logistics system are taken for what the stores say of them."_s
                    .arg(report->unverifiedCalls));
        console.print(conclusion(*report, soundText));
    }
    return report->isSound() ? 0 : 1;
}

} // namespace

int runAudit(const CommandLine &line, const ShopSettings &settings, Console &console)
{
    return answer(audit(auditInput(line, settings, console)), line, console,
                  u"Everything adds up."_s);
}

int runVerify(const CommandLine &line, const ShopSettings &settings, Console &console)
{
    AuditInput input = auditInput(line, settings, console);
    if (const QString given = line.option(u"anchor"_s); !given.isEmpty()) {
        // A till's topic has a colon in its name, so the number and the hash are taken from the
        // right.
        const QByteArray hash = given.section(u':', -1).toLatin1().toLower();
        const bool isHash = hash.size() == 64 && QByteArray::fromHex(hash).toHex() == hash;
        const QString number = given.section(u':', -2, -2);
        bool isNumber = false;
        const qint64 seq = number.toLongLong(&isNumber);
        if (!isNumber || !isHash) {
            console.complain(
                u"--anchor takes TOPIC:NUMBER:HASH, with a hash of 64 hexadecimal digits."_s);
            return 2;
        }
        input.anchors.append({given.section(u':', 0, -3), seq, hash});
    }
    return answer(verify(input), line, console, u"No event was altered, and none is missing."_s);
}

int runOrder(const CommandLine &line, const ShopSettings &settings, Console &console)
{
    const auto story = orderStory(settings, line.arguments.first());
    if (!story) {
        console.complain(story.error());
        return 1;
    }
    if (line.json) {
        QJsonArray events;
        for (const StoryEvent &event : story->events) {
            events.append(QJsonObject{{u"topic"_s, event.source},
                                      {u"number"_s, event.seq},
                                      {u"type"_s, event.type},
                                      {u"at"_s, event.at.toUtc().toString(Qt::ISODateWithMs)},
                                      {u"actor"_s, event.actor},
                                      {u"cause"_s, event.cause},
                                      {u"data"_s, QJsonDocument::fromJson(event.data).object()}});
        }
        console.print(QJsonObject{{u"order"_s, story->order.toString()},
                                  {u"receipt"_s, story->receipt},
                                  {u"events"_s, events}});
        return 0;
    }
    console.print(u"Order %1, receipt %2"_s.arg(
        story->order.toString(), story->receipt.isEmpty() ? u"not known yet"_s : story->receipt));
    for (const StoryEvent &event : story->events) {
        console.print(u"%1  %2  %3%4"_s.arg(
            event.at.toUtc().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s),
            u"%1:%2"_s.arg(event.source).arg(event.seq).leftJustified(16),
            event.type.leftJustified(22),
            event.cause.isEmpty() ? u"by "_s + event.actor : u"after "_s + event.cause));
    }
    return 0;
}

} // namespace kontor
