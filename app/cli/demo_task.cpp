// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo_task.h"

#include "app/cli/console.h"
#include "app/cli/read_commands.h"
#include "services/core/call.h"

#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int watchMs = 100;
constexpr int demoStock = 100;

Product demoProduct(const QString &sku, const QString &name, qint64 priceMinor, int weightGrams)
{
    Product product;
    product.id = productIdForSku(sku);
    product.sku = sku;
    product.name = name;
    product.price = UnitPrice::of(Money{priceMinor, Currency("GBP")});
    product.taxRate = {2000};
    product.weightGrams = weightGrams;
    return product;
}

bool hasEnded(const std::optional<Order> &order)
{
    return order &&
           (order->state == OrderState::Completed || order->state == OrderState::Cancelled);
}

} // namespace

DemoTask::DemoTask(Shop &shop, Console &console) : m_shop(shop), m_console(console)
{
    m_products = {demoProduct(u"DEMO-LANTERN"_s, u"White metal lantern"_s, 339, 400),
                  demoProduct(u"DEMO-TEALIGHT"_s, u"Tea light holder"_s, 255, 120),
                  demoProduct(u"DEMO-CARD"_s, u"Greeting card"_s, 42, 15)};
}

void DemoTask::stop(const Error &error)
{
    if (m_done)
        return;
    m_done = true;
    m_console.complain(error);
    Q_EMIT finished(1);
}

void DemoTask::start()
{
    m_console.print(
        u"Three products go into the catalog, %1 pieces of each onto the shelf."_s.arg(demoStock));
    GoodsReceipt goods{{}, u"demonstration"_s};
    for (const Product &product : m_products)
        goods.lines.append({product.id, Quantity::pieces(demoStock)});
    call(m_shop.catalog(), &CatalogService::saveAll, m_shop.command(), m_products)
        .then(this, [this, goods](const Result<SavedProducts> &saved) {
            if (!saved)
                return stop(saved.error());
            call(m_shop.inventory(), &InventoryService::receive, m_shop.command(), goods)
                .then(this, [this](const Result<> &received) {
                    received ? sellAtTheCounter() : stop(received.error());
                });
        });
}

ImportedSale DemoTask::sale(Fulfilment fulfilment, TenderKind tender,
                            const QList<int> &pieces) const
{
    ImportedSale sale;
    sale.order = OrderId::make(m_shop.clock().now());
    sale.settings.currency = Currency("GBP");
    sale.fulfilment = fulfilment;
    sale.tender = tender;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Product &product = m_products[i];
        CartLine line;
        line.line = int(i) + 1;
        line.product = product.id;
        line.sku = product.sku;
        line.name = product.name;
        line.quantity = Quantity::pieces(pieces[i]);
        line.unitPrice = product.price;
        line.taxRate = product.taxRate;
        line.weightGrams = product.weightGrams;
        line.returnedGross = line.returnedTax = Money{0, sale.settings.currency};
        sale.lines.append(line);
    }
    return sale;
}

void DemoTask::sellAtTheCounter()
{
    call(m_shop.cart(), &CartService::bookImported, m_shop.command(),
         sale(Fulfilment::Counter, TenderKind::Cash, {2, 1, 5}))
        .then(this, [this](const Result<Receipt> &receipt) {
            if (!receipt)
                return stop(receipt.error());
            m_console.print(u"Sold at the counter for cash: receipt %1, %2 %3."_s.arg(
                receipt->number, receipt->total.toPlainString(), receipt->total.currency.code()));
            m_receipts.append(receipt->number);
            orderForDelivery();
        });
}

void DemoTask::orderForDelivery()
{
    m_customer = AccountId::make(m_shop.clock().now());
    auto &account = m_shop.account();
    const auto answered = [this](const auto &done) {
        if (!done)
            stop(done.error());
    };
    call(account, &AccountService::create, m_shop.command(), m_customer,
         AccountDetails{u"Anna Example"_s, u"anna@example.org"_s, {}, {}})
        .then(this, answered);
    call(account, &AccountService::saveCard, m_shop.command(), m_customer,
         SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s})
        .then(this, answered);
    const Address address{
        u"Anna Example"_s, u"2 Side Street"_s, {}, u"London"_s, u"N1 9GU"_s, {}, u"GB"_s, {}, {}};
    call(account, &AccountService::addAddress, m_shop.command(), m_customer, address)
        .then(this, [this](const Result<AddressId> &added) {
            added ? orderTo(*added) : stop(added.error());
        });
}

void DemoTask::orderTo(AddressId address)
{
    if (m_done)
        return;
    ImportedSale order = sale(Fulfilment::Delivery, TenderKind::SavedCard, {1, 4, 0});
    order.lines.removeLast();
    order.customer = m_customer;
    order.address = address;
    call(m_shop.cart(), &CartService::bookImported, m_shop.command(), order)
        .then(this, [this](const Result<Receipt> &receipt) {
            if (!receipt)
                return stop(receipt.error());
            m_console.print(u"Ordered by phone, paid by card, to be sent: receipt %1, %2 %3."_s.arg(
                receipt->number, receipt->total.toPlainString(), receipt->total.currency.code()));
            m_receipts.append(receipt->number);
            watch();
        });
}

template <class Answer>
void DemoTask::stopIfLasting(const Answer &answer)
{
    if (!answer && !isPassing(answer.error()))
        stop(answer.error());
}

void DemoTask::watch()
{
    if (m_done)
        return;
    call(m_shop.shipping(), &ShippingService::inState, ShipmentState::Labelled)
        .then(this, [this](const Result<QList<Shipment>> &labelled) {
            stopIfLasting(labelled);
            for (const Shipment &parcel : labelled ? *labelled : QList<Shipment>())
                handOver(parcel);
            askWhetherEnded();
        });
}

void DemoTask::handOver(const Shipment &parcel)
{
    m_console.print(u"The parcel has its label (%1, %2) and is handed over."_s.arg(
        parcel.carrierName, parcel.trackingNumber));
    call(m_shop.shipping(), &ShippingService::handOver, m_shop.command(), parcel.order)
        .then(this, [this](const Result<> &left) { stopIfLasting(left); });
}

void DemoTask::askWhetherEnded()
{
    m_shop.askWhetherQuiet(this, [this](const Result<bool> &quiet) {
        stopIfLasting(quiet);
        lookAtTheDelivery(quiet && *quiet);
    });
}

void DemoTask::lookAtTheDelivery(bool quiet)
{
    call(m_shop.order(), &OrderService::orderByReceipt, m_receipts.last())
        .then(this, [this, quiet](const Result<std::optional<Order>> &order) {
            stopIfLasting(order);
            if (quiet && order && hasEnded(*order))
                return tellStories();
            QTimer::singleShot(watchMs, this, &DemoTask::watch);
        });
}

void DemoTask::tellStories()
{
    if (m_done)
        return;
    m_done = true;
    CommandLine line;
    int exitCode = 0;
    for (const QString &receipt : m_receipts) {
        m_console.print(QString());
        line.arguments = {receipt};
        exitCode = std::max(exitCode, runOrder(line, m_shop.settings(), m_console));
    }
    m_console.print(u"\nThe audit recomputes all of it from the stores:"_s);
    exitCode = std::max(exitCode, runAudit({}, m_shop.settings(), m_console));
    Q_EMIT finished(exitCode);
}

} // namespace kontor
