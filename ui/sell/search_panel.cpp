// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/search_panel.h"

#include "models/typed_number.h"
#include "services/catalog/scan_error.h"
#include "services/core/call.h"
#include "services/core/quote.h"
#include "ui/commands/key_cap.h"
#include "ui/sell/category_bar.h"
#include "ui/sell/level_colour.h"
#include "ui/sell/product_tiles.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/arrangement.h"
#include "ui/widgets/bare_key.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/rows_in_sight.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Longer than from one key of a scanner to the next, too short for a person to notice.
constexpr int loneDigitMs = 8;

} // namespace

SearchPanel::SearchPanel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                         QWidget *parent)
    : QWidget(parent)
    , m_lookup(lookup)
    , m_model(access, lookup)
    , m_field(named(new QLineEdit, u"searchField"_s, tr("Search or scan")))
    , m_categories(new CategoryBar)
    , m_pictures(access.picturesFolder)
    , m_results(rowTable(u"searchResults"_s, tr("Products found")))
    , m_tiles(new ProductTiles(m_model, m_pictures))
    , m_views(new QStackedWidget)
    , m_empty(new EmptyNote(m_results, {}))
    , m_emptyTiles(new EmptyNote(m_tiles, {}))
    , m_message(new MessageLine(u"searchMessage"_s))
    , m_returning(new MessageLine(u"searchReturning"_s))
{
    build();
    m_loneDigit.setSingleShot(true);
    m_loneDigit.setInterval(loneDigitMs);
    connect(&m_loneDigit, &QTimer::timeout, this, &SearchPanel::listWanted);
    connect(m_field, &QLineEdit::textChanged, this, &SearchPanel::textChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPanel::enter);
    connect(m_results, &QTableView::activated, this,
            [this](const QModelIndex &row) { choose(row, entry().quantity); });
    connect(m_results, &QTableView::pressed, this, [this] { m_picked = true; });
    connect(m_tiles, &ProductTiles::productActivated, this,
            [this](int row) { choose(m_model.index(row, 0), entry().quantity); });
    connect(m_tiles, &QTableView::pressed, this, [this] { m_picked = true; });
    connect(m_tiles, &ProductTiles::productChanged, m_results, &QTableView::selectRow);
    connect(m_results->selectionModel(), &QItemSelectionModel::currentRowChanged, m_tiles,
            [this](const QModelIndex &row) { m_tiles->chooseProduct(row.row()); });
    connect(&m_pictures, &PictureCache::ready, m_results->viewport(),
            qOverload<>(&QWidget::update));
    connect(&m_model, &ProductResultsModel::listed, this, &SearchPanel::listed);
    connect(&m_model, &ProductResultsModel::failed, this, [this](const Error &error) {
        // A till without a catalog is a new shop.
        if (!error.is(StoreError::CannotOpen))
            m_message->say(error);
        listed();
    });
    connect(new RowsInSight(m_results), &RowsInSight::moved, this, [this](int first, int last) {
        if (!showsTiles())
            m_model.showRows(first, last);
    });
    connect(new RowsInSight(m_tiles), &RowsInSight::moved, this, [this](int first, int last) {
        if (showsTiles())
            m_model.showRows(first * m_tiles->columns(), (last + 1) * m_tiles->columns() - 1);
    });
    connect(m_categories, &CategoryBar::picked, this, [this](const QString &path) {
        m_field->clear();
        m_model.list({{}, path});
    });
    connect(m_categories, &CategoryBar::left, this, [this] {
        m_views->currentWidget()->setFocus();
        fieldKey(Qt::Key_Down);
    });
    m_model.list({});
    askCategories();
}

void SearchPanel::setReturning(bool returning)
{
    m_returning->notice(returning ? tr("Return without receipt: choose what comes back. Esc leaves "
                                       "it.")
                                  : QString());
}

