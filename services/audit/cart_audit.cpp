// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include "services/audit/fields.h"

#include <algorithm>
#include <map>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 wholeRate = 10'000; //!< 100 % in hundredths of a percent

//! Half away from zero; the divisor is positive.
Wide rounded(Wide dividend, Wide divisor)
{
    return dividend < 0 ? -((-dividend * 2 + divisor) / (divisor * 2))
                        : (dividend * 2 + divisor) / (divisor * 2);
}

//! ISO 4217: how many digits follow the decimal mark.
int decimalsOf(const QString &currency)
{
    static const QSet<QString> none = {u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"ISK"_s, u"JPY"_s,
                                       u"KMF"_s, u"KRW"_s, u"PYG"_s, u"RWF"_s, u"UGX"_s, u"UYI"_s,
                                       u"VND"_s, u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
    static const QSet<QString> three = {u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s,
                                        u"LYD"_s, u"OMR"_s, u"TND"_s};
    static const QSet<QString> four = {u"CLF"_s, u"UYW"_s};
    return none.contains(currency)    ? 0
           : three.contains(currency) ? 3
           : four.contains(currency)  ? 4
                                      : 2;
}

//! Unit prices are millionths of the major unit and quantities thousandths of the unit.
qint64 basePrice(qint64 micros, qint64 thousandths, const QString &currency)
{
    Wide divisor = 1'000'000'000;
    for (int i = decimalsOf(currency); i > 0; --i)
        divisor /= 10;
    return qint64(rounded(Wide(micros) * thousandths, divisor));
}

struct RateSums
{
    qint64 gross = 0;
    qint64 tax = 0;
};

//! Recomputes one ShoppingCartOrdered.
class TotalsCheck
{
public:
    TotalsCheck(const QString &source, const LoggedEvent &event, Findings &findings)
        : m_source(source)
        , m_event(event)
        , m_findings(findings)
        , m_currency(currencyIn(event.data, "total"_L1))
        , m_taxIncluded(event.data.value("taxIncluded"_L1).toBool())
    {
    }

    void run();

private:
    void wrong(const QString &what, qint64 expected, qint64 found)
    {
        m_findings.add("A1", m_source,
                       u"event %1, receipt %2, %3"_s.arg(m_event.seq)
                           .arg(textIn(m_event.data, "receipt"_L1), what),
                       QString::number(expected), QString::number(found));
    }
    void expect(const QString &what, qint64 expected, qint64 found)
    {
        if (expected != found)
            wrong(what, expected, found);
    }
    qint64 amount(const QJsonObject &object, QLatin1StringView key);
    void checkLine(const QJsonObject &line);
    void checkTaxOfReturn(int number, qint64 rate, qint64 base, qint64 tax);
    void checkTaxes();

    QString m_source;
    const LoggedEvent &m_event;
    Findings &m_findings;
    QString m_currency;
    bool m_taxIncluded;
    qint64 m_gross = 0;
    std::map<qint64, RateSums> m_rates;
    std::map<std::pair<qint64, bool>, RateSums> m_taxed; //!< rate and direction; base in gross
};

qint64 TotalsCheck::amount(const QJsonObject &object, QLatin1StringView key)
{
    const auto value = object.value(key);
    if (!integerIn(value[0]) || value[1].toString() != m_currency)
        m_findings.add("A1", m_source, u"event %1, %2"_s.arg(m_event.seq).arg(key),
                       u"an integer amount of %1"_s.arg(m_currency),
                       value.toVariant().toStringList().join(u' '));
    return value[0].toInteger();
}

void TotalsCheck::checkLine(const QJsonObject &line)
{
    const int number = int(numberIn(line, "line"_L1));
    const auto quantity = integerIn(line.value("quantity"_L1));
    const qint64 micros = amount(line, "unitPrice"_L1);
    const qint64 gross = amount(line, "gross"_L1);
    const qint64 tax = amount(line, "tax"_L1);
    const qint64 rate = numberIn(line, "taxRate"_L1);
    const qint64 base = basePrice(micros, quantity.value_or(0), m_currency);
    const qint64 quoted = m_taxIncluded ? gross : gross - tax;
    if (!quantity || *quantity == 0)
        wrong(u"line %1, quantity in thousandths"_s.arg(number), 1, quantity.value_or(0));
    expect(u"line %1, price × quantity − discount"_s.arg(number),
           base - amount(line, "discount"_L1), quoted);
    if ((base < 0 && quoted > 0) || (base > 0 && quoted < 0))
        wrong(u"line %1, sign of the amount"_s.arg(number), base, quoted);

    m_gross += gross;
    RateSums &sums = m_rates[rate];
    sums.gross += gross;
    sums.tax += tax;
    if (idIn(line, "originalOrder"_L1).isNull()) {
        RateSums &taxed = m_taxed[{rate, quoted < 0}];
        taxed.gross += quoted;
        taxed.tax += tax;
    } else {
        checkTaxOfReturn(number, rate, quoted, tax);
    }
}

//! A line that comes back by receipt brings its share of the tax as it was allocated then, and the
//! last part brings the rest: it lies within three minor units of its exact tax.
void TotalsCheck::checkTaxOfReturn(int number, qint64 rate, qint64 base, qint64 tax)
{
    const Wide whole = m_taxIncluded ? wholeRate + rate : wholeRate;
    const Wide off = Wide(tax) * whole - Wide(base) * rate;
    if ((off < 0 ? -off : off) >= 3 * whole)
        wrong(u"line %1, tax"_s.arg(number), qint64(rounded(Wide(base) * rate, whole)), tax);
}

void TotalsCheck::checkTaxes()
{
    for (const auto &[key, sums] : m_taxed) {
        const qint64 rate = key.first;
        const Wide whole = m_taxIncluded ? wholeRate + rate : wholeRate;
        expect(u"tax of the lines at %1"_s.arg(rate),
               qint64(rounded(Wide(sums.gross) * rate, whole)), sums.tax);
    }
    const auto taxes = m_event.data.value("taxes"_L1).toArray();
    for (const auto &value : taxes) {
        const auto tax = value.toObject();
        const qint64 rate = numberIn(tax, "rate"_L1);
        const RateSums sums = m_rates[rate];
        expect(u"gross at the rate %1"_s.arg(rate), sums.gross, amount(tax, "gross"_L1));
        expect(u"tax at the rate %1"_s.arg(rate), sums.tax, amount(tax, "tax"_L1));
    }
    expect(u"number of tax rates"_s, qint64(m_rates.size()), taxes.size());
}

void TotalsCheck::run()
{
    const auto lines = m_event.data.value("lines"_L1).toArray();
    for (const auto &line : lines)
        checkLine(line.toObject());
    checkTaxes();
    const qint64 total = amount(m_event.data, "total"_L1);
    expect(u"total"_s, m_gross, total);
    qint64 tendered = 0;
    const auto tenders = m_event.data.value("tenders"_L1).toArray();
    for (const auto &tender : tenders)
        tendered += amount(tender.toObject(), "amount"_L1);
    expect(u"sum of the tenders"_s, total + amount(m_event.data, "cashRounding"_L1), tendered);
}

} // namespace

