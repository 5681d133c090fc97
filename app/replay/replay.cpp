// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/replay.h"

#include "services/core/call.h"

#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// How many invoices one transaction of the cart takes, and how many batches may be on their way at
// once.
constexpr int invoicesPerBatch = 128;
constexpr int batchesInFlight = 3;
// How often the shop is asked whether all has settled.
constexpr int settleMs = 20;

} // namespace

Replay::Replay(Shop &shop, const ReplayOptions &options)
    : m_shop(shop)
    , m_options(options)
    , m_builder(options, shop.settings().till)
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

template <class Answer>
void Replay::stopIfLasting(const Answer &answer)
{
    if (!answer && !isPassing(answer.error()))
        stop(answer.error());
}

void Replay::readOn()
{
    while (!m_stopped && !m_atEnd && m_inFlight < batchesInFlight) {
        auto batch = std::make_shared<ReplayBatch>();
        const auto filled = fill(*batch);
        m_report.skipped += batch->skipped;
        m_report.stockCorrections += batch->stockCorrections;
        if (!filled)
            return stop(filled.error());
        m_atEnd = !*filled;
        ++m_inFlight;
        prepare(batch);
    }
    if (m_atEnd && m_inFlight == 0 && !m_stopped)
        settle();
}

Result<bool> Replay::fill(ReplayBatch &batch)
{
    for (int count = 0; count < invoicesPerBatch; ++count) {
        if (m_options.limit > 0 && m_builder.sales() >= m_options.limit)
            return false;
        const auto invoice = m_history->next();
        if (!invoice)
            return invoice.error();
        if (!invoice->has_value())
            return false;
        m_builder.add(batch, **invoice);
    }
    Q_EMIT progressed(m_history->bytesRead(), m_history->bytesTotal());
    return true;
}

void Replay::prepare(const std::shared_ptr<ReplayBatch> &batch)
{
    // One more than is asked for, so that no answer can complete the batch before all was asked.
    batch->awaited = 1;
    prepareProducts(batch);
    prepareCustomers(batch);
    prepared(batch, Result<>());
}

template <class Answer>
void Replay::prepared(const std::shared_ptr<ReplayBatch> &batch, const Answer &answer)
{
    if (!answer)
        return stop(answer.error());
    if (--batch->awaited == 0)
        book(batch);
}

template <class Service, class Function, class... Arguments>
void Replay::ask(const std::shared_ptr<ReplayBatch> &batch, Service &service, Function function,
                 const Arguments &...arguments)
{
    ++batch->awaited;
    call(service, function, arguments...).then(this, [this, batch](const auto &answer) {
        prepared(batch, answer);
    });
}

void Replay::prepareProducts(const std::shared_ptr<ReplayBatch> &batch)
{
    if (batch->products.isEmpty())
        return;
    const auto command = [&](const QString &what) {
        return replayCommand(m_shop.settings().till, batch->at, what + batch->products.first().sku);
    };
    ask(batch, m_shop.catalog(), &CatalogService::saveAll, command(u"products/"_s),
        batch->products);
    if (m_options.openingStock <= 0)
        return;
    GoodsReceipt receipt{{}, u"opening stock"_s};
    for (const Product &product : batch->products) {
        if (product.stocked)
            receipt.lines.append({product.id, Quantity::pieces(m_options.openingStock)});
    }
    ask(batch, m_shop.inventory(), &InventoryService::receive, command(u"opening/"_s), receipt);
}

void Replay::prepareCustomers(const std::shared_ptr<ReplayBatch> &batch)
{
    if (!batch->accounts.isEmpty())
        ask(batch, m_shop.account(), &AccountService::createAll, batch->accounts);
    for (const auto &[command, account, address] : batch->addresses) {
        ++batch->awaited;
        call(m_shop.account(), &AccountService::addAddress, command, account, address)
            .then(this, [this, batch, customer = account](const Result<AddressId> &added) {
                if (added)
                    m_addresses.insert(customer, *added);
                prepared(batch, added);
            });
    }
    for (const auto &[command, account] : batch->cards)
        ask(batch, m_shop.account(), &AccountService::saveCard, command, account,
            SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s});
}

void Replay::book(const std::shared_ptr<ReplayBatch> &batch)
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

void Replay::bookSingly(const std::shared_ptr<ReplayBatch> &batch, qsizetype index)
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

void Replay::booked(ReplayBatch &batch, qsizetype index, const Receipt &receipt)
{
    const ImportedSale &sale = batch.sales[index].second;
    if (receipt.total.currency != m_options.currency)
        return stop(Error(ReplayError::AnotherCurrency,
                          u"Invoice %1 was booked before, in %2; give --currency %2."_s.arg(
                              batch.numbers[index], receipt.total.currency.code())));
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

void Replay::batchDone(const std::shared_ptr<ReplayBatch> &batch)
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
        stopIfLasting(quiet);
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
            stopIfLasting(refused);
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
            stopIfLasting(labelled);
            if (labelled)
                forEachParcel(*labelled, u"handover"_s, &ShippingService::handOver);
            // In a quiet shop nothing moves but what is moved here.
            settled(quiet && labelled && labelled->isEmpty());
        });
}

void Replay::forEachParcel(const QList<Shipment> &parcels, const QString &what, ParcelCommand act)
{
    for (const Shipment &parcel : parcels) {
        const auto command = replayCommand(m_shop.settings().till, parcel.createdAt,
                                           what + u'/' + parcel.order.toString());
        call(m_shop.shipping(), act, command, parcel.order)
            .then(this, [this](const Result<> &moved) { stopIfLasting(moved); });
    }
}

} // namespace kontor