void SearchPanel::build()
{
    inRole(m_field, "search");
    m_field->setPlaceholderText(tr("Search or scan …"));
    m_field->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    auto *key = new KeyCap(u"sell.search"_s);
    auto *inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(metrics::cellPadding, 0, metrics::cellPadding, 0);
    inside->addStretch();
    inside->addWidget(key, 0, Qt::AlignVCenter);
    keepFree(m_field, 0, 2 * metrics::page);

    m_results->setModel(&m_model);
    m_results->installEventFilter(this);
    m_tiles->installEventFilter(this);
    m_views->addWidget(m_results);
    m_views->addWidget(m_tiles);
    auto *delegate = new RowDelegate(metrics::tallRowHeight, m_results);
    delegate->setDetail(ProductResultsModel::NameColumn, ProductResultsModel::DetailRole);
    delegate->setTyped(ProductResultsModel::NameColumn, ProductResultsModel::TypedRole);
    delegate->setPicture(ProductResultsModel::NameColumn, ProductResultsModel::PictureRole,
                         m_pictures);
    delegate->setTallHeight(metrics::tallRowHeight);
    delegate->setBold(ProductResultsModel::PriceColumn);
    delegate->setColour(levelColour);
    m_results->setItemDelegate(delegate);
    m_results->verticalHeader()->setDefaultSectionSize(metrics::tallRowHeight);
    QHeaderView *header = m_results->horizontalHeader();
    header->setSectionResizeMode(ProductResultsModel::NameColumn, QHeaderView::Stretch);
    for (const int column : {ProductResultsModel::BarcodeColumn, ProductResultsModel::PriceColumn,
                             ProductResultsModel::AvailableColumn}) {
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, column == ProductResultsModel::BarcodeColumn
                                          ? metrics::barcodeWidth
                                          : metrics::amountWidth);
    }
    letArrangeColumns(m_results);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_returning);
    layout->addWidget(m_field);
    layout->addWidget(m_categories);
    layout->addWidget(m_message);
    layout->addWidget(m_views, 1);
}

void SearchPanel::focusField()
{
    m_field->setFocus();
    m_field->selectAll();
}

void SearchPanel::type(const QString &text)
{
    m_field->setFocus();
    m_field->insert(text);
}

void SearchPanel::focusCategories() { m_categories->focusChosen(); }

bool SearchPanel::showsTiles() const { return m_views->currentWidget() == m_tiles; }

void SearchPanel::showTiles(bool tiles)
{
    if (tiles)
        m_views->setCurrentWidget(m_tiles);
    else
        m_views->setCurrentWidget(m_results);
}

void SearchPanel::refresh()
{
    m_model.refreshAvailability();
    askCategories();
}

void SearchPanel::askCategories()
{
    call(*m_lookup, &CatalogLookup::categories).then(this, [this](const Result<QStringList> &all) {
        // A till without a catalog is a new shop, and says so in its list.
        if (!all)
            return;
        const QString before = m_categories->chosen();
        m_categories->setPaths(*all);
        if (m_categories->chosen() != before)
            textChanged();
    });
}

std::optional<Product> SearchPanel::chosenProduct() const
{
    const QModelIndex row = m_results->currentIndex();
    const Product *product = row.isValid() ? m_model.product(row.row()) : nullptr;
    return product ? std::optional(*product) : std::nullopt;
}

void SearchPanel::clear()
{
    m_message->say(QString());
    m_field->clear();
    m_categories->choose({});
    m_model.list({});
}

SearchPanel::Entry SearchPanel::entry() const
{
    const QString text = m_field->text().trimmed();
    const qsizetype star = text.indexOf(u'*');
    if (star > 0) {
        const auto thousandths = typedNumber(text.first(star), 3);
        if (thousandths && *thousandths > 0)
            return {Quantity{*thousandths}, text.sliced(star + 1).trimmed()};
    }
    return {Quantity::pieces(1), text};
}

