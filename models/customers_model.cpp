// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/customers_model.h"

#include "services/core/call.h"

namespace kontor {

using namespace Qt::StringLiterals;

CustomersModel::CustomersModel(const ShopAccess &access, QObject *parent)
    : QAbstractListModel(parent)
    , m_access(access)
{
}

void CustomersModel::search(const QString &text)
{
    m_wanted = text.trimmed();
    if (m_wanted.isEmpty())
        return show({});
    call(m_access.account, &AccountService::find, m_wanted)
        .then(this, [this, asked = m_wanted](const Result<FoundAccounts> &found) {
            if (asked != m_wanted)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            show(*found);
        });
}

void CustomersModel::show(const FoundAccounts &found)
{
    beginResetModel();
    m_found = found;
    endResetModel();
    Q_EMIT searched();
}

int CustomersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.accounts.size());
}

QVariant CustomersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccountDetails &details = m_found.accounts[index.row()].details;
    if (role == Qt::DisplayRole)
        return details.name;
    if (role != DetailRole)
        return {};
    QStringList parts{details.email, details.phone};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace kontor
