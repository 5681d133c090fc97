// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/held_carts_model.h"

#include "models/texts.h"
#include "services/core/call.h"

namespace kontor {

using namespace Qt::StringLiterals;

HeldCartsModel::HeldCartsModel(const ShopAccess &access, QObject *parent)
    : QAbstractListModel(parent)
    , m_access(access)
{
}

void HeldCartsModel::look()
{
    call(m_access.cart, &CartService::heldCarts, m_access.till)
        .then(this, [this](const Result<QList<Cart>> &held) {
            if (!held) {
                Q_EMIT failed(held.error());
                return;
            }
            beginResetModel();
            m_carts = *held;
            endResetModel();
            Q_EMIT looked();
        });
}

int HeldCartsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_carts.size());
}

QString HeldCartsModel::detail(const Cart &cart)
{
    QStringList parts{tr("Lines: %1").arg(cart.lines.size())};
    if (const auto totals = totalsOf(cart))
        parts.append(amountText(totals->total));
    parts.append(tr("since %1").arg(momentText(cart.openedAt)));
    return parts.join(u" · "_s);
}

QVariant HeldCartsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Cart &cart = m_carts[index.row()];
    if (role == Qt::DisplayRole)
        return cart.heldAs;
    return role == DetailRole ? detail(cart) : QVariant();
}

} // namespace kontor
