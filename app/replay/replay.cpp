// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/replay.h"

#include "app/owner.h"
#include "app/replay/made_up_address.h"
#include "services/core/call.h"

#include <QTimer>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// How many invoices one transaction of the cart takes, and how many batches may be on their way at
// once.
constexpr int invoicesPerBatch = 128;
constexpr int batchesInFlight = 3;
// How often the shop is asked whether all has settled.
constexpr int settleMs = 20;

Command replayCommand(const Shop &shop, Timestamp at, const QString &what)
{
    return Command::named(at, "replay/" + what.toUtf8(), OwnerOnly::actor(), shop.settings().till);
}

} // namespace

//! Some invoices, with the products and customers that they bring with them.
struct Replay::Batch
{
    QList<Product> products;
    QList<NewAccount> accounts;
    QList<std::tuple<Command, AccountId, Address>> addresses;
    QList<std::pair<Command, AccountId>> cards;
    QList<std::pair<Command, ImportedSale>> sales;
    QStringList numbers; //!< of the invoices in sales
    QList<std::pair<Command, StockCorrection>> corrections;
    Timestamp at;
    int awaited = 0; //!< answers
};

Replay::Replay(Shop &shop, const ReplayOptions &options) : m_shop(shop), m_options(options)
{
    m_report.salesTotal = m_report.returnsTotal = Money{0, options.currency};
}

Replay::~Replay() = default;

void Replay::start()
{
    m_timer.start();
    auto history = InvoiceHistory::open(m_options.file, m_options.currency, m_options.zone);
    if (!history) {
        QMetaObject::invokeMethod(
            this, [this, error = history.error()] { stop(error); }, Qt::QueuedConnection);
        return;
    }
    m_history = std::move(*history);
    QMetaObject::invokeMethod(this, &Replay::readOn, Qt::QueuedConnection);
}

void Replay::stop(const Result<> &result)
{
    if (m_stopped)
        return;
    m_stopped = true;
    if (m_history)
        m_report.skipped += m_history->skipped();
    m_report.seconds = double(m_timer.nsecsElapsed()) / 1e9;
    Q_EMIT finished(result);
}

void Replay::readOn()
{
    while (!m_stopped && !m_atEnd && m_inFlight < batchesInFlight) {
        auto batch = std::make_shared<Batch>();
        const auto filled = fill(*batch);
        if (!filled)
            return stop(filled.error());
        m_atEnd = !*filled;
        ++m_inFlight;
        prepare(batch);
    }
    if (m_atEnd && m_inFlight == 0 && !m_stopped)
        settle();
}

Result<bool> Replay::fill(Batch &batch)
{
    for (int count = 0; count < invoicesPerBatch; ++count) {
        if (m_options.limit > 0 && m_sales >= m_options.limit)
            return false;
        const auto invoice = m_history->next();
        if (!invoice)
            return invoice.error();
        if (!invoice->has_value())
            return false;
        add(batch, **invoice);
    }
    Q_EMIT progressed(m_history->bytesRead(), m_history->bytesTotal());
    return true;
}

void Replay::add(Batch &batch, const Invoice &invoice)
{
    if (batch.at == Timestamp{})
        batch.at = invoice.at;
    const QChar first = invoice.number.isEmpty() ? QChar() : invoice.number.front().toUpper();
    if (first.isNull()) {
        m_report.skipped.append({invoice.number, u"the invoice has no number"_s});
        return;
    }
    const bool isReturn = first == u'C';
    if (first.isLetter() && !isReturn) {
        m_report.skipped.append({invoice.number, u"an adjustment of debts, not trade"_s});
        return;
    }
    QList<InvoiceRow> sold;
    bool corrected = false;
    for (const InvoiceRow &row : invoice.rows) {
        if (row.price.micros < 0)
            m_report.skipped.append(
                {invoice.number, u"%1 has a negative price"_s.arg(row.stockCode)});
        else if (isReturn && !row.quantity.isNegative())
            m_report.skipped.append(
                {invoice.number, u"%1 is sold on a credit note"_s.arg(row.stockCode)});
        else if (isReturn || !row.quantity.isNegative())
            sold.append(row);
        else
            corrected = true;
    }
    if (corrected)
        addCorrections(batch, invoice);
    if (!sold.isEmpty())
        addSale(batch, invoice, sold);
}

void Replay::addProduct(Batch &batch, const InvoiceRow &row)
{
    if (m_products.contains(row.stockCode))
        return;
    m_products.insert(row.stockCode);
    Product product;
    product.id = productIdForSku(row.stockCode);
    product.sku = row.stockCode;
    product.name =
        row.description.isEmpty() ? row.stockCode : row.description.left(Product::maxNameLength);
    product.price = row.price;
    product.stocked = isGoods(row.stockCode);
    batch.products.append(product);
}

