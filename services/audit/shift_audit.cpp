// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/shift_audit.h"

#include "services/audit/fields.h"

#include <QJsonDocument>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto shiftInvariant = "A13";

//! What only the tables tell, and what is told by no event at all.
const QSet<QString> &besideTheEvents()
{
    static const QSet<QString> names = {u"abandoned"_s, u"firstReceipt"_s, u"lastReceipt"_s};
    return names;
}

void addTaxes(ShiftSums &sums, const QString &name, const QJsonArray &taxes)
{
    for (const auto &value : taxes) {
        const auto tax = value.toObject();
        const auto place = u"%1/%2"_s.arg(name).arg(numberIn(tax, "rate"_L1));
        sums[place + u"/base"_s] += minorIn(tax, "base"_L1);
        sums[place + u"/tax"_s] += minorIn(tax, "tax"_L1);
    }
}

//! A report's totals under the names that takeOrder() gives them.
ShiftSums flat(const QJsonObject &totals)
{
    ShiftSums sums;
    for (auto at = totals.begin(); at != totals.end(); ++at) {
        if (besideTheEvents().contains(at.key()))
            continue;
        if (at.key().endsWith("Taxes"_L1)) {
            addTaxes(sums, at.key(), at.value().toArray());
        } else if (at.key() == "tenders"_L1) {
            const auto tenders = at.value().toArray();
            for (const auto &value : tenders) {
                const auto tender = value.toObject();
                const auto kind = textIn(tender, "kind"_L1);
                for (const auto *part : {"taken", "givenBack", "change"})
                    sums[kind + u'/' + QLatin1StringView(part)] +=
                        minorIn(tender, QLatin1StringView(part));
            }
        } else {
            sums[at.key()] +=
                at.value().isArray() ? at.value()[0].toInteger() : at.value().toInteger();
        }
    }
    return sums;
}

QString drawerName(const QString &kind)
{
    static const QMap<QString, QString> names = {
        {u"PaidIn"_s, u"paidIn"_s}, {u"PaidOut"_s, u"paidOut"_s}, {u"Drop"_s, u"drops"_s}};
    return names.value(kind, u"drawerOpenings"_s);
}

QJsonObject objectIn(const QByteArray &bytes) { return QJsonDocument::fromJson(bytes).object(); }

QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"is"_s, value}}).toJson(QJsonDocument::Compact));
}

} // namespace

void ShiftCheck::expect(const QString &row, const QString &expected, const QString &found)
{
    if (expected != found)
        m_findings.add(shiftInvariant, m_source, row, expected, found);
}

ShiftFacts *ShiftCheck::shiftOf(const LoggedEvent &event)
{
    const auto id = idIn(event.data, "shift"_L1);
    if (id.isNull())
        return nullptr;
    const auto till = textIn(event.data, "till"_L1);
    expect(u"event %1, its shift"_s.arg(event.seq), idText(m_open.value(till)), idText(id));
    const auto found = m_shifts.find(id);
    return found == m_shifts.end() ? nullptr : &found->second;
}

void ShiftCheck::take(const LoggedEvent &event)
{
    if (event.type == "ShiftOpened"_L1)
        return open(event);
    ShiftFacts *shift = shiftOf(event);
    if (!shift)
        return;
    const qint64 amount = minorIn(event.data, "amount"_L1);
    if (event.type == "ShoppingCartOrdered"_L1) {
        takeOrder(*shift, event.data);
        m_orders.insert(event.subject, idIn(event.data, "shift"_L1));
    } else if (event.type == "RefundPaidOut"_L1) {
        shift->sums[u"refundsPaidOut"_s] += amount;
    } else if (event.type == "DuePaidIn"_L1) {
        shift->sums[u"duesPaidIn"_s] += amount;
    } else if (event.type == "DrawerMoved"_L1) {
        const auto kind = textIn(event.data, "kind"_L1);
        shift->sums[drawerName(kind)] += kind == "Opened"_L1 ? 1 : amount;
    } else if (event.type == "ShiftClosed"_L1) {
        close(event);
    }
}

void ShiftCheck::open(const LoggedEvent &event)
{
    const auto till = textIn(event.data, "till"_L1);
    expect(u"event %1, the shift before"_s.arg(event.seq), u"closed"_s,
           m_open.contains(till) ? u"open"_s : u"closed"_s);
    m_open.insert(till, event.subject);
    ShiftFacts &shift = m_shifts[event.subject];
    shift.till = till;
    shift.floatAmount = minorIn(event.data, "floatAmount"_L1);
}

