// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_goods.h"

#include "services/catalog/catalog.h"
#include "services/core/call.h"
#include "ui/pictures/product_picture.h"
#include "ui/sell/product_tiles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/rows_in_sight.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QScroller>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int levelColumns = 3;

//! A category, with the picture of what is bought most in it.
class CategoryTile final : public QAbstractButton
{
public:
    CategoryTile(const QString &name, PictureCache &pictures) : m_pictures(pictures)
    {
        setText(name);
        setMinimumSize(metrics::kioskTileWidth, metrics::kioskTileHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&pictures, &PictureCache::ready, this, qOverload<>(&QWidget::update));
    }

    void setPicture(const QString &picture)
    {
        m_picture = picture;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = tokensOf(palette());
        QPainterPath frame;
        frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::pictureRadius,
                             metrics::pictureRadius);
        painter.fillPath(frame, isDown() ? tokens.selected : tokens.surface);
        painter.strokePath(frame, QPen(hasFocus() ? tokens.accent : tokens.border, 1));
        const int lineHeight = fontMetrics().height();
        const QRect inner = rect().adjusted(metrics::cellPadding, metrics::cellPadding,
                                            -metrics::cellPadding, -metrics::cellPadding);
        const int side = std::min(inner.width(), inner.height() - lineHeight - metrics::inside);
        const QRect picture(inner.center().x() - side / 2, inner.top(), side, side);
        drawProductPicture(&painter, picture, m_pictures, m_picture, text(), tokens);
        painter.setPen(tokens.text);
        const QRect line(inner.left(), inner.bottom() - lineHeight, inner.width(), lineHeight);
        painter.drawText(line, Qt::AlignCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    }

private:
    PictureCache &m_pictures;
    QString m_picture;
};

} // namespace

KioskGoods::KioskGoods(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                       QWidget *parent)
    : QWidget(parent)
    , m_lookup(lookup)
    , m_model(access, lookup)
    , m_pictures(access.picturesFolder)
    , m_title(named(plainLabel({}, "title"), u"kioskCategory"_s, tr("Category")))
    , m_back(named(new QPushButton(tr("Back")), u"kioskUp"_s, tr("Back to the categories")))
    , m_views(new QStackedWidget)
    , m_level(new QWidget)
    , m_grid(new QGridLayout(m_level))
    , m_tiles(new ProductTiles(m_model, m_pictures,
                               {{metrics::kioskTileWidth, metrics::kioskTileHeight}, false}))
{
    build();
    connect(m_back, &QPushButton::clicked, this, [this] {
        const bool isAll =
            m_views->currentWidget() == m_tiles && !categoriesBelow(m_paths, m_category).isEmpty();
        go(isAll ? m_category : parentCategory(m_category));
    });
    connect(m_tiles, &QTableView::clicked, this, [this] {
        const int row = m_tiles->currentProduct();
        if (const Product *product = row < 0 ? nullptr : m_model.product(row))
            Q_EMIT chosen(*product);
    });
    connect(new RowsInSight(m_tiles), &RowsInSight::moved, this, [this](int first, int last) {
        m_model.showRows(first * m_tiles->columns(), (last + 1) * m_tiles->columns() - 1);
    });
}

void KioskGoods::build()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_level);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    QScroller::grabGesture(m_tiles->viewport(), QScroller::TouchGesture);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metrics::group);
    new EmptyNote(m_tiles, tr("There is nothing here just now."));
    m_views->addWidget(scroll);
    m_views->addWidget(m_tiles);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::group);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
}

void KioskGoods::start()
{
    m_category.clear();
    call(*m_lookup, &CatalogLookup::categories)
        .then(this, [this](const Result<QStringList> &paths) {
            m_paths = paths ? *paths : QStringList();
            go({});
        });
}

void KioskGoods::go(const QString &category)
{
    m_category = category;
    m_title->setText(category.isEmpty() ? tr("What would you like?") : categoryName(category));
    m_back->setVisible(!category.isEmpty());
    if (categoriesBelow(m_paths, category).isEmpty())
        showProducts(category);
    else
        showLevel();
}

void KioskGoods::showLevel()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        // The tile that was just touched is still at work.
        if (QWidget *tile = item->widget()) {
            tile->hide();
            tile->deleteLater();
        }
        delete item;
    }
    for (const QString &name : categoriesBelow(m_paths, m_category))
        addTile(name, m_category.isEmpty() ? name : m_category + categorySeparator + name);
    addTile(m_category.isEmpty() ? tr("Everything") : tr("All %1").arg(categoryName(m_category)),
            m_category);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch((m_grid->count() + levelColumns - 1) / levelColumns, 1);
    m_views->setCurrentIndex(0);
}

void KioskGoods::addTile(const QString &text, const QString &category)
{
    const int place = m_grid->count();
    auto *tile = named(new CategoryTile(text, m_pictures), u"kioskCategory%1"_s.arg(place), text);
    m_grid->addWidget(tile, place / levelColumns, place % levelColumns);
    tile->show(); // the layout would do it later
    connect(tile, &QAbstractButton::clicked, this,
            [this, category] { category == m_category ? showProducts(category) : go(category); });
    call(*m_lookup, &CatalogLookup::find, ProductWish{{}, category}, ProductPage::beforeFirstRank,
         1)
        .then(tile, [tile](const Result<ProductPage> &page) {
            if (page && !page->products.isEmpty())
                tile->setPicture(page->products.first().picture);
        });
}

void KioskGoods::showProducts(const QString &category)
{
    m_model.list({{}, category});
    m_views->setCurrentWidget(m_tiles);
    m_back->setVisible(!m_paths.isEmpty());
}

} // namespace kontor
