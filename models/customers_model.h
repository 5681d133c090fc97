// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QAbstractListModel>

namespace kontor {

//! The customers that a search found.
class CustomersModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role
    {
        DetailRole = Qt::UserRole, //!< mail address and phone
    };

    explicit CustomersModel(const ShopAccess &access, QObject *parent = nullptr);

    void search(const QString &text);
    //! These are the first of all that match.
    bool hasMore() const { return m_found.hasMore; }
    const Account &account(int row) const { return m_found.accounts[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void searched();
    void failed(const kontor::Error &error);

private:
    void show(const FoundAccounts &found);

    const ShopAccess &m_access;
    QString m_wanted;
    FoundAccounts m_found;
};

} // namespace kontor
