// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "models/table_model.h"

#include <QTimer>

namespace kontor {

//! The mails about one order, the first one first.
class MailsModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TimeColumn,
        KindColumn,
        StateColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< milliseconds, or an enum's number
    };

    explicit MailsModel(const ShopAccess &access, QObject *parent = nullptr);

    //! A null order has no mails.
    void setOrder(OrderId order);
    void refresh();
    const QueuedMail &mail(int row) const { return m_mails[row]; }
    //! Once more, under its message id.
    void sendAgain(int row);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void told();
    void failed(const kontor::Error &error);

private:
    int rows() const override { return int(m_mails.size()); }
    void show(const QList<QueuedMail> &mails);

    const ShopAccess &m_access;
    OrderId m_order;
    QList<QueuedMail> m_mails;
    QTimer m_poll; // no topic tells what became of a mail
};

} // namespace kontor
