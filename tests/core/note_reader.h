// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/service.h"
#include "tests/core/note_topic.h"

namespace kontor {

//! Allows everything to everybody but the guest.
class AllButGuests : public Rights
{
public:
    bool allows(const QString &actor, Right) const override
    {
        return actor != QStringLiteral("guest");
    }
};

//! Keeps the number of each note in a table, unless the test's `decide` says otherwise.
class NoteReader : public Service
{
public:
    NoteReader(Store &store, const Clock &clock, const Rights &rights)
        : Service(store, clock, rights)
    {
    }

    static QStringList tables()
    {
        return {QStringLiteral("CREATE TABLE kept (number BIGINT NOT NULL, cause TEXT NOT NULL)")};
    }

    void consume(const NoteTopic &topic)
    {
        subscribe(topic).on<Noted>(this, &NoteReader::on).on<Struck>(this, &NoteReader::on);
    }

    Result<qint64> keep(Transaction &tx, qint64 number)
    {
        return tx.run("INSERT INTO kept (number, cause) VALUES (?, ?)", number, tx.cause().event);
    }
    QList<qint64> kept() const
    {
        return db()
            .all("SELECT number FROM kept", [](const Row &row) { return row.integer(0); })
            .value();
    }
    qint64 waiting() const
    {
        return db()
            .first("SELECT count(*) FROM waiting", [](const Row &row) { return row.integer(0); })
            ->value();
    }
    //! As often as there is something to do.
    Result<> pumpAll()
    {
        for (;;) {
            const auto pumped = pump();
            if (!pumped)
                return pumped.error();
            if (*pumped == 0)
                return {};
        }
    }

    std::function<Handled(const Noted &, Transaction &)> decide = [](const Noted &, Transaction &) {
        return Handled::done();
    };
    std::function<Handled(const Struck &, Transaction &)> decideStruck =
        [](const Struck &, Transaction &) { return Handled::done(); };

private:
    Handled on(const Noted &event, Transaction &tx)
    {
        Handled decided = decide(event, tx);
        if (!decided.isDone())
            return decided;
        return keep(tx, event.number);
    }
    Handled on(const Struck &event, Transaction &tx) { return decideStruck(event, tx); }
};

} // namespace kontor
