// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/trap_server.h"

#include "services/core/result.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>

#include <sys/socket.h>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    KONTOR_CHECK(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

//! Closes it in such a way that the other side gets an RST.
void reset(QTcpSocket *socket)
{
    const linger atOnce{1, 0};
    KONTOR_CHECK(::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                              sizeof atOnce) == 0);
    socket->abort();
}

} // namespace

TestCertificates::TestCertificates()
{
    make({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
          u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s,
          u"ca.crt"_s, u"-subj"_s, u"/CN=Test authority"_s, u"-days"_s, u"2"_s});
    make({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
          u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, u"untrusted.key"_s,
          u"-out"_s, u"untrusted.crt"_s, u"-subj"_s, u"/CN=127.0.0.1"_s, u"-addext"_s,
          u"subjectAltName=IP:127.0.0.1"_s, u"-days"_s, u"2"_s});
    signedByAuthority(u"good"_s, u"IP:127.0.0.1"_s, 2);
    signedByAuthority(u"other"_s, u"DNS:payments.example"_s, 2);
    signedByAuthority(u"expired"_s, u"IP:127.0.0.1"_s, -1);
}

void TestCertificates::make(const QStringList &arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
               openssl.readAllStandardError().constData());
}

void TestCertificates::signedByAuthority(const QString &name, const QString &host, int days) const
{
    make({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
          u"-nodes"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s, u"-subj"_s,
          u"/CN="_s + name});
    write(file(name + u".ext"_s), "subjectAltName=" + host.toUtf8() + '\n');
    make({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.crt"_s, u"-CAkey"_s,
          u"ca.key"_s, u"-CAcreateserial"_s, u"-extfile"_s, name + u".ext"_s, u"-days"_s,
          QString::number(days), u"-out"_s, name + u".crt"_s});
}

void TestCertificates::trust(const QString &authorityFile)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    KONTOR_CHECK(configuration.addCaCertificates(authorityFile));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

TrapServer::TrapServer() { KONTOR_CHECK(listen(QHostAddress::LocalHost)); }

TrapServer::TrapServer(const QString &certificateFile, const QString &keyFile) : TrapServer()
{
    const auto certificates = QSslCertificate::fromPath(certificateFile);
    QFile key(keyFile);
    KONTOR_CHECK(certificates.size() == 1 && key.open(QIODevice::ReadOnly));
    m_certificate = certificates.first();
    m_key = QSslKey(&key, QSsl::Ec);
    KONTOR_CHECK(!m_key.isNull());
}

QUrl TrapServer::url() const
{
    return QUrl(
        u"%1://127.0.0.1:%2"_s.arg(m_key.isNull() ? u"http"_s : u"https"_s).arg(serverPort()));
}

void TrapServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    if (m_key.isNull()) {
        connect(socket, &QSslSocket::readyRead, socket, [socket] { reset(socket); });
        return;
    }
    connect(socket, &QSslSocket::readyRead, this,
            [this, socket] { m_bytes += socket->readAll().size(); });
    socket->setLocalCertificate(m_certificate);
    socket->setPrivateKey(m_key);
    socket->startServerEncryption();
}

BadAddresses::BadAddresses()
{
    addTrap(Way::Untrusted, u"untrusted"_s);
    addTrap(Way::WrongHost, u"other"_s);
    addTrap(Way::Expired, u"expired"_s);
    m_traps.push_back({Way::Resetting, std::make_unique<TrapServer>()});
    TrapServer closed;
    m_closed = closed.url();
}

void BadAddresses::addTrap(Way way, const QString &name)
{
    m_traps.push_back({way, std::make_unique<TrapServer>(m_certificates.file(name + u".crt"_s),
                                                         m_certificates.file(name + u".key"_s))});
}

QUrl BadAddresses::url(Way way) const
{
    for (const Trap &trap : m_traps) {
        if (trap.way == way)
            return trap.server->url();
    }
    return way == Way::Closed    ? m_closed
           : way == Way::Unknown ? QUrl(u"https://nowhere.invalid"_s)
                                 : QUrl();
}

QList<MisledCall> BadAddresses::misled(const Strikes &strikes, const QUrl &sandbox) const
{
    QList<MisledCall> calls;
    for (const OutsideFault *fault : strikes)
        calls.append({fault->way == Way::Sandbox ? sandbox : url(fault->way), fault->patienceMs()});
    return calls;
}

int BadAddresses::connections(Way way) const
{
    for (const Trap &trap : m_traps) {
        if (trap.way == way)
            return trap.server->connections();
    }
    return -1;
}

qint64 BadAddresses::bytesRevealed() const
{
    qint64 bytes = 0;
    for (const Trap &trap : m_traps)
        bytes += trap.server->bytesRead();
    return bytes;
}

} // namespace kontor
