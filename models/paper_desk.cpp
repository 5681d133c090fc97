// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper_desk.h"

#include "models/paper_settings.h"
#include "models/shift_text.h"
#include "models/texts.h"
#include "services/core/call.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int gramsPerKilogram = 1000;

QStringList addressLines(const Address &address)
{
    QStringList lines{address.name,    address.street1,
                      address.street2, u"%1 %2"_s.arg(address.zip, address.city).trimmed(),
                      address.state,   address.country};
    lines.removeAll(QString());
    return lines;
}

//! What of the order is not paid yet; never less than nothing.
Money dueOf(const PaymentOverview &overview)
{
    Money due = overview.payment.total;
    for (const PaymentTender &tender : overview.tenders)
        due = due - tender.captured;
    return due.isNegative() ? Money{0, due.currency} : due;
}

struct LabelTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::LabelTexts)
public:
    static QString perKilogram(const PaperStyle &style)
    {
        return style.say("kontor::LabelTexts", QT_TR_NOOP("%1 per kg"));
    }
};

} // namespace

PrintJobKind kindOf(const WantedPaper &paper)
{
    if (const auto *sale = std::get_if<SalePaper>(&paper))
        return sale->kind;
    if (std::holds_alternative<NumberSlip>(paper))
        return PrintJobKind::NumberSlip;
    return std::holds_alternative<ReportPaper>(paper) ? PrintJobKind::Report : PrintJobKind::Labels;
}

ShelfLabel shelfLabel(const Product &product, const PaperStyle &style)
{
    ShelfLabel label;
    label.name = product.name;
    label.price = unitPriceText(product.price, style.locale);
    label.barcode = product.barcodes.value(0);
    if (product.weightGrams <= 0)
        return label;
    const UnitPrice perKilogram{
        divideRounded(Int128(product.price.micros) * gramsPerKilogram, product.weightGrams),
        product.price.currency};
    if (const auto amount = lineTotal(perKilogram, Quantity::pieces(1)))
        label.unitPrice = LabelTexts::perKilogram(style).arg(amountText(*amount, style.locale));
    return label;
}

PaperDesk::PaperDesk(const ShopAccess &access, QObject *parent) : QObject(parent), m_access(access)
{
    connect(&m_access.shipping, &ShippingService::labelReady, this,
            [this](OrderId order, const Result<LabelFile> &file) {
                if (order != m_labelled)
                    return;
                m_labelled = {};
                if (file)
                    saveLabel(*file);
                else
                    Q_EMIT failed(file.error());
            });
}

void PaperDesk::invoice(OrderId order) { withBill({order, PrintJobKind::Invoice}); }

void PaperDesk::packingSlip(OrderId order) { withBill({order, PrintJobKind::PackingSlip}); }

void PaperDesk::withBill(const SalePaper &paper)
{
    call(m_access.payment, &PaymentService::payment, paper.order)
        .then(this, [this, paper](const Result<PaymentOverview> &overview) {
            if (!overview) {
                Q_EMIT failed(overview.error());
                return;
            }
            SalePaper billed = paper;
            billed.bill.due = dueOf(*overview);
            withAddress(billed, overview->payment);
        });
}

void PaperDesk::withAddress(const SalePaper &paper, const Payment &payment)
{
    if (payment.customer.isNull())
        return withParcel(paper, {});
    // A parcel's address is kept as it was; otherwise the customer's newest.
    if (!payment.address.isNull()) {
        call(m_access.account, &AccountService::address, payment.address)
            .then(this, [this, paper](const Result<Address> &address) {
                withParcel(paper, address ? addressLines(*address) : QStringList());
            });
        return;
    }
    call(m_access.account, &AccountService::account, payment.customer)
        .then(this, [this, paper](const Result<Account> &account) {
            if (account)
                withNewestAddress(paper, *account);
            else
                withParcel(paper, {});
        });
}

