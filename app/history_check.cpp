// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history_check.h"

#include "app/shop_settings.h"

#include <QDateTime>
#include <QFile>
#include <QThread>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! What is wrong, as far as it can be said; empty if nothing is.
QString damageIn(const Result<AuditReport> &report)
{
    if (!report)
        return report.error().is(AuditError::Stopped) ? QString() : report.error().text();
    if (report->isSound())
        return {};
    const Finding &first = report->findings.first();
    return u"%1, %2: expected %3, found %4"_s.arg(first.store, first.row, first.expected,
                                                  first.found);
}

} // namespace

AuditInput auditInputFor(const ShopSettings &settings)
{
    AuditInput input;
    input.nowMs = QDateTime::currentMSecsSinceEpoch();
    for (const QString &service : ShopSettings::services()) {
        const QString url =
            settings.stores.value(service, u"sqlite:%1/%2.sqlite"_s.arg(settings.folder, service));
        input.stores.insert(service == u"cart"_s ? settings.sourceOf(service) : service, url);
    }
    // Local always, and not there before a till was first opened with it.
    const QString devices = u"%1/devices.sqlite"_s.arg(settings.folder);
    if (QFile::exists(devices))
        input.stores.insert(u"devices"_s, u"sqlite:"_s + devices);
    return input;
}

HistoryCheck::HistoryCheck(const ShopSettings &settings, QObject *parent)
    : QObject(parent)
    , m_input(auditInputFor(settings))
{
    m_input.stop = &m_stopped;
}

HistoryCheck::~HistoryCheck()
{
    m_stopped = true;
    if (m_thread)
        m_thread->wait();
}

void HistoryCheck::start()
{
    m_thread.reset(QThread::create([this] {
        if (const QString detail = damageIn(verify(m_input)); !detail.isEmpty())
            Q_EMIT damaged(detail);
    }));
    connect(m_thread.get(), &QThread::finished, this, &HistoryCheck::finished);
    // Whatever is sold meanwhile goes first.
    m_thread->start(QThread::IdlePriority);
}

} // namespace kontor
