// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/store.h"

#include <QObject>
#include <QTimer>

namespace kontor {

//! The notification channel of the topic whose tables lie in the given schema.
QString notificationChannel(const QString &schema);

//! Hears from a PostgreSQL server that topics grew. It only wakes: what happened stands in the log,
//! and while the server is away nothing is heard.
class Listener : public QObject
{
    Q_OBJECT
public:
    explicit Listener(const StoreUrl &url);

    //! Whether the url leads to this listener's server and database.
    bool hears(const StoreUrl &url) const;
    void listenTo(const QString &schema);

Q_SIGNALS:
    //! A topic grew, or may have grown while nothing was heard.
    void woken();

private:
    //! The driver does not say when the server goes away: it has to be asked.
    void check();
    bool connectAgain();

    StoreUrl m_url;
    Store m_connection;
    QStringList m_channels;
    QTimer m_check;
    bool m_connected = false;
};

} // namespace kontor