AccountId Replay::addCustomer(Batch &batch, const Invoice &invoice)
{
    const bool delivery = m_options.fulfilment == Fulfilment::Delivery;
    // Who is missing in the file is made up for a delivery, one for each country.
    const QString number = !invoice.customer.isEmpty() ? invoice.customer
                           : delivery                  ? u"unnamed, "_s + invoice.country
                                                       : QString();
    if (number.isEmpty())
        return {};
    const auto id = AccountId::named({}, "customer/" + number.toUtf8());
    if (m_customers.contains(number))
        return id;
    m_customers.insert(number);
    AccountDetails details;
    details.name = u"Customer %1"_s.arg(number);
    const auto command = [&](const QString &what) {
        return replayCommand(m_shop, invoice.at, what + u'/' + number);
    };
    batch.accounts.append({command(u"account"_s), id, details});
    if (delivery) {
        batch.addresses.append(
            {command(u"address"_s), id, madeUpAddress(details.name, invoice.country)});
        batch.cards.append({command(u"card"_s), id});
    }
    return id;
}

CartLine Replay::lineFor(const InvoiceRow &row, int number) const
{
    CartLine line;
    line.line = number;
    line.product = productIdForSku(row.stockCode);
    line.sku = row.stockCode;
    line.name = row.description.left(Product::maxNameLength);
    line.quantity = row.quantity;
    line.unitPrice = row.price;
    line.stocked = isGoods(row.stockCode);
    line.disposition = row.quantity.isNegative() ? Disposition::Restock : Disposition::Sell;
    line.returnedGross = line.returnedTax = Money{0, m_options.currency};
    return line;
}

void Replay::addSale(Batch &batch, const Invoice &invoice, const QList<InvoiceRow> &rows)
{
    const bool isReturn = rows.first().quantity.isNegative();
    ImportedSale sale;
    sale.order = OrderId::named(invoice.at, "invoice/" + invoice.number.toUtf8());
    sale.settings.currency = m_options.currency;
    sale.customer = addCustomer(batch, invoice);
    if (!isReturn && m_options.fulfilment == Fulfilment::Delivery) {
        sale.fulfilment = Fulfilment::Delivery;
        sale.tender = TenderKind::SavedCard;
    }
    for (const InvoiceRow &row : rows) {
        addProduct(batch, row);
        sale.lines.append(lineFor(row, int(sale.lines.size()) + 1));
    }
    m_sales += isReturn ? 0 : 1;
    batch.numbers.append(invoice.number);
    batch.sales.append({replayCommand(m_shop, invoice.at, u"invoice/"_s + invoice.number), sale});
}

void Replay::addCorrections(Batch &batch, const Invoice &invoice)
{
    ++m_report.stockCorrections;
    for (qsizetype i = 0; i < invoice.rows.size(); ++i) {
        const InvoiceRow &row = invoice.rows[i];
        if (!row.quantity.isNegative())
            continue;
        addProduct(batch, row);
        const QString reason =
            row.description.isEmpty() ? u"no description given"_s : row.description;
        batch.corrections.append(
            {replayCommand(m_shop, invoice.at, u"correction/%1/%2"_s.arg(invoice.number).arg(i)),
             {productIdForSku(row.stockCode), row.quantity, reason}});
    }
}

void Replay::prepare(const std::shared_ptr<Batch> &batch)
{
    // One more than is asked for, so that no answer can complete the batch before all was asked.
    batch->awaited = 1;
    const auto answered = [this, batch](const auto &answer) {
        if (!answer)
            return stop(answer.error());
        if (--batch->awaited == 0)
            book(batch);
    };
    if (!batch->products.isEmpty()) {
        ++batch->awaited;
        const auto command =
            replayCommand(m_shop, batch->at, u"products/"_s + batch->products.first().sku);
        call(m_shop.catalog(), &CatalogService::saveAll, command, batch->products)
            .then(this, answered);
    }
    if (!batch->products.isEmpty() && m_options.openingStock > 0) {
        ++batch->awaited;
        GoodsReceipt receipt{{}, u"opening stock"_s};
        for (const Product &product : batch->products) {
            if (product.stocked)
                receipt.lines.append({product.id, Quantity::pieces(m_options.openingStock)});
        }
        const auto command =
            replayCommand(m_shop, batch->at, u"opening/"_s + batch->products.first().sku);
        call(m_shop.inventory(), &InventoryService::receive, command, receipt).then(this, answered);
    }
    if (!batch->accounts.isEmpty()) {
        ++batch->awaited;
        call(m_shop.account(), &AccountService::createAll, batch->accounts).then(this, answered);
    }
    for (const auto &[command, account, address] : batch->addresses) {
        ++batch->awaited;
        call(m_shop.account(), &AccountService::addAddress, command, account, address)
            .then(this, [this, answered, customer = account](const Result<AddressId> &added) {
                if (added)
                    m_addresses.insert(customer, *added);
                answered(added);
            });
    }
    for (const auto &[command, account] : batch->cards) {
        ++batch->awaited;
        call(m_shop.account(), &AccountService::saveCard, command, account,
             SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s})
            .then(this, answered);
    }
    answered(Result<>());
}

