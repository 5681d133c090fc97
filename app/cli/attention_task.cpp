// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/attention_task.h"

#include "app/cli/console.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace kontor {

using namespace Qt::StringLiterals;

AttentionTask::AttentionTask(const CommandLine &line, Shop &shop, Console &console)
    : m_json(line.json)
    , m_console(console)
    , m_attention({shop.order(), shop.payment(), shop.shipping(), shop.notification(), shop.all()})
{
    connect(&m_attention, &Attention::answered, this, &AttentionTask::tell);
    connect(&m_attention, &Attention::failed, this, &AttentionTask::fail);
}

void AttentionTask::start() { m_attention.refresh(); }

void AttentionTask::tell()
{
    if (m_failed)
        return;
    QList<Concern> concerns = m_attention.concerns();
    std::ranges::sort(concerns, {}, [](const Concern &concern) {
        return std::tuple(concern.kind, concern.about, told(concern).text);
    });
    if (m_json)
        tellJson(concerns);
    else
        tellPeople(concerns);
    Q_EMIT finished(0);
}

void AttentionTask::tellJson(const QList<Concern> &concerns) const
{
    QJsonArray all;
    for (const Concern &concern : concerns) {
        QJsonObject facts = told(concern).facts;
        facts.insert(u"what"_s, nameText(concern.kind).replace(u' ', u'_'));
        facts.insert(u"id"_s, concern.about.toString());
        facts.insert(u"receipt"_s, concern.receipt);
        all.append(facts);
    }
    m_console.print(QJsonObject{{u"attention"_s, all}, {u"count"_s, all.size()}});
}

void AttentionTask::tellPeople(const QList<Concern> &concerns) const
{
    if (concerns.isEmpty())
        m_console.print(u"Nothing needs attention."_s);
    for (const Concern &concern : concerns)
        m_console.print(u"%1  %2  %3"_s.arg(nameText(concern.kind).leftJustified(13),
                                            concern.receipt.isEmpty() ? concern.about.toString()
                                                                      : concern.receipt,
                                            told(concern).text));
}

void AttentionTask::fail(const Error &error)
{
    if (std::exchange(m_failed, true))
        return;
    m_console.complain(error);
    Q_EMIT finished(1);
}

} // namespace kontor
