// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox.h"

#include <QTcpSocket>
#include <QTemporaryDir>

#include <memory>

namespace kontor::sandbox {

//! What came back over the wire, as far as it came.
struct WireAnswer
{
    int status = 0; // 0: nothing came
    QByteArray head;
    QByteArray body;
    QJsonObject json;

    QString code() const;
    QString id() const;
    bool wasReplayed() const { return head.contains("Idempotent-Replayed: true"); }
};

//! Reads one answer of a connection that the server closes after it.
WireAnswer parseWireAnswer(const QByteArray &bytes);

//! A request that has been sent; its answer is read until the connection ends.
class PendingCall
{
public:
    PendingCall(quint16 port, const QByteArray &request);

    bool waitForEnd();
    WireAnswer answer() const { return parseWireAnswer(m_bytes); }

private:
    QTcpSocket m_socket;
    QByteArray m_bytes;
    bool m_ended = false;
};

//! A sandbox in this process with a ledger of its own, and a client that talks to it over TCP.
class SandboxHarness
{
public:
    SandboxHarness() { start(); }

    void start(const QByteArray &faultPlan = {});
    void stop();
    void restart()
    {
        stop();
        start();
    }

    quint16 port() const { return m_sandbox->port(); }
    QString ledgerPath() const { return m_folder.filePath(QStringLiteral("ledger.jsonl")); }
    QList<QJsonObject> ledger() const;
    QList<QJsonObject> ledger(const QString &kind) const;

    std::unique_ptr<PendingCall> begin(const QByteArray &method, const QByteArray &path,
                                       const QByteArray &body = {},
                                       const QByteArray &moreHeaders = {}) const;
    WireAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const QByteArray &moreHeaders = {}) const;
    //! With the authorisation of the payment system, and an idempotency key where one is given.
    WireAnswer pay(const QByteArray &method, const QByteArray &path, const QByteArray &form = {},
                   const QByteArray &key = {}) const;
    //! With the authorisation of the logistics system.
    WireAnswer ship(const QByteArray &method, const QByteArray &path,
                    const QJsonObject &json = {}) const;

    //! The id of an authorised intent.
    QByteArray authorised(qint64 amount, const QByteArray &method = "pm_card_visa") const;
    //! The id of a captured intent.
    QByteArray captured(qint64 amount, const QByteArray &method = "pm_card_visa") const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Sandbox> m_sandbox;
};

} // namespace kontor::sandbox