void ShiftCheck::takeOrder(ShiftFacts &shift, const QJsonObject &order)
{
    bool sold = false;
    bool returned = false;
    const auto lines = order.value("lines"_L1).toArray();
    for (const auto &value : lines) {
        const auto line = value.toObject();
        const bool back = numberIn(line, "quantity"_L1) < 0;
        (back ? returned : sold) = true;
        const qint64 sign = back ? -1 : 1;
        const qint64 gross = sign * minorIn(line, "gross"_L1);
        const qint64 tax = sign * minorIn(line, "tax"_L1);
        const auto side = back ? u"returns"_s : u"sales"_s;
        const auto rate = u"%1Taxes/%2"_s.arg(side).arg(numberIn(line, "taxRate"_L1));
        shift.sums[side + u"Gross"_s] += gross;
        shift.sums[rate + u"/base"_s] += gross - tax;
        shift.sums[rate + u"/tax"_s] += tax;
        if (!back)
            shift.sums[u"discounts"_s] += minorIn(line, "discount"_L1);
    }
    const auto tenders = order.value("tenders"_L1).toArray();
    for (const auto &value : tenders) {
        const auto tender = value.toObject();
        const qint64 amount = minorIn(tender, "amount"_L1);
        const auto part = amount < 0 ? u"/givenBack"_s : u"/taken"_s;
        shift.sums[textIn(tender, "kind"_L1) + part] += qAbs(amount);
    }
    shift.sums[u"cashRounding"_s] += minorIn(order, "cashRounding"_L1);
    shift.sums[u"receipts"_s] += 1;
    shift.sums[u"sales"_s] += sold ? 1 : 0;
    shift.sums[u"returns"_s] += returned ? 1 : 0;
    shift.lastReceipt = textIn(order, "receipt"_L1);
    if (shift.firstReceipt.isEmpty())
        shift.firstReceipt = shift.lastReceipt;
}

void ShiftCheck::close(const LoggedEvent &event)
{
    ShiftFacts &shift = m_shifts[event.subject];
    const auto number = u"Z report %1"_s.arg(numberIn(event.data, "number"_L1));
    expect(number, u"number %1"_s.arg(++m_numbers[shift.till]),
           u"number %1"_s.arg(numberIn(event.data, "number"_L1)));
    const auto totals = event.data.value("totals"_L1).toObject();
    expect(number + u", receipts"_s, shift.firstReceipt + u' ' + shift.lastReceipt,
           textIn(totals, "firstReceipt"_L1) + u' ' + textIn(totals, "lastReceipt"_L1));
    shift.closed = event.data;
    compareCounts(shift, event.data);
    comparePerpetual(event.data);
    m_open.remove(shift.till);
}

void ShiftCheck::compareSums(const QString &row, const ShiftSums &expected, const ShiftSums &found)
{
    auto names = QSet<QString>(expected.keyBegin(), expected.keyEnd());
    names.unite({found.keyBegin(), found.keyEnd()});
    for (const QString &name : std::as_const(names))
        expect(row + u", "_s + name, QString::number(expected.value(name)),
               QString::number(found.value(name)));
}

//! opening + sales − returns + paid in − paid out, for each tender that is counted.
void ShiftCheck::compareCounts(const ShiftFacts &shift, const QJsonObject &closed)
{
    const ShiftSums &sums = shift.sums;
    const auto counts = closed.value("counts"_L1).toArray();
    for (const auto &value : counts) {
        const auto count = value.toObject();
        const auto kind = textIn(count, "kind"_L1);
        qint64 expected = sums.value(kind + u"/taken"_s) - sums.value(kind + u"/givenBack"_s);
        if (kind == "Cash"_L1)
            expected += shift.floatAmount + sums.value(u"paidIn"_s) + sums.value(u"duesPaidIn"_s) -
                        sums.value(u"paidOut"_s) - sums.value(u"drops"_s) -
                        sums.value(u"refundsPaidOut"_s);
        expect(u"Z report %1, %2 expected"_s.arg(numberIn(closed, "number"_L1)).arg(kind),
               QString::number(expected), QString::number(minorIn(count, "expected"_L1)));
    }
}

