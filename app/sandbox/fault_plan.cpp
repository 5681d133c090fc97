// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fault_plan.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct NamedFault
{
    Fault fault;
    const char *name;
};

constexpr NamedFault namedFaults[] = {
    {Fault::None, "none"},
    {Fault::Refuse, "refuse"},
    {Fault::DropBefore, "dropBefore"},
    {Fault::DropAfter, "dropAfter"},
    {Fault::Delay, "delay"},
    {Fault::DelayAfter, "delayAfter"},
    {Fault::RefuseLater, "refuseLater"},
    {Fault::ServerError, "serverError"},
    {Fault::ServerErrorAfter, "serverErrorAfter"},
    {Fault::Status, "status"},
    {Fault::StatusAfter, "statusAfter"},
    {Fault::Garbage, "garbage"},
    {Fault::Truncated, "truncated"},
    {Fault::TooManyRequests, "tooManyRequests"},
    {Fault::WrongAmount, "wrongAmount"},
    {Fault::WrongCurrency, "wrongCurrency"},
    {Fault::Redirect, "redirect"},
    {Fault::HugeBody, "hugeBody"},
    {Fault::Drip, "drip"},
};

std::optional<Fault> faultByName(const QString &name)
{
    for (const auto &known : namedFaults) {
        if (name == QLatin1StringView(known.name))
            return known.fault;
    }
    return std::nullopt;
}

//! Reads one rule; the first thing wrong with it stays in reason.
class RuleReader
{
public:
    explicit RuleReader(const QJsonObject &rule) : m_rule(rule) {}

    FaultRule read()
    {
        static const QStringList known{u"every"_s, u"first"_s,   u"nth"_s,
                                       u"path"_s,  u"method"_s,  u"faults"_s,
                                       u"fault"_s, u"delayMs"_s, u"status"_s};
        for (const auto &key : m_rule.keys()) {
            if (!known.contains(key))
                fail(u"unknown key \"%1\""_s.arg(key));
        }
        FaultRule rule;
        rule.method = text(u"method"_s).toLatin1().toUpper();
        rule.path = text(u"path"_s);
        rule.nth = number(u"nth"_s, 1, 0);
        rule.every = number(u"every"_s, 1, 0);
        rule.first = number(u"first"_s, 1, rule.every);
        rule.delayMs = static_cast<int>(number(u"delayMs"_s, 0, 2000));
        rule.faults = faults();
        rule.status = static_cast<int>(number(u"status"_s, 400, 0));
        if (rule.status > 599)
            fail(u"\"status\" must be from 400 to 599"_s);
        const bool needsStatus =
            rule.faults.contains(Fault::Status) || rule.faults.contains(Fault::StatusAfter);
        if (needsStatus != (rule.status > 0))
            fail(u"\"status\" belongs to the faults of that name"_s);
        if ((rule.nth > 0) == (rule.every > 0))
            fail(u"exactly one of \"nth\" and \"every\" is needed"_s);
        if (rule.nth > 0 && m_rule.contains(u"first"_s))
            fail(u"\"first\" belongs to \"every\""_s);
        return rule;
    }

    const QString &reason() const { return m_reason; }

private:
    void fail(const QString &reason)
    {
        if (m_reason.isEmpty())
            m_reason = reason;
    }

    QString text(const QString &key)
    {
        if (m_rule.contains(key) && !m_rule[key].isString())
            fail(u"\"%1\" must be text"_s.arg(key));
        return m_rule[key].toString();
    }

    qint64 number(const QString &key, qint64 least, qint64 absent)
    {
        if (!m_rule.contains(key))
            return absent;
        const auto value = m_rule[key].toInteger(-1);
        if (value < least || value > 1'000'000'000)
            fail(u"\"%1\" must be a whole number, at least %2"_s.arg(key).arg(least));
        return value;
    }

    QList<Fault> faults()
    {
        if (m_rule.contains(u"fault"_s) == m_rule.contains(u"faults"_s)) {
            fail(u"exactly one of \"fault\" and \"faults\" is needed"_s);
            return {};
        }
        auto names = m_rule[u"faults"_s].toArray();
        if (m_rule.contains(u"fault"_s))
            names = {m_rule[u"fault"_s]};
        if (names.isEmpty())
            fail(u"\"faults\" must be a list of names"_s);
        QList<Fault> found;
        for (const auto &name : std::as_const(names)) {
            const auto fault = faultByName(name.toString());
            if (fault)
                found.append(*fault);
            else
                fail(u"unknown fault \"%1\""_s.arg(name.toVariant().toString()));
        }
        return found;
    }

    const QJsonObject m_rule;
    QString m_reason;
};

} // namespace

QString faultName(Fault fault)
{
    for (const auto &known : namedFaults) {
        if (known.fault == fault)
            return QString::fromLatin1(known.name);
    }
    return {};
}

Outcome<FaultPlan> FaultPlan::parse(const QByteArray &json)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Refusal{u"the fault plan is no JSON: %1 at byte %2"_s.arg(error.errorString())
                           .arg(error.offset)};
    const auto content = document.object();
    if (!document.isObject() || !content[u"rules"_s].isArray() || content.size() != 1)
        return Refusal{u"the fault plan must be an object with one list, \"rules\""_s};

    FaultPlan plan;
    const auto rules = content[u"rules"_s].toArray();
    for (const auto &rule : rules) {
        RuleReader reader(rule.toObject());
        plan.m_rules.append(reader.read());
        if (!reader.reason().isEmpty())
            return Refusal{
                u"rule %1 of the fault plan: %2"_s.arg(plan.m_rules.size()).arg(reader.reason())};
    }
    plan.m_counters.resize(plan.m_rules.size());
    return plan;
}

InjectedFault FaultPlan::next(const QByteArray &method, const QString &path)
{
    ++m_calls;
    InjectedFault injected;
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const auto &rule = m_rules[i];
        if (!path.startsWith(rule.path) || (!rule.method.isEmpty() && rule.method != method))
            continue;
        auto &counter = m_counters[i];
        const auto call = ++counter.matched;
        const bool strikes = rule.nth > 0
                                 ? call == rule.nth
                                 : call >= rule.first && (call - rule.first) % rule.every == 0;
        if (!strikes || injected.fault != Fault::None)
            continue;
        injected = {rule.faults[counter.fired % rule.faults.size()], rule.delayMs, rule.status};
        ++counter.fired;
        if (injected.fault != Fault::None)
            ++m_fired[injected.fault];
    }
    return injected;
}

QJsonObject FaultPlan::counters() const
{
    QJsonObject faults;
    for (auto it = m_fired.begin(); it != m_fired.end(); ++it)
        faults[faultName(it.key())] = it.value();
    QJsonArray rules;
    for (const auto &counter : m_counters)
        rules.append(QJsonObject{{u"matched"_s, counter.matched}, {u"fired"_s, counter.fired}});
    return {{u"calls"_s, m_calls}, {u"faults"_s, faults}, {u"rules"_s, rules}};
}

} // namespace kontor::sandbox
