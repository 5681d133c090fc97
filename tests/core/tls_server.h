// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace kontor {

//! A small web server on this machine. It answers each request with what it is told to, once the
//! head of the request is there; nonsense at once. What is no HTTP it says first, like a mail
//! server.
class WebServer
{
public:
    //! A whole answer of that status, which ends the connection.
    static QByteArray answer(int status, const QByteArray &body)
    {
        return "HTTP/1.1 " + QByteArray::number(status) +
               " Said\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    explicit WebServer(QByteArray says) : WebServer(std::make_unique<QTcpServer>(), std::move(says))
    {
    }

    quint16 port() const { return m_server->serverPort(); }
    const QByteArray &received() const { return m_received; }
    //! Empty: it never answers.
    void say(const QByteArray &says) { m_says = says; }

protected:
    WebServer(std::unique_ptr<QTcpServer> server, QByteArray says)
        : m_server(std::move(server))
        , m_says(std::move(says))
    {
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(),
                         [this] {
                             while (QTcpSocket *socket = m_server->nextPendingConnection())
                                 serve(socket);
                         });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port is free");
    }
    QTcpServer &server() { return *m_server; }

private:
    void serve(QTcpSocket *socket)
    {
        const auto read = [this, socket] {
            const QByteArray bytes = socket->readAll();
            m_received += bytes;
            const bool isRequest = m_received.startsWith("GET ") || m_received.startsWith("POST ");
            if (m_says.isEmpty() || (isRequest && !m_received.contains("\r\n\r\n")))
                return;
            if (!isRequest && m_received.isEmpty() && m_says.startsWith("HTTP/"))
                return;
            m_received = m_received.left(m_received.indexOf("\r\n\r\n"));
            socket->write(m_says);
            socket->disconnectFromHost();
        };
        QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        m_received.clear();
        read();
    }

    std::unique_ptr<QTcpServer> m_server;
    QByteArray m_says;
    QByteArray m_received;
};

//! The same over TLS, with a certificate that is right or wrong in one way. It is trusted by this
//! program as long as the server is there, unless it is Untrusted.
class TlsServer : public WebServer
{
public:
    enum class Certificate
    {
        Right,
        Expired,
        OtherName,
        Untrusted,
    };

    TlsServer(Certificate kind, const QByteArray &says)
        : WebServer(std::make_unique<QSslServer>(), says)
        , m_before(QSslConfiguration::defaultConfiguration())
    {
        make(kind);
        QFile key(m_folder.filePath(QStringLiteral("key.pem")));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("openssl made no key");
        const auto certificates =
            QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("cert.pem")));
        if (certificates.isEmpty())
            qFatal("openssl made no certificate");
        QSslConfiguration own = m_before;
        own.setLocalCertificate(certificates.first());
        own.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        static_cast<QSslServer &>(server()).setSslConfiguration(own);
        if (kind == Certificate::Untrusted)
            return;
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(certificates.first());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~TlsServer() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    void make(Certificate kind)
    {
        const bool isOther = kind == Certificate::OtherName;
        const QByteArray name = isOther ? "other.example" : "localhost";
        write("config", "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=" + name +
                            "\n[ca]\ndefault_ca=own\n[own]\ndatabase=index\nnew_certs_dir=.\n"
                            "serial=serial\ndefault_md=sha256\npolicy=any\nx509_extensions=ext\n"
                            "rand_serial=yes\n[any]\ncommonName=supplied\n[ext]\n"
                            "subjectAltName=DNS:" +
                            name + "\nbasicConstraints=CA:TRUE\n");
        write("index", {});
        run({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
             QStringLiteral("-nodes"), QStringLiteral("-keyout"), QStringLiteral("key.pem"),
             QStringLiteral("-out"), QStringLiteral("csr.pem"), QStringLiteral("-config"),
             QStringLiteral("config")});
        const bool isOld = kind == Certificate::Expired;
        run({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-selfsign"),
             QStringLiteral("-notext"), QStringLiteral("-config"), QStringLiteral("config"),
             QStringLiteral("-keyfile"), QStringLiteral("key.pem"), QStringLiteral("-startdate"),
             QStringLiteral("20200101000000Z"), QStringLiteral("-enddate"),
             isOld ? QStringLiteral("20210101000000Z") : QStringLiteral("20490101000000Z"),
             QStringLiteral("-in"), QStringLiteral("csr.pem"), QStringLiteral("-out"),
             QStringLiteral("cert.pem")});
    }
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the folder cannot be written");
        file.write(text);
    }
    void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(arguments.first()),
                   openssl.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
    QSslConfiguration m_before;
};

} // namespace kontor
