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

auto CartSession::removed(const QString &name)
{
    return [this, name](const Result<> &done) {
        if (!done)
            Q_EMIT refused(done.error());
        else if (!name.isEmpty())
            m_justRemoved = name;
    };
}

auto CartSession::lineAdded(const Refusal &refusal)
{
    return [this, refusal](const Result<int> &line) {
        if (line)
            m_justAdded = *line;
        else if (refusal)
            refusal(line.error());
        else
            Q_EMIT refused(line.error());
    };
}

// A service answers in the order in which it is asked: the cart that is read has the change in it.
template <class Done, class Function, class... Arguments>
void CartSession::tellThen(Done done, Function function, const Arguments &...arguments)
{
    call(m_access.cart, function, m_access.command(), m_id, arguments...).then(this, done);
    reload();
}

template <class Function, class... Arguments>
void CartSession::tell(Function function, const Arguments &...arguments)
{
    tellThen(removed({}), function, arguments...);
}

void CartSession::add(ProductId product, Quantity quantity)
{
    if (m_id.isNull()) {
        m_early.append([this, product, quantity] { add(product, quantity); });
        return resume();
    }
    tellThen(lineAdded(), &CartService::addLine, product, quantity);
}

void CartSession::add(const LabelledGoods &goods, const Refusal &refusal)
{
    if (m_id.isNull()) {
        m_early.append([this, goods, refusal] { add(goods, refusal); });
        return resume();
    }
    tellThen(lineAdded(refusal), &CartService::addLabelled, goods);
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
    const QString name = found && quantity.isZero() ? found->name : QString();
    tellThen(removed(name), &CartService::setQuantity, lineNumber, quantity);
}

void CartSession::setDiscount(int lineNumber, const Discount &discount)
{
    tell(&CartService::setDiscount, lineNumber, discount);
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
    tell(&CartService::setPrice, lineNumber, price);
}

void CartSession::setNote(int lineNumber, const QString &note)
{
    tell(&CartService::setNote, lineNumber, note);
}

void CartSession::addOpenItem(const OpenItem &item)
{
    tellThen(lineAdded(), &CartService::addOpenItem, item);
}

void CartSession::addReturnWithoutReceipt(ProductId product, Quantity quantity,
                                          Disposition disposition, const QString &reason)
{
    tellThen(lineAdded(), &CartService::addReturnWithoutReceipt, product, quantity, disposition,
             reason);
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

Money CartSession::fullPrice(int lineNumber) const
{
    Money sum{0, m_cart.currency};
    for (const OrderedLine &line : m_totals.lines) {
        if (!line.isReturn() && (lineNumber == 0 || line.line == lineNumber))
            sum += line.gross + line.discount;
    }
    return sum;
}

void CartSession::setCustomer(AccountId customer, AddressId address, const QString &country)
{
    tell(&CartService::setCustomer, customer, address, country);
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
    tell(&CartService::setFulfilment, fulfilment, backorder,
         pickup ? collectByFor(ready) : Timestamp{}, wishedFor);
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
    tell(&CartService::setDeliveryCharge, charge);
}

void CartSession::confirmAge() { tell(&CartService::confirmAge, m_cart.ageToAsk()); }

void CartSession::refuseAge()
{
    tellThen(removed(goodsWithAge().join(u", ")), &CartService::refuseAge);
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

void CartSession::undo() { tell(&CartService::undo); }

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
