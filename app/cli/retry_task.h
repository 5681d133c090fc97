// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/named_services.h"
#include "app/cli/task.h"

namespace kontor {

//! Puts parked events back in line, and tells which of them are parked again.
class RetryTask final : public Task
{
    Q_OBJECT
public:
    RetryTask(const CommandLine &line, Shop &shop, Console &console);

    void start() override;

    //! What is to be tried: the events of one subject in one topic, or all.
    struct Wanted
    {
        bool all = false;
        QString source;
        SubjectId subject;

        bool means(const ParkedEvent &event) const
        {
            return all || (event.source == source && event.subject == subject);
        }
    };
    struct Tried
    {
        int events = 0;
        QList<ParkedEvent> parkedAgain;
    };

private:
    void findSubject(const QString &idOrNumber);
    void tryNext();
    void note(const QString &service, const Tried &tried);
    void tell();
    void fail(const Error &error);

    const CommandLine m_line;
    Shop &m_shop;
    Console &m_console;
    QList<NamedService> m_services; //!< still to be tried
    Wanted m_wanted;
    int m_events = 0;
    QList<std::pair<QString, ParkedEvent>> m_parkedAgain; //!< and by which service
};

} // namespace kontor
