// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/done_page.h"

#include "models/texts.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/order_track.h"
#include "ui/widgets/story_table.h"

#include <QApplication>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

DonePage::DonePage(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
                   QWidget *parent)
    : QWidget(parent)
    , m_view(access, reader)
    , m_title(named(plainLabel({}, "title"), u"doneTitle"_s, tr("What became of it")))
    , m_receipt(inRole(named(plainLabel(), u"doneReceipt"_s, tr("Receipt number")), "amount"))
    , m_total(inRole(named(plainLabel(), u"doneTotal"_s, tr("Total")), "amount"))
    , m_changeTitle(plainLabel(tr("Change"), "muted"))
    , m_change(inRole(named(plainLabel(), u"doneChange"_s, tr("Change")), "change"))
    , m_tenders(inRole(named(plainLabel(), u"doneTenders"_s, tr("Tenders")), "muted"))
    , m_track(new OrderTrack(u"done"_s))
    , m_story(storyTable(m_view.story(), u"doneStory"_s, metrics::group))
    , m_message(new MessageLine(u"doneMessage"_s))
    , m_papers(new PaperRow(access, *m_message, u"done"_s))
    , m_next(
          inRole(named(new QPushButton(tr("Next sale")), u"nextSale"_s, tr("Next sale")), "main"))
{
    build();
    connect(&m_view, &OrderView::changed, this, &DonePage::refresh);
    connect(&m_view, &OrderView::refused, this,
            [this](const Error &error) { m_message->say(error); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        // The second Enter of a double one is not meant for this page: the change is to be read.
        if (m_shown.elapsed() >= QApplication::doubleClickInterval())
            Q_EMIT left();
    });
}

void DonePage::build()
{
    auto *card = inRole(new QFrame, "card");
    auto *sums = new QGridLayout(card);
    sums->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group,
                             metrics::cellPadding);
    sums->addWidget(plainLabel(tr("Receipt"), "muted"), 0, 0);
    sums->addWidget(m_receipt, 1, 0);
    sums->addWidget(plainLabel(tr("Total"), "muted"), 0, 1);
    sums->addWidget(m_total, 1, 1);
    sums->addWidget(m_changeTitle, 0, 2);
    sums->addWidget(m_change, 1, 2);
    sums->addWidget(m_tenders, 2, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        sums->setColumnStretch(column, 1);
    showKey(m_next, tr("Enter"));
    m_next->setAutoDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_title);
    layout->addWidget(card);
    layout->addWidget(m_track);
    layout->addWidget(m_message);
    layout->addWidget(m_story, 1);
    layout->addWidget(m_papers);
    layout->addWidget(m_next);
}

void DonePage::showSale(const Checkout &checkout)
{
    m_shown.start();
    m_message->say(QString());
    m_receipt->setText(checkout.receipt().number);
    m_total->setText(amountText(checkout.receipt().total + checkout.receipt().cashRounding));
    const QList<TenderRow> tenders = checkout.tenders();
    const bool change = std::ranges::any_of(tenders, [](const TenderRow &row) {
        return row.tender.kind == TenderKind::Cash && !row.tender.amount.isNegative();
    });
    m_changeTitle->setVisible(change);
    m_change->setVisible(change);
    m_change->setText(amountText(checkout.change()));
    const bool byLink = std::ranges::find(tenders, TenderKind::Link, [](const TenderRow &row) {
                            return row.tender.kind;
                        }) != tenders.cend();
    m_title->setText(checkout.givesBack() ? tr("Given back")
                     : byLink             ? tr("Ordered, to be paid by the link")
                                          : tr("Sold"));
    showTenders(checkout);
    m_view.setOrder(checkout.receipt().order);
    m_papers->showSale(checkout.receipt().order, checkout.cart().fulfilment);
    m_next->setFocus();
    refresh();
}

void DonePage::showTenders(const Checkout &checkout)
{
    QStringList parts;
    for (const TenderRow &row : checkout.tenders()) {
        if (row.standing != TenderRow::Standing::LetGo)
            parts.append(tr("%1 %2").arg(nameText(row.tender.kind), amountText(row.tender.amount)));
    }
    const Money &rounding = checkout.receipt().cashRounding;
    if (!rounding.isZero())
        parts.append(tr("Rounding in cash %1").arg(amountText(rounding)));
    m_tenders->setText(parts.join(u" · "_s));
    m_tenders->setVisible(!parts.isEmpty());
}

void DonePage::refresh() { m_track->showOrder(m_view); }

} // namespace kontor
