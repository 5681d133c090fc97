// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_tables.h"

#include "services/core/result.h"

#include <QFile>

namespace kontor {

using namespace Qt::StringLiterals;

QStringList demoLines(const QString &name)
{
    QFile file(u":/demo/"_s + name);
    KONTOR_CHECK(file.open(QIODevice::ReadOnly));
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.trimmed().isEmpty() && !line.startsWith(u'#'))
            lines.append(line);
    }
    return lines;
}

QList<DemoRow> demoTable(const QString &name)
{
    QStringList lines = demoLines(name);
    const QStringList columns = lines.takeFirst().split(u';');
    QList<DemoRow> rows;
    for (const QString &line : lines) {
        const QStringList cells = line.split(u';');
        KONTOR_CHECK(cells.size() == columns.size());
        DemoRow row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.insert(columns[i], cells[i]);
        rows.append(row);
    }
    return rows;
}

} // namespace kontor
