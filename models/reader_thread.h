// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <utility>

namespace kontor {

//! A reader with a thread of its own, asked through call(): what it looks up keeps neither the
//! screen nor a service waiting.
template <class Reader>
class ReaderThread
{
public:
    template <class... Arguments>
    explicit ReaderThread(const QString &name, Arguments &&...arguments)
        : m_reader(new Reader(std::forward<Arguments>(arguments)...))
    {
        m_thread.setObjectName(name);
        m_reader->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
        m_thread.start();
    }
    ~ReaderThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(ReaderThread)

    Reader &operator*() const { return *m_reader; }

private:
    QThread m_thread;
    Reader *m_reader; // dies with the thread
};

} // namespace kontor
