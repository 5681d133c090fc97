// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"

namespace kontor {

//! Where a topic is to be read.
struct TopicPlace
{
    StoreUrl url;
    QString service;
    QString source;
};

//! One event of a subject's story, or a call to a system outside that was made for it.
struct StoryEvent
{
    QString source;
    qint64 seq = 0; //!< 0: a CallAttempt, which stands in no topic
    QString type;
    Timestamp at;
    QString actor;
    QString cause;   //!< as Cause::event
    QByteArray data; //!< its own fields, canonical JSON

    bool operator==(const StoryEvent &) const = default;
};

//! Every event about the subject, from all the topics, and every call that their services made: by
//! time, and each event after its cause.
Result<QList<StoryEvent>> storyOf(SubjectId subject, const QList<TopicPlace> &topics);

} // namespace kontor