void SearchPanel::textChanged()
{
    m_picked = false;
    if (!m_field->text().isEmpty())
        m_message->say(QString());
    const QString text = entry().text;
    m_loneDigit.stop();
    if (text.size() == 1 && text.front().isDigit() && m_model.wish().text.isEmpty())
        m_loneDigit.start();
    else
        listWanted();
}

void SearchPanel::listWanted()
{
    const QString text = entry().text;
    const ProductWish wish{text, text.isEmpty() ? m_categories->chosen() : QString()};
    // Searched is the whole catalog; where somebody browsed before, they are again afterwards.
    m_categories->setSearching(!text.isEmpty());
    if (wish != m_model.wanted())
        m_model.list(wish);
}

void SearchPanel::listed()
{
    m_picked = false;
    if (m_model.rowCount() > 0 && !m_model.wish().text.isEmpty()) {
        m_results->selectRow(0);
    } else {
        m_results->clearSelection();
        m_tiles->clearSelection();
    }
    m_results->scrollToTop();
    m_tiles->scrollToTop();
    const QString empty = m_model.wish().text.isEmpty()
                              ? tr("No products yet: import a table of products, or add one.")
                              : tr("Nothing found for “%1”. Try fewer letters, or another word.")
                                    .arg(readable(m_model.wish().text));
    m_empty->setText(empty);
    m_emptyTiles->setText(empty);
}

void SearchPanel::enter()
{
    const Entry wanted = entry();
    if (m_picked && m_results->currentIndex().isValid())
        return choose(m_results->currentIndex(), wanted.quantity);
    if (wanted.text.isEmpty())
        return;
    // The field is free for the next entry at once.
    m_field->clear();
    Q_EMIT entered(wanted.text, wanted.quantity);
}

void SearchPanel::refuse(const QString &text, const Error &error)
{
    if (error.is(ScanError::UnknownProduct) || error.is(ScanError::Unreadable))
        return m_message->say(
            tr("No product for “%1”. Search for it by name.").arg(readable(text)));
    m_message->say(error);
}

void SearchPanel::awaitCode() { m_loneDigit.stop(); }

Quantity SearchPanel::takeTimes()
{
    const Entry wanted = entry();
    const bool isTimes = wanted.text.isEmpty() && m_field->text().contains(u'*');
    if (isTimes)
        m_field->clear();
    return isTimes ? wanted.quantity : Quantity::pieces(1);
}

void SearchPanel::choose(const QModelIndex &row, Quantity quantity)
{
    const Product *product = row.isValid() ? m_model.product(row.row()) : nullptr;
    if (!product)
        return;
    const ProductId id = product->id;
    m_field->clear();
    m_field->setFocus();
    Q_EMIT chosen(id, quantity);
}

bool SearchPanel::fieldKey(int key)
{
    const int rows = m_model.rowCount();
    if (rows == 0 || (key != Qt::Key_Down && key != Qt::Key_Up))
        return false;
    const QModelIndex current = m_results->currentIndex();
    const int step = (key == Qt::Key_Down ? 1 : -1) * (showsTiles() ? m_tiles->columns() : 1);
    const int row = current.isValid() && (m_picked || !m_model.wish().text.isEmpty())
                        ? current.row() + step
                        : 0;
    m_results->selectRow(std::clamp(row, 0, rows - 1));
    m_picked = true;
    return true;
}

void SearchPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Names come first where there is no room for all.
    m_results->setColumnHidden(ProductResultsModel::BarcodeColumn,
                               event->size().width() < metrics::twoColumnsWidth);
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    // In an empty field there is nothing else to undo than what was done to the cart.
    if (watched == m_field && event->type() == QEvent::ShortcutOverride &&
        m_field->text().isEmpty() && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        return true;
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (watched == m_field && fieldKey(press->key()))
            return true;
        // A list would search in itself; here bare typing belongs to the field.
        const QString text = typedBy(*press);
        if (watched == m_views->currentWidget() && !text.isEmpty()) {
            type(text);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor
