// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_goods.h"

#include "services/catalog/catalog.h"
#include "services/core/call.h"
#include "ui/kiosk/touch_keyboard.h"
#include "ui/pictures/product_picture.h"
#include "ui/sell/product_tiles.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bare_key.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/rows_in_sight.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
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
constexpr int longestSearch = 60;
//! An answer that comes sooner needs no word of waiting.
constexpr int patienceMs = 500;

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
    , m_search(named(new QLineEdit, u"kioskSearch"_s, tr("Search")))
    , m_views(new QStackedWidget)
    , m_level(new QWidget)
    , m_grid(new QGridLayout(m_level))
    , m_tiles(new ProductTiles(m_model, m_pictures,
                               {{metrics::kioskTileWidth, metrics::kioskTileHeight}, false}))
    , m_note(named(plainLabel({}, "muted"), u"kioskGoodsNote"_s, tr("What was found")))
    , m_keyboard(new TouchKeyboard)
{
    build();
    connect(m_back, &QPushButton::clicked, this, &KioskGoods::goBack);
    connect(m_tiles, &QTableView::clicked, this, [this] {
        const int row = m_tiles->currentProduct();
        if (const Product *product = row < 0 ? nullptr : m_model.product(row))
            Q_EMIT chosen(*product);
    });
    connect(new RowsInSight(m_tiles), &RowsInSight::moved, this, [this](int first, int last) {
        m_model.showRows(first * m_tiles->columns(), (last + 1) * m_tiles->columns() - 1);
    });
    connect(&m_model, &ProductResultsModel::listed, this, &KioskGoods::showListed);
    connect(&m_model, &ProductResultsModel::failed, this, [this] {
        if (!std::exchange(m_awaited, std::nullopt))
            return;
        m_patience.stop();
        showNote(tr("This does not work just now. Please ask our staff."));
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { showNote(tr("Just a moment …")); });
    buildSearch();
    endSearch();
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
    // A long name makes the window no wider than the screen.
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_note->setMargin(metrics::page);
    for (QWidget *view : {static_cast<QWidget *>(scroll), static_cast<QWidget *>(m_tiles),
                          static_cast<QWidget *>(m_note)})
        m_views->addWidget(view);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::group);
    head->addWidget(m_back);
    head->addWidget(m_title, 1);
    head->addWidget(m_search, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
    auto *keys = new QHBoxLayout;
    keys->addStretch(1);
    keys->addWidget(m_keyboard, 1000);
    keys->addStretch(1);
    layout->addLayout(keys);
}

void KioskGoods::buildSearch()
{
    // An action would draw it small; and here is nothing that may be done but what is seen.
    auto *icon = new QLabel;
    icon->setPixmap(lineIcon(LineIcon::Search).pixmap(metrics::page));
    icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(metrics::group, 0, 0, 0);
    inside->addWidget(icon);
    inside->addStretch();
    keepFree(m_search, metrics::group + metrics::page, 0);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setMaxLength(longestSearch);
    m_search->setContextMenuPolicy(Qt::NoContextMenu);
    m_search->setFocusPolicy(
        Qt::ClickFocus); // or a page that turns would give it the scanner's keys
    connect(m_search, &QLineEdit::textChanged, this, &KioskGoods::lookFor);
    connect(m_search, &QLineEdit::returnPressed, m_keyboard, &QWidget::hide);
    connect(m_keyboard, &TouchKeyboard::typed, this, &KioskGoods::type);
    connect(m_keyboard, &TouchKeyboard::erased, m_search, &QLineEdit::backspace);
    connect(m_keyboard, &TouchKeyboard::hideWanted, m_keyboard, &QWidget::hide);
    m_search->installEventFilter(this);
    m_tiles->installEventFilter(this);
}

void KioskGoods::start()
{
    endSearch();
    m_category.clear();
    m_lists = false;
    showHead();
    waitFor(std::nullopt);
    call(*m_lookup, &CatalogLookup::categories)
        .then(this, [this](const Result<QStringList> &paths) {
            m_paths = paths ? *paths : QStringList();
            if (!m_isSearching)
                return go({});
            m_lists = categoriesBelow(m_paths, {}).isEmpty();
            if (m_search->text().isEmpty())
                showPlace();
        });
}

void KioskGoods::go(const QString &category)
{
    endSearch();
    m_category = category;
    m_lists = categoriesBelow(m_paths, category).isEmpty();
    showPlace();
}

void KioskGoods::goBack()
{
    if (m_isSearching) {
        endSearch();
        return showPlace();
    }
    const bool isAll = m_lists && !categoriesBelow(m_paths, m_category).isEmpty();
    go(isAll ? m_category : parentCategory(m_category));
}

void KioskGoods::showHead()
{
    m_title->setText(m_category.isEmpty() ? tr("What would you like?") : categoryName(m_category));
    m_title->setVisible(!m_isSearching);
    m_search->setMaximumWidth(m_isSearching ? QWIDGETSIZE_MAX : metrics::kioskSearchWidth);
    m_back->setVisible(m_isSearching || !m_category.isEmpty() || (m_lists && !m_paths.isEmpty()));
}

void KioskGoods::showPlace()
{
    showHead();
    if (m_lists)
        waitFor(ProductWish{{}, m_category});
    else
        showLevel();
}

void KioskGoods::showLevel()
{
    m_awaited.reset();
    m_patience.stop();
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
            [this, category] { category == m_category ? listAll() : go(category); });
    call(*m_lookup, &CatalogLookup::find, ProductWish{{}, category}, ProductPage::beforeFirstRank,
         1)
        .then(tile, [tile](const Result<ProductPage> &page) {
            if (page && !page->products.isEmpty())
                tile->setPicture(page->products.first().picture);
        });
}

