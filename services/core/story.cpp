// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/story.h"

#include "services/core/attempts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

StoryEvent storyEvent(const StoredEvent &stored, const QString &source)
{
    const QJsonObject envelope = QJsonDocument::fromJson(stored.bytes).object();
    StoryEvent event;
    event.source = source;
    event.seq = stored.seq;
    event.type = stored.type;
    event.at = {envelope["at"_L1].toInteger()};
    event.actor = envelope["actor"_L1].toString();
    event.cause = envelope["cause"_L1].toString();
    event.data = QJsonDocument(envelope["data"_L1].toObject()).toJson(QJsonDocument::Compact);
    return event;
}

QString nameOfEvent(const StoryEvent &event) { return u"%1:%2"_s.arg(event.source).arg(event.seq); }

//! By time; within the same moment each event after its cause.
QList<StoryEvent> told(QList<StoryEvent> events)
{
    std::ranges::stable_sort(events, {}, &StoryEvent::at);
    QList<StoryEvent> story;
    while (!events.isEmpty()) {
        const auto isTold = [&](const StoryEvent &event) {
            return std::ranges::none_of(
                events, [&](const StoryEvent &other) { return nameOfEvent(other) == event.cause; });
        };
        auto next = std::ranges::find_if(events, isTold);
        if (next == events.end())
            next = events.begin();
        story.append(*next);
        events.erase(next);
    }
    return story;
}

} // namespace

Result<QList<StoryEvent>> storyOf(SubjectId subject, const QList<TopicPlace> &topics)
{
    QList<StoryEvent> events;
    for (const TopicPlace &topic : topics) {
        const auto reader = TopicReader::open(topic.url, topic.service, topic.source);
        if (!reader)
            return reader.error();
        const auto about = (*reader)->about(subject);
        if (!about)
            return about.error();
        for (const StoredEvent &stored : *about)
            events.append(storyEvent(stored, topic.source));
        const auto attempts = attemptsAbout((*reader)->store(), subject);
        if (!attempts)
            return attempts.error();
        for (const DatedAttempt &made : *attempts)
            events.append({topic.source,
                           0,
                           QLatin1String(CallAttempt::type),
                           made.at,
                           u"system"_s,
                           {},
                           encode(made.attempt)});
    }
    return told(std::move(events));
}

} // namespace kontor
