// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/reconciliation.h"

#include <QHash>

namespace kontor {

namespace {

Difference differenceOf(const BookedCharge &charge, DifferenceKind kind, const Money &ours,
                        const Money &theirs)
{
    return {charge.at, kind, charge.order, ours, charge.receipt, charge.reference, theirs};
}

QList<Difference> differencesOf(const ListedCharge &listed, const BookedCharge &booked)
{
    QList<Difference> found;
    if (listed.captured != booked.captured)
        found.append(
            differenceOf(booked, DifferenceKind::Captured, booked.captured, listed.captured));
    if (listed.refunded != booked.refunded)
        found.append(
            differenceOf(booked, DifferenceKind::Refunded, booked.refunded, listed.refunded));
    return found;
}

} // namespace

QList<Difference> differencesBetween(const QList<ListedCharge> &listed,
                                     const QList<BookedCharge> &booked, Timestamp since)
{
    QHash<QString, BookedCharge> books;
    for (const BookedCharge &charge : booked)
        books.insert(charge.reference, charge);
    QList<Difference> differences;
    for (const ListedCharge &charge : listed) {
        if (charge.order.isNull())
            continue;
        const auto known = books.constFind(charge.reference);
        if (known == books.cend()) {
            if (!charge.captured.isZero())
                differences.append({charge.at, DifferenceKind::NotInBooks, charge.order,
                                    Money{0, charge.captured.currency}, QString(), charge.reference,
                                    charge.captured});
            continue;
        }
        if (!known->isUnderWay)
            differences += differencesOf(charge, *known);
        books.erase(known);
    }
    for (const BookedCharge &charge : booked) {
        if (books.contains(charge.reference) && !charge.isUnderWay && charge.at >= since &&
            !charge.captured.isZero())
            differences.append(differenceOf(charge, DifferenceKind::NotAtSystem, charge.captured,
                                            Money{0, charge.captured.currency}));
    }
    return differences;
}

} // namespace kontor
