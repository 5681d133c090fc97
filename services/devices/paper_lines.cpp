// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_lines.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int middleWidth = 11;
constexpr int rightWidth = 11;

//! At spaces where there are any; what stood in front of the first word is kept.
QStringList wrapped(const QString &text, qsizetype width)
{
    QStringList lines;
    QString rest = text;
    while (rest.size() > width) {
        qsizetype end = rest.lastIndexOf(u' ', width);
        if (rest.left(qMax<qsizetype>(end, 0)).trimmed().isEmpty())
            end = width;
        lines.append(rest.left(end));
        rest = rest.mid(end).trimmed();
    }
    lines.append(rest);
    return lines;
}

QList<PaperLine> columnLines(const Block &block, int columns)
{
    QString tail = block.right;
    if (!block.middle.isEmpty())
        tail = block.middle.rightJustified(middleWidth) + u' ' + tail.rightJustified(rightWidth);
    const qsizetype room = columns - tail.size() - 1;
    if (room < columns / 3) {
        QList<PaperLine> all;
        for (const QString &text : wrapped(block.left, columns))
            all.append({text, {}, false, block.strong, false});
        for (const QString &text : wrapped(tail, columns))
            all.append({text.rightJustified(columns), {}, false, block.strong, false});
        return all;
    }
    QList<PaperLine> all;
    for (const QString &text : wrapped(block.left, room))
        all.append({text, {}, false, block.strong, false});
    PaperLine &first = all.first();
    first.text = first.text.leftJustified(room) + u' ' + tail;
    return all;
}

} // namespace

QList<PaperLine> paperLines(const Document &document, int columns)
{
    QList<PaperLine> all;
    for (const Block &block : document.blocks) {
        const bool large = block.kind == BlockKind::Heading || block.kind == BlockKind::Mark;
        switch (block.kind) {
        case BlockKind::Rule:
            all.append({QString(columns, u'-'), {}, false, false, false});
            break;
        case BlockKind::Barcode:
            all.append({{}, block.left, true, false, false});
            break;
        case BlockKind::Columns:
            all.append(columnLines(block, columns));
            break;
        case BlockKind::Heading:
        case BlockKind::Mark:
        case BlockKind::Centred:
        case BlockKind::Text:
            for (const QString &text : wrapped(block.left, large ? columns / 2 : columns))
                all.append({text, {}, block.kind != BlockKind::Text, block.strong, large});
            break;
        }
    }
    return all;
}

} // namespace kontor
