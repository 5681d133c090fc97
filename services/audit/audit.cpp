// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/audit.h"

#include "services/audit/checks.h"
#include "services/audit/shift_audit.h"

#include <QElapsedTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace auditing {
namespace {

//! How often it looks for an instant that all stores show together.
constexpr int looksForStillness = 20;
constexpr int namedUnderWay = 20;

//! One audit, from opening the stores to the report.
class Audit
{
public:
    explicit Audit(const AuditInput &input) : m_input(input) {}

    void refuseUnknownAnchors();
    Result<> open();
    Result<> holdStill();
    Result<> checkChains();
    Result<> checkAll();
    AuditReport report();

private:
    Result<QString> fingerprint();
    void countEvent();
    //! Runs a check of a store; that its file is damaged is a finding and not the end.
    Result<> on(StoreReader &store, const std::function<Result<>(StoreReader &)> &check);
    Result<> onEach(const std::function<Result<>(StoreReader &)> &check);
    Result<> scan(StoreReader &store);
    Result<> compareStores();
    Result<> checkReadings();
    const Ledger *ledger() const { return m_ledger ? &*m_ledger : nullptr; }

    const AuditInput &m_input;
    Findings m_findings;
    Facts m_facts{m_findings};
    CommandCheck m_commands{m_findings};
    Scans m_scans;
    std::optional<Ledger> m_ledger; //!< read after the look at the stores: knows all that they know
    //! In the order of their names, so that the first bad row is always the same one.
    std::map<QString, std::unique_ptr<StoreReader>> m_stores;
    bool m_atEnds = true;
    qint64 m_eventsToRead = 0;
    AuditReport m_report;
};

void Audit::refuseUnknownAnchors()
{
    for (const Anchor &anchor : m_input.anchors) {
        if (!m_input.stores.contains(anchor.source))
            m_findings.add("A8", anchor.source, u"event %1"_s.arg(anchor.seq),
                           u"a topic of the shop"_s, u"none of this name"_s);
    }
}

Result<> Audit::open()
{
    for (const auto &[name, url] : m_input.stores.asKeyValueRange()) {
        auto opened = StoreReader::open(name, url, m_input.stop);
        if (opened)
            m_stores.emplace(name, std::move(*opened));
        else if (opened.error().is(AuditError::Damaged))
            m_findings.add("A20", name, url, u"a whole file"_s, opened.error().text());
        else
            return opened.error();
    }
    return {};
}

Result<> Audit::on(StoreReader &store, const std::function<Result<>(StoreReader &)> &check)
{
    const auto done = check(store);
    if (done || !done.error().is(AuditError::Damaged))
        return done;
    m_findings.add("A20", store.name(), u"the file"_s, u"a whole file"_s, done.error().text());
    return {};
}

Result<> Audit::onEach(const std::function<Result<>(StoreReader &)> &check)
{
    for (const auto &[name, reader] : m_stores) {
        if (const auto done = on(*reader, check); !done)
            return done;
    }
    return {};
}

//! Takes a new look at every store; answers how far each has come.
Result<QString> Audit::fingerprint()
{
    QString places;
    m_eventsToRead = 0;
    const auto look = [&](StoreReader &store) -> Result<> {
        if (const auto renewed = store.renew(); !renewed)
            return renewed;
        const auto head = store.number(u"SELECT seq FROM topic_head"_s);
        if (!head)
            return head.error();
        const auto read = store.number(u"SELECT CAST(SUM(seq) AS BIGINT) FROM topic_cursor"_s);
        if (!read)
            return read.error();
        places += u"%1:%2 "_s.arg(*head).arg(*read);
        m_eventsToRead += *head;
        if (store.service() != "devices"_L1)
            return {};
        // Its jobs follow from another store's topic, and no cursor tells how far it has come.
        const auto jobs = store.number(u"SELECT count(*) FROM print_job"_s);
        if (!jobs)
            return jobs.error();
        places += u"%1 "_s.arg(*jobs);
        return {};
    };
    if (const auto looked = onEach(look); !looked)
        return looked.error();
    return places;
}

//! If no store has moved between two looks at it, they all were as they are now at one instant:
//! the end of the first look.
Result<> Audit::holdStill()
{
    QString before;
    for (int look = 0; look < looksForStillness; ++look) {
        const auto now = fingerprint();
        if (!now)
            return now.error();
        if (look > 0 && *now == before)
            return {};
        before = *now;
    }
    m_report.still = false;
    return {};
}

void Audit::countEvent()
{
    constexpr qint64 eventsPerReport = 1024;
    if (++m_report.events % eventsPerReport == 0 && m_input.progress)
        m_input.progress(m_report.events, m_eventsToRead);
}

Result<> Audit::scan(StoreReader &store)
{
    ReceiptCheck receipts(store.name(), m_findings);
    ShiftCheck shifts(store.name(), m_findings);
    const bool isCart = store.service() == "cart"_L1;
    auto scanned = scanTopic(store, m_input.anchors, m_findings, [&](const LoggedEvent &event) {
        countEvent();
        m_commands.takeEvent(store.name(), event);
        m_facts.take(store.name(), event);
        if (isCart)
            shifts.take(event);
        if (event.type != "ShoppingCartOrdered"_L1)
            return;
        checkTotals(store.name(), event, m_findings);
        receipts.take(event);
    });
    if (!scanned)
        return scanned.error();
    m_report.topics.insert(store.name(), {scanned->seq, scanned->hash.toHex()});
    m_scans.insert_or_assign(store.name(), std::move(*scanned));
    if (!isCart)
        return {};
    const auto series = receipts.compareSeries(store);
    return series ? shifts.compareTables(store) : series;
}

Result<> Audit::checkChains()
{
    const auto scanned = onEach([this](StoreReader &store) -> Result<> {
        const auto topic = scanTopic(store, m_input.anchors, m_findings,
                                     [this](const LoggedEvent &) { countEvent(); });
        if (!topic)
            return topic.error();
        m_report.topics.insert(store.name(), {topic->seq, topic->hash.toHex()});
        return {};
    });
    if (!scanned || !m_report.still)
        return scanned;
    return onEach(
        [this](StoreReader &store) { return checkCursors(store, m_report.topics, m_findings); });
}

Result<> Audit::checkReadings()
{
    return onEach([this](StoreReader &store) -> Result<> {
        if (const auto checked = checkCursors(store, m_report.topics, m_findings); !checked)
            return checked;
        const auto atEnd = checkReading(store, m_scans, m_facts, m_findings);
        if (!atEnd)
            return atEnd.error();
        m_atEnds = m_atEnds && *atEnd;
        return {};
    });
}

//! What holds between the stores, and within one only together with the events of others.
Result<> Audit::compareStores()
{
    if (const auto read = checkReadings(); !read)
        return read;
    checkSteps(m_facts, m_findings);
    checkReturns(m_facts, m_findings);
    return onEach([this](StoreReader &store) -> Result<> {
        const auto service = store.service();
        if (service == "cart"_L1) {
            const auto carts = compareCarts(store, m_facts, m_findings);
            return carts ? compareDrawer(store, m_facts, m_findings) : carts;
        }
        if (service == "order"_L1) {
            const auto orders = compareOrders(store, m_facts, m_findings);
            return orders ? compareHolds(store, m_facts, m_findings) : orders;
        }
        if (service == "devices"_L1)
            return checkPrintJobs(store, m_facts, m_findings);
        if (service == "shipping"_L1)
            return compareShipments(store, ledger(), m_facts, m_findings);
        if (service == "payment"_L1)
            return checkPayments(store, ledger(), m_facts, m_findings, m_report);
        if (service != "inventory"_L1)
            return {};
        const auto moves = checkStock(store, m_facts, m_findings);
        if (!moves)
            return moves.error();
        m_report.moves = *moves;
        return {};
    });
}

Result<> Audit::checkAll()
{
    if (!m_input.ledger.isEmpty()) {
        if (const auto read = m_ledger.emplace().read(m_input.ledger); !read)
            return read;
        m_report.ledgerLines = m_ledger->lines();
    }
    if (const auto done =
            onEach([this](StoreReader &store) { return checkFile(store, m_findings); });
        !done)
        return done;
    if (const auto done =
            onEach([this](StoreReader &store) { return m_commands.takeStore(store); });
        !done)
        return done;
    if (const auto done = onEach([this](StoreReader &store) { return scan(store); }); !done)
        return done;
    const auto countIntents = [this](StoreReader &store) -> Result<> {
        const auto count = checkIntents(store, m_input, m_facts, m_findings);
        if (!count)
            return count.error();
        m_report.intents += count->all;
        if (!m_ledger && (store.service() == "payment"_L1 || store.service() == "shipping"_L1))
            m_report.unverifiedCalls += count->all;
        m_atEnds = m_atEnds && count->open == 0;
        return {};
    };
    if (const auto done = onEach(countIntents); !done)
        return done;
    if (!m_input.acknowledged.isEmpty()) {
        if (const auto done = m_commands.compareJournal(m_input.acknowledged); !done)
            return done;
    }
    if (!m_report.still)
        return {};
    return compareStores();
}

AuditReport Audit::report()
{
    for (const OrderFacts &order : m_facts.orders()) {
        m_report.orders += order.isOrdered() ? 1 : 0;
        m_report.lines += qint64(order.lines.size());
        if (!order.underWay)
            continue;
        if (++m_report.ordersUnderWay <= namedUnderWay)
            m_report.underWay.append(u"%1: %2"_s.arg(order.name(), order.waitsFor));
    }
    m_report.commands = m_commands.count();
    m_report.quiet = m_report.still && m_atEnds && m_report.ordersUnderWay == 0;
    m_report.findings = m_findings.inOrder();
    return std::move(m_report);
}

Result<AuditReport> run(const AuditInput &input, Result<> (Audit::*check)())
{
    QElapsedTimer timer;
    timer.start();
    Audit audit(input);
    audit.refuseUnknownAnchors();
    if (const auto opened = audit.open(); !opened)
        return opened.error();
    if (const auto still = audit.holdStill(); !still)
        return still.error();
    if (const auto checked = (audit.*check)(); !checked)
        return checked.error();
    auto report = audit.report();
    report.elapsedMs = timer.elapsed();
    return report;
}

} // namespace
} // namespace auditing

Result<AuditReport> audit(const AuditInput &input)
{
    return auditing::run(input, &auditing::Audit::checkAll);
}

Result<AuditReport> verify(const AuditInput &input)
{
    return auditing::run(input, &auditing::Audit::checkChains);
}

} // namespace kontor
