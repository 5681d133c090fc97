// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/concern.h"
#include "app/cli/task.h"

#include <QHash>

namespace kontor {

//! Lists everything in the shop that needs a person.
class AttentionTask final : public Task
{
    Q_OBJECT
public:
    AttentionTask(const CommandLine &line, Shop &shop, Console &console);

    void start() override;

private:
    //! Makes a concern of each entry of a service's list.
    template <class Asked, class Function, class Make>
    void ask(Asked &service, Function function, Make make);
    void askForReceipts();
    void tell(const QHash<SubjectId, QString> &receipts);
    void tellJson() const;
    void tellPeople() const;
    void fail(const Error &error);

    const bool m_json;
    Shop &m_shop;
    Console &m_console;
    QList<Concern> m_concerns;
    int m_awaited = 0; //!< answers
    bool m_failed = false;
};

} // namespace kontor
