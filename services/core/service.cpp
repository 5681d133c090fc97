// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/service.h"

#include "services/core/external_calls.h"
#include "services/core/listener.h"

#include <QTimer>

#include <algorithm>

namespace kontor {

namespace {

// How often a service looks by itself, should every signal and notification be lost.
constexpr int pollMs = 2000;
// How soon it tries again after passing trouble.
constexpr int troubleMs = 200;

} // namespace

Service::Service(Store &store, const Clock &clock, const Rights &rights)
    : m_db(store)
    , m_clock(clock)
    , m_rights(rights)
{
}

Service::~Service() = default;

Subscription &Service::subscribe(const Topic &topic)
{
    m_subscriptions.push_back(std::make_unique<Subscription>(m_db, m_clock, topic));
    connect(&topic, &Topic::appended, this, &Service::wakeSoon);
    return *m_subscriptions.back();
}

void Service::tellHeldUp(const QString &reason)
{
    if (reason.isEmpty())
        Q_EMIT recovered(m_db.service());
    else
        Q_EMIT troubled(m_db.service(), reason);
}

Result<int> Service::pump()
{
    int taken = 0;
    std::optional<Error> trouble;
    const auto note = [&](const Result<int> &done) {
        // One topic that cannot be read (a till is off) holds up no other.
        if (done)
            taken += *done;
        else
            trouble = done.error();
    };
    for (const auto &subscription : m_subscriptions)
        note(subscription->pump(batchSize));
    const auto anyWaits = m_db.exists("SELECT 1 FROM waiting");
    if (!anyWaits)
        return anyWaits.error();
    for (size_t i = 0; *anyWaits && i < m_subscriptions.size(); ++i)
        note(m_subscriptions[i]->retryWaiting());
    note(reachOut());
    if (trouble)
        return *trouble;
    return taken;
}

Result<bool> Service::isQuiet() const
{
    const auto taken = takenIfQuiet();
    if (!taken)
        return taken.error();
    return taken->has_value();
}

Result<std::optional<qint64>> Service::takenIfQuiet() const
{
    bool atHeads = true;
    qint64 taken = 0;
    for (const auto &subscription : m_subscriptions) {
        const auto position = subscription->positionAtHead();
        if (!position)
            return position.error();
        atHeads = atHeads && position->has_value();
        taken += position->value_or(0);
    }
    if (!atHeads)
        return std::optional<qint64>();
    // What waits behind a parked event moves only when a person has looked at that.
    const auto busy =
        m_db.exists("SELECT 1 FROM waiting w WHERE NOT EXISTS (SELECT 1 FROM parked p WHERE "
                    "p.subject = w.subject AND p.source = w.source AND p.seq < w.seq) "
                    "UNION ALL SELECT 1 FROM intent WHERE state <> 'Done'");
    if (!busy)
        return busy.error();
    return *busy ? std::nullopt : std::optional(taken);
}

void Service::start(bool listens)
{
    m_poll = std::make_unique<QTimer>();
    m_poll->setInterval(pollMs);
    connect(m_poll.get(), &QTimer::timeout, this, &Service::wake);
    m_poll->start();
    if (listens)
        listen();
    wake();
}

void Service::listen()
{
    for (const auto &subscription : m_subscriptions) {
        const StoreUrl &url = subscription->publisher();
        if (url.dialect != Dialect::PostgreSql)
            continue;
        auto same = std::ranges::find_if(
            m_listeners, [&](const auto &listener) { return listener->hears(url); });
        if (same == m_listeners.end()) {
            same = m_listeners.insert(same, std::make_unique<Listener>(url));
            connect(same->get(), &Listener::woken, this, &Service::wakeSoon);
        }
        (*same)->listenTo(url.schemaFor(subscription->publisherService()));
    }
}

void Service::wakeSoon()
{
    if (patienceMs() == 0)
        return wake();
    if (m_wakesSoon)
        return;
    m_wakesSoon = true;
    QTimer::singleShot(patienceMs(), this, [this] {
        m_wakesSoon = false;
        wake();
    });
}

void Service::watch(const ExternalCalls &calls)
{
    connect(&calls, &ExternalCalls::settled, this, &Service::wake);
    connect(&calls, &ExternalCalls::lost, this, [this](const QString &note) {
        m_lost = note;
        Q_EMIT troubled(m_db.service(), note);
    });
    connect(&calls, &ExternalCalls::found, this, [this] {
        m_lost.reset();
        if (!m_inTrouble)
            Q_EMIT recovered(m_db.service());
    });
}

void Service::wake()
{
    if (m_woken || !m_poll)
        return;
    m_woken = true;
    const auto work = [this] {
        m_woken = false;
        const auto pumped = pump();
        if (!pumped) {
            m_inTrouble = true;
            Q_EMIT troubled(m_db.service(), pumped.error().text());
            QTimer::singleShot(troubleMs, this, &Service::wake);
            return;
        }
        if (m_inTrouble) {
            m_inTrouble = false;
            if (m_lost)
                Q_EMIT troubled(m_db.service(), *m_lost);
            else
                Q_EMIT recovered(m_db.service());
        }
        // Patience is for what has just happened, not for what has piled up.
        if (*pumped >= batchSize)
            wake();
        else if (*pumped > 0)
            wakeSoon();
    };
    QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
}

Result<std::optional<QByteArray>> Service::firstAnswer(const Command &command,
                                                       CommandName name) const
{
    struct Recorded
    {
        QByteArray answer;
        QString name;
    };
    const auto before = m_db.first(
        "SELECT answer, name FROM command WHERE id = ?",
        [](const Row &row) {
            return Recorded{row.bytes(0), row.text(1)};
        },
        command.id);
    if (!before)
        return before.error();
    if (!before->has_value())
        return std::optional<QByteArray>();
    const auto wanted = nameOf(name);
    if ((*before)->name != QLatin1String(wanted.data(), qsizetype(wanted.size())))
        return Error(StoreError::Constraint,
                     QStringLiteral("command %1 was given already, as another command")
                         .arg(command.id.toString()));
    return std::optional<QByteArray>((*before)->answer);
}

Result<> Service::recordAnswer(Transaction &tx, const Command &command, CommandName name,
                               const QByteArray &answer)
{
    const auto recorded =
        tx.run("INSERT INTO command (id, name, actor, till, at, answer) VALUES (?, ?, ?, ?, ?, ?)",
               command.id, name, command.actor, command.till, command.at, answer);
    if (!recorded)
        return recorded.error();
    return {};
}

Result<QList<ParkedEvent>> Service::parkedEvents() const
{
    return m_db.all(
        "SELECT source, seq, subject, type, reason, parked_at FROM parked ORDER BY source, seq",
        [](const Row &row) {
            return ParkedEvent{row.text(0), row.integer(1), row.id<SubjectId>(2),
                               row.text(3), row.text(4),    row.time(5)};
        });
}

Result<> Service::retryParked(const Command &command, const QString &source, SubjectId subject)
{
    const auto done = perform<CommandName::RetryParked>(command, [&](Transaction &tx) -> Result<> {
        const auto moved =
            tx.run("INSERT INTO waiting (source, seq, subject) "
                   "SELECT source, seq, subject FROM parked WHERE source = ? AND subject = ?",
                   source, subject);
        if (!moved)
            return moved.error();
        const auto gone =
            tx.run("DELETE FROM parked WHERE source = ? AND subject = ?", source, subject);
        if (!gone)
            return gone.error();
        return {};
    });
    wake();
    return done;
}

} // namespace kontor
