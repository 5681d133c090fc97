// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/reconciler.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace kontor {

Reconciler::Reconciler(Store &store, const Clock &clock, PaymentSystem &system,
                       const PaymentSettings &settings)
    : m_db(store)
    , m_store(store)
    , m_clock(clock)
    , m_system(system)
    , m_everyMs(settings.reconcileEveryMs)
{
}

Result<int> Reconciler::lookIfDue()
{
    const Timestamp now = m_clock.now();
    if (m_since) {
        if (m_isListing || !m_suspects || now < m_secondLook)
            return 0;
        list();
        return 1;
    }
    if (m_everyMs <= 0)
        return 0;
    const auto last = m_store.last();
    if (!last)
        return last.error();
    if (!*last) {
        // There is nothing to compare yet on a shop's first day.
        const auto begun = conclude({now, now, 0, {}, QStringLiteral("not compared yet")});
        return begun ? Result<int>(0) : begun.error();
    }
    if (now.ms - (*last)->at.ms < m_everyMs)
        return 0;
    look();
    return 1;
}

void Reconciler::look()
{
    if (m_since)
        return;
    const auto since = sinceLast();
    if (!since) {
        qWarning("reconciliation: %s", qPrintable(since.error().text()));
        return;
    }
    m_since = *since;
    m_suspects.reset();
    list();
}

//! A difference stays until it is gone or somebody has looked after it.
Result<Timestamp> Reconciler::sinceLast() const
{
    const auto whole = m_store.lastWhole();
    if (!whole)
        return whole.error();
    if (!*whole)
        return Timestamp{m_clock.now().ms - firstLookBackMs};
    const auto open = openDifferences();
    if (!open)
        return open.error();
    Timestamp since = (*whole)->at;
    for (const Difference &difference : *open)
        since = std::min(since, difference.at);
    return since;
}

void Reconciler::list()
{
    m_isListing = true;
    m_system.listCharges({m_since->ms - longestHoldMs}, m_clock.now(),
                         [self = QPointer(this)](const Result<QList<ListedCharge>> &listed) {
                             if (self)
                                 self->take(listed);
                         });
}

void Reconciler::take(const Result<QList<ListedCharge>> &listed)
{
    m_isListing = false;
    const auto found = listed ? compare(*listed) : listed.error();
    if (found && !found->isEmpty() && !m_suspects) {
        m_suspects = *found;
        m_secondLook = {m_clock.now().ms + secondLookMs};
        return;
    }
    Reconciliation result{m_clock.now(), *std::exchange(m_since, std::nullopt), 0, {}, {}};
    if (listed)
        result.charges = int(std::ranges::count_if(
            *listed, [](const ListedCharge &charge) { return !charge.order.isNull(); }));
    if (found) {
        result.differences = *found;
        const auto suspects = m_suspects.value_or(QList<Difference>());
        result.differences.removeIf(
            [&](const Difference &difference) { return !suspects.contains(difference); });
    } else {
        result.trouble = found.error().text();
    }
    m_suspects.reset();
    if (const auto done = conclude(result); !done)
        qWarning("reconciliation: %s", qPrintable(done.error().text()));
    Q_EMIT looked();
}

Result<QList<Difference>> Reconciler::compare(const QList<ListedCharge> &listed) const
{
    auto booked = m_store.bookedSince({m_since->ms - longestHoldMs});
    if (!booked)
        return booked.error();
    QSet<QString> known;
    for (const BookedCharge &charge : *booked)
        known.insert(charge.reference);
    // What is older in the books than it looks at the payment system.
    for (const ListedCharge &charge : listed) {
        if (charge.order.isNull() || known.contains(charge.reference))
            continue;
        const auto older = m_store.bookedAs(charge.order, charge.reference);
        if (!older)
            return older.error();
        *booked += *older;
    }
    return differencesBetween(listed, *booked, *m_since);
}

Result<> Reconciler::conclude(const Reconciliation &reconciliation)
{
    return inTransaction(m_db, [&](Transaction &tx) { return m_store.add(tx, reconciliation); });
}

Result<QList<Difference>> Reconciler::openDifferences() const
{
    const auto whole = m_store.lastWhole();
    if (!whole)
        return whole.error();
    QList<Difference> open;
    for (const Difference &difference : *whole ? (*whole)->differences : QList<Difference>()) {
        const auto isClosed = m_store.isClosed(difference);
        if (!isClosed)
            return isClosed.error();
        if (!*isClosed)
            open.append(difference);
    }
    return open;
}

} // namespace kontor
