// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/audit.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace kontor {

struct ShopSettings;

//! The stores of a shop, as the auditor wants to be told of them.
AuditInput auditInputFor(const ShopSettings &settings);

//! Looks once, beside the running shop, whether any topic was altered or damaged: SQLite does not
//! notice a changed byte, the chain of hashes does.
class HistoryCheck : public QObject
{
    Q_OBJECT
public:
    explicit HistoryCheck(const ShopSettings &settings, QObject *parent = nullptr);
    //! Ends the look, if it is still under way.
    ~HistoryCheck() override;

    void start();

Q_SIGNALS:
    //! The first place that is not as it was written, in words.
    void damaged(const QString &detail);
    //! Whatever came of it, that was all.
    void finished();

private:
    AuditInput m_input;
    std::atomic_bool m_stopped = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace kontor
