// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/listener.h"

#include <QSqlDatabase>
#include <QSqlDriver>

namespace kontor {

namespace {

constexpr int listenerCheckMs = 2000;

} // namespace

QString notificationChannel(const QString &schema) { return QStringLiteral("kontor_") + schema; }

Listener::Listener(const StoreUrl &url)
    : m_url(url)
    , m_connection(url, QStringLiteral("listener"), Store::Access::Read)
{
    m_check.setInterval(listenerCheckMs);
    connect(&m_check, &QTimer::timeout, this, &Listener::check);
    m_check.start();
}

bool Listener::hears(const StoreUrl &url) const
{
    return url.dialect == m_url.dialect && url.host == m_url.host && url.port == m_url.port &&
           url.user == m_url.user && url.database == m_url.database;
}

void Listener::listenTo(const QString &schema)
{
    const QString channel = notificationChannel(schema);
    if (m_channels.contains(channel))
        return;
    m_channels.append(channel);
    if (m_connected)
        QSqlDatabase::database(m_connection.m_connection)
            .driver()
            ->subscribeToNotification(channel);
    else if (m_channels.size() == 1)
        check();
}

void Listener::check()
{
    if (m_connected && m_connection.plain(QStringLiteral("SELECT 1")))
        return;
    m_connected = connectAgain();
    if (m_connected)
        Q_EMIT woken();
}

bool Listener::connectAgain()
{
    m_connection.disconnect();
    if (!m_connection.connect())
        return false;
    auto *driver = QSqlDatabase::database(m_connection.m_connection).driver();
    connect(driver, &QSqlDriver::notification, this, &Listener::woken);
    for (const QString &channel : m_channels) {
        if (!driver->subscribeToNotification(channel))
            return false;
    }
    return true;
}

} // namespace kontor
