// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QTemporaryDir>

namespace kontor {

//! A real mail server (Exim) on this machine, in a folder of its own. It takes mail from the user
//! "pos" with the password "s3cret" or the token "t0ken", after TLS. Mailboxes: bounce550 is
//! refused for good, temp451 for now; whatever comes for others is kept.
class EximServer
{
public:
    //! Empty, or why it does not start.
    QString start();
    ~EximServer();

    int port() const { return m_port; }       //!< with STARTTLS
    int tlsPort() const { return m_tlsPort; } //!< TLS from the first byte
    //! Neither TLS nor a log-in, and takes mail from anybody.
    int plainPort() const { return m_plainPort; }
    QString certificate() const { return m_folder.filePath(QStringLiteral("cert.pem")); }
    //! The mails that it has accepted, in no order.
    QByteArrayList mails() const;

private:
    QString makeCertificate() const;
    bool writeConfiguration() const;

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    int m_tlsPort = 0;
    int m_plainPort = 0;
};

} // namespace kontor
