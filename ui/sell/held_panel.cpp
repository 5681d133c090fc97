// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/held_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

HeldPanel::HeldPanel(HeldCartsModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_list(named(new QListView, u"heldCarts"_s, tr("Carts on hold")))
    , m_message(new MessageLine(u"heldMessage"_s))
{
    build();
    connect(m_list, &QListView::activated, this, &HeldPanel::choose);
    connect(m_list, &QListView::clicked, this, &HeldPanel::choose);
    connect(&m_model, &HeldCartsModel::looked, this, [this] {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model.index(m_model.rowCount() - 1));
    });
    connect(&m_model, &HeldCartsModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
}

void HeldPanel::build()
{
    inRole(this, "side");
    m_list->setModel(&m_model);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_list);
    delegate->setTallHeight(metrics::tallRowHeight);
    delegate->setDetail(0, HeldCartsModel::DetailRole);
    m_list->setItemDelegate(delegate);
    new EmptyNote(m_list, tr("No cart is on hold. What is put aside waits here."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::cellPadding);
    auto *back = named(new QPushButton(tr("Back")), u"heldBack"_s, tr("Back to the cart"));
    connect(back, &QPushButton::clicked, this, &HeldPanel::left);
    layout->addLayout(panelHead(tr("On hold"), back));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_message);
}

void HeldPanel::start()
{
    m_message->say(QString());
    m_model.look();
    m_list->setFocus();
}

void HeldPanel::choose(const QModelIndex &row)
{
    if (row.isValid())
        Q_EMIT chosen(m_model.cart(row.row()));
}

} // namespace kontor
