// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QAbstractTableModel>

namespace kontor {

//! How the shop's own labels are laid out, to be looked at and changed.
class LabelLayoutsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        PatternColumn,
        MeaningColumn,
        ColumnCount
    };

    explicit LabelLayoutsModel(const ShopAccess &access, QObject *parent = nullptr);

    void look();
    //! Takes the place of the one with its prefix.
    Result<> add(const QString &pattern);
    void remove(int row);
    void takeUsual();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const kontor::Error &error);

private:
    void save(QList<InStoreLayout> layouts);
    void show(const QList<InStoreLayout> &layouts);
    static QString meaning(const InStoreLayout &layout);

    const ShopAccess &m_access;
    QList<InStoreLayout> m_layouts;
};

} // namespace kontor