void PaperDesk::withNewestAddress(const SalePaper &paper, const Account &customer)
{
    call(m_access.account, &AccountService::addresses, customer.id)
        .then(this, [this, paper,
                     name = customer.details.name](const Result<QList<AccountAddress>> &addresses) {
            const bool hasOne = addresses && !addresses->isEmpty();
            withParcel(paper, hasOne ? addressLines(addresses->last().address) : QStringList{name});
        });
}

void PaperDesk::withParcel(SalePaper paper, const QStringList &recipient)
{
    paper.bill.recipient = recipient;
    call(m_access.shipping, &ShippingService::shipment, paper.order)
        .then(this, [this, paper](const Result<Shipment> &shipment) {
            SalePaper whole = paper;
            if (shipment && !shipment->trackingNumber.isEmpty())
                whole.bill.parcel =
                    u"%1, %2"_s.arg(shipment->carrierName, shipment->trackingNumber);
            put(whole, Way::Pdf);
        });
}

void PaperDesk::parcelLabel(OrderId order)
{
    m_labelled = order;
    call(m_access.shipping, &ShippingService::askLabel, order)
        .then(this, [this, order](const Result<> &asked) {
            if (asked || order != m_labelled)
                return;
            m_labelled = {};
            Q_EMIT failed(asked.error());
        });
}

void PaperDesk::saveLabel(const LabelFile &file)
{
    call(m_access.devices, &DevicesService::saveMade,
         MadePaper{tr("Label %1").arg(file.trackingNumber), file.suffix, file.bytes})
        .then(this, [this](const Result<QString> &saved) {
            if (saved)
                Q_EMIT this->saved(*saved);
            else
                Q_EMIT failed(saved.error());
        });
}

void PaperDesk::report(const ShiftReport &report, bool blind, Way way)
{
    ReportPaper paper{reportTitle(report), {}, PaperStyle::ofWindow()};
    for (const ReportLine &line : reportLines(report, blind))
        paper.rows.append({line.text, line.amount, line.kind == ReportLine::Heading,
                           line.kind == ReportLine::Sum || line.kind == ReportLine::Warning});
    put(paper, way);
}

void PaperDesk::labels(const QList<Product> &products, Way way)
{
    LabelPaper paper;
    const PaperStyle spoken = style();
    for (const Product &product : products)
        paper.labels.append(shelfLabel(product, spoken));
    put(paper, way);
}

PaperStyle PaperDesk::style() const { return PaperSettings::in(m_access.folder).style(); }

void PaperDesk::numberSlip(const QString &number, const CartTotals &totals)
{
    NumberSlip slip;
    slip.title = tr("Number %1").arg(number);
    slip.caption = tr("Your number");
    slip.number = number;
    slip.advice = tr("Please pay at the till.");
    slip.style = PaperStyle::ofWindow();
    slip.moment = momentText(m_access.clock.now());
    const auto shown = totals.lines.first(std::min<qsizetype>(totals.lines.size(), mostSlipLines));
    for (const OrderedLine &line : shown)
        slip.rows.append({u"%1 × %2"_s.arg(quantityText(line.quantity), line.name),
                          amountText(line.gross), slip.rows.isEmpty()});
    if (const qsizetype more = totals.lines.size() - shown.size(); more > 0)
        slip.rows.append({tr("Further lines: %1").arg(more), {}});
    slip.rows.append({tr("Total"), amountText(totals.total), true, true});
    put(slip, Way::PrinterIfAny);
}

void PaperDesk::put(const WantedPaper &paper, Way way)
{
    if (way == Way::Pdf)
        return save(paper);
    call(m_access.devices, &DevicesService::print, m_access.command(), paper)
        .then(this, [this, paper, way](const Result<PrintJobId> &printed) {
            if (printed)
                Q_EMIT queued(kindOf(paper));
            else if (!printed.error().is(DevicesError::NoPrinter))
                Q_EMIT failed(printed.error());
            else if (way == Way::Printer)
                save(paper);
        });
}

void PaperDesk::save(const WantedPaper &paper)
{
    call(m_access.devices, &DevicesService::save, paper)
        .then(this, [this](const Result<QString> &file) {
            if (file)
                Q_EMIT saved(*file);
            else
                Q_EMIT failed(file.error());
        });
}

} // namespace kontor
