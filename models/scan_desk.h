// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/catalog_lookup.h"
#include "models/reader_thread.h"

namespace kontor {

enum class DeskError
{
    PaymentUnderWay, //!< nothing is added to a cart that is being paid
    BrokenOff,       //!< the scanner stopped in the middle of a code
};
KONTOR_ERROR_DOMAIN(DeskError);

//! Takes what is scanned and typed, in its order: each ends as a line of the cart, as a price that
//! was asked, as goods that come back, as a receipt that was meant, or is refused with its reason.
class ScanDesk : public QObject
{
    Q_OBJECT
public:
    enum class Purpose
    {
        Sell,
        CheckPrice,
        TakeBack, //!< goods come back without receipt
        None,     //!< a payment is under way
    };

    ScanDesk(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
             CartSession &session, QObject *parent = nullptr);

    void setPurpose(Purpose purpose) { m_purpose = purpose; }
    Purpose purpose() const { return m_purpose; }

    void scan(const QString &code, Quantity times = Quantity::pieces(1));
    void scanBroken(const QString &part);
    void enter(const QString &text, Quantity times);

Q_SIGNALS:
    //! A line is on its way into the cart.
    void sold();
    void priceFound(const kontor::Identified &goods);
    void cameBack(kontor::ProductId product, kontor::Quantity quantity);
    void receiptFound(const QString &number);
    void scanRefused(const QString &code, const kontor::Error &error);
    void entryRefused(const QString &text, const kontor::Error &error);
    //! These are sold all the same, as the person at the till decides.
    void pastUseBy(const QString &name, QDate day);
    void pastBestBefore(const QString &name, QDate day);

private:
    struct Job
    {
        QString text;
        Quantity times;
        Purpose purpose;
        bool isTyped;
    };
    auto answered(const Job &job);
    void take(const Job &job, const Identified &found);
    void sell(const Job &job, const Identified &found);
    void refuse(const Job &job, const Error &error);
    QDate today() const;

    const ShopAccess &m_access;
    const ReaderThread<CatalogLookup> &m_lookup;
    CartSession &m_session;
    Purpose m_purpose = Purpose::Sell;
};

} // namespace kontor
