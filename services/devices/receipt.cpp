// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/receipt.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Builds one paper about a sale from top to bottom.
class ReceiptBuilder
{
    Q_DECLARE_TR_FUNCTIONS(kontor::ReceiptBuilder)
public:
    ReceiptBuilder(const ShopHeading &shop, const ReceiptFacts &facts, const PaperStyle &style,
                   const QList<Mark> &marks)
        : m_shop(shop)
        , m_facts(facts)
        , m_sale(facts.sale)
        , m_style(style)
        , m_marks(marks)
    {
    }

    Document receipt()
    {
        m_paper.title =
            isGift() ? say(QT_TR_NOOP("Gift receipt %1")).arg(m_sale.receipt) : m_sale.receipt;
        addMarks();
        addHead();
        for (const OrderedLine &line : m_sale.lines)
            addLine(line);
        m_paper.rule();
        if (!isGift())
            addSums();
        addFoot();
        return m_paper;
    }

    Document invoice(const Bill &bill)
    {
        m_isPaid = bill.due.isZero();
        m_paper.title = say(QT_TR_NOOP("Invoice %1")).arg(m_sale.receipt);
        addMarks();
        addShop();
        addRecipient(bill);
        addTitle();
        addDay();
        m_paper.columns(say(QT_TR_NOOP("Article")), say(QT_TR_NOOP("Quantity and price")),
                        say(QT_TR_NOOP("Amount")), true);
        for (const OrderedLine &line : m_sale.lines)
            addInvoiceLine(line);
        m_paper.rule();
        addSums();
        m_paper.columns(bill.due.isZero()
                            ? say(QT_TR_NOOP("Paid, with thanks"))
                            : say(QT_TR_NOOP("Still to pay %1")).arg(bill.due.currency.code()),
                        {}, m_isPaid ? QString() : amount(bill.due), true);
        addFoot();
        return m_paper;
    }

    Document packing(const Bill &bill)
    {
        m_paper.title = say(QT_TR_NOOP("Packing slip %1")).arg(m_sale.receipt);
        addMarks();
        addShop();
        addRecipient(bill);
        addTitle();
        addDay();
        if (!bill.parcel.isEmpty())
            m_paper.text(bill.parcel);
        m_paper.columns(say(QT_TR_NOOP("Article")), say(QT_TR_NOOP("Number")),
                        say(QT_TR_NOOP("Quantity")), true);
        for (const OrderedLine &line : m_sale.lines) {
            // Postage and services lie in no parcel; goods that come back are not sent.
            if (!line.stocked || line.isReturn())
                continue;
            m_paper.columns(line.name, line.sku, quantity(line.quantity));
            if (!line.note.isEmpty())
                m_paper.text(u"  "_s + line.note);
        }
        m_paper.rule();
        addFoot();
        return m_paper;
    }

private:
    QString say(const char *text) const { return m_style.say("kontor::ReceiptBuilder", text); }

    bool isGift() const { return m_marks.contains(Mark::Gift); }

    void addMarks()
    {
        for (const Mark mark : m_marks)
            m_paper.mark(mark, m_style);
    }

    void addRecipient(const Bill &bill)
    {
        m_paper.rule();
        for (const QString &line : bill.recipient)
            m_paper.text(line);
        if (!bill.recipient.isEmpty())
            m_paper.rule();
    }

    void addTitle()
    {
        m_paper.columns(m_paper.title, {}, moment(), true);
        m_paper.rule();
    }

    //! On which the goods are wished for, if the customer named one.
    void addDay()
    {
        if (!m_sale.wishedFor.isValid())
            return;
        const QString day = m_style.locale.toString(m_sale.wishedFor, QLocale::ShortFormat);
        m_paper.text(m_sale.fulfilment == Fulfilment::Pickup
                         ? say(QT_TR_NOOP("To be collected on %1")).arg(day)
                         : say(QT_TR_NOOP("To be delivered on %1")).arg(day));
    }

