// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/product_tiles.h"

#include "models/product_results_model.h"
#include "ui/pictures/picture_cache.h"
#include "ui/pictures/product_picture.h"
#include "ui/sell/level_colour.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/marked_line.h"
#include "ui/widgets/named.h"

#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

class TileDelegate final : public QStyledItemDelegate
{
public:
    TileDelegate(const TilesModel &tiles, PictureCache &pictures, bool showsLevels, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_tiles(tiles)
        , m_pictures(pictures)
        , m_showsLevels(showsLevels)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const int row = m_tiles.listRow(index);
        if (row < 0)
            return;
        const Tokens &tokens = tokensOf(option.palette);
        const QRect tile = option.rect.adjusted(metrics::inside / 2, metrics::inside / 2,
                                                -metrics::inside / 2, -metrics::inside / 2);
        painter->save();
        drawFrame(painter, tile, option, tokens);
        const QRect content =
            tile.adjusted(metrics::inside, metrics::inside, -metrics::inside, -metrics::inside);
        const int lineHeight = QFontMetrics(option.font).height();
        QRect picture = content;
        picture.setHeight(content.height() - 2 * lineHeight - metrics::inside);
        const int side = std::min(picture.width(), picture.height());
        picture = QRect(picture.center().x() - side / 2, picture.top(), side, side);
        const QString name = cell(row, ProductResultsModel::NameColumn);
        drawProductPicture(painter, picture, m_pictures,
                           index.data(ProductResultsModel::PictureRole).toString(), name, tokens);
        QRect line(content.left(), content.bottom() - 2 * lineHeight, content.width(), lineHeight);
        painter->setFont(option.font);
        painter->setPen(tokens.text);
        drawMarkedLine(painter, line, name, index.data(ProductResultsModel::TypedRole).toString());
        line.translate(0, lineHeight);
        drawFacts(painter, line, row, option, tokens);
        painter->restore();
    }

private:
    QModelIndex at(int row, int column) const { return m_tiles.list().index(row, column); }
    QString cell(int row, int column) const { return at(row, column).data().toString(); }

    void drawFrame(QPainter *painter, const QRect &tile, const QStyleOptionViewItem &option,
                   const Tokens &tokens) const
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setRenderHint(QPainter::Antialiasing);
        QPainterPath frame;
        frame.addRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), metrics::pictureRadius,
                             metrics::pictureRadius);
        painter->fillPath(frame, selected ? tokens.selected : tokens.surface);
        const bool focused = selected && option.widget && option.widget->hasFocus();
        painter->strokePath(frame, QPen(focused ? tokens.accent : tokens.border, focused ? 2 : 1));
    }

    void drawFacts(QPainter *painter, const QRect &line, int row,
                   const QStyleOptionViewItem &option, const Tokens &tokens) const
    {
        const Qt::LayoutDirection direction = option.direction;
        const auto left = QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter);
        const auto right = QStyle::visualAlignment(direction, Qt::AlignRight | Qt::AlignVCenter);
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(tokens.text);
        painter->drawText(line, int(left) | Qt::TextSingleLine,
                          cell(row, ProductResultsModel::PriceColumn));
        if (!m_showsLevels)
            return;
        const QModelIndex available = at(row, ProductResultsModel::AvailableColumn);
        const QColor colour = levelColour(available, tokens);
        painter->setFont(option.font);
        painter->setPen(colour.isValid() ? colour : tokens.muted);
        painter->drawText(line, int(right) | Qt::TextSingleLine, available.data().toString());
    }

    const TilesModel &m_tiles;
    PictureCache &m_pictures;
    bool m_showsLevels;
};

} // namespace

ProductTiles::ProductTiles(ProductResultsModel &products, PictureCache &pictures,
                           const TileLook &look, QWidget *parent)
    : QTableView(parent)
    , m_tiles(products)
    , m_look(look)
{
    dressTable(this, u"searchTiles"_s, tr("Products found"));
    inRole(this, "tiles");
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setModel(&m_tiles);
    setItemDelegate(new TileDelegate(m_tiles, pictures, look.showsLevels, this));
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setDefaultSectionSize(look.size.height());
    connect(&pictures, &PictureCache::ready, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTableView::activated, this, [this](const QModelIndex &tile) {
        if (const int row = m_tiles.listRow(tile); row >= 0)
            Q_EMIT productActivated(row);
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const int row = currentProduct(); row >= 0)
            Q_EMIT productChanged(row);
    });
}

void ProductTiles::chooseProduct(int row)
{
    if (row != currentProduct())
        setCurrentIndex(m_tiles.tile(row));
}

void ProductTiles::resizeEvent(QResizeEvent *event)
{
    const int row = currentProduct();
    m_tiles.setColumns(std::max(1, viewport()->width() / m_look.size.width()));
    QTableView::resizeEvent(event);
    chooseProduct(row);
}

} // namespace kontor
