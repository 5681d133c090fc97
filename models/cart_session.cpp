// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cart_session.h"

#include "models/texts.h"
#include "services/catalog/delivery_charge.h"
#include "services/core/call.h"

#include <algorithm>

namespace kontor {

namespace {

Timestamp collectByFor(QDate ready)
{
    return {ready.addDays(CartSession::pickupDays).endOfDay().toMSecsSinceEpoch()};
}

} // namespace

CartSession::CartSession(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_stock(access)
{
    m_cart.currency = access.currency;
    m_totals.total = Money{0, access.currency};
    connect(&m_stock, &CartStock::looked, this, [this] {
        m_lines.setShortages(m_stock.shortages());
        Q_EMIT changed();
    });
    connect(&m_stock, &CartStock::failed, this, &CartSession::refused);
}

void CartSession::resume()
{
    if (m_resuming)
        return;
    m_resuming = true;
    call(m_access.cart, &CartService::openCarts, m_access.till)
        .then(this, [this](const Result<QList<OrderId>> &open) {
            m_resuming = false;
            if (!open) {
                Q_EMIT refused(open.error());
                return;
            }
            if (open->isEmpty())
                return openNew();
            use(open->first());
        });
}

void CartSession::startNext()
{
    m_id = {};
    resume();
}

void CartSession::openNew()
{
    m_resuming = true;
    const OrderId id = OrderId::make(m_access.clock.now());
    const CartSettings settings{m_access.currency, m_access.taxIncluded,
                                cashStepOf(m_access.currency)};
    call(m_access.cart, &CartService::open, m_access.command(), id, settings)
        .then(this, [this](const Result<OrderId> &opened) {
            m_resuming = false;
            if (!opened) {
                Q_EMIT refused(opened.error());
                return;
            }
            use(*opened);
        });
}

void CartSession::use(OrderId cart)
{
    m_id = cart;
    const auto early = std::exchange(m_early, {});
    for (const auto &addNow : early)
        addNow();
    reload();
    if (const OrderId wanted = std::exchange(m_wanted, {}); !wanted.isNull())
        recall(wanted);
}

void CartSession::reload()
{
    if (m_id.isNull())
        return;
    // While goods are scanned faster than the cart is read, it is read as often as it can be.
    m_outdated = m_loading;
    if (std::exchange(m_loading, true))
        return;
    call(m_access.cart, &CartService::cart, m_id)
        .then(this, [this](const Result<std::optional<Cart>> &cart) {
            m_loading = false;
            if (std::exchange(m_outdated, false))
                reload();
            if (!cart) {
                Q_EMIT refused(cart.error());
                return;
            }
            if (cart->has_value() && (*cart)->id == m_id)
                show(**cart);
        });
}

void CartSession::show(const Cart &cart)
{
    const bool otherCustomer = cart.customer != m_cart.customer;
    m_cart = cart;
    const auto totals = totalsOf(cart);
    if (!totals) {
        Q_EMIT refused(totals.error());
        return;
    }
    m_totals = *totals;
    m_lines.setLines(m_totals.lines);
    m_stock.look(m_cart);
    if (otherCustomer)
        nameCustomer();
    Q_EMIT changed();
    if (const int line = std::exchange(m_justAdded, 0); line > 0)
        Q_EMIT added(line);
    if (const QString name = std::exchange(m_justRemoved, {}); !name.isEmpty())
        Q_EMIT lineRemoved(name);
}

void CartSession::nameCustomer()
{
    m_customerName.clear();
    const AccountId customer = m_cart.customer;
    if (customer.isNull())
        return;
    call(m_access.account, &AccountService::account, customer)
        .then(this, [this, customer](const Result<Account> &account) {
            if (!account || m_cart.customer != customer)
                return;
            m_customerName = account->details.name;
            Q_EMIT changed();
        });
}

template <class Answer>
auto CartSession::answered()
{
    return [this](const Answer &done) {
        if (!done)
            Q_EMIT refused(done.error());
        reload();
    };
}

auto CartSession::lineAdded(const Refusal &refusal)
{
    return [this, refusal](const Result<int> &line) {
        if (line)
            m_justAdded = *line;
        else
            refusal(line.error());
        reload();
    };
}

void CartSession::add(ProductId product, Quantity quantity)
{
    if (m_id.isNull()) {
        m_early.append([this, product, quantity] { add(product, quantity); });
        return resume();
    }
    call(m_access.cart, &CartService::addLine, m_access.command(), m_id, product, quantity)
        .then(this, lineAdded([this](const Error &error) { Q_EMIT refused(error); }));
}

void CartSession::add(const LabelledGoods &goods, const Refusal &refusal)
{
    if (m_id.isNull()) {
        m_early.append([this, goods, refusal] { add(goods, refusal); });
        return resume();
    }
    call(m_access.cart, &CartService::addLabelled, m_access.command(), m_id, goods)
        .then(this, lineAdded(refusal));
}

void CartSession::setQuantity(int lineNumber, Quantity quantity)
{
    if (isCharge(lineNumber)) {
        if (quantity.isZero())
            setDeliveryCharge(Money{0, m_cart.currency});
        else
            Q_EMIT refused(Error(CartError::BadQuantity));
        return;
    }
    const CartLine *found = line(lineNumber);
    const QString removed = found && quantity.isZero() ? found->name : QString();
    call(m_access.cart, &CartService::setQuantity, m_access.command(), m_id, lineNumber, quantity)
        .then(this, [this, removed](const Result<> &done) {
            if (done)
                m_justRemoved = removed;
            answered<Result<>>()(done);
        });
}

void CartSession::setDiscount(int lineNumber, const Discount &discount)
{
    call(m_access.cart, &CartService::setDiscount, m_access.command(), m_id, lineNumber, discount)
        .then(this, answered<Result<>>());
}

Discount CartSession::discount(int lineNumber) const
{
    if (lineNumber == 0)
        return m_cart.discount;
    const CartLine *found = line(lineNumber);
    return found ? found->discount : Discount{};
}

QString CartSession::note(int lineNumber) const
{
    if (lineNumber == 0)
        return m_cart.note;
    const CartLine *found = line(lineNumber);
    return found ? found->note : QString();
}

const CartLine *CartSession::line(int lineNumber) const
{
    const auto found = std::ranges::find(m_cart.lines, lineNumber, &CartLine::line);
    return found == m_cart.lines.end() ? nullptr : &*found;
}

TaxRate CartSession::usualTaxRate() const
{
    const auto byGross = [](const TaxTotal &a, const TaxTotal &b) {
        return a.gross.minor < b.gross.minor;
    };
    const auto most = std::ranges::max_element(m_totals.taxes, byGross);
    return most == m_totals.taxes.end() ? TaxRate{} : most->rate;
}

void CartSession::setPrice(int lineNumber, const UnitPrice &price)
{
    call(m_access.cart, &CartService::setPrice, m_access.command(), m_id, lineNumber, price)
        .then(this, answered<Result<>>());
}

void CartSession::setNote(int lineNumber, const QString &note)
{
    call(m_access.cart, &CartService::setNote, m_access.command(), m_id, lineNumber, note)
        .then(this, answered<Result<>>());
}

void CartSession::addOpenItem(const OpenItem &item)
{
    call(m_access.cart, &CartService::addOpenItem, m_access.command(), m_id, item)
        .then(this, lineAdded([this](const Error &error) { Q_EMIT refused(error); }));
}

void CartSession::addReturnWithoutReceipt(ProductId product, Quantity quantity,
                                          Disposition disposition, const QString &reason)
{
    call(m_access.cart, &CartService::addReturnWithoutReceipt, m_access.command(), m_id, product,
         quantity, disposition, reason)
        .then(this, lineAdded([this](const Error &error) { Q_EMIT refused(error); }));
}

Money CartSession::discounted() const
{
    Money sum{0, m_cart.currency};
    for (const OrderedLine &line : m_totals.lines) {
        if (!line.isReturn())
            sum += line.discount;
    }
    return sum;
}

void CartSession::setCustomer(AccountId customer, AddressId address, const QString &country)
{
    call(m_access.cart, &CartService::setCustomer, m_access.command(), m_id, customer, address,
         country)
        .then(this, answered<Result<>>());
}

void CartSession::setFulfilment(Fulfilment fulfilment)
{
    sendFulfilment(fulfilment, m_cart.backorder, m_cart.wishedFor);
}

void CartSession::setFulfilment(Fulfilment fulfilment, bool backorder)
{
    sendFulfilment(fulfilment, backorder, m_cart.wishedFor);
}

void CartSession::setWishedFor(QDate day)
{
    sendFulfilment(m_cart.fulfilment, m_cart.backorder, day);
}

void CartSession::setBackorder(bool waits)
{
    sendFulfilment(m_cart.fulfilment, waits, m_cart.wishedFor);
}

void CartSession::sendFulfilment(Fulfilment fulfilment, bool backorder, QDate wishedFor)
{
    const bool pickup = fulfilment == Fulfilment::Pickup;
    const QDate ready = wishedFor.isValid() ? wishedFor : today();
    call(m_access.cart, &CartService::setFulfilment, m_access.command(), m_id, fulfilment,
         backorder, pickup ? collectByFor(ready) : Timestamp{}, wishedFor)
        .then(this, answered<Result<>>());
}

bool CartSession::isCharge(int lineNumber) const
{
    const int row = m_lines.rowOf(lineNumber);
    return row >= 0 && m_lines.line(row).product == DeliveryCharge::product();
}

void CartSession::setDeliveryCharge(const std::optional<Money> &amount)
{
    std::optional<CartCharge> charge;
    if (amount) {
        const CartCharge usual{{}, true, tr("Delivery"), usualTaxRate()};
        charge = m_cart.charge.value_or(usual);
        charge->amount = *amount;
    }
    call(m_access.cart, &CartService::setDeliveryCharge, m_access.command(), m_id, charge)
        .then(this, answered<Result<>>());
}

void CartSession::confirmAge()
{
    call(m_access.cart, &CartService::confirmAge, m_access.command(), m_id, m_cart.ageToAsk())
        .then(this, answered<Result<>>());
}

void CartSession::refuseAge()
{
    call(m_access.cart, &CartService::refuseAge, m_access.command(), m_id)
        .then(this, [this, removed = goodsWithAge().join(u", ")](const Result<> &done) {
            if (done)
                m_justRemoved = removed;
            answered<Result<>>()(done);
        });
}

QStringList CartSession::goodsWithAge() const
{
    QStringList names;
    for (const CartLine &line : m_cart.lines) {
        if (m_cart.asksAgeFor(line))
            names.append(line.name);
    }
    return names;
}

void CartSession::undo()
{
    call(m_access.cart, &CartService::undo, m_access.command(), m_id)
        .then(this, answered<Result<>>());
}

QString CartSession::usualHoldName() const
{
    return m_customerName.isEmpty()
               ? tr("%1, %2").arg(timeText(m_access.clock.now()), amountText(m_totals.total))
               : m_customerName;
}

void CartSession::putAside(const QString &name)
{
    const OrderId cart = std::exchange(m_id, {});
    call(m_access.cart, &CartService::hold, m_access.command(), cart, name)
        .then(this, [this, cart, name](const Result<> &done) {
            if (done)
                Q_EMIT held(cart, name);
            else
                Q_EMIT refused(done.error());
            Q_EMIT heldChanged();
        });
}

void CartSession::hold(const QString &name)
{
    if (m_id.isNull())
        return;
    putAside(name);
    // The service answers in order: a cart that could not be held is found again.
    resume();
}

void CartSession::recall(OrderId cart)
{
    if (m_resuming) {
        m_wanted = cart;
        return;
    }
    if (!m_id.isNull() && !isEmpty())
        putAside(usualHoldName());
    m_id = {};
    m_resuming = true;
    call(m_access.cart, &CartService::recall, m_access.command(), cart)
        .then(this, [this, cart](const Result<> &recalled) {
            m_resuming = false;
            if (recalled) {
                use(cart);
            } else {
                Q_EMIT refused(recalled.error());
                resume();
            }
            Q_EMIT heldChanged();
        });
}

} // namespace kontor
