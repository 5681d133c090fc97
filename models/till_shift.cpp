// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/till_shift.h"

#include "services/core/call.h"

namespace kontor {

namespace {

constexpr int shiftPauseMs = 300;

} // namespace

TillShift::TillShift(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_watch(access, shiftPauseMs)
    , m_marks(QStringLiteral("topic marks"), access.topics)
{
    connect(&m_watch, &TopicWatch::grown, this, &TillShift::refresh);
}

void TillShift::start()
{
    call(m_access.cart, &CartService::zReports, m_access.till, shownReports)
        .then(this, [this](const Result<QList<ShiftReport>> &reports) {
            if (!reports)
                Q_EMIT failed(reports.error());
            else
                m_zs = *reports;
        });
    refresh();
}

void TillShift::refresh()
{
    call(m_access.cart, &CartService::xReport, m_access.till)
        .then(this, [this](const Result<std::optional<ShiftReport>> &report) {
            if (!report) {
                Q_EMIT failed(report.error());
                return;
            }
            m_x = *report;
            m_known = true;
            Q_EMIT changed();
        });
}

template <class Answer>
void TillShift::answered(const Answer &answer)
{
    m_busy = false;
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    Q_EMIT done();
    refresh();
}

void TillShift::open(const Money &floatAmount)
{
    if (m_busy)
        return;
    m_busy = true;
    call(m_access.cart, &CartService::openShift, m_access.command(), floatAmount)
        .then(this, [this](const Result<ShiftId> &opened) { answered(opened); });
}

void TillShift::move(DrawerMoveKind kind, const Money &amount, const QString &reason)
{
    if (m_busy)
        return;
    m_busy = true;
    const auto answer = [this](const Result<> &moved) { answered(moved); };
    const Command command = m_access.command();
    CartService &cart = m_access.cart;
    switch (kind) {
    case DrawerMoveKind::PaidIn:
        return call(cart, &CartService::payIn, command, amount, reason).then(this, answer);
    case DrawerMoveKind::PaidOut:
        return call(cart, &CartService::payOut, command, amount, reason).then(this, answer);
    case DrawerMoveKind::Drop:
        return call(cart, &CartService::drop, command, amount, reason).then(this, answer);
    case DrawerMoveKind::Opened:
        return call(cart, &CartService::openDrawer, command, reason)
            .then(this, [this](const Result<> &noted) {
                answered(noted);
                if (noted)
                    kickDrawer();
            });
    }
}

void TillShift::kickDrawer()
{
    call(m_access.devices, &DevicesService::openDrawer, m_access.command())
        .then(this, [this](const Result<> &asked) {
            // Without a printer a drawer is opened by hand.
            if (!asked && !asked.error().is(DevicesError::NoPrinter))
                Q_EMIT failed(asked.error());
        });
}

void TillShift::close(const ShiftCount &count)
{
    if (m_busy)
        return;
    m_busy = true;
    call(*m_marks, &MarkReader::marks).then(this, [this, count](const QList<TopicMark> &marks) {
        ShiftCount marked = count;
        marked.marks = marks;
        call(m_access.cart, &CartService::closeShift, m_access.command(), marked)
            .then(this, [this](const Result<ShiftReport> &report) {
                if (report) {
                    m_zs.prepend(*report);
                    m_x.reset();
                }
                answered(report);
                if (report)
                    Q_EMIT closed(*report);
            });
    });
}

} // namespace kontor
