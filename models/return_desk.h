// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/return_lines_model.h"

namespace kontor {

//! Takes goods back by their receipt into the cart that the till is working on: first Order holds
//! them, then they become lines of the cart.
class ReturnDesk : public QObject
{
    Q_OBJECT
public:
    ReturnDesk(const ShopAccess &access, CartSession &session, QObject *parent = nullptr);

    //! No receipt, no lines.
    void clear();
    //! "12" is receipt 12 of this till.
    void look(const QString &receipt);
    //! What is chosen comes back, each line for this reason.
    void take(const QString &reason, Disposition disposition);

    const std::optional<Order> &order() const { return m_order; }
    ReturnLinesModel &lines() { return m_lines; }

Q_SIGNALS:
    void looked();
    void notFound(const QString &receipt);
    //! All of it is in the cart.
    void taken();
    void refused(const kontor::Error &error);

private:
    struct Wish
    {
        int line = 0;
        Quantity quantity;
    };
    QString fullNumber(const QString &receipt) const;
    //! What was held for the cart and is not in it is free again; then done() goes on.
    void tidy(const std::function<void()> &done);
    void keep(const QList<CarriedReturn> &carried, const std::function<void()> &done);
    void askLines(const Order &order);
    void takeNext();
    void addHeld(const HeldReturn &held);
    //! Not all of it could be taken.
    void giveUp(const Error &error);

    const ShopAccess &m_access;
    CartSession &m_session;
    std::optional<Order> m_order;
    ReturnLinesModel m_lines;
    int m_look = 0; //!< answers to earlier looks are out of date
    bool m_taking = false;
    OrderId m_original; //!< where what is being taken was sold
    QList<Wish> m_wishes;
    QString m_reason;
    Disposition m_disposition = Disposition::Restock;
};

} // namespace kontor
