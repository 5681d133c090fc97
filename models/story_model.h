// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reader_thread.h"
#include "models/story_reader.h"
#include "models/table_model.h"

namespace kontor {

//! What happened to one order, told in sentences, the first thing first.
class StoryModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        TimeColumn,
        EventColumn,
        ServiceColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< milliseconds, the event's type, the topic
    };

    explicit StoryModel(const ReaderThread<StoryReader> &reader, QObject *parent = nullptr);

    //! A null order has no story.
    void setOrder(OrderId order);
    OrderId order() const { return m_order; }
    void refresh();
    bool has(const char *eventType) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void told();
    void failed(const kontor::Error &error);

private:
    int rows() const override { return int(m_events.size()); }
    void show(const QList<StoryEvent> &events);

    const ReaderThread<StoryReader> &m_reader;
    OrderId m_order;
    QList<StoryEvent> m_events;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace kontor
