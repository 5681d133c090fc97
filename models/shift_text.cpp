// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shift_text.h"

#include "models/texts.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Writes one report, part by part.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
public:
    ReportText(const ShiftReport &report, bool blind, const QLocale &locale)
        : m_report(report)
        , m_totals(report.totals)
        , m_blind(blind && !report.isZ())
        , m_locale(locale)
    {
    }

    QList<ReportLine> written()
    {
        addHead();
        addSales();
        addTaxes(tr("Tax on sales"), m_totals.salesTaxes);
        addTaxes(tr("Tax on returns"), m_totals.returnsTaxes);
        addTenders();
        addDrawer();
        addCounts();
        addRest();
        addMarks();
        return m_lines;
    }

private:
    void heading(const QString &text) { m_lines.append({text, {}, ReportLine::Heading}); }
    void line(const QString &text, const QString &amount = {},
              ReportLine::Kind kind = ReportLine::Plain)
    {
        m_lines.append({text, amount, kind});
    }
    void line(const QString &text, const Money &amount, ReportLine::Kind kind = ReportLine::Plain)
    {
        line(text, amountText(amount, m_locale), kind);
    }
    void lineIfAny(const QString &text, const Money &amount)
    {
        if (!amount.isZero())
            line(text, amount);
    }
    QString number(qint64 count) const { return m_locale.toString(count); }

    void addHead();
    void addSales();
    void addTaxes(const QString &title, const QList<ShiftTax> &taxes);
    void addTenders();
    void addDrawer();
    void addCounts();
    void addRest();
    void addMarks();

    const ShiftReport &m_report;
    const ShiftTotals &m_totals;
    bool m_blind;
    QLocale m_locale;
    QList<ReportLine> m_lines;
};

void ReportText::addHead()
{
    const Shift &shift = m_report.shift;
    line(tr("Till"), shift.till);
    line(tr("Opened by %1").arg(shift.openedBy), momentText(shift.openedAt, m_locale));
    if (m_report.isZ())
        line(tr("Closed by %1").arg(m_report.by), momentText(m_report.at, m_locale));
    else
        line(tr("Until"), momentText(m_report.at, m_locale));
    if (!shift.floatCounted)
        line(tr("No float counted: opened by a sale"), QString(), ReportLine::Warning);
    if (m_totals.receipts > 0)
        line(tr("Receipts"), tr("%1 to %2").arg(m_totals.firstReceipt, m_totals.lastReceipt));
    line(tr("Number of receipts"), number(m_totals.receipts));
}

void ReportText::addSales()
{
    heading(tr("Sales and returns"));
    line(tr("Sales: %1").arg(number(m_totals.sales)), m_totals.salesGross);
    line(tr("Discounts given"), m_totals.discounts);
    line(tr("Returns: %1").arg(number(m_totals.returns)), -m_totals.returnsGross);
    line(tr("Total"), m_totals.salesGross - m_totals.returnsGross, ReportLine::Sum);
}

void ReportText::addTaxes(const QString &title, const QList<ShiftTax> &taxes)
{
    if (taxes.isEmpty())
        return;
    heading(title);
    for (const ShiftTax &tax : taxes)
        line(tr("%1 % of %2").arg(taxRateText(tax.rate, m_locale), amountText(tax.base, m_locale)),
             tax.tax);
}

void ReportText::addTenders()
{
    heading(tr("Paid with"));
    for (const ShiftTender &tender : m_totals.tenders) {
        line(nameText(tender.kind), tender.taken);
        if (!tender.givenBack.isZero())
            line(tr("%1, given back").arg(nameText(tender.kind)), -tender.givenBack);
    }
    lineIfAny(tr("Change handed back"), m_totals.cash().change);
    lineIfAny(tr("Rounding to the smallest coin"), m_totals.cashRounding);
}

void ReportText::addDrawer()
{
    heading(tr("Drawer"));
    line(tr("Float"), m_report.shift.floatAmount);
    lineIfAny(tr("Paid in"), m_totals.paidIn);
    lineIfAny(tr("Paid out"), -m_totals.paidOut);
    lineIfAny(tr("To the safe"), -m_totals.drops);
    lineIfAny(tr("Refunds due, paid out"), -m_totals.refundsPaidOut);
    lineIfAny(tr("Dues, paid in"), m_totals.duesPaidIn);
    for (const DrawerMove &move : m_report.moves) {
        if (move.reason.isEmpty())
            continue;
        line(u"%1  %2"_s.arg(timeText(move.at, m_locale), move.reason),
             move.kind == DrawerMoveKind::Opened ? QString() : amountText(move.amount, m_locale));
    }
    line(tr("Opened without a sale"), number(m_totals.drawerOpenings));
}

void ReportText::addCounts()
{
    if (m_blind)
        return;
    heading(m_report.isZ() ? tr("Counted") : tr("Should be there"));
    for (const TenderCount &count : m_report.counts) {
        const QString name = nameText(count.kind);
        if (!m_report.isZ()) {
            line(name, count.expected, ReportLine::Sum);
            continue;
        }
        line(tr("%1, expected").arg(name), count.expected);
        line(tr("%1, counted").arg(name), count.counted, ReportLine::Sum);
        if (!count.difference().isZero())
            line(tr("%1, difference").arg(name), amountText(count.difference(), m_locale),
                 ReportLine::Warning);
    }
    if (!m_report.reason.isEmpty())
        line(tr("Reason: %1").arg(m_report.reason));
    for (const CoinCount &coin : m_report.coins) {
        if (coin.count > 0)
            line(tr("%1 × %2").arg(number(coin.count), amountText(coin.value, m_locale)),
                 Money{coin.count * coin.value.minor, coin.value.currency});
    }
}

void ReportText::addRest()
{
    heading(tr("Carts"));
    line(tr("Given up"), number(m_totals.abandoned));
    line(tr("Put aside, carried over"), number(m_report.heldCarts.size()));
    for (const QString &name : m_report.heldCarts)
        line(u"– "_s + name);
    heading(tr("Since the till was first used"));
    line(tr("Sales"), m_report.perpetualSales);
    line(tr("Returns"), -m_report.perpetualReturns);
}

void ReportText::addMarks()
{
    if (!m_report.isZ() || m_report.marks.isEmpty())
        return;
    heading(tr("Seal of the records, for kontor verify --anchor"));
    for (const TopicMark &mark : m_report.marks)
        line(u"%1:%2:%3"_s.arg(mark.source).arg(mark.seq).arg(mark.hash));
}

} // namespace

QString reportTitle(const ShiftReport &report, const QLocale &locale)
{
    return report.isZ() ? QCoreApplication::translate("ReportText", "Z report %1")
                              .arg(locale.toString(report.number))
                        : QCoreApplication::translate("ReportText", "X report");
}

QList<ReportLine> reportLines(const ShiftReport &report, bool blind, const QLocale &locale)
{
    return ReportText(report, blind, locale).written();
}

} // namespace kontor
