// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_lines.h"

#include "services/devices/code_page.h"

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
    while (cellsOf(rest) > width) {
        const qsizetype most = fittingLength(rest, width);
        // The space after the last word that fits may stand beyond the width.
        qsizetype end = rest.lastIndexOf(u' ', most);
        if (rest.left(qMax<qsizetype>(end, 0)).trimmed().isEmpty())
            end = most;
        lines.append(rest.left(end));
        rest = rest.mid(end).trimmed();
    }
    lines.append(rest);
    return lines;
}

//! Without a window's fonts nothing can be drawn; then a printer's stand-ins have to do.
PaperLine drawn(const LineToDraw &line)
{
    PaperLine made;
    made.picture = linePicture(line);
    if (!made.picture.dots.isEmpty())
        return made;
    const qsizetype room = line.columns / (line.large ? 2 : 1) - line.right.size();
    made.text = line.right.isEmpty() ? line.left : line.left.leftJustified(room) + line.right;
    made.centred = line.centred;
    made.strong = line.strong;
    made.large = line.large;
    return made;
}

//! As letters of the printer if it has them all, otherwise drawn.
PaperLine lineOf(const QString &text, const PaperLine &style, int columns)
{
    PaperLine line = style;
    if (hasCodePage858(text))
        line.text = text;
    else
        line = drawn({text, {}, columns, style.centred, style.strong, style.large});
    return line;
}

QList<PaperLine> columnLines(const Block &block, int columns)
{
    QString tail = block.right;
    if (!block.middle.isEmpty())
        tail = block.middle.rightJustified(middleWidth) + u' ' + tail.rightJustified(rightWidth);
    const PaperLine style{{}, {}, false, block.strong, false};
    const qsizetype room = columns - tail.size() - 1;
    QList<PaperLine> all;
    if (room < columns / 3) {
        for (const QString &text : wrapped(block.left, columns))
            all.append(lineOf(text, style, columns));
        for (const QString &text : wrapped(tail, columns))
            all.append(lineOf(text.rightJustified(columns), style, columns));
        return all;
    }
    for (const QString &text : wrapped(block.left, room))
        all.append(lineOf(text, style, columns));
    const QString first = wrapped(block.left, room).first();
    if (hasCodePage858(first + tail))
        all.first() = lineOf(first.leftJustified(room) + u' ' + tail, style, columns);
    else
        all.first() = drawn({first, tail, columns, false, block.strong, false});
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
                all.append(lineOf(
                    text, {{}, {}, block.kind != BlockKind::Text, block.strong, large}, columns));
            break;
        }
    }
    return all;
}

} // namespace kontor
