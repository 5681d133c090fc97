// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QHash>
#include <QStringList>

namespace kontor {

enum class ColumnError
{
    UnknownField,
    UnknownColumn,
    MissingColumn
};
KONTOR_ERROR_DOMAIN(ColumnError);

//! A field that an importer wants, and what its column is called by others, the surest name first.
//! The field's own name need not be repeated.
struct FieldAliases
{
    QString field;
    QStringList aliases;
    bool required = false;

    bool operator==(const FieldAliases &other) const = default;
};

//! Knows in which column of a table each field stands.
class ColumnMap
{
public:
    //! Names match without regard to case, spaces and punctuation. A column is given to one field
    //! only, the earlier one in the list, unless overrides (field to column name) say otherwise.
    static Result<ColumnMap> match(const QStringList &header, const QList<FieldAliases> &fields,
                                   const QHash<QString, QString> &overrides = {});

    //! -1 where the table does not have it.
    int column(const QString &field) const { return m_columns.value(field, -1); }
    //! Names of columns that stand in the table once more, where nobody reads them.
    const QStringList &doubled() const { return m_doubled; }

private:
    void findDoubled(const QStringList &header, const QStringList &comparableHeader);

    QHash<QString, int> m_columns;
    QStringList m_doubled;
};

} // namespace kontor
