// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/handover.h"

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <memory>
#include <optional>
#include <type_traits>

namespace kontor {

//! Where a service lives: a thread of its own, or, for tests and simulation, the thread of whoever
//! made it.
class Room
{
public:
    explicit Room(const QString &name, bool ownThread)
    {
        if (!ownThread)
            return;
        m_thread = std::make_unique<QThread>();
        m_thread->setObjectName(name);
        m_door = std::make_unique<QObject>();
        m_door->moveToThread(m_thread.get());
        m_thread->start();
    }
    ~Room()
    {
        if (!m_thread)
            return;
        m_thread->quit();
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Room)

    //! Runs the work in here and waits for it: for building up and tearing down only.
    template <class Work>
    std::invoke_result_t<Work> run(Work work)
    {
        if (!m_thread)
            return work();
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            enter(work);
        } else {
            std::optional<std::invoke_result_t<Work>> answer;
            enter([&] { answer.emplace(work()); });
            return std::move(*answer);
        }
    }

private:
    template <class Work>
    void enter(const Work &work)
    {
        {
            const Posting posting;
            QMetaObject::invokeMethod(
                m_door.get(),
                [&work] {
                    delivered();
                    work();
                    const Posting leaving;
                },
                Qt::BlockingQueuedConnection);
        }
        delivered();
    }

    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QObject> m_door;
};

} // namespace kontor
