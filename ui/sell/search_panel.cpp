// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/search_panel.h"

#include "models/typed_number.h"
#include "services/catalog/scan_error.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QColor levelColour(const QModelIndex &index, const Tokens &tokens)
{
    using Model = ProductResultsModel;
    if (index.column() == Model::BarcodeColumn)
        return tokens.muted;
    if (index.column() != Model::AvailableColumn)
        return {};
    switch (Model::Level(index.data(Model::LevelRole).toInt())) {
    case Model::Level::None:
        return tokens.danger;
    case Model::Level::Low:
        return tokens.warning;
    case Model::Level::Enough:
    case Model::Level::Unknown:
        return {};
    }
    return {};
}

} // namespace

SearchPanel::SearchPanel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                         QWidget *parent)
    : QWidget(parent)
    , m_model(access, lookup)
    , m_field(named(new QLineEdit, u"searchField"_s, tr("Search or scan")))
    , m_results(rowTable(u"searchResults"_s, tr("Products found")))
    , m_empty(new EmptyNote(m_results, {}))
    , m_message(new MessageLine(u"searchMessage"_s))
{
    build();
    connect(m_field, &QLineEdit::textChanged, this, &SearchPanel::textChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &SearchPanel::enter);
    connect(m_results, &QTableView::activated, this,
            [this](const QModelIndex &row) { choose(row, entry().quantity); });
    connect(m_results, &QTableView::pressed, this, [this] { m_picked = true; });
    connect(&m_model, &ProductResultsModel::searched, this, &SearchPanel::searched);
    connect(&m_model, &ProductResultsModel::failed, this, [this](const Error &error) {
        // A till without a catalog is a new shop.
        if (!error.is(StoreError::CannotOpen))
            m_message->say(error);
        searched();
    });
    m_model.search({});
}

void SearchPanel::build()
{
    inRole(m_field, "search");
    m_field->setPlaceholderText(tr("Search or scan …"));
    m_field->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    auto *key = plainLabel(tr("F2"), "key");
    auto *inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(0, 0, metrics::cellPadding, 0);
    inside->addStretch();
    inside->addWidget(key, 0, Qt::AlignVCenter);
    m_field->setTextMargins(0, 0, 2 * metrics::page, 0);

    m_results->setModel(&m_model);
    m_results->installEventFilter(this);
    auto *delegate = new RowDelegate(metrics::tallRowHeight, m_results);
    delegate->setDetail(ProductResultsModel::NameColumn, ProductResultsModel::DetailRole);
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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addWidget(m_results, 1);
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

void SearchPanel::refresh() { m_model.refreshAvailability(); }

void SearchPanel::clear()
{
    m_message->say(QString());
    m_field->clear();
    m_model.search({});
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
    m_model.search(entry().text);
}

void SearchPanel::searched()
{
    m_picked = false;
    if (m_model.rowCount() > 0 && !m_model.text().isEmpty())
        m_results->selectRow(0);
    else
        m_results->clearSelection();
    m_results->scrollToTop();
    m_empty->setText(m_model.text().isEmpty()
                         ? tr("No products yet: import a table of products, or add one.")
                         : tr("Nothing found for “%1”. Try fewer letters, or another word.")
                               .arg(m_model.text()));
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
        return m_message->say(tr("No product for “%1”. Search for it by name.").arg(text));
    m_message->say(error);
}

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
    if (!row.isValid())
        return;
    const ProductId product = m_model.product(row.row()).id;
    m_field->clear();
    m_field->setFocus();
    Q_EMIT chosen(product, quantity);
}

bool SearchPanel::fieldKey(int key)
{
    const int rows = m_model.rowCount();
    if (rows == 0 || (key != Qt::Key_Down && key != Qt::Key_Up))
        return false;
    const QModelIndex current = m_results->currentIndex();
    const int step = key == Qt::Key_Down ? 1 : -1;
    const int row =
        current.isValid() && (m_picked || !m_model.text().isEmpty()) ? current.row() + step : 0;
    m_results->selectRow(std::clamp(row, 0, rows - 1));
    m_picked = true;
    return true;
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
        const QString text = press->text();
        const bool plain = !(press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (watched == m_results && plain && !text.isEmpty() && text.front().isPrint()) {
            type(text);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor
