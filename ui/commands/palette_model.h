// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"

#include <QAbstractTableModel>

#include <variant>

class QAction;

namespace kontor {

class Commands;

//! What the words in the palette mean: commands and pages, products, customers, an order.
class PaletteModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TextColumn,
        KindColumn, //!< a command's keys, or what else it is
        ColumnCount
    };
    enum Role
    {
        DetailRole = Qt::UserRole, //!< the second line below the text
        TypedRole,
    };
    using Entry = std::variant<QAction *, Product, Account, Order>;

    PaletteModel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                 const Commands &commands, QObject *parent = nullptr);

    //! Every word must begin a word of what is found; without text all commands are.
    void search(const QString &text);
    const Entry &entry(int row) const { return m_rows[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    //! What the first part of a command's id stands for.
    static QString pageName(const QString &page);

    static constexpr int ofEachKind = 6;

Q_SIGNALS:
    void found();

private:
    void askShop();
    void findCommands();
    void combine();
    template <class Value>
    void take(QList<Entry> &kind, const QList<Value> &values);

    const ShopAccess &m_access;
    const ReaderThread<CatalogLookup> &m_lookup;
    const Commands &m_commands;
    QString m_text;
    QList<Entry> m_commandRows;
    QList<Entry> m_orderRows;
    QList<Entry> m_productRows;
    QList<Entry> m_customerRows;
    QList<Entry> m_rows;
};

} // namespace kontor
