// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift_totals.h"
#include "services/core/story.h"

#include <QObject>

namespace kontor {

//! Reads how far the topics go.
class MarkReader : public QObject
{
    Q_OBJECT
public:
    explicit MarkReader(QList<TopicPlace> topics) : m_topics(std::move(topics)) {}

    //! A topic that is out of reach or empty is left out.
    QList<TopicMark> marks() const;

private:
    QList<TopicPlace> m_topics;
};

} // namespace kontor
