// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_delegate.h"

#include "ui/pictures/product_picture.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/marked_line.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace kontor {

namespace {

//! Columns may have been moved.
int placeAcross(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table ? table->horizontalHeader()->visualIndex(index.column()) : index.column();
}

} // namespace

RowDelegate::RowDelegate(int rowHeight, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rowHeight(rowHeight)
    , m_tallHeight(rowHeight)
    , m_ends(metrics::cellPadding)
{
}

void RowDelegate::setDetail(int column, int role)
{
    m_detailColumn = column;
    m_detailRole = role;
}

QString RowDelegate::detailOf(const QModelIndex &index) const
{
    return index.column() == m_detailColumn ? index.data(m_detailRole).toString() : QString();
}

void RowDelegate::setTyped(int column, int role)
{
    m_typedColumn = column;
    m_typedRole = role;
}

void RowDelegate::setPicture(int column, int role, PictureCache &pictures)
{
    m_pictureColumn = column;
    m_pictureRole = role;
    m_pictures = &pictures;
}

QRect RowDelegate::drawPicture(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, QRect place) const
{
    if (index.column() != m_pictureColumn)
        return place;
    constexpr int side = metrics::rowPicture;
    QRect picture(place.left(), place.center().y() - side / 2, side, side);
    if (option.direction == Qt::RightToLeft) {
        picture.moveRight(place.right());
        place.setRight(picture.left() - metrics::cellPadding);
    } else {
        place.setLeft(picture.right() + metrics::cellPadding);
    }
    drawProductPicture(painter, picture, *m_pictures, index.data(m_pictureRole).toString(),
                       index.data().toString(), tokensOf(option.palette));
    return place;
}

QString RowDelegate::typedOf(const QModelIndex &index) const
{
    return index.column() == m_typedColumn ? index.data(m_typedRole).toString() : QString();
}

QColor RowDelegate::colourOf(const QModelIndex &index, const Tokens &tokens) const
{
    const QColor colour = m_colour ? m_colour(index, tokens) : QColor();
    if (colour.isValid())
        return colour;
    return m_muted.contains(index.column()) ? tokens.muted : tokens.text;
}

void RowDelegate::drawBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, const Tokens &tokens) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? tokens.selected : tokens.surface);
    const QWidget *view = option.widget;
    if (selected && view && view->hasFocus() && placeAcross(option, index) == 0) {
        QRect bar = option.rect;
        bar.setWidth(metrics::focusBar);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(option.rect.right());
        painter->fillRect(bar, tokens.accent);
    }
    if (m_separators) {
        painter->setPen(tokens.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
}

QRect RowDelegate::place(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int across = placeAcross(option, index);
    const bool first = across == 0;
    const bool last = across == index.model()->columnCount() - 1;
    const int before = first ? m_ends : metrics::cellPadding;
    const int after = last ? m_ends : metrics::cellPadding;
    return option.direction == Qt::RightToLeft ? option.rect.adjusted(after, 0, -before, 0)
                                               : option.rect.adjusted(before, 0, -after, 0);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    painter->save();
    drawBackground(painter, option, index, tokens);
    QRect place = drawPicture(painter, option, index, this->place(option, index));
    const QString detail = detailOf(index);
    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.85);
    if (!detail.isEmpty()) {
        const int below = QFontMetrics(small).height();
        const int above = QFontMetrics(option.font).height();
        const int top = place.top() + (place.height() - above - below) / 2;
        const QRect line(place.left(), top + above, place.width(), below);
        painter->setFont(small);
        painter->setPen(tokens.muted);
        drawMarkedLine(painter, line, detail, typedOf(index));
        place.setTop(top);
        place.setHeight(above);
    }
    QFont font = option.font;
    if (m_bold.contains(index.column()))
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(colourOf(index, tokens));
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    if (const QString typed = typedOf(index); !typed.isEmpty()) {
        drawMarkedLine(painter, place, index.data().toString(), typed);
        painter->restore();
        return;
    }
    const auto alignment = wanted.isValid() ? Qt::Alignment(wanted.toInt())
                                            : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(
        place, int(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.rwidth() += 2 * metrics::cellPadding;
    size.setHeight(detailOf(index).isEmpty() ? m_rowHeight : m_tallHeight);
    return size;
}

} // namespace kontor
