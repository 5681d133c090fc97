// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>

namespace kontor {

//! An application that tells what has been painted, at the end of the event that brought it to the
//! screen: composing and flushing are over by then.
class PaintWatch : public QApplication
{
public:
    using QApplication::QApplication;
    using Painted = QList<const QObject *>;

    std::function<void(const Painted &painted)> shown;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    int m_depth = 0;
    Painted m_painted;
};

} // namespace kontor
