// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/workload.h"

#include "app/owner.h"
#include "services/core/call.h"

#include <QTimer>

#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int productCount = 12;
constexpr int openingPieces = 100'000;
constexpr int parcelsMs = 50;

const Currency pounds("GBP");

} // namespace

Workload::Workload(Shop &shop, quint32 seed, const QString &journal)
    : m_shop(shop)
    , m_random(seed)
    , m_journal(journal)
{
    for (int i = 0; i < productCount; ++i) {
        Product product;
        product.sku = u"CRASH-%1"_s.arg(i);
        product.id = productIdForSku(product.sku);
        product.name = u"Product %1"_s.arg(i);
        product.price = UnitPrice::of(Money{99 + 37 * i, pounds});
        product.taxRate = {i % 3 == 0 ? 2000 : 500};
        product.weightGrams = 100;
        m_products.append(product);
    }
}

Result<> Workload::open()
{
    if (!m_journal.open(QIODevice::WriteOnly | QIODevice::Append))
        return Error(StoreError::CannotOpen, m_journal.errorString());
    return {};
}

void Workload::acknowledge(const Command &command)
{
    m_journal.write(command.id.toString().toLatin1() + '\n');
    m_journal.flush();
    fdatasync(m_journal.handle());
}

template <class Service, class Function, class Done, class... Arguments>
void Workload::act(Service &service, Function function, Done done, Arguments &&...arguments)
{
    const Command given = command();
    call(service, function, given, std::forward<Arguments>(arguments)...)
        .then(this, [this, given, done](const auto &answer) {
            if (answer)
                acknowledge(given);
            done(answer);
        });
}

void Workload::start(int orders)
{
    m_left = orders;
    prepare();
}

void Workload::prepare()
{
    // The same commands in every run: what was done before finds its first answer.
    const auto fixed = [this](const char *what) {
        return Command::named({1}, what + m_shop.settings().till.toUtf8(), OwnerOnly::actor(),
                              m_shop.settings().till);
    };
    m_customer = AccountId::named({1}, "crash-customer/" + m_shop.settings().till.toUtf8());
    GoodsReceipt goods{{}, u"opening"_s};
    for (const Product &product : m_products)
        goods.lines.append({product.id, Quantity::pieces(openingPieces)});
    const auto ignore = [](const auto &) {};
    call(m_shop.catalog(), &CatalogService::saveAll, fixed("products/"), m_products)
        .then(this, ignore);
    call(m_shop.inventory(), &InventoryService::receive, fixed("goods/"), goods).then(this, ignore);
    call(m_shop.account(), &AccountService::create, fixed("customer/"), m_customer,
         AccountDetails{u"Crash Customer"_s, u"crash@example.org"_s, {}, {}})
        .then(this, ignore);
    call(m_shop.account(), &AccountService::saveCard, fixed("card/"), m_customer,
         SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s})
        .then(this, ignore);
    const Address address{
        u"Crash Customer"_s, u"2 Side Street"_s, {}, u"London"_s, u"N1 9GU"_s, {}, u"GB"_s, {}, {}};
    call(m_shop.account(), &AccountService::addAddress, fixed("address/"), m_customer, address)
        .then(this, [this](const Result<AddressId> &added) {
            if (!added)
                return prepare();
            m_address = *added;
            keepParcelsMoving();
            next();
        });
}

QList<CartLine> Workload::randomLines()
{
    QList<CartLine> lines;
    const int count = m_random.bounded(1, 4);
    for (int i = 0; i < count; ++i) {
        const Product &product = m_products[m_random.bounded(productCount)];
        CartLine line;
        line.line = i + 1;
        line.product = product.id;
        line.sku = product.sku;
        line.name = product.name;
        line.quantity = Quantity::pieces(m_random.bounded(1, 5));
        line.unitPrice = product.price;
        line.taxRate = product.taxRate;
        line.weightGrams = product.weightGrams;
        line.returnedGross = line.returnedTax = Money{0, pounds};
        lines.append(line);
    }
    return lines;
}

void Workload::next()
{
    // The clerk with the parcels notices that it is enough, and is the last to stop.
    if (m_left-- <= 0)
        return;
    switch (m_random.bounded(10)) {
    case 0:
    case 1:
    case 2:
        return sell(Fulfilment::Counter, TenderKind::Cash);
    case 3:
        return sellByCard();
    case 4:
    case 5:
    case 6:
        return sell(Fulfilment::Delivery, TenderKind::SavedCard);
    case 7:
        return sell(Fulfilment::Pickup, TenderKind::SavedCard);
    case 8:
        return cancelSomething();
    default:
        return takeBack();
    }
}

