// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"
#include "services/audit/fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

bool isElectronic(const QString &kind) { return kind != "Cash"_L1 && kind != "Outside"_L1; }

//! A row of the tender table.
struct TenderRow
{
    QUuid id;
    QString kind;
    QString state;
    QString currency;
    qint64 amount = 0;
    qint64 captured = 0;
    qint64 refunding = 0;
    qint64 refunded = 0;
    qint64 refundDue = 0;
    qint64 paidOut = 0;
    qint64 setOff = 0;
    bool listed = false;
    QString reference;

    qint64 givenBack() const { return refunding + refunded + refundDue + paidOut; }
};

//! A row of the payment table, with its tenders.
struct PaymentRow
{
    QUuid order;
    QString state;
    qint64 total = 0;
    qint64 due = 0;
    qint64 writtenOff = 0;
    bool begun = false;
    bool gone = false; //!< the parcel left, whatever was cancelled
    std::vector<TenderRow> tenders;
    qint64 setOffHere = 0;  //!< what returns of its goods alone took off its debt
    qint64 setOffMaybe = 0; //!< what returns of its and other orders' goods took off a debt
};

qint64 refundDueOf(const PaymentRow &row)
{
    qint64 sum = 0;
    for (const TenderRow &tender : row.tenders)
        sum += tender.refundDue;
    return sum;
}

class PaymentCheck
{
public:
    PaymentCheck(StoreReader &store, Facts &facts, Findings &findings, AuditReport &report)
        : m_store(store)
        , m_facts(facts)
        , m_findings(findings)
        , m_report(report)
    {
    }

    Result<> read();
    void compareAll();
    void compareCharges(const Ledger &ledger);

private:
    Result<> readTenders();
    Result<> readReturns();
    Result<> readRefunds();
    void wrong(const char *invariant, const OrderFacts &order, const QString &expected,
               const QString &found)
    {
        m_findings.add(invariant, u"payment"_s, order.name(), expected, found);
    }
    void compareState(const OrderFacts &order, const PaymentRow &row);
    void compareTenders(const OrderFacts &order, const PaymentRow &row);
    void compareMoney(const OrderFacts &order, const PaymentRow &row);
    void compareCapture(const OrderFacts &order, const TenderRow &tender,
                        const ChargeFacts &charge);
    void noteOwed(const OrderFacts &order, const PaymentRow &row);
    //! What the order keeps of its tenders: taken less what went back for itself.
    qint64 keptOf(const PaymentRow &row) const;

    StoreReader &m_store;
    Facts &m_facts;
    Findings &m_findings;
    AuditReport &m_report;
    std::deque<PaymentRow> m_rows;
    QHash<QUuid, PaymentRow *> m_byOrder;
    QHash<QUuid, qint64> m_refundedByReturns; //!< of a tender, for other orders
};

Result<> PaymentCheck::read()
{
    const auto read = m_store.each(
        uR"(SELECT order_id, state, total, due, written_off, begun, gone FROM payment
            ORDER BY ordered_at, order_id)"_s,
        [this](const Row &row) {
            m_byOrder.insert(row.id(0), &m_rows.emplace_back(PaymentRow{row.id(0),
                                                                        row.text(1),
                                                                        row.number(2),
                                                                        row.number(3),
                                                                        row.number(4),
                                                                        row.number(5) != 0,
                                                                        row.number(6) != 0,
                                                                        {}}));
        });
    if (!read)
        return read;
    for (const auto step :
         {&PaymentCheck::readTenders, &PaymentCheck::readReturns, &PaymentCheck::readRefunds}) {
        if (const auto done = (this->*step)(); !done)
            return done;
    }
    m_report.payments = qint64(m_rows.size());
    return {};
}

Result<> PaymentCheck::readTenders()
{
    return m_store.each(
        uR"(SELECT order_id, id, kind, state, currency, amount, captured, refunding, refunded,
                   refund_due, paid_out, set_off, listed, reference
            FROM tender ORDER BY order_id, position)"_s,
        [this](const Row &row) {
            if (auto *payment = m_byOrder.value(row.id(0)))
                payment->tenders.push_back({row.id(1), row.text(2), row.text(3), row.text(4),
                                            row.number(5), row.number(6), row.number(7),
                                            row.number(8), row.number(9), row.number(10),
                                            row.number(11), row.number(12) != 0, row.text(13)});
        });
}

