// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_page.h"

#include "services/core/call.h"
#include "ui/commands/add_command.h"
#include "ui/orders/order_details.h"
#include "ui/orders/order_filter_bar.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/arrangement.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/rows_in_sight.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int listPauseMs = 200;

QColor stateColour(const QModelIndex &index, const Tokens &tokens)
{
    if (index.column() != OrdersModel::StateColumn)
        return {};
    switch (OrderState(index.data(OrdersModel::RawRole).toInt())) {
    case OrderState::Completed:
        return tokens.good;
    case OrderState::Cancelled:
        return tokens.danger;
    case OrderState::Ready:
        return tokens.accent;
    case OrderState::Placed:
    case OrderState::Paid:
        return {};
    }
    return {};
}

StoreUrl orderStoreOf(const ShopAccess &access)
{
    const auto found = std::ranges::find(access.topics, u"order"_s, &TopicPlace::service);
    KONTOR_CHECK(found != access.topics.end());
    return found->url;
}

} // namespace

OrdersPage::OrdersPage(const ShopAccess &access, ShopState &state,
                       const ReaderThread<StoryReader> &stories, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_state(state)
    , m_lookup(u"orders"_s, orderStoreOf(access))
    , m_concerns(state.attention())
    , m_model(access, m_lookup)
    , m_watch(access, listPauseMs)
    , m_search(named(new QLineEdit, u"orderSearch"_s, tr("Find an order")))
    , m_filters(new OrderFilterBar)
    , m_customer(inRole(named(new QPushButton, u"orderCustomerFilter"_s, {}), "chip"))
    , m_concernList(rowTable(u"concernsList"_s, tr("What needs you")))
    , m_list(rowTable(u"ordersList"_s, tr("Orders")))
    , m_empty(new EmptyNote(m_list, {}))
    , m_message(new MessageLine(u"ordersMessage"_s))
    , m_details(new OrderDetails(access, state.attention(), stories))
{
    setObjectName(u"ordersPage"_s);
    build();
    connect(m_details, &OrderDetails::returnWanted, this, &OrdersPage::returnWanted);
    connect(m_details, &OrderDetails::offered, this, &OrdersPage::offered);
    connect(m_details, &OrderDetails::acted, &m_state, &ShopState::refresh);
    connect(&m_concerns, &ConcernsModel::modelReset, this, &OrdersPage::keepConcern);
    connect(m_concernList->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersPage::concernChosen);
    addCommands();
    connect(&m_watch, &TopicWatch::grown, this, [this] {
        if (isVisible())
            m_model.refresh(); // otherwise once the page is shown
    });
    connect(&m_model, &OrdersModel::refreshed, this, &OrdersPage::keepSelection);
    connect(&m_model, &OrdersModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
    connect(m_search, &QLineEdit::textChanged, this, &OrdersPage::list);
    connect(m_filters, &OrderFilterBar::picked, this, [this](const OrderFilters &filters) {
        list();
        Q_EMIT filtersPicked(filters);
    });
    connect(m_customer, &QPushButton::clicked, this, [this] { listCustomer({}, {}); });
    connect(m_details, &OrderDetails::customerWanted, this, &OrdersPage::listCustomer);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersPage::chosen);
    list();
    m_model.refresh();
}

void OrdersPage::buildConcerns()
{
    m_concernList->setModel(&m_concerns);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_concernList);
    delegate->setMuted(ConcernsModel::SinceColumn);
    delegate->setColour([](const QModelIndex &index, const Tokens &tokens) {
        return index.column() == ConcernsModel::MatterColumn ? tokens.danger : QColor();
    });
    m_concernList->setItemDelegate(delegate);
    new EmptyNote(m_concernList, tr("Nothing needs you."));
    m_concernList->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    auto *header = m_concernList->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ConcernsModel::MatterColumn, QHeaderView::Stretch);
}

void OrdersPage::buildList()
{
    m_list->setModel(&m_model);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_list);
    delegate->setBold(OrdersModel::TotalColumn);
    delegate->setColour(stateColour);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    auto *header = m_list->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(OrdersModel::FulfilmentColumn, QHeaderView::Stretch);
    // The rows in sight say how wide; a year of orders is not asked.
    header->setResizeContentsPrecision(0);
    connect(new RowsInSight(m_list), &RowsInSight::moved, &m_model, &OrdersModel::showRows);
    letArrangeColumns(m_list);
    keepArrangement(m_search);
}

void OrdersPage::build()
{
    m_search->setPlaceholderText(tr("Receipt number, customer’s name or mail address …"));
    m_search->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    buildConcerns();
    buildList();
    auto *left = new QVBoxLayout;
    left->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    left->setSpacing(metrics::inside);
    left->addWidget(m_search);
    left->addWidget(m_filters);
    left->addWidget(m_customer, 0, Qt::AlignLeft);
    left->addWidget(m_message);
    left->addWidget(m_concernList, 1);
    left->addWidget(m_list, 2);
    m_customer->hide();
    m_details->setMaximumWidth(metrics::detailsWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 5);
    layout->addWidget(m_details, 4);
    keepConcern();
}

