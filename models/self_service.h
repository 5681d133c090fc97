// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/checkout.h"
#include "models/paper_desk.h"
#include "models/scan_desk.h"

namespace kontor {

//! A sale that a customer makes alone: what may be in it, and how it ends.
class SelfService : public QObject
{
    Q_OBJECT
public:
    enum class Way
    {
        Card,
        Till //!< the cart is put aside under a number
    };

    SelfService(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                QObject *parent = nullptr);

    //! What somebody else left in the till's cart is put aside.
    void start();
    void scan(const QString &code) { m_desk.scan(code); }
    void add(const Product &product);
    void setQuantity(int line, Quantity quantity) { m_session.setQuantity(line, quantity); }
    void finish(Fulfilment fulfilment, Way way);
    //! The card that was not asked for its money yet is let go.
    void takeBack() { m_checkout.takeBack(); }
    //! Nobody wants the cart any more.
    void abandon();

    CartSession &session() { return m_session; }
    const Checkout &checkout() const { return m_checkout; }
    //! Money may be on its way: the sale is not walked away from.
    bool isPaying() const;

    static constexpr int mostNumbers = 999;

Q_SIGNALS:
    void changed();
    void stepped();
    //! Only staff may sell it.
    void staffNeeded(const QString &product);
    void refused(const kontor::Error &error);
    void paid(const QString &receipt);
    void putAside(const QString &number);
    //! A payment was under way when the program ended; staff see to it at the till.
    void interrupted();

private:
    void goOn();
    QString nextNumber() const;

    const ShopAccess &m_access;
    CartSession m_session;
    ScanDesk m_desk;
    Checkout m_checkout;
    PaperDesk m_papers;
    std::optional<Way> m_way; //!< chosen, and not begun yet
    Fulfilment m_fulfilment = Fulfilment::Counter;
    QList<ProductId> m_early; //!< chosen before the cart was there
    bool m_starting = false;
    QString m_number;   //!< under which the cart is being put aside
    CartTotals m_aside; //!< what is in it
};

} // namespace kontor
