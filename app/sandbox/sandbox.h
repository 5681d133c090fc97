// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/control.h"
#include "app/sandbox/http_server.h"

#include <QSet>

namespace kontor::sandbox {

//! Both systems behind one port: routes each request, commits what it changes, and lets go wrong
//! what the fault plan says. What it answers is in the ledger before it is sent.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    Sandbox(Ledger &ledger, FaultPlan faults, QObject *parent = nullptr);

    bool listen(quint16 port) { return m_server.listen(port); }
    quint16 port() const { return m_server.port(); }
    QString errorText() const { return m_server.errorText(); }
    QString baseUrl() const;

Q_SIGNALS:
    void requestReceived();
    //! Nothing can be promised any more; the program should end.
    void ledgerFailed();

private:
    void handle(const HttpRequest &request, const HttpServer::Reply &reply);
    void handleFaulted(const HttpRequest &request, const InjectedFault &injected,
                       const HttpServer::Reply &reply);
    void later(const QString &key, int delayMs, const std::function<void()> &action);

    //! None when the ledger could not be written: then nothing may be answered.
    std::optional<HttpResponse> process(const HttpRequest &request, bool refuse);
    std::optional<HttpResponse> refused(const HttpRequest &request);
    std::optional<HttpResponse> processPayment(const HttpRequest &request, bool refuse);
    std::optional<HttpResponse> committed(const Answer &answer,
                                          const std::optional<IdempotentAnswer> &binding = {});
    void answer(const HttpServer::Reply &reply, const std::optional<HttpResponse> &response,
                Delivery delivery = Delivery::Whole);

    World m_world;
    FaultPlan m_faults;
    PaymentSystem m_payments;
    LogisticsSystem m_logistics;
    Control m_control;
    QSet<QString> m_keysInProgress;
    HttpServer m_server;
};

} // namespace kontor::sandbox
