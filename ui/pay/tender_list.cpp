// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/tender_list.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

enum Column
{
    NameColumn,
    StandingColumn,
    AmountColumn,
    TakeBackColumn,
};

QString standingText(const TenderRow &row)
{
    switch (row.standing) {
    case TenderRow::Standing::Taken:
        return row.given == row.tender.amount
                   ? QString()
                   : TenderList::tr("%1 given").arg(amountText(row.given));
    case TenderRow::Standing::Asked:
        return TenderList::tr("is being asked …");
    case TenderRow::Standing::Unreached:
        return TenderList::tr("cannot be asked now; nothing was taken");
    case TenderRow::Standing::Unknown:
        return TenderList::tr("not known whether it was charged");
    case TenderRow::Standing::Authorised:
        return row.card.isEmpty() ? TenderList::tr("authorised")
                                  : TenderList::tr("%1 authorised").arg(row.card);
    case TenderRow::Standing::LetGo:
        return TenderList::tr("let go: whatever it holds is released");
    }
    return {};
}

const char *roleOf(TenderRow::Standing standing)
{
    switch (standing) {
    case TenderRow::Standing::Unknown:
    case TenderRow::Standing::Unreached:
        return "notice";
    case TenderRow::Standing::Authorised:
        return "fine";
    case TenderRow::Standing::Taken:
    case TenderRow::Standing::Asked:
    case TenderRow::Standing::LetGo:
        return "muted";
    }
    return "muted";
}

} // namespace

TenderList::TenderList(QWidget *parent) : QFrame(parent), m_grid(new QGridLayout(this))
{
    inRole(named(this, u"tenders"_s, tr("Tenders")), "card");
    m_grid->setContentsMargins(metrics::group, metrics::inside, metrics::group, metrics::inside);
    m_grid->setHorizontalSpacing(metrics::cellPadding);
    m_grid->setVerticalSpacing(metrics::inside / 2);
    m_grid->setColumnStretch(StandingColumn, 1);
    hide();
}

void TenderList::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setObjectName({});
            widget->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
    m_tenders = 0;
}

void TenderList::addSum(const QString &name, const QString &objectName, const Money &amount)
{
    const int row = m_rows++;
    QLabel *sum = named(plainLabel(amountText(amount)), objectName, name);
    m_grid->addWidget(plainLabel(name, "muted"), row, NameColumn);
    m_grid->addWidget(sum, row, AmountColumn, Qt::AlignRight | Qt::AlignVCenter);
}

void TenderList::addTender(const TenderRow &tender, bool removable)
{
    const int row = m_rows++;
    const QString number = QString::number(m_tenders++);
    const QString kind = nameText(tender.tender.kind);
    m_grid->addWidget(named(plainLabel(kind, "strong"), u"tenderKind"_s + number, tr("Tender")),
                      row, NameColumn);
    QLabel *standing = plainLabel(standingText(tender), roleOf(tender.standing));
    standing->setWordWrap(true);
    m_grid->addWidget(named(standing, u"tenderStanding"_s + number, tr("How it stands")), row,
                      StandingColumn);
    QLabel *amount = plainLabel(amountText(tender.tender.amount), "strong");
    m_grid->addWidget(named(amount, u"tenderAmount"_s + number, tr("Amount")), row, AmountColumn,
                      Qt::AlignRight | Qt::AlignVCenter);
    if (!removable)
        return;
    auto *takeBack =
        inRole(named(new QPushButton(tr("Take back")), u"tenderTakeBack"_s + number,
                     tr("Take back: %1, %2").arg(kind, amountText(tender.tender.amount))),
               "compact");
    connect(takeBack, &QPushButton::clicked, this,
            [this, id = tender.tender.id] { Q_EMIT takeBackWanted(id); });
    m_grid->addWidget(takeBack, row, TakeBackColumn);
}

void TenderList::showTenders(const Checkout &checkout)
{
    clear();
    const QList<TenderRow> tenders = checkout.tenders();
    const bool counter = checkout.cart().fulfilment == Fulfilment::Counter;
    const Money rounding = checkout.cashRounding();
    const bool rounds = counter && !rounding.isZero();
    if (!rounds && tenders.isEmpty())
        return hide();
    addSum(tr("Total"), u"tenderTotal"_s, checkout.total());
    if (rounds)
        addSum(tr("Rounding in cash"), u"cashRounding"_s, rounding);
    const bool open =
        checkout.step() != Checkout::Step::Working && checkout.step() != Checkout::Step::Ordered;
    for (const TenderRow &tender : tenders)
        addTender(tender, open && tender.standing != TenderRow::Standing::LetGo);
    show();
}

} // namespace kontor
