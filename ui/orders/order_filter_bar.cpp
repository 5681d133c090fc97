// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_filter_bar.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QDateEdit *dayField(const QString &objectName, const QString &accessibleName)
{
    auto *field = named(new QDateEdit(QDate::currentDate()), objectName, accessibleName);
    field->setCalendarPopup(true);
    return field;
}

} // namespace

OrderFilterBar::OrderFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_show(new Segments(u"orderShow"_s, tr("Which orders"),
                          {{u"orderShowAll"_s, tr("All")},
                           {u"orderShowOpen"_s, tr("Open")},
                           {u"orderShowNeedsYou"_s, tr("Needs you")},
                           {u"orderShowCompleted"_s, tr("Completed")},
                           {u"orderShowCancelled"_s, tr("Cancelled")}}))
    , m_place(new QGridLayout)
    , m_fulfilment(addChoice(u"orderFulfilmentFilter"_s, tr("Fulfilment"),
                             {tr("Any fulfilment"), nameText(Fulfilment::Counter),
                              nameText(Fulfilment::Pickup), nameText(Fulfilment::Delivery)}))
    , m_period(
          addChoice(u"orderPeriodFilter"_s, tr("Period"),
                    {tr("Any time"), tr("Today"), tr("7 days"), tr("A month"), tr("From … to")}))
    , m_till(addChoice(u"orderTillFilter"_s, tr("Till"), {tr("All tills")}))
    , m_sort(addChoice(u"orderSort"_s, tr("Sorting"),
                       {tr("Newest first"), tr("Oldest first"), tr("Highest total first"),
                        tr("Lowest total first")}))
    , m_range(buildRange())
{
    m_place->setSpacing(metrics::inside);
    m_place->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_show);
    layout->addLayout(m_place);
    layout->addWidget(m_range);
    arrange(int(m_choices.size()));
    connect(m_show, &Segments::picked, this, [this](int id) {
        m_filters.show = OrderFilters::Show(id);
        Q_EMIT picked(m_filters);
    });
    choose({});
}

QComboBox *OrderFilterBar::addChoice(const QString &objectName, const QString &accessibleName,
                                     const QStringList &texts)
{
    auto *choice = named(new QComboBox, objectName, accessibleName);
    choice->addItems(texts);
    choice->setToolTip(accessibleName);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(choice, &QComboBox::currentIndexChanged, this, &OrderFilterBar::take);
    m_choices.append(choice);
    return choice;
}

QWidget *OrderFilterBar::buildRange()
{
    auto *range = new QWidget;
    m_from = dayField(u"orderFrom"_s, tr("From this day on"));
    m_to = dayField(u"orderTo"_s, tr("Until this day"));
    auto *row = new QHBoxLayout(range);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::inside);
    row->addWidget(plainLabel(tr("From"), "muted"));
    row->addWidget(m_from, 1);
    row->addWidget(plainLabel(tr("to"), "muted"));
    row->addWidget(m_to, 1);
    for (QDateEdit *day : {m_from, m_to})
        connect(day, &QDateEdit::dateChanged, this, &OrderFilterBar::take);
    return range;
}

void OrderFilterBar::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_choices.size(); ++i)
        m_place->addWidget(m_choices[i], i / columns, i % columns);
}

void OrderFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int all = int(m_choices.size());
    arrange(event->size().width() < metrics::filterWidth * all ? all / 2 : all);
}

void OrderFilterBar::take()
{
    const int fulfilment = m_fulfilment->currentIndex();
    m_filters.fulfilment.reset();
    if (fulfilment > 0)
        m_filters.fulfilment = Fulfilment(fulfilment - 1);
    m_filters.period = OrderFilters::Period(m_period->currentIndex());
    const bool range = m_filters.period == OrderFilters::Period::Range;
    m_filters.from = range ? m_from->date() : QDate();
    m_filters.to = range ? m_to->date() : QDate();
    m_filters.till = m_till->currentIndex() > 0 ? m_till->currentText() : QString();
    m_filters.sort = OrderFilters::Sort(m_sort->currentIndex());
    m_range->setVisible(range);
    Q_EMIT picked(m_filters);
}

void OrderFilterBar::choose(const OrderFilters &filters)
{
    std::vector<QSignalBlocker> quiet;
    for (QComboBox *choice : std::as_const(m_choices))
        quiet.emplace_back(choice);
    quiet.emplace_back(m_from);
    quiet.emplace_back(m_to);
    m_filters = filters;
    m_show->choose(int(filters.show));
    m_fulfilment->setCurrentIndex(filters.fulfilment ? int(*filters.fulfilment) + 1 : 0);
    m_period->setCurrentIndex(int(filters.period));
    if (!filters.till.isEmpty() && m_till->findText(filters.till) < 0)
        m_till->addItem(filters.till);
    m_till->setCurrentIndex(std::max(0, m_till->findText(filters.till)));
    m_sort->setCurrentIndex(int(filters.sort));
    if (filters.from.isValid())
        m_from->setDate(filters.from);
    if (filters.to.isValid())
        m_to->setDate(filters.to);
    m_range->setVisible(filters.period == OrderFilters::Period::Range);
}

void OrderFilterBar::offerTills(const QStringList &tills)
{
    for (const QString &till : tills) {
        if (m_till->findText(till) < 0)
            m_till->addItem(till);
    }
}

} // namespace kontor
