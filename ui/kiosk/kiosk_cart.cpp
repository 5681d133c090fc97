// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_cart.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScroller>

namespace kontor {

using namespace Qt::StringLiterals;

KioskCart::KioskCart(SelfService &sale, QWidget *parent)
    : QFrame(parent)
    , m_sale(sale)
    , m_empty(plainLabel(tr("Nothing yet. Touch what you would like, or scan it."), "muted"))
    , m_total(inRole(named(plainLabel(), u"kioskTotal"_s, tr("Total")), "amount"))
    , m_pay(inRole(named(new QPushButton(tr("Pay")), u"kioskPay"_s, tr("Pay")), "main"))
{
    inRole(this, "side");
    setFixedWidth(metrics::kioskCartWidth);
    m_empty->setWordWrap(true);
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::group);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    // The panel behind it is seen.
    for (QWidget *part : {scroll->viewport(), content})
        part->setAutoFillBackground(false);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    auto *over = named(new QPushButton(tr("Start over")), u"kioskStartOver"_s, tr("Start over"));
    auto *sum = new QHBoxLayout;
    sum->addWidget(plainLabel(tr("Total"), "muted"));
    sum->addStretch();
    sum->addWidget(m_total);
    auto *ends = new QHBoxLayout;
    ends->setSpacing(metrics::inside);
    ends->addWidget(over, 1);
    ends->addWidget(m_pay, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(plainLabel(tr("Your cart"), "title"));
    layout->addWidget(m_empty);
    layout->addWidget(scroll, 1);
    layout->addLayout(sum);
    layout->addLayout(ends);
    connect(over, &QPushButton::clicked, this, &KioskCart::startOverWanted);
    connect(m_pay, &QPushButton::clicked, this, &KioskCart::payWanted);
    connect(&m_sale, &SelfService::changed, this, &KioskCart::showLines);
    showLines();
}

void KioskCart::showLines()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // The button that was just touched is still at work.
        if (QWidget *old = item->widget()) {
            old->hide();
            old->setObjectName({});
            for (auto *button : old->findChildren<QWidget *>())
                button->setObjectName({});
            old->deleteLater();
        }
        delete item;
    }
    const CartSession &session = m_sale.session();
    for (const OrderedLine &line : session.totals().lines)
        m_rows->addWidget(row(line));
    m_rows->addStretch();
    m_empty->setVisible(session.isEmpty());
    m_pay->setEnabled(!session.isEmpty());
    m_total->setText(amountText(session.totals().total));
}

QWidget *KioskCart::row(const OrderedLine &line)
{
    auto *row = new QWidget;
    auto *name = plainLabel(line.name);
    name->setWordWrap(true);
    const auto step = [&](const QString &sign, const QString &objectName, const QString &what,
                          int pieces) {
        auto *button =
            inRole(named(new QPushButton(sign), objectName + QString::number(line.line), what),
                   "kioskStep");
        const Quantity wanted{line.quantity.thousandths + Quantity::pieces(pieces).thousandths};
        connect(button, &QPushButton::clicked, this, [this, button, number = line.line, wanted] {
            // Until the row is made anew, a second touch would mean the same quantity.
            button->setEnabled(false);
            m_sale.setQuantity(number, wanted);
        });
        return button;
    };
    auto *quantity = named(plainLabel(quantityText(line.quantity), "strong"),
                           u"kioskQuantity%1"_s.arg(line.line), tr("Quantity"));
    quantity->setAlignment(Qt::AlignCenter);
    auto *amounts = new QHBoxLayout;
    amounts->setSpacing(metrics::inside);
    amounts->addWidget(step(u"−"_s, u"kioskLess"_s, tr("One less: %1").arg(line.name), -1));
    amounts->addWidget(quantity, 1);
    amounts->addWidget(step(u"+"_s, u"kioskMore"_s, tr("One more: %1").arg(line.name), 1));
    auto *gross = plainLabel(amountText(line.gross), "strong");
    gross->setMinimumWidth(metrics::kioskAmountWidth);
    gross->setAlignment(onScreen(Qt::AlignRight | Qt::AlignVCenter));
    amounts->addWidget(gross);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(name);
    layout->addLayout(amounts);
    return row;
}

} // namespace kontor
