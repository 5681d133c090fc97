// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "models/table_model.h"
#include "services/core/call.h"

#include <algorithm>
#include <utility>

namespace kontor {

//! A small table that the shop keeps with its catalog. It is changed a row at a time, and each
//! change holds at once.
class ShopTableModel : public TableModel
{
    Q_OBJECT
public:
    virtual void look() = 0;
    virtual void remove(int row) = 0;

Q_SIGNALS:
    //! It shows again what is kept.
    void failed(const kontor::Error &error);

protected:
    using TableModel::TableModel;
};

//! The same, whatever its rows are.
template <class Row>
class ShopTableOf : public ShopTableModel
{
public:
    void look() final
    {
        const int changes = m_changes;
        call(m_access.catalog, m_read).then(this, [this, changes](const Result<QList<Row>> &table) {
            if (!table) {
                Q_EMIT failed(table.error());
                return;
            }
            // What was changed since is on its way to the shop, and shown already.
            if (changes == m_changes)
                show(*table);
            for (const Row &row : std::exchange(m_early, {}))
                put(row);
        });
    }

    void remove(int row) final
    {
        if (row < 0 || row >= rows())
            return;
        QList<Row> table = m_table;
        table.removeAt(row);
        keep(std::move(table));
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
            return {};
        return text(m_table[index.row()], index.column());
    }

protected:
    using Read = Result<QList<Row>> (CatalogService::*)() const;
    using Keep = Result<> (CatalogService::*)(const Command &command, const QList<Row> &table);

    ShopTableOf(const ShopAccess &access, Read reads, Keep keeps, const QStringList &titles,
                QObject *parent)
        : ShopTableModel(titles, parent)
        , m_access(access)
        , m_read(reads)
        , m_keep(keeps)
    {
    }

    virtual bool isBefore(const Row &one, const Row &other) const = 0;
    virtual QString text(const Row &row, int column) const = 0;

    const Row &at(int row) const { return m_table[row]; }
    const Currency &currency() const { return m_access.currency; }

    //! Takes the place of the row that is neither before nor after it.
    void put(const Row &row)
    {
        if (!m_isKnown) {
            // Or it would take the place of all that the shop keeps.
            m_early.append(row);
            return look();
        }
        QList<Row> table = m_table;
        table.removeIf(
            [&](const Row &each) { return !isBefore(each, row) && !isBefore(row, each); });
        table.append(row);
        keep(std::move(table));
    }

    void keep(QList<Row> table)
    {
        ++m_changes;
        std::ranges::sort(
            table, [this](const Row &one, const Row &other) { return isBefore(one, other); });
        show(table);
        call(m_access.catalog, m_keep, m_access.command(), table)
            .then(this, [this](const Result<> &kept) {
                if (kept)
                    return;
                Q_EMIT failed(kept.error());
                look();
            });
    }

private:
    int rows() const final { return int(m_table.size()); }

    void show(const QList<Row> &table)
    {
        beginResetModel();
        m_table = table;
        m_isKnown = true;
        endResetModel();
    }

    const ShopAccess &m_access;
    Read m_read;
    Keep m_keep;
    QList<Row> m_table;
    QList<Row> m_early; //!< put before the table was known
    bool m_isKnown = false;
    int m_changes = 0;
};

} // namespace kontor