void Replay::book(const std::shared_ptr<Batch> &batch)
{
    for (auto &[command, sale] : batch->sales) {
        if (sale.fulfilment == Fulfilment::Delivery)
            sale.address = m_addresses.value(sale.customer);
    }
    batch->awaited = 2;
    call(m_shop.inventory(), &InventoryService::correctAll, batch->corrections)
        .then(this, [this, batch](const Result<> &answer) {
            if (!answer)
                return stop(answer.error());
            batchDone(batch);
        });
    call(m_shop.cart(), &CartService::bookAllImported, batch->sales)
        .then(this, [this, batch](const Result<QList<Receipt>> &answer) {
            if (!answer && isPassing(answer.error()))
                return stop(answer.error());
            if (!answer)
                return bookSingly(batch, 0);
            for (qsizetype i = 0; i < answer->size(); ++i)
                booked(*batch, i, (*answer)[i]);
            batchDone(batch);
        });
}

void Replay::bookSingly(const std::shared_ptr<Batch> &batch, qsizetype index)
{
    if (index == batch->sales.size())
        return batchDone(batch);
    const auto &[command, sale] = batch->sales[index];
    call(m_shop.cart(), &CartService::bookImported, command, sale)
        .then(this, [this, batch, index](const Result<Receipt> &answer) {
            if (!answer && isPassing(answer.error()))
                return stop(answer.error());
            if (answer)
                booked(*batch, index, *answer);
            else
                m_report.skipped.append({batch->numbers[index], answer.error().text()});
            bookSingly(batch, index + 1);
        });
}

void Replay::booked(Batch &batch, qsizetype index, const Receipt &receipt)
{
    const ImportedSale &sale = batch.sales[index].second;
    const int lines = int(sale.lines.size());
    if (sale.lines.first().quantity.isNegative()) {
        ++m_report.returns;
        m_report.returnLines += lines;
        m_report.returnsTotal += receipt.total;
    } else {
        ++m_report.orders;
        m_report.lines += lines;
        m_report.salesTotal += receipt.total;
    }
}

void Replay::batchDone(const std::shared_ptr<Batch> &batch)
{
    if (--batch->awaited > 0)
        return;
    --m_inFlight;
    if (!m_stopped)
        readOn();
}

void Replay::settle()
{
    if (m_stopped)
        return;
    m_shop.askWhetherQuiet(this, [this](const Result<bool> &quiet) {
        if (!quiet && !isPassing(quiet.error()))
            return stop(quiet.error());
        const bool isQuiet = quiet && *quiet;
        if (m_options.fulfilment == Fulfilment::Delivery)
            return moveParcels(isQuiet);
        settled(isQuiet);
    });
}

void Replay::settled(bool all)
{
    if (all)
        return stop({});
    QTimer::singleShot(settleMs, this, &Replay::settle);
}

void Replay::moveParcels(bool quiet)
{
    call(m_shop.shipping(), &ShippingService::inState, ShipmentState::NeedsCorrection)
        .then(this, [this, quiet](const Result<QList<Shipment>> &refused) {
            if (refused)
                forEachParcel(*refused, u"giveup"_s, &ShippingService::giveUp);
            const bool none = refused && refused->isEmpty();
            handParcelsOver(quiet && none);
        });
}

void Replay::handParcelsOver(bool quiet)
{
    call(m_shop.shipping(), &ShippingService::inState, ShipmentState::Labelled)
        .then(this, [this, quiet](const Result<QList<Shipment>> &labelled) {
            if (labelled)
                forEachParcel(*labelled, u"handover"_s, &ShippingService::handOver);
            // In a quiet shop nothing moves but what is moved here.
            settled(quiet && labelled && labelled->isEmpty());
        });
}

void Replay::forEachParcel(const QList<Shipment> &parcels, const QString &what, ParcelCommand act)
{
    for (const Shipment &parcel : parcels) {
        const auto command =
            replayCommand(m_shop, parcel.createdAt, what + u'/' + parcel.order.toString());
        call(m_shop.shipping(), act, command, parcel.order).then(this, [](const Result<> &) {});
    }
}

} // namespace kontor
