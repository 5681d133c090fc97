// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/topic.h"

namespace kontor {

//! Events of no trade at all: to test what every topic and subscription does.
struct Noted
{
    static constexpr const char *type = "Noted";
    OrderId order;
    int number = 0;
    QString text;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const Noted &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("number", self.number);
        a("order", self.order);
        a("text", self.text);
    }
};

struct Struck
{
    static constexpr const char *type = "Struck";
    OrderId order;

    SubjectId subject() const { return kontor::subject(order); }
    bool operator==(const Struck &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("order", self.order);
    }
};

class NoteTopic : public Topic
{
    Q_OBJECT
public:
    using Topic::Topic;
    void append(Transaction &tx, const Noted &event)
    {
        Topic::append(tx, event, &NoteTopic::noted);
    }
    void append(Transaction &tx, const Struck &event)
    {
        Topic::append(tx, event, &NoteTopic::struck);
    }

Q_SIGNALS:
    void noted(const kontor::Noted &event);
    void struck(const kontor::Struck &event);
};

//! An order whose id is made of the letter.
inline OrderId orderOf(char letter) { return OrderId::fromBytes(QByteArray(16, letter)); }

//! A note as a version that nobody knows would write it.
struct StrangeNote
{
    static constexpr const char *type = "Noted";
    QString number;

    SubjectId subject() const { return kontor::subject(orderOf('b')); }
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("number", self.number);
    }
};

class StrangeTopic : public Topic
{
public:
    using Topic::Topic;
    void append(Transaction &tx, const StrangeNote &note)
    {
        Topic::append(tx, note, &StrangeTopic::appendedNote);
    }

private:
    void appendedNote(const StrangeNote &) {}
};

//! Publishes the events in one transaction.
template <class... Events>
Result<> publish(NoteTopic &topic, Store &store, const Events &...events)
{
    return inTransaction(store, [&](Transaction &tx) -> Result<> {
        tx.setCause({{1000}, CommandId::named({1000}, "test"), QStringLiteral("ann"), {}});
        (topic.append(tx, events), ...);
        return {};
    });
}

} // namespace kontor
