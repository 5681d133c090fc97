// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/findings.h"
#include "services/audit/store_reader.h"

#include <QJsonObject>

#include <vector>

namespace kontor::auditing {

//! An event as its bytes tell it.
struct LoggedEvent
{
    qint64 seq = 0;
    QString type;
    QUuid subject;
    QUuid command;
    QString cause;
    QJsonObject data;
};

//! What is kept of each event, at index seq − 1, to compare the topic with its readers.
struct EventMark
{
    QString type; //!< empty: the event is missing
    QUuid subject;
};

struct TopicScan
{
    QString source;
    qint64 seq = 0; //!< of the last event
    QByteArray hash;
    std::vector<EventMark> marks;
};

//! Reads a topic from its first event to its last, once: checks its numbers, its chain and its
//! bytes (A8), and hands each event on.
Result<TopicScan> scanTopic(StoreReader &store, const QList<Anchor> &anchors, Findings &findings,
                            const std::function<void(const LoggedEvent &)> &take);

} // namespace kontor::auditing
