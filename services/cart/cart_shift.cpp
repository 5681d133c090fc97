// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

#include <algorithm>

namespace kontor {

namespace {

constexpr qint64 maxCoins = 1'000'000; //!< of one kind

bool isAmount(const Money &amount, Currency currency)
{
    return amount.currency == currency && amount.abs().minor <= Money::maxMinor;
}

Result<Money> sumOf(const QList<CoinCount> &coins, Currency currency)
{
    Money sum{0, currency};
    for (const CoinCount &coin : coins) {
        const bool counted = coin.count >= 0 && coin.count <= maxCoins;
        if (!counted || coin.value.minor <= 0 || !isAmount(coin.value, currency))
            return Error(CartError::BadAmount);
        const auto value = checkedMultiply(coin.value, coin.count);
        const auto added = value ? checkedAdd(sum, *value) : value;
        if (!added)
            return added;
        sum = *added;
    }
    return sum;
}

//! Puts what was counted beside what is expected of each tender; none may be missing.
Result<> takeCount(ShiftReport &report, const ShiftCount &count)
{
    const Currency currency = report.totals.currency();
    const auto coins = sumOf(count.coins, currency);
    if (!coins)
        return coins.error();
    QList<TenderKind> counted;
    if (!count.coins.isEmpty())
        counted.append(TenderKind::Cash);
    report.counts.first().counted = *coins;
    for (const ShiftCount::Amount &amount : count.amounts) {
        if (!isAmount(amount.counted, currency) || !isCountedAtTill(amount.kind))
            return Error(CartError::BadAmount);
        counted.append(amount.kind);
        auto line = std::ranges::find(report.counts, amount.kind, &TenderCount::kind);
        if (line == report.counts.end())
            line = report.counts.insert(line, {{0, currency}, {0, currency}, amount.kind});
        line->counted += amount.counted;
    }
    for (const TenderCount &line : report.counts) {
        if (!counted.contains(line.kind))
            return Error(CartError::NotCounted);
    }
    report.coins = count.coins;
    report.reason = count.reason.simplified();
    return {};
}

bool differs(const ShiftReport &report)
{
    return std::ranges::any_of(
        report.counts, [](const TenderCount &count) { return !count.difference().isZero(); });
}

ShiftClosed closedEvent(const ShiftReport &report)
{
    ShiftClosed event;
    event.counts = report.counts;
    event.marks = report.marks;
    event.number = report.number;
    event.perpetualReturns = report.perpetualReturns;
    event.perpetualSales = report.perpetualSales;
    event.reason = report.reason;
    event.shift = report.shift.id;
    event.till = report.shift.till;
    event.totals = report.totals;
    return event;
}

} // namespace

Result<OpenShift> CartService::begin(Transaction &tx, const Command &command,
                                     const Money &floatAmount, bool counted)
{
    OpenShift open;
    open.shift.id = ShiftId::named(tx.at(), "shift/" + command.id.toByteArray());
    open.shift.till = command.till;
    open.shift.floatAmount = floatAmount;
    open.shift.floatCounted = counted;
    open.shift.openedAt = tx.at();
    open.shift.openedBy = command.actor;
    open.totals = ShiftTotals::none(floatAmount.currency);
    if (const auto added = m_shifts.insert(tx, open); !added)
        return added.error();
    m_topic.append(tx, ShiftOpened{floatAmount, counted, open.shift.id, command.till});
    return open;
}

Result<> CartService::useRules(const ShiftRules &rules)
{
    m_rules = rules;
    return {};
}

Result<> CartService::maySell(const QString &till) const
{
    if (!m_rules.needsFloat)
        return {};
    const auto open = m_shifts.open(till);
    if (!open)
        return open.error();
    return open->has_value() ? Result<>() : Error(CartError::NoShift);
}

Result<OpenShift> CartService::shiftFor(Transaction &tx, const Command &command, Currency currency)
{
    const auto open = m_shifts.open(command.till);
    if (!open)
        return open.error();
    if (open->has_value()) {
        if ((*open)->totals.currency() != currency)
            return Error(MoneyError::MixedCurrencies);
        return **open;
    }
    if (m_rules.needsFloat)
        return Error(CartError::NoShift);
    return begin(tx, command, {0, currency}, false);
}

Result<ShiftId> CartService::openShift(const Command &command, const Money &floatAmount)
{
    return perform<CommandName::CartOpenShift>(command, [&](Transaction &tx) -> Result<ShiftId> {
        if (!floatAmount.currency.isValid() || floatAmount.isNegative() ||
            !isAmount(floatAmount, floatAmount.currency))
            return Error(CartError::BadAmount);
        const auto open = m_shifts.open(command.till);
        if (!open)
            return open.error();
        if (open->has_value())
            return Error(CartError::ShiftOpenAlready);
        const auto begun = begin(tx, command, floatAmount, true);
        return begun ? Result<ShiftId>(begun->shift.id) : begun.error();
    });
}

Result<> CartService::move(Transaction &tx, const Command &command, DrawerMoveKind kind,
                           const Money &amount, const QString &reason)
{
    const auto found = m_shifts.open(command.till);
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error(CartError::NoShift);
    OpenShift open = **found;
    const Currency currency = open.totals.currency();
    const bool opens = kind == DrawerMoveKind::Opened;
    const Money moved = opens ? Money{0, currency} : amount;
    if (!isAmount(moved, currency) || (moved.minor <= 0 && !opens))
        return Error(CartError::BadAmount);
    const QString why = reason.simplified();
    const bool needsReason = opens || kind == DrawerMoveKind::PaidOut;
    if ((needsReason && why.isEmpty()) || why.size() > maxNoteLength)
        return Error(CartError::BadText);
    const DrawerMove made{command.actor, moved, tx.at(), kind, why};
    if (const auto added = m_shifts.insertMove(tx, command, open.shift.id, made); !added)
        return added;
    m_topic.append(tx, DrawerMoved{moved, kind, why, open.shift.id, command.till});
    open.totals.addMove(kind, moved);
    return m_shifts.updateTotals(tx, open);
}

Result<> CartService::payIn(const Command &command, const Money &amount, const QString &reason)
{
    return perform<CommandName::CartPayIn>(command, [&](Transaction &tx) {
        return move(tx, command, DrawerMoveKind::PaidIn, amount, reason);
    });
}

Result<> CartService::payOut(const Command &command, const Money &amount, const QString &reason)
{
    return perform<CommandName::CartPayOut>(command, [&](Transaction &tx) {
        return move(tx, command, DrawerMoveKind::PaidOut, amount, reason);
    });
}

Result<> CartService::drop(const Command &command, const Money &amount, const QString &reason)
{
    return perform<CommandName::CartDrop>(command, [&](Transaction &tx) {
        return move(tx, command, DrawerMoveKind::Drop, amount, reason);
    });
}

Result<> CartService::openDrawer(const Command &command, const QString &reason)
{
    return perform<CommandName::CartOpenDrawer>(command, [&](Transaction &tx) {
        return move(tx, command, DrawerMoveKind::Opened, {}, reason);
    });
}

Result<> CartService::payOutRefund(const Command &command, const RefundPayout &payout)
{
    return perform<CommandName::CartPayOutRefund>(command, [&](Transaction &tx) -> Result<> {
        if (payout.amount.minor <= 0 || payout.order.isNull() || payout.tender.isNull())
            return Error(CartError::BadAmount);
        const auto moved = m_store.insertPayout(tx, command, payout);
        if (!moved)
            return moved.error();
        if (!*moved)
            return Error(CartError::PaidOutAlready);
        auto open = shiftFor(tx, command, payout.amount.currency);
        if (!open)
            return open.error();
        m_topic.append(tx, RefundPaidOut{payout.order, payout.tender, payout.amount, command.till,
                                         open->shift.id});
        open->totals.refundsPaidOut += payout.amount;
        return m_shifts.updateTotals(tx, *open);
    });
}

Result<> CartService::payInDue(const Command &command, OrderId order, const Money &amount)
{
    return perform<CommandName::CartPayInDue>(command, [&](Transaction &tx) -> Result<> {
        if (amount.minor <= 0 || order.isNull())
            return Error(CartError::BadAmount);
        if (const auto moved = m_store.insertPaidIn(tx, command, order, amount); !moved)
            return moved;
        auto open = shiftFor(tx, command, amount.currency);
        if (!open)
            return open.error();
        m_topic.append(tx, DuePaidIn{order, amount, command.till, open->shift.id});
        open->totals.duesPaidIn += amount;
        return m_shifts.updateTotals(tx, *open);
    });
}

Result<> CartService::noteAbandoned(Transaction &tx, const Cart &cart)
{
    if (cart.lines.isEmpty())
        return {};
    const auto found = m_shifts.open(cart.till);
    if (!found)
        return found.error();
    if (!found->has_value())
        return {};
    OpenShift open = **found;
    ++open.totals.abandoned;
    return m_shifts.updateTotals(tx, open);
}

Result<ShiftReport> CartService::closeShift(const Command &command, const ShiftCount &count)
{
    return perform<CommandName::CartCloseShift>(
        command, [&](Transaction &tx) -> Result<ShiftReport> {
            const auto open = m_shifts.open(command.till);
            if (!open)
                return open.error();
            if (!open->has_value())
                return Error(CartError::NoShift);
            const auto takes = m_shifts.takesCash(command.till);
            if (!takes)
                return takes.error();
            if (*takes)
                return Error(CartError::PaymentUnderWay);
            auto report = m_shifts.report(**open, m_topic.source());
            if (!report)
                return report;
            if (const auto counted = takeCount(*report, count); !counted)
                return counted.error();
            if (report->reason.size() > maxNoteLength)
                return Error(CartError::BadText);
            if (differs(*report) && report->reason.isEmpty())
                return Error(CartError::NeedsReason);
            const auto number = m_shifts.nextNumber(command.till);
            if (!number)
                return number.error();
            report->number = *number;
            report->at = tx.at();
            report->by = command.actor;
            for (const TopicMark &mark : count.marks) {
                if (mark.source != m_topic.source())
                    report->marks.append(mark);
            }
            if (const auto added = m_shifts.insertReport(tx, *report); !added)
                return added.error();
            m_topic.append(tx, closedEvent(*report));
            return report;
        });
}

Result<std::optional<ShiftReport>> CartService::xReport(const QString &till) const
{
    const auto open = m_shifts.open(till);
    if (!open)
        return open.error();
    if (!open->has_value())
        return std::optional<ShiftReport>();
    auto report = m_shifts.report(**open, m_topic.source());
    if (!report)
        return report.error();
    report->at = clock().now();
    return std::optional(*report);
}

Result<std::optional<ShiftReport>> CartService::zReport(const QString &till, int number) const
{
    return m_shifts.zReport(till, number);
}

Result<QList<ShiftReport>> CartService::zReports(const QString &till, int limit) const
{
    return m_shifts.zReports(till, limit);
}

} // namespace kontor
