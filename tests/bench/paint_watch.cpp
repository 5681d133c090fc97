// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/paint_watch.h"

#include <QEvent>
#include <QThread>

#include <utility>

namespace kontor {

bool PaintWatch::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    if (event->type() == QEvent::Paint)
        m_painted.append(receiver);
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    if (m_depth == 0 && !m_painted.isEmpty()) {
        const Painted painted = std::exchange(m_painted, {});
        // Whoever is told may want to tell others from now on.
        if (const auto tell = shown)
            tell(painted);
    }
    return taken;
}

} // namespace kontor
