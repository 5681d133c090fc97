// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/outside_faults.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <vector>

namespace kontor {

//! Certificates for one run of a test, made by openssl: an authority of its own, and what it, or a
//! stranger, has signed.
class TestCertificates
{
public:
    TestCertificates();

    QString authorityFile() const { return m_folder.filePath(QStringLiteral("ca.crt")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    //! From now on all connections of this process trust this authority beside the usual ones.
    static void trust(const QString &authorityFile);

private:
    void make(const QStringList &arguments) const;
    void signedByAuthority(const QString &name, const QString &host, int days) const;

    QTemporaryDir m_folder;
};

//! Speaks TLS with the certificate that it is given, or else resets the connection when the first
//! bytes come; counts what it gets. It never answers.
class TrapServer : public QTcpServer
{
public:
    TrapServer();
    TrapServer(const QString &certificateFile, const QString &keyFile);

    QUrl url() const;
    int connections() const { return m_connections; }
    //! What came through the encryption, heads and bodies.
    qint64 bytesRead() const { return m_bytes; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
    int m_connections = 0;
    qint64 m_bytes = 0;
};

//! The addresses at which nothing good awaits a caller.
class BadAddresses
{
public:
    BadAddresses();

    QUrl url(Way way) const;
    //! The calls that the faults strike; those of the sandbox go to it.
    QList<MisledCall> misled(const Strikes &strikes, const QUrl &sandbox) const;
    //! How often somebody came there; -1 where nobody can be seen coming.
    int connections(Way way) const;
    //! Through TLS with a bad certificate: what should never have been sent.
    qint64 bytesRevealed() const;
    const TestCertificates &certificates() const { return m_certificates; }

private:
    struct Trap
    {
        Way way;
        std::unique_ptr<TrapServer> server;
    };
    void addTrap(Way way, const QString &name);

    TestCertificates m_certificates;
    std::vector<Trap> m_traps;
    QUrl m_closed;
};

} // namespace kontor
