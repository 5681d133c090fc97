// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/concern.h"
#include "app/cli/task.h"
#include "models/attention.h"

namespace kontor {

//! Lists everything in the shop that needs a person.
class AttentionTask final : public Task
{
    Q_OBJECT
public:
    AttentionTask(const CommandLine &line, Shop &shop, Console &console);

    void start() override;

private:
    void tell();
    void tellJson(const QList<Concern> &concerns) const;
    void tellPeople(const QList<Concern> &concerns) const;
    void fail(const Error &error);

    const bool m_json;
    Console &m_console;
    Attention m_attention;
    bool m_failed = false;
};

} // namespace kontor