void OrdersPage::addCommands()
{
    addCommand(this, u"orders.search"_s, tr("Find an order"), {Qt::Key_F2}, [this] { start(); });
    addCommand(this, u"orders.back"_s, tr("One step back"), {Qt::Key_Escape}, [this] {
        if (m_details->stepBack())
            return;
        if (!m_search->text().isEmpty())
            return m_search->clear();
        listCustomer({}, {});
    });
    addCommand(this, u"orders.copyReceipt"_s, tr("Copy the receipt number"),
               {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, [this] { m_details->copyReceipt(); });
    addCommand(this, u"orders.attention"_s, tr("What needs you"), {Qt::ALT | Qt::Key_N},
               [this] { showAttention(); });
}

void OrdersPage::resizeEvent(QResizeEvent *event)
{
    // On a narrow screen the total needs its room; the fulfilment stands beside the list too.
    const bool isNarrow = width() < metrics::twoListsWidth;
    m_list->setColumnHidden(OrdersModel::FulfilmentColumn, isNarrow);
    m_list->horizontalHeader()->setStretchLastSection(isNarrow);
    QWidget::resizeEvent(event);
}

void OrdersPage::useFilters(const OrderFilters &filters)
{
    m_filters->choose(filters);
    list();
}

OrderWish OrdersPage::wish() const
{
    OrderWish wish = m_filters->filters().wish(m_access.clock.now().day());
    wish.customer = m_customerId;
    return wish;
}

void OrdersPage::start()
{
    m_model.list(wish(), m_search->text()); // today may be another day
    m_model.refresh();
    call(*m_lookup, &OrderLookup::tills).then(this, [this](const Result<QStringList> &tills) {
        if (tills)
            m_filters->offerTills(*tills);
    });
    m_search->setFocus();
    m_search->selectAll();
}

void OrdersPage::find(const QString &receipt)
{
    start();
    m_customerId = {};
    useFilters({});
    m_search->setText(receipt);
}

void OrdersPage::list()
{
    m_byConcern = false;
    m_model.list(wish(), m_search->text());
    showLists();
}

void OrdersPage::listCustomer(AccountId customer, const QString &name)
{
    if (customer == m_customerId)
        return;
    m_customerId = customer;
    // Their orders stand in the other list.
    if (!customer.isNull() && m_filters->filters().show == OrderFilters::Show::NeedsPerson)
        m_filters->choose({});
    m_customer->setText(tr("Only %1  ✕").arg(name));
    m_customer->setAccessibleName(tr("Show the orders of all customers again"));
    m_search->clear();
    focusInSight(m_search);
    list();
}

void OrdersPage::showLists()
{
    const auto show = m_filters->filters().show;
    const bool concernsOnly = show == OrderFilters::Show::NeedsPerson;
    const bool mayBeOpen = show == OrderFilters::Show::All || show == OrderFilters::Show::Open;
    const int rows = m_concerns.rowCount();
    m_customer->setVisible(!m_customerId.isNull());
    m_list->setVisible(!concernsOnly);
    m_concernList->setVisible(concernsOnly || (mayBeOpen && rows > 0));
    constexpr int rowsAtOnce = 4;
    const int height = m_concernList->horizontalHeader()->sizeHint().height() +
                       metrics::rowHeight * std::min(rows, rowsAtOnce) +
                       2 * m_concernList->frameWidth();
    m_concernList->setMinimumHeight(concernsOnly ? 0 : height);
    m_concernList->setMaximumHeight(concernsOnly ? QWIDGETSIZE_MAX : height);
}

void OrdersPage::keepSelection()
{
    m_message->notice(
        m_model.hasMoreCustomers()
            ? tr("Of customers of this name only the first %1 are looked at. Type more "
                 "of the name to find the orders of the others.")
                  .arg(AccountService::maxFound)
            : QString());
    const bool filtered = !m_search->text().trimmed().isEmpty() || !m_customerId.isNull() ||
                          m_filters->filters().isNarrow();
    m_empty->setText(filtered ? tr("No order is as you look for it. Change the filters, or clear "
                                   "the search with Escape.")
                              : tr("No orders yet: what is sold on the Sell page comes here."));
    if (m_list->isHidden() || m_list->currentIndex().isValid() || m_byConcern)
        return;
    if (m_model.rowCount() == 0)
        return m_details->showAbout({});
    // After the rows were read anew the order that was looked at is still the one.
    const int row = m_model.rowOf(m_details->shown());
    m_list->selectRow(std::max(row, 0));
}

void OrdersPage::chosen(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    m_byConcern = false;
    m_concernList->setCurrentIndex({});
    m_details->showAbout(subject(m_model.order(row.row()).id));
}

void OrdersPage::concernChosen(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    m_byConcern = true;
    m_list->setCurrentIndex({});
    m_details->showAbout(m_concerns.concern(row.row()).about);
}

void OrdersPage::keepConcern()
{
    showLists();
    const int row = m_byConcern ? m_concerns.rowAbout(subject(m_details->shown())) : -1;
    if (row >= 0)
        m_concernList->selectRow(row);
}

void OrdersPage::showAttention()
{
    if (m_concerns.rowCount() == 0)
        return;
    if (!m_concernList->isVisible())
        useFilters({});
    m_concernList->selectRow(0);
    m_concernList->setFocus();
}

} // namespace kontor
