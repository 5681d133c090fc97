// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace kontor::sandbox {

enum class Fault
{
    None,
    Refuse,           // a definite refusal
    DropBefore,       // no effect, connection closed
    DropAfter,        // effect, connection closed without an answer
    Delay,            // effect and answer after the delay
    DelayAfter,       // effect at once, answer after the delay
    RefuseLater,      // a definite refusal after the delay
    ServerError,      // 500, no effect
    ServerErrorAfter, // effect, 500
    Status,           // the rule's status, no effect
    StatusAfter,      // effect, the rule's status
    Garbage,          // effect, 200 with what is no JSON
    Truncated,        // effect, half of the body
    TooManyRequests,  // 429, no effect
    WrongAmount,      // effect, the answer's amount is one more
    WrongCurrency,    // effect, the answer's currency is another
    Redirect,         // 307 to another host, no effect
    HugeBody,         // effect, 200 with 10 MiB
    Drip,             // effect, the body comes byte by byte
};

QString faultName(Fault fault);

struct FaultRule
{
    QByteArray method; // empty: any
    QString path;      // prefix; empty: any
    qint64 nth = 0;    // 0: use every and first
    qint64 every = 0;
    qint64 first = 0;
    QList<Fault> faults;
    int delayMs = 2000;
    int status = 0; // of Status and StatusAfter

    bool operator==(const FaultRule &other) const = default;
};

struct InjectedFault
{
    Fault fault = Fault::None;
    int delayMs = 0;
    int status = 0;
};

//! Decides which calls go wrong, and how. Each rule counts the calls that it matches; of several
//! rules that would strike the same call, the first one does.
class FaultPlan
{
public:
    static Outcome<FaultPlan> parse(const QByteArray &json);

    InjectedFault next(const QByteArray &method, const QString &path);

    QJsonObject counters() const;

private:
    struct Counter
    {
        qint64 matched = 0;
        qint64 fired = 0;
    };

    QList<FaultRule> m_rules;
    QList<Counter> m_counters;
    qint64 m_calls = 0;
    QMap<Fault, qint64> m_fired;
};

} // namespace kontor::sandbox
