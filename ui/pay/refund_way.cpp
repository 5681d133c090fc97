// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/refund_way.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

RefundWay::RefundWay(QWidget *parent)
    : QWidget(parent)
    , m_how(inRole(named(plainLabel(), u"refundHow"_s, tr("How it is given back")), "title"))
    , m_giveBack(inRole(
          named(new QPushButton(tr("Give back")), u"payGiveBack"_s, tr("Give the money back")),
          "main"))
{
    m_how->setWordWrap(true);
    showKey(m_giveBack, tr("Enter"));
    m_giveBack->setAutoDefault(true);
    connect(m_giveBack, &QPushButton::clicked, this, &RefundWay::giveBackWanted);
    auto *note = plainLabel(tr("Each tender that paid gets its share back; what no card had paid "
                               "is handed out of the drawer."),
                            "muted");
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::group, 0, 0);
    layout->setSpacing(metrics::group);
    for (QWidget *part : {static_cast<QWidget *>(m_how), static_cast<QWidget *>(note),
                          static_cast<QWidget *>(m_giveBack)}) {
        part->setMaximumWidth(metrics::detailsWidth);
        layout->addWidget(part);
    }
    layout->addStretch();
}

void RefundWay::showRefund(const Checkout &checkout)
{
    m_giveBack->setEnabled(checkout.knowsWhoPaid());
    if (!checkout.knowsWhoPaid())
        return m_how->setText(tr("Looking up how it was paid …"));
    const Money toCards = checkout.dueToCards();
    const Money inCash = checkout.refundInCash();
    if (toCards.isZero())
        m_how->setText(tr("%1 in cash").arg(amountText(inCash)));
    else if (inCash.isZero())
        m_how->setText(tr("%1 to the card").arg(amountText(toCards)));
    else
        m_how->setText(
            tr("%1 to the card and %2 in cash").arg(amountText(toCards), amountText(inCash)));
    focusInSight(m_giveBack);
}

} // namespace kontor
