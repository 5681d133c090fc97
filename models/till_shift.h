// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mark_reader.h"
#include "models/reader_thread.h"
#include "models/topic_watch.h"

#include <optional>

namespace kontor {

//! The shift of this till as the screen works on it: the X report of the open one, the Z reports of
//! those before, and what is done to them.
class TillShift : public QObject
{
    Q_OBJECT
public:
    explicit TillShift(const ShopAccess &access, QObject *parent = nullptr);

    //! Reads all that there is; refresh() only what changes with each sale.
    void start();
    void refresh();
    //! Nothing while no shift is open, or while that is not known yet.
    const std::optional<ShiftReport> &xReport() const { return m_x; }
    //! The newest first.
    const QList<ShiftReport> &zReports() const { return m_zs; }
    bool isKnown() const { return m_known; }
    bool isBlind() const { return m_access.blindCount; }
    Currency currency() const { return m_x ? m_x->totals.currency() : m_access.currency; }

    void open(const Money &floatAmount);
    void move(DrawerMoveKind kind, const Money &amount, const QString &reason);
    //! Notes how far the topics go, and closes.
    void close(const ShiftCount &count);

    static constexpr int shownReports = 200;

Q_SIGNALS:
    void changed();
    //! A command was done; the reports follow with changed().
    void done();
    void closed(const kontor::ShiftReport &report);
    void failed(const kontor::Error &error);

private:
    template <class Answer>
    void answered(const Answer &answer);
    void kickDrawer();

    const ShopAccess &m_access;
    std::optional<ShiftReport> m_x;
    QList<ShiftReport> m_zs;
    bool m_known = false;
    bool m_busy = false;
    TopicWatch m_watch;
    ReaderThread<MarkReader> m_marks;
};

} // namespace kontor