void Workload::sell(Fulfilment fulfilment, TenderKind tender)
{
    ImportedSale sale;
    sale.order = OrderId::make(m_shop.clock().now());
    sale.settings.currency = pounds;
    sale.fulfilment = fulfilment;
    sale.tender = tender;
    sale.lines = randomLines();
    if (fulfilment != Fulfilment::Counter) {
        sale.customer = m_customer;
        sale.address = m_address;
    }
    act(
        m_shop.cart(), &CartService::bookImported,
        [this, order = sale.order](const Result<Receipt> &receipt) {
            if (receipt)
                m_orders.append(order);
            next();
        },
        sale);
}

void Workload::sellByCard()
{
    const auto cart = OrderId::make(m_shop.clock().now());
    const Product &product = m_products[m_random.bounded(productCount)];
    act(
        m_shop.cart(), &CartService::open, [](const auto &) {}, cart,
        CartSettings{pounds, true, 1});
    act(
        m_shop.cart(), &CartService::addLine,
        [this, cart](const Result<int> &added) { added ? payByCard(cart) : next(); }, cart,
        product.id, Quantity::pieces(m_random.bounded(1, 4)));
}

void Workload::payByCard(OrderId id)
{
    call(m_shop.cart(), &CartService::cart, id)
        .then(this, [this, id](const Result<std::optional<Cart>> &cart) {
            const auto totals =
                cart && cart->has_value() ? totalsOf(**cart) : Error(CartError::NotFound);
            if (!totals)
                return next();
            const Tender tender{totals->total, TenderId::make(m_shop.clock().now()),
                                TenderKind::Card};
            act(
                m_shop.payment(), &PaymentService::authorise,
                [this, id, tender](const Result<> &asked) {
                    asked ? orderWhenAuthorised(id, tender) : next();
                },
                id, tender.id, tender.amount, u"pm_card_visa"_s);
        });
}

void Workload::orderWhenAuthorised(OrderId cart, const Tender &tender)
{
    if (m_random.bounded(5) == 0) {
        act(
            m_shop.cart(), &CartService::abandon, [this](const Result<> &) { next(); }, cart);
        return;
    }
    // The counter does not wait for ever: the order is placed whatever became of the card, and what
    // is missing becomes due.
    act(
        m_shop.cart(), &CartService::addTender, [](const Result<> &) {}, cart, tender,
        Money{0, pounds});
    act(
        m_shop.cart(), &CartService::order,
        [this, cart](const Result<Receipt> &receipt) {
            if (receipt)
                m_orders.append(cart);
            next();
        },
        cart);
}

void Workload::cancelSomething()
{
    if (m_orders.isEmpty())
        return sell(Fulfilment::Delivery, TenderKind::SavedCard);
    const OrderId order = m_orders[m_random.bounded(m_orders.size())];
    act(
        m_shop.order(), &OrderService::cancel, [this](const Result<> &) { next(); }, order,
        CancelReason::ByStaff);
}

void Workload::takeBack()
{
    if (m_orders.isEmpty())
        return sell(Fulfilment::Counter, TenderKind::Cash);
    const auto cart = OrderId::make(m_shop.clock().now());
    const ReturnRequest request{ReturnHoldId::make(m_shop.clock().now()),
                                m_orders[m_random.bounded(m_orders.size())], 1, Quantity::pieces(1),
                                cart};
    act(
        m_shop.order(), &OrderService::holdReturn,
        [this, cart](const Result<HeldReturn> &held) {
            if (!held)
                return next();
            CartLine line;
            line.line = 1;
            line.product = held->product;
            line.sku = held->sku;
            line.name = held->name;
            line.quantity = -held->quantity;
            line.unitPrice = held->unitPrice;
            line.taxRate = held->taxRate;
            line.disposition = Disposition::Restock;
            line.originalOrder = held->originalOrder;
            line.originalLine = held->originalLine;
            line.returnedGross = held->gross;
            line.returnedTax = held->tax;
            ImportedSale sale;
            sale.order = cart;
            sale.settings.currency = pounds;
            sale.tender = TenderKind::Cash;
            sale.lines = {line};
            act(
                m_shop.cart(), &CartService::bookImported,
                [this](const Result<Receipt> &) { next(); }, sale);
        },
        request);
}

void Workload::moveParcels(std::function<void()> done)
{
    call(m_shop.shipping(), &ShippingService::inState, ShipmentState::Labelled)
        .then(this, [this, done](const Result<QList<Shipment>> &labelled) {
            const auto parcels = labelled ? *labelled : QList<Shipment>();
            if (parcels.isEmpty())
                return done();
            const auto left = std::make_shared<qsizetype>(parcels.size());
            for (const Shipment &parcel : parcels)
                act(
                    m_shop.shipping(), &ShippingService::handOver,
                    [left, done](const Result<> &) {
                        if (--*left == 0)
                            done();
                    },
                    parcel.order);
        });
}

void Workload::keepParcelsMoving()
{
    moveParcels([this] {
        if (m_left >= 0)
            QTimer::singleShot(parcelsMs, this, &Workload::keepParcelsMoving);
        else
            Q_EMIT enough();
    });
}

} // namespace kontor
