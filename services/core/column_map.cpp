// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/column_map.h"

#include "services/core/quote.h"

#include <algorithm>

namespace kontor {

namespace {

constexpr qsizetype aliasesShown = 4;

QString comparableName(const QString &name)
{
    QString comparable;
    for (const QChar c : name.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            comparable += c;
    }
    return comparable;
}

QStringList comparableNames(const QStringList &names)
{
    QStringList comparable;
    for (const QString &name : names)
        comparable.append(comparableName(name));
    return comparable;
}

//! For a message that says what there is instead.
QString namesForMessage(const QStringList &names)
{
    constexpr qsizetype most = 60;
    QStringList shown;
    for (const QString &name : names.mid(0, most)) {
        if (!name.isEmpty())
            shown.append(quotedForMessage(name));
    }
    if (names.size() > most)
        shown.append(QStringLiteral("and %1 more").arg(names.size() - most));
    return shown.join(QStringLiteral(", "));
}

int findNamed(const QStringList &header, const QStringList &comparableHeader, const QString &name)
{
    const auto exact = header.indexOf(name);
    if (exact >= 0)
        return static_cast<int>(exact);
    const QString comparable = comparableName(name);
    return comparable.isEmpty() ? -1 : static_cast<int>(comparableHeader.indexOf(comparable));
}

int findFree(const QStringList &comparableHeader, const QString &name, const QList<int> &taken)
{
    const QString comparable = comparableName(name);
    for (qsizetype i = 0; i < comparableHeader.size(); ++i) {
        const int column = static_cast<int>(i);
        if (comparableHeader[i] == comparable && !taken.contains(column))
            return column;
    }
    return -1;
}

} // namespace

Result<ColumnMap> ColumnMap::match(const QStringList &header, const QList<FieldAliases> &fields,
                                   const QHash<QString, QString> &overrides)
{
    const QStringList comparableHeader = comparableNames(header);
    ColumnMap map;
    for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const FieldAliases &f) {
            return comparableName(f.field) == comparableName(it.key());
        });
        if (field == fields.end()) {
            QStringList names;
            for (const FieldAliases &each : fields)
                names.append(each.field);
            return Error(ColumnError::UnknownField,
                         QStringLiteral("there is no field %1; the fields are %2")
                             .arg(quotedForMessage(it.key()), namesForMessage(names)));
        }
        const int column = findNamed(header, comparableHeader, it.value());
        if (column < 0)
            return Error(
                ColumnError::UnknownColumn,
                QStringLiteral("there is no column %1 for %2; the columns are %3")
                    .arg(quotedForMessage(it.value()), field->field, namesForMessage(header)));
        map.m_columns.insert(field->field, column);
    }

    for (const FieldAliases &field : fields) {
        if (map.m_columns.contains(field.field))
            continue;
        int column = -1;
        for (const QString &name : QStringList{field.field} + field.aliases) {
            column = findFree(comparableHeader, name, map.m_columns.values());
            if (column >= 0)
                break;
        }
        if (column >= 0)
            map.m_columns.insert(field.field, column);
        else if (field.required)
            return Error(ColumnError::MissingColumn,
                         QStringLiteral("no column for %1 (such as %2); the columns are %3")
                             .arg(field.field, namesForMessage(field.aliases.mid(0, aliasesShown)),
                                  namesForMessage(header)));
    }
    map.findDoubled(header, comparableHeader);
    return map;
}

void ColumnMap::findDoubled(const QStringList &header, const QStringList &comparableHeader)
{
    const QList<int> used = m_columns.values();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const bool isRead = used.contains(int(i));
        const bool isReadElsewhere = std::ranges::any_of(
            used, [&](int column) { return comparableHeader[column] == comparableHeader[i]; });
        if (!isRead && isReadElsewhere)
            m_doubled.append(header[i]);
    }
}

} // namespace kontor
