// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/marked_line.h"

#include "models/matched_parts.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace kontor {

void drawMarkedLine(QPainter *painter, const QRect &place, const QString &text,
                    const QString &typed)
{
    const QFontMetrics metrics(painter->font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
    const QList<TextPart> parts = matchedParts(shown, typed);
    if (parts.isEmpty()) {
        const auto left = QStyle::visualAlignment(painter->layoutDirection(), Qt::AlignLeft);
        painter->drawText(place, int(left | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return;
    }
    QTextLayout layout(shown, painter->font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(painter->layoutDirection());
    option.setAlignment(QStyle::visualAlignment(painter->layoutDirection(), Qt::AlignLeft));
    layout.setTextOption(option);
    QTextCharFormat marked;
    marked.setFontUnderline(true);
    QList<QTextLayout::FormatRange> ranges;
    for (const TextPart &part : parts)
        ranges.append({int(part.start), int(part.length), marked});
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    const qreal top = place.top() + (place.height() - line.height()) / 2;
    layout.draw(painter, QPointF(place.left(), top));
}

} // namespace kontor