Result<> PaymentCheck::readReturns()
{
    QHash<QUuid, std::vector<QUuid>> originals;
    const auto read =
        m_store.each(u"SELECT order_id, original FROM returned_order"_s,
                     [&](const Row &row) { originals[row.id(0)].push_back(row.id(1)); });
    for (const auto &[order, from] : originals.asKeyValueRange()) {
        qint64 setOff = 0;
        if (const auto *payment = m_byOrder.value(order)) {
            for (const TenderRow &tender : payment->tenders)
                setOff += tender.setOff;
        }
        for (const QUuid &id : from) {
            if (auto *original = m_byOrder.value(id))
                (from.size() == 1 ? original->setOffHere : original->setOffMaybe) += setOff;
        }
    }
    return read;
}

//! Returns are refunded from the charges of the orders that they bring back.
Result<> PaymentCheck::readRefunds()
{
    return m_store.each(u"SELECT request, state, outcome FROM intent WHERE kind = 'Refund'"_s,
                        [this](const Row &row) {
                            const auto request = QJsonDocument::fromJson(row.bytes(0)).object();
                            const auto outcome = QJsonDocument::fromJson(row.bytes(2)).object();
                            const auto source = idIn(request, "source"_L1);
                            const bool counts = row.text(1) != "Done"_L1 ||
                                                textIn(outcome, "result"_L1) == "Refunded"_L1;
                            if (counts && source != idIn(request, "tender"_L1))
                                m_refundedByReturns[source] += minorIn(request, "amount"_L1);
                        });
}

void PaymentCheck::compareState(const OrderFacts &order, const PaymentRow &row)
{
    static const QSet<QString> afterPaid = {u"Settled"_s, u"Due"_s, u"Refunding"_s, u"Refunded"_s};
    static const QSet<QString> afterFailed = {u"Failed"_s, u"Refunding"_s, u"Refunded"_s,
                                              u"Settled"_s, u"Due"_s};
    const auto differs = [&](const QString &expected) { wrong("A17", order, expected, row.state); };
    if (order.paid ? !afterPaid.contains(row.state) : row.state == "Settled"_L1 && !order.shipped)
        differs(order.paid ? u"a state after PaymentProcessed"_s : u"PaymentProcessed"_s);
    if (order.paymentFailed ? !afterFailed.contains(row.state) : row.state == "Failed"_L1)
        differs(order.paymentFailed ? u"a state after PaymentFailed"_s : u"PaymentFailed"_s);
    if (row.state == "Refunded"_L1 && !order.refundDone)
        differs(u"PaymentRefunded (Done)"_s);
    if (row.begun != order.refundBegun)
        differs(order.refundBegun ? u"refund begun"_s : u"refund not begun"_s);
    if (order.paid && order.paidTotal != order.total + order.cashRounding)
        wrong("A2", order, u"%1 to settle"_s.arg(order.total + order.cashRounding),
              u"PaymentProcessed of %1"_s.arg(order.paidTotal));
    if (row.total != order.total + order.cashRounding)
        wrong("A17", order, u"%1 to settle"_s.arg(order.total + order.cashRounding),
              QString::number(row.total));
}

void PaymentCheck::compareTenders(const OrderFacts &order, const PaymentRow &row)
{
    qint64 paidIn = 0;
    for (const TenderRow &tender : row.tenders)
        paidIn += tender.listed ? tender.amount : 0;
    for (const TenderFacts &tender : order.tenders) {
        const auto found = std::ranges::find(row.tenders, tender.id, &TenderRow::id);
        if (found == row.tenders.end() || !found->listed || found->amount != tender.amount ||
            found->kind != tender.kind)
            return wrong("A17", order, u"%1 of %2"_s.arg(tender.kind).arg(tender.amount),
                         u"no such tender"_s);
        paidIn -= tender.amount;
    }
    // Beyond those of the cart there is one for each payment of a debt at a till.
    if (paidIn != order.cash().in)
        wrong("A2", order, u"%1 paid in at tills"_s.arg(order.cash().in),
              u"%1 noted"_s.arg(paidIn));
}

qint64 PaymentCheck::keptOf(const PaymentRow &row) const
{
    qint64 kept = 0;
    for (const TenderRow &tender : row.tenders) {
        // Cash that was handed out at the till has nothing to follow.
        if (tender.amount < 0 && tender.state == "Taken"_L1)
            kept += tender.amount;
        else
            kept += tender.captured - tender.givenBack() - tender.setOff +
                    m_refundedByReturns.value(tender.id);
    }
    return kept;
}