void checkTotals(const QString &source, const LoggedEvent &event, Findings &findings)
{
    TotalsCheck(source, event, findings).run();
}

void ReceiptCheck::take(const LoggedEvent &event)
{
    const auto expected = u"%1-%2"_s.arg(m_till).arg(++m_last, 6, 10, QChar(u'0'));
    const auto receipt = textIn(event.data, "receipt"_L1);
    if (receipt == expected && textIn(event.data, "till"_L1) == m_till)
        return;
    m_findings.add("A12", m_source, u"event %1"_s.arg(event.seq),
                   u"receipt %1 of till %2"_s.arg(expected, m_till),
                   u"receipt %1 of till %2"_s.arg(receipt, textIn(event.data, "till"_L1)));
    m_last = receipt.section(u'-', -1).toLongLong();
}

Result<> ReceiptCheck::compareSeries(StoreReader &cart)
{
    qint64 last = 0;
    const auto read = cart.each(u"SELECT till, last FROM receipt_series"_s, [&](const Row &row) {
        if (row.text(0) == m_till)
            last = row.number(1);
        else
            m_findings.add("A12", m_source, u"receipt_series"_s, u"only till %1"_s.arg(m_till),
                           row.text(0));
    });
    if (read && last != m_last)
        m_findings.add("A12", m_source, u"receipt_series, till %1"_s.arg(m_till),
                       QString::number(m_last), QString::number(last));
    return read;
}

Result<> compareCarts(StoreReader &cart, Facts &facts, Findings &findings)
{
    qint64 ordered = std::ranges::count(facts.orders(), cart.name(), &OrderFacts::source);
    const auto differs = [&](const QString &row, const QString &expected, const QString &found) {
        findings.add("A17", cart.name(), row, expected, found);
    };
    const auto read = cart.each(
        u"SELECT id, state, receipt FROM cart WHERE state <> 'Open'"_s, [&](const Row &row) {
            const auto *order = facts.find(row.id(0));
            const bool isOrdered = order && order->source == cart.name();
            ordered -= isOrdered ? 1 : 0;
            const auto expected = isOrdered                   ? u"Ordered %1"_s.arg(order->receipt)
                                  : order && order->abandoned ? u"Abandoned "_s
                                                              : u"Open "_s;
            const auto found = row.text(1) + u' ' + row.text(2);
            if (found != expected)
                differs(u"cart %1"_s.arg(idText(row.id(0))), expected, found);
        });
    if (!read)
        return read;
    if (ordered != 0)
        differs(u"cart"_s, u"a row for each ordered cart"_s, u"%1 missing"_s.arg(ordered));
    return {};
}

Result<> compareDrawer(StoreReader &cart, Facts &facts, Findings &findings)
{
    std::map<QUuid, CashMoved> drawer;
    const auto read = cart.each(
        u"SELECT order_id, kind, CAST(SUM(amount) AS BIGINT) FROM drawer_move GROUP BY order_id, kind"_s,
        [&](const Row &row) {
            CashMoved &moved = drawer[row.id(0)];
            (row.text(1) == "DuePaidIn"_L1 ? moved.in : moved.out) = row.number(2);
        });
    if (!read)
        return read;
    const auto text = [](const CashMoved &moved) {
        return u"%1 in, %2 out"_s.arg(moved.in).arg(moved.out);
    };
    for (const OrderFacts &order : facts.orders()) {
        const auto told = order.drawers.find(cart.name());
        const CashMoved expected = told == order.drawers.end() ? CashMoved{} : told->second;
        const auto moved = drawer.extract(order.id);
        const CashMoved found = moved ? moved.mapped() : CashMoved{};
        if (found != expected)
            findings.add("A17", cart.name(), u"the drawer, %1"_s.arg(order.name()), text(expected),
                         text(found));
    }
    for (const auto &[order, moved] : drawer)
        findings.add("A17", cart.name(), u"the drawer, order %1"_s.arg(idText(order)), u"nothing"_s,
                     text(moved));
    return {};
}

} // namespace kontor::auditing
