// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mark_reader.h"

#include "services/core/topic.h"

namespace kontor {

QList<TopicMark> MarkReader::marks() const
{
    QList<TopicMark> marks;
    for (const TopicPlace &place : m_topics) {
        const auto reader = TopicReader::open(place.url, place.service, place.source);
        const auto head = reader ? (*reader)->head() : Result<qint64>(reader.error());
        if (!head || *head == 0)
            continue;
        const auto event = (*reader)->at(*head);
        if (event && event->has_value())
            marks.append({QString::fromLatin1((*event)->hash.toHex()), *head, place.source});
    }
    return marks;
}

} // namespace kontor
