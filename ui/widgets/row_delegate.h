// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace kontor {

class PictureCache;
struct Tokens;

//! Draws the rows of all lists: flat, generous, with a second small line where a column has one.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(int rowHeight, QObject *parent = nullptr);

    //! The column whose cells have a second line, told by this role.
    void setDetail(int column, int role);
    void setRowHeight(int height) { m_rowHeight = height; }
    //! Rows that have a second line are taller.
    void setTallHeight(int height) { m_tallHeight = height; }
    void setBold(int column) { m_bold.append(column); }
    void setMuted(int column) { m_muted.append(column); }
    //! Chooses the colour of cells that are to stand out; an invalid one means the usual.
    using Colour = std::function<QColor(const QModelIndex &index, const Tokens &tokens)>;
    void setColour(Colour colour) { m_colour = std::move(colour); }
    //! In this column, and in its second line, marks by what was typed the row was found; the role
    //! answers what was typed.
    void setTyped(int column, int role);
    //! Before the text of this column a product's picture, whose name the role answers.
    void setPicture(int column, int role, PictureCache &pictures);
    void setSeparators(bool on) { m_separators = on; }
    //! Between the ends of a row and its first and last cell; the cells keep their distances.
    void setEnds(int distance) { m_ends = distance; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawBackground(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index, const Tokens &tokens) const;
    QRect place(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    //! Answers what is left of the place.
    QRect drawPicture(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, QRect place) const;
    QColor colourOf(const QModelIndex &index, const Tokens &tokens) const;
    QString detailOf(const QModelIndex &index) const;
    QString typedOf(const QModelIndex &index) const;

    int m_rowHeight;
    int m_tallHeight;
    int m_detailColumn = -1;
    int m_detailRole = 0;
    int m_typedColumn = -1;
    int m_typedRole = 0;
    int m_pictureColumn = -1;
    int m_pictureRole = 0;
    PictureCache *m_pictures = nullptr;
    QList<int> m_bold;
    QList<int> m_muted;
    Colour m_colour;
    bool m_separators = true;
    int m_ends;
};

} // namespace kontor