    QString moment() const
    {
        return m_style.locale.toString(m_facts.at.toUtc().toTimeZone(m_style.zone),
                                       QLocale::ShortFormat);
    }

    void addInvoiceLine(const OrderedLine &line)
    {
        m_paper.columns(line.name,
                        u"%1 × %2"_s.arg(quantity(line.quantity), amount(line.unitPrice)),
                        amount(line.gross) + u' ' + markOf(line.taxRate));
        addLineDetails(line);
    }

    void addLineDetails(const OrderedLine &line)
    {
        if (!line.discount.isZero())
            m_paper.text(u"  "_s + say(QT_TR_NOOP("Discount: %1")).arg(amount(-line.discount)));
        if (!line.note.isEmpty())
            m_paper.text(u"  "_s + line.note);
    }

    QString amount(const Money &money) const
    {
        return money.toPlainString().replace(u'.', m_style.locale.decimalPoint());
    }
    QString amount(const UnitPrice &price) const
    {
        return price.toPlainString().replace(u'.', m_style.locale.decimalPoint());
    }

    QString quantity(Quantity quantity) const
    {
        const qint64 size = qAbs(quantity.thousandths);
        QString text = QString::number(size / 1000);
        if (size % 1000 != 0)
            text += m_style.locale.decimalPoint() +
                    QString::number(size % 1000).rightJustified(3, u'0');
        return quantity.isNegative() ? u'-' + text : text;
    }

    //! The letter that stands for a tax rate behind each line.
    QString markOf(TaxRate rate) const
    {
        for (qsizetype i = 0; i < m_sale.taxes.size(); ++i) {
            if (m_sale.taxes[i].rate == rate)
                return QString(QChar(char16_t(u'A' + i % 26)));
        }
        return {};
    }

    QString rateText(TaxRate rate) const
    {
        QString text = u"%1.%2"_s.arg(rate.basisPoints / 100)
                           .arg(rate.basisPoints % 100, 2, 10, QLatin1Char('0'));
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
        return text.replace(u'.', m_style.locale.decimalPoint()) + u" %"_s;
    }

    void addShop()
    {
        if (!m_shop.name.isEmpty())
            m_paper.heading(m_shop.name);
        for (const QString &line : m_shop.address)
            m_paper.centred(line);
        if (!m_shop.taxNumber.isEmpty())
            m_paper.centred(say(QT_TR_NOOP("Tax number %1")).arg(m_shop.taxNumber));
    }

    void addHead()
    {
        addShop();
        m_paper.rule();
        m_paper.columns(say(QT_TR_NOOP("Receipt %1")).arg(m_sale.receipt), {}, moment());
        if (!m_facts.cashier.isEmpty())
            m_paper.text(say(QT_TR_NOOP("Served by %1")).arg(m_facts.cashier));
        if (m_sale.withoutReceipt)
            m_paper.text(say(QT_TR_NOOP("Return without receipt")));
        addDay();
        m_paper.rule();
    }

    void addLine(const OrderedLine &line)
    {
        if (isGift())
            return m_paper.columns(line.name, {}, quantity(line.quantity));
        m_paper.columns(line.name, {}, amount(line.gross) + u' ' + markOf(line.taxRate));
        if (line.quantity != Quantity::pieces(1))
            m_paper.text(u"  %1 × %2"_s.arg(quantity(line.quantity), amount(line.unitPrice)));
        addLineDetails(line);
    }