void ShiftCheck::comparePerpetual(const QJsonObject &closed)
{
    const auto totals = closed.value("totals"_L1).toObject();
    for (const auto &[perpetual, gross] : {std::pair("perpetualSales"_L1, "salesGross"_L1),
                                           std::pair("perpetualReturns"_L1, "returnsGross"_L1)}) {
        qint64 &sum = m_perpetual[u"%1 %2 %3"_s.arg(perpetual, textIn(closed, "till"_L1),
                                                    currencyIn(totals, gross))];
        sum += minorIn(totals, gross);
        expect(u"Z report %1, %2"_s.arg(numberIn(closed, "number"_L1)).arg(perpetual),
               QString::number(sum), QString::number(minorIn(closed, perpetual)));
    }
}

//! What was handed back as change stands with the carts' tenders only.
Result<> ShiftCheck::takeChange(StoreReader &cart)
{
    return cart.each(
        u"SELECT cart, kind, given - amount FROM cart_tender WHERE amount >= 0 AND given > amount"_s,
        [this](const Row &row) {
            const auto shift = m_shifts.find(m_orders.value(row.id(0)));
            if (shift != m_shifts.end())
                shift->second.sums[row.text(1) + u"/change"_s] += row.number(2);
        });
}

Result<> ShiftCheck::compareReports(StoreReader &cart)
{
    QSet<QUuid> kept;
    const auto read = cart.each(
        u"SELECT number, shift, report FROM z_report ORDER BY till, number"_s, [&](const Row &row) {
            const auto name = u"z_report %1"_s.arg(row.number(0));
            const auto report = objectIn(row.bytes(2));
            const auto shift = m_shifts.find(row.id(1));
            const auto closed = shift == m_shifts.end() ? QJsonObject() : shift->second.closed;
            kept.insert(row.id(1));
            expect(name, QString::number(row.number(0)),
                   QString::number(numberIn(report, "number"_L1)));
            for (const auto *key : {"number", "counts", "perpetualReturns", "perpetualSales",
                                    "reason", "totals", "marks"})
                expect(name + u", "_s + QLatin1StringView(key),
                       textOf(closed.value(QLatin1StringView(key))),
                       textOf(report.value(QLatin1StringView(key))));
        });
    if (!read)
        return read;
    for (const auto &[id, shift] : m_shifts) {
        if (shift.closed.isEmpty())
            continue;
        const auto number = numberIn(shift.closed, "number"_L1);
        expect(u"z_report %1"_s.arg(number), u"a report"_s,
               kept.contains(id) ? u"a report"_s : u"nothing"_s);
        compareSums(u"Z report %1"_s.arg(number), shift.sums,
                    flat(shift.closed.value("totals"_L1).toObject()));
    }
    return {};
}

Result<> ShiftCheck::compareOpen(StoreReader &cart)
{
    qsizetype open = 0;
    const auto read =
        cart.each(u"SELECT till, shift, totals FROM open_shift"_s, [&](const Row &row) {
            ++open;
            expect(u"open_shift, till %1"_s.arg(row.text(0)), idText(m_open.value(row.text(0))),
                   idText(row.id(1)));
            const auto shift = m_shifts.find(row.id(1));
            if (shift != m_shifts.end())
                compareSums(u"open_shift, till %1"_s.arg(row.text(0)), shift->second.sums,
                            flat(objectIn(row.bytes(2))));
        });
    if (read)
        expect(u"open_shift"_s, u"%1 rows"_s.arg(m_open.size()), u"%1 rows"_s.arg(open));
    return read;
}

Result<> ShiftCheck::compareMoves(StoreReader &cart)
{
    std::map<QUuid, ShiftSums> moved;
    const auto read = cart.each(
        u"SELECT shift, kind, CAST(SUM(amount) AS BIGINT), COUNT(*) FROM shift_move GROUP BY shift, kind"_s,
        [&](const Row &row) {
            const auto kind = row.text(1);
            moved[row.id(0)][drawerName(kind)] = row.number(kind == "Opened"_L1 ? 3 : 2);
        });
    if (!read)
        return read;
    for (const auto &[id, shift] : m_shifts) {
        for (const auto *kind : {u"PaidIn", u"PaidOut", u"Drop", u"Opened"}) {
            const auto name = drawerName(QString::fromUtf16(kind));
            expect(u"shift_move, "_s + name, QString::number(shift.sums.value(name)),
                   QString::number(moved[id].value(name)));
        }
    }
    return {};
}

Result<> ShiftCheck::compareTables(StoreReader &cart)
{
    if (const auto taken = takeChange(cart); !taken)
        return taken;
    if (const auto compared = compareMoves(cart); !compared)
        return compared;
    if (const auto compared = compareOpen(cart); !compared)
        return compared;
    return compareReports(cart);
}

} // namespace kontor::auditing
