// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/return_desk.h"

#include "services/core/call.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QList<CarriedReturn> returnsOf(const Cart &cart)
{
    QList<CarriedReturn> carried;
    for (const CartLine &line : cart.lines) {
        if (line.isReturnByReceipt())
            carried.append({line.originalOrder, line.originalLine, -line.quantity});
    }
    return carried;
}

} // namespace

ReturnDesk::ReturnDesk(const ShopAccess &access, CartSession &session, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_session(session)
{
}

void ReturnDesk::clear()
{
    ++m_look;
    m_order.reset();
    m_lines.setLines({});
}

QString ReturnDesk::fullNumber(const QString &receipt) const
{
    constexpr int digits = 6;
    const QString text = receipt.trimmed().toUpper();
    const bool isShort = !text.isEmpty() && text.size() <= digits &&
                         std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
    return isShort ? u"%1-%2"_s.arg(m_access.till, text.rightJustified(digits, u'0')) : text;
}

void ReturnDesk::look(const QString &receipt)
{
    clear();
    const int look = m_look;
    const QString number = fullNumber(receipt);
    call(m_access.order, &OrderService::orderByReceipt, number)
        .then(this, [this, look, number](const Result<std::optional<Order>> &order) {
            if (look != m_look)
                return;
            if (!order) {
                Q_EMIT refused(order.error());
                return;
            }
            if (!order->has_value()) {
                Q_EMIT notFound(number);
                return;
            }
            tidy([this, look, found = **order] {
                if (look == m_look)
                    askLines(found);
            });
        });
}

void ReturnDesk::tidy(const std::function<void()> &done)
{
    call(m_access.cart, &CartService::cart, m_session.cart().id)
        .then(this, [this, done](const Result<std::optional<Cart>> &cart) {
            if (!cart)
                return giveUp(cart.error());
            keep(cart->has_value() ? returnsOf(**cart) : QList<CarriedReturn>(), done);
        });
}

void ReturnDesk::keep(const QList<CarriedReturn> &carried, const std::function<void()> &done)
{
    call(m_access.order, &OrderService::keepReturns, m_access.command(), m_session.cart().id,
         carried)
        .then(this, [this, done](const Result<> &kept) {
            if (!kept)
                return giveUp(kept.error());
            done();
        });
}

void ReturnDesk::askLines(const Order &order)
{
    call(m_access.order, &OrderService::returnable, order.id)
        .then(this, [this, look = m_look, order](const Result<QList<ReturnableLine>> &lines) {
            if (look != m_look)
                return;
            if (!lines) {
                Q_EMIT refused(lines.error());
                return;
            }
            m_order = order;
            m_lines.setLines(*lines);
            Q_EMIT looked();
        });
}

void ReturnDesk::take(const QString &reason, Disposition disposition)
{
    if (m_taking || !m_order || !m_lines.takesAny())
        return;
    m_taking = true;
    m_original = m_order->id;
    m_reason = reason;
    m_disposition = disposition;
    m_wishes.clear();
    for (int row = 0; row < m_lines.rowCount(); ++row) {
        if (!m_lines.taken(row).isZero())
            m_wishes.append({m_lines.line(row).line.line, m_lines.taken(row)});
    }
    tidy([this] { takeNext(); });
}

void ReturnDesk::takeNext()
{
    if (m_wishes.isEmpty()) {
        m_taking = false;
        m_session.reload();
        Q_EMIT taken();
        return;
    }
    const Wish wish = m_wishes.takeFirst();
    const ReturnRequest request{ReturnHoldId::make(m_access.clock.now()), m_original, wish.line,
                                wish.quantity, m_session.cart().id};
    call(m_access.order, &OrderService::holdReturn, m_access.command(), request)
        .then(this, [this](const Result<HeldReturn> &held) {
            if (!held)
                return giveUp(held.error());
            addHeld(*held);
        });
}

void ReturnDesk::addHeld(const HeldReturn &held)
{
    call(m_access.cart, &CartService::addReturn, m_access.command(), m_session.cart().id, held,
         m_disposition, m_reason)
        .then(this, [this](const Result<int> &line) {
            if (!line)
                return giveUp(line.error());
            takeNext();
        });
}

void ReturnDesk::giveUp(const Error &error)
{
    m_taking = false;
    m_wishes.clear();
    m_session.reload();
    if (m_order)
        askLines(*m_order);
    Q_EMIT refused(error);
}

} // namespace kontor
