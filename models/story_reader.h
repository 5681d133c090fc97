// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/story.h"

#include <QObject>

namespace kontor {

//! Reads the stories of orders from the topics.
class StoryReader : public QObject
{
    Q_OBJECT
public:
    explicit StoryReader(QList<TopicPlace> topics) : m_topics(std::move(topics)) {}

    Result<QList<StoryEvent>> story(OrderId order) const
    {
        return storyOf(subject(order), m_topics);
    }

private:
    QList<TopicPlace> m_topics;
};

} // namespace kontor
