// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http_message.h"

#include <QTcpServer>

#include <functional>

namespace kontor::sandbox {

//! How much of an answer reaches the client; all but Whole end the connection.
enum class Delivery
{
    Whole,
    HalfOfBody,
    Drip, // of its body a byte at a time
    Nothing
};

//! HTTP/1.1 on loopback: one request at a time per connection, bounded in size.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    //! Called once per request, now or later; without effect when the client has gone.
    using Reply = std::function<void(const HttpResponse &, Delivery)>;
    using Handler = std::function<void(const HttpRequest &, const Reply &)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);

    //! Port 0 takes any free one.
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    QString errorText() const { return m_server.errorString(); }

private:
    void acceptAll();

    Handler m_handler;
    QTcpServer m_server;
};

} // namespace kontor::sandbox
