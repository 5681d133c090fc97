// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orders_page.h"

#include "ui/commands/add_command.h"
#include "ui/orders/order_details.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/arrangement.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>

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

} // namespace

OrdersPage::OrdersPage(const ShopAccess &access, const ReaderThread<StoryReader> &stories,
                       QWidget *parent)
    : QWidget(parent)
    , m_model(access)
    , m_watch(access, listPauseMs)
    , m_receipt(named(new QLineEdit, u"receiptFilter"_s, tr("Receipt number")))
    , m_list(rowTable(u"ordersList"_s, tr("Orders")))
    , m_empty(new EmptyNote(m_list, {}))
    , m_message(new MessageLine(u"ordersMessage"_s))
    , m_details(new OrderDetails(access, stories))
{
    setObjectName(u"ordersPage"_s);
    build();
    connect(m_details, &OrderDetails::returnWanted, this, &OrdersPage::returnWanted);
    addCommands();
    connect(&m_watch, &TopicWatch::grown, &m_model, &OrdersModel::refresh);
    connect(&m_model, &OrdersModel::refreshed, this, &OrdersPage::keepSelection);
    connect(&m_model, &OrdersModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
    connect(m_receipt, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_model.setReceipt(text.trimmed().toUpper()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrdersPage::chosen);
    m_model.refresh();
}

void OrdersPage::build()
{
    m_receipt->setPlaceholderText(tr("Receipt number, such as T1-000123 …"));
    m_receipt->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_receipt->setClearButtonEnabled(true);
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
    letArrangeColumns(m_list);
    keepArrangement(m_receipt);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    left->setSpacing(metrics::inside);
    left->addWidget(m_receipt);
    left->addWidget(m_message);
    left->addWidget(m_list, 1);
    m_details->setFixedWidth(metrics::detailsWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_details);
}

void OrdersPage::addCommands()
{
    addCommand(this, u"orders.search"_s, tr("Find an order"), {Qt::Key_F2}, [this] { start(); });
    addCommand(this, u"orders.back"_s, tr("One step back"), {Qt::Key_Escape},
               [this] { m_receipt->clear(); });
}

void OrdersPage::start()
{
    m_model.refresh();
    m_receipt->setFocus();
    m_receipt->selectAll();
}

void OrdersPage::find(const QString &receipt)
{
    start();
    m_receipt->setText(receipt);
}

void OrdersPage::keepSelection()
{
    m_message->say(QString());
    const bool filtered = !m_receipt->text().trimmed().isEmpty();
    m_empty->setText(filtered ? tr("There is no receipt with this number.")
                              : tr("No orders yet: what is sold on the Sell page comes here."));
    if (m_list->currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    // After the rows were read anew the order that was looked at is still the one.
    const int row = m_model.rowOf(m_details->shown());
    m_list->selectRow(std::max(row, 0));
}

void OrdersPage::chosen(const QModelIndex &row)
{
    if (row.isValid())
        m_details->showOrder(m_model.order(row.row()).id);
    else if (m_model.rowCount() == 0)
        m_details->showOrder({});
}

} // namespace kontor
