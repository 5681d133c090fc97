// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/story_model.h"

#include "models/story_text.h"
#include "models/texts.h"
#include "services/core/call.h"

#include <algorithm>

namespace kontor {

StoryModel::StoryModel(const ReaderThread<StoryReader> &reader, QObject *parent)
    : TableModel({tr("Time"), tr("What happened"), tr("Where")}, parent)
    , m_reader(reader)
{
}

void StoryModel::setOrder(OrderId order)
{
    if (m_order == order)
        return;
    m_order = order;
    show({});
    refresh();
}

void StoryModel::refresh()
{
    if (m_order.isNull())
        return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    const OrderId order = m_order;
    call(*m_reader, &StoryReader::story, order)
        .then(this, [this, order](const Result<QList<StoryEvent>> &events) {
            m_asking = false;
            if (order == m_order && events)
                show(*events);
            else if (order == m_order)
                Q_EMIT failed(events.error());
            if (std::exchange(m_again, false) || order != m_order)
                refresh();
        });
}

void StoryModel::show(const QList<StoryEvent> &events)
{
    const bool goesOn = events.size() >= m_events.size() &&
                        std::equal(m_events.cbegin(), m_events.cend(), events.cbegin(),
                                   events.cbegin() + m_events.size());
    if (!goesOn) {
        beginResetModel();
        m_events = events;
        endResetModel();
    } else if (events.size() > m_events.size()) {
        beginInsertRows({}, int(m_events.size()), int(events.size()) - 1);
        m_events = events;
        endInsertRows();
    }
    Q_EMIT told();
}

bool StoryModel::has(const char *eventType) const
{
    return std::ranges::any_of(
        m_events, [&](const StoryEvent &event) { return event.type == QLatin1String(eventType); });
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StoryEvent &event = m_events[index.row()];
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    switch (Column(index.column())) {
    case TimeColumn:
        return raw ? QVariant(event.at.ms) : momentText(event.at);
    case EventColumn:
        return raw ? event.type : storyText(event);
    case ServiceColumn:
        return raw ? event.source : serviceText(event.source);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