    void addSums()
    {
        const QString code = m_sale.total.currency.code();
        m_paper.columns(say(QT_TR_NOOP("Total %1")).arg(code), {}, amount(m_sale.total), true);
        if (!m_sale.cashRounding.isZero()) {
            m_paper.columns(say(QT_TR_NOOP("Cash rounding")), {}, amount(m_sale.cashRounding));
            m_paper.columns(say(QT_TR_NOOP("To pay %1")).arg(code), {},
                            amount(m_sale.total + m_sale.cashRounding), true);
        }
        addTenders();
        if (!m_facts.change.isZero())
            m_paper.columns(say(QT_TR_NOOP("Change")), {}, amount(m_facts.change));
        m_paper.rule();
        m_paper.columns(say(QT_TR_NOOP("Tax")), say(QT_TR_NOOP("Net")), say(QT_TR_NOOP("Amount")));
        for (const TaxTotal &tax : m_sale.taxes)
            m_paper.columns(markOf(tax.rate) + u' ' + rateText(tax.rate),
                            amount(tax.gross - tax.tax), amount(tax.tax));
        m_paper.rule();
    }

    void addTenders()
    {
        // The customer sees what was handed over last, and below it what came back of it.
        const Tender *last = nullptr;
        for (const Tender &tender : m_sale.tenders) {
            if (tender.kind == TenderKind::Cash && !tender.amount.isNegative())
                last = &tender;
        }
        for (const Tender &tender : m_sale.tenders)
            m_paper.columns(
                tenderText(tender), {},
                amount(&tender == last ? tender.amount + m_facts.change : tender.amount));
    }

    QString tenderText(const Tender &tender) const
    {
        switch (tender.kind) {
        case TenderKind::Cash:
            return say(QT_TR_NOOP("Cash"));
        case TenderKind::Card:
            return say(QT_TR_NOOP("Card"));
        case TenderKind::SavedCard:
            return say(QT_TR_NOOP("Saved card"));
        case TenderKind::Link:
            return m_isPaid || tender.amount.isNegative() ? say(QT_TR_NOOP("Payment link"))
                                                          : say(QT_TR_NOOP("To be paid by link"));
        case TenderKind::Outside:
            return say(QT_TR_NOOP("Paid elsewhere"));
        }
        return {};
    }

    void addFoot()
    {
        if (!m_sale.note.isEmpty())
            m_paper.text(m_sale.note);
        if (!m_shop.policy.isEmpty())
            m_paper.centred(m_shop.policy);
        m_paper.barcode(m_sale.receipt);
    }

    const ShopHeading &m_shop;
    const ReceiptFacts &m_facts;
    const ShoppingCartOrdered &m_sale;
    const PaperStyle &m_style;
    const QList<Mark> &m_marks;
    bool m_isPaid = false; //!< as far as is known: a receipt knows nothing of a link
    Document m_paper;
};

} // namespace

Document receiptDocument(const ShopHeading &shop, const ReceiptFacts &facts,
                         const PaperStyle &style, const QList<Mark> &marks)
{
    return ReceiptBuilder(shop, facts, style, marks).receipt();
}

Document invoiceDocument(const ShopHeading &shop, const ReceiptFacts &facts, const Bill &bill,
                         const PaperStyle &style, const QList<Mark> &marks)
{
    return ReceiptBuilder(shop, facts, style, marks).invoice(bill);
}

Document packingSlip(const ShopHeading &shop, const ReceiptFacts &facts, const Bill &bill,
                     const PaperStyle &style, const QList<Mark> &marks)
{
    return ReceiptBuilder(shop, facts, style, marks).packing(bill);
}

Document reportDocument(const ShopHeading &shop, const QString &title, const QList<ReportRow> &rows,
                        const PaperStyle &style, const QList<Mark> &marks)
{
    Document paper;
    paper.title = title;
    for (const Mark mark : marks)
        paper.mark(mark, style);
    if (!shop.name.isEmpty())
        paper.heading(shop.name);
    paper.centred(title);
    for (const ReportRow &row : rows) {
        if (row.heading)
            paper.rule();
        if (row.amount.isEmpty())
            paper.text(row.text);
        else
            paper.columns(row.text, {}, row.amount, row.strong);
    }
    return paper;
}

} // namespace kontor