void PaymentCheck::compareMoney(const OrderFacts &order, const PaymentRow &row)
{
    qint64 paidOut = 0;
    for (const TenderRow &tender : row.tenders)
        paidOut += tender.paidOut;
    if (paidOut != order.cash().out)
        wrong("A2", order, u"%1 paid out at tills"_s.arg(order.cash().out),
              u"%1 noted"_s.arg(paidOut));
    const qint64 kept = keptOf(row);
    static const QSet<QString> moving = {u"Open"_s, u"Settling"_s, u"Failing"_s, u"Refunding"_s};
    if (row.state == "Settled"_L1 || row.state == "Due"_L1) {
        // What a till had claimed when the parcel left becomes due once it is paid out.
        const qint64 maybe = row.setOffMaybe + (row.gone ? refundDueOf(row) : 0);
        const qint64 rest = row.total - kept - row.due - row.writtenOff - row.setOffHere;
        if (rest < 0 || rest > maybe)
            wrong("A2", order, u"%1 settled, due or written off"_s.arg(row.total),
                  QString::number(row.total - rest));
    } else if (kept != 0 && !moving.contains(row.state)) {
        wrong("A2", order, u"0 kept of an order that is %1"_s.arg(row.state),
              QString::number(kept));
    }
}

void PaymentCheck::noteOwed(const OrderFacts &order, const PaymentRow &row)
{
    const OwedAmount owed{idText(order.id), order.receipt, row.due, refundDueOf(row),
                          order.currency};
    if (owed.dueMinor != 0 || owed.refundDueMinor != 0)
        m_report.owed.append(owed);
}

void PaymentCheck::compareAll()
{
    for (const PaymentRow &row : m_rows) {
        const auto *order = m_facts.find(row.order);
        if (!order || order->underWay || !order->isOrdered())
            continue;
        compareState(*order, row);
        compareTenders(*order, row);
        compareMoney(*order, row);
        noteOwed(*order, row);
    }
    for (const OrderFacts &order : m_facts.orders()) {
        if (order.isOrdered() && !order.underWay && !m_byOrder.contains(order.id))
            wrong("A17", order, u"a payment"_s, u"none"_s);
    }
}

void PaymentCheck::compareCapture(const OrderFacts &order, const TenderRow &tender,
                                  const ChargeFacts &charge)
{
    const auto text = [](qint64 in, qint64 out, const QString &currency) {
        return u"%1 captured, %2 refunded %3"_s.arg(in).arg(out).arg(currency);
    };
    const auto known = text(tender.captured, tender.refunded, tender.currency);
    const auto found = text(charge.captured, charge.refunded, charge.currency);
    if (known != found || charge.order != order.id)
        wrong("A3", order, known, found);
}

void PaymentCheck::compareCharges(const Ledger &ledger)
{
    std::map<QString, std::pair<const PaymentRow *, const TenderRow *>> byReference;
    for (const PaymentRow &row : m_rows) {
        for (const TenderRow &tender : row.tenders) {
            if (!tender.reference.isEmpty() && tender.amount > 0)
                byReference.try_emplace(tender.reference, &row, &tender);
        }
    }
    QHash<QUuid, qint64> captured;
    for (const auto &[reference, charge] : ledger.charges()) {
        const auto *order = m_facts.find(charge.order);
        const auto row = u"charge %1"_s.arg(reference);
        if (charge.captures > 1)
            m_findings.add("A4", u"ledger"_s, row, u"one capture"_s,
                           QString::number(charge.captures));
        if (charge.captured > 0 && (!order || !order->isOrdered()))
            m_findings.add("A4", u"ledger"_s, row, u"an order"_s, idText(charge.order));
        captured[charge.order] += charge.captured;
        if (!order || order->underWay || byReference.contains(reference) || charge.captured == 0)
            continue;
        wrong("A3", *order, u"charge %1 in a tender"_s.arg(reference), u"none"_s);
    }
    for (const OrderFacts &order : m_facts.orders()) {
        qint64 wanted = 0;
        for (const TenderFacts &tender : order.tenders)
            wanted += isElectronic(tender.kind) ? std::max<qint64>(tender.amount, 0) : 0;
        if (order.isOrdered() && captured.value(order.id) > wanted)
            m_findings.add("A4", u"ledger"_s, order.name(), u"at most %1 captured"_s.arg(wanted),
                           QString::number(captured.value(order.id)));
    }
    for (const auto &[reference, place] : byReference) {
        const auto &[row, tender] = place;
        const auto *order = m_facts.find(row->order);
        if (!order || order->underWay || tender->refunding != 0 || !order->isOrdered())
            continue;
        const auto charge = ledger.charges().find(reference);
        compareCapture(*order, *tender,
                       charge == ledger.charges().end()
                           ? ChargeFacts{order->id, tender->currency, 0, 0, 0}
                           : charge->second);
    }
}

} // namespace

Result<> checkPayments(StoreReader &payment, const Ledger *ledger, Facts &facts, Findings &findings,
                       AuditReport &report)
{
    PaymentCheck check(payment, facts, findings, report);
    if (const auto read = check.read(); !read)
        return read;
    check.compareAll();
    if (ledger)
        check.compareCharges(*ledger);
    return {};
}

} // namespace kontor::auditing
