// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan_desk.h"

#include "services/core/call.h"

namespace kontor {

namespace {

//! As often; what is too much for a cart stays so.
qint64 multiplied(qint64 value, Quantity times, qint64 limit)
{
    constexpr int whole = 1000; //!< thousandths
    const Int128 product = Int128(value) * times.thousandths;
    return product / whole > limit ? limit + 1 : divideRounded(product, whole);
}

} // namespace

ScanDesk::ScanDesk(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                   CartSession &session, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_lookup(lookup)
    , m_session(session)
{
}

QDate ScanDesk::today() const { return m_access.clock.now().day(); }

// The readers and services answer in the order in which they are asked, and so do the lines come.
auto ScanDesk::answered(const Job &job)
{
    return [this, job](const Result<Identified> &found) {
        if (found)
            take(job, *found);
        else
            refuse(job, found.error());
    };
}

void ScanDesk::scan(const QString &code, Quantity times)
{
    const Job job{code, times, m_purpose, false};
    call(*m_lookup, &CatalogLookup::scanned, code, m_access.currency, today())
        .then(this, answered(job));
}

void ScanDesk::enter(const QString &text, Quantity times)
{
    const Job job{text, times, m_purpose, true};
    call(*m_lookup, &CatalogLookup::typed, text, m_access.currency, today())
        .then(this, answered(job));
}

void ScanDesk::scanBroken(const QString &part)
{
    Q_EMIT scanRefused(part, Error(DeskError::BrokenOff));
}

void ScanDesk::refuse(const Job &job, const Error &error)
{
    if (job.isTyped)
        Q_EMIT entryRefused(job.text, error);
    else
        Q_EMIT scanRefused(job.text, error);
}

void ScanDesk::take(const Job &job, const Identified &found)
{
    if (job.purpose == Purpose::None)
        return refuse(job, Error(DeskError::PaymentUnderWay));
    if (!found.product) {
        Q_EMIT receiptFound(found.receipt);
        return;
    }
    if (job.purpose == Purpose::CheckPrice) {
        Q_EMIT priceFound(found);
        return;
    }
    if (job.purpose == Purpose::TakeBack) {
        const qint64 thousandths =
            multiplied(found.goods.quantity.thousandths, job.times, Quantity::maxThousandths);
        Q_EMIT cameBack(found.product->id, Quantity{thousandths});
        return;
    }
    sell(job, found);
}

void ScanDesk::sell(const Job &job, const Identified &found)
{
    LabelledGoods goods = found.goods;
    goods.quantity.thousandths =
        multiplied(goods.quantity.thousandths, job.times, Quantity::maxThousandths);
    if (goods.price)
        goods.price->minor = multiplied(goods.price->minor, job.times, Money::maxMinor);
    QStringList note;
    if (!found.lot.isEmpty())
        note.append(tr("Lot %1").arg(found.lot));
    if (!found.serial.isEmpty())
        note.append(tr("Serial number %1").arg(found.serial));
    if (found.useBy.isValid())
        note.append(tr("Use by %1").arg(QLocale().toString(found.useBy, QLocale::ShortFormat)));
    goods.note = note.join(QStringLiteral(", "));
    m_session.add(goods, [this, job](const Error &error) { refuse(job, error); });
    Q_EMIT sold();
    if (found.useBy.isValid() && found.useBy < today())
        Q_EMIT pastUseBy(found.product->name, found.useBy);
    else if (found.bestBefore.isValid() && found.bestBefore < today())
        Q_EMIT pastBestBefore(found.product->name, found.bestBefore);
}

} // namespace kontor