void KioskGoods::listAll()
{
    endSearch();
    m_lists = true;
    showPlace();
}

void KioskGoods::waitFor(const std::optional<ProductWish> &wish)
{
    // What is on the screen answers another wish; only a search changes letter by letter.
    if (!m_isSearching)
        showNote({});
    m_awaited = wish;
    m_patience.start();
    if (wish)
        m_model.list(*wish);
}

void KioskGoods::showListed()
{
    if (m_awaited != m_model.wish())
        return;
    m_awaited.reset();
    m_patience.stop();
    if (m_model.rowCount() > 0) {
        m_tiles->scrollToTop();
        m_views->setCurrentWidget(m_tiles);
    } else if (m_isSearching) {
        showNote(tr("We found nothing for “%1”. Try fewer or other letters, or ask our staff.")
                     .arg(m_model.wish().text));
    } else {
        showNote(tr("There is nothing here just now."));
    }
}

void KioskGoods::showNote(const QString &text)
{
    m_note->setText(text);
    m_views->setCurrentWidget(m_note);
}

void KioskGoods::beginSearch()
{
    m_isSearching = true;
    showHead();
}

void KioskGoods::endSearch()
{
    m_isSearching = false;
    m_search->setText({}); // and the next customer cannot undo it
    m_search->clearFocus();
    m_keyboard->hide();
}

void KioskGoods::openKeyboard()
{
    beginSearch();
    m_search->setFocus();
    m_keyboard->show();
}

void KioskGoods::type(const QString &text)
{
    m_search->setFocus();
    m_search->insert(text);
}

void KioskGoods::lookFor(const QString &text)
{
    const QString wanted = text.trimmed();
    if (!wanted.isEmpty()) {
        beginSearch();
        waitFor(ProductWish{wanted, {}});
    } else if (m_isSearching) {
        m_isSearching = !m_keyboard->isHidden();
        showPlace();
    }
}

bool KioskGoods::takeKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape && m_isSearching) {
        goBack();
        return true;
    }
    const QString text = typedBy(event);
    if (text.isEmpty() || text.front().isSpace())
        return false;
    type(text);
    return true;
}

bool KioskGoods::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::MouseButtonPress)
        openKeyboard();
    // A list would search in itself.
    if (watched == m_tiles && event->type() == QEvent::KeyPress &&
        takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor
