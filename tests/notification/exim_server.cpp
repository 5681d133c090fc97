// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notification/exim_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 15'000;

const char configuration[] = R"(
primary_hostname = localhost
spool_directory = @FOLDER/spool
log_file_path = @FOLDER/log/%slog
exim_user = Debian-exim
exim_group = Debian-exim
local_interfaces = 127.0.0.1
daemon_smtp_ports = @PORT : @TLSPORT : @PLAINPORT
tls_on_connect_ports = @TLSPORT
tls_certificate = @FOLDER/cert.pem
tls_privatekey = @FOLDER/key.pem
tls_advertise_hosts = ${if eq{$received_port}{@PLAINPORT}{}{*}}
auth_advertise_hosts = ${if def:tls_in_cipher{*}{}}
never_users =
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 0
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = check_recipient
begin acl
check_recipient:
  accept condition = ${if eq{$received_port}{@PLAINPORT}}
  deny !authenticated = *
       message = relay not permitted
  deny local_parts = bounce550
       message = no such mailbox
  defer local_parts = temp451
       message = try again later
  accept
begin routers
every:
  driver = accept
  transport = folder
begin transports
folder:
  driver = appendfile
  directory = @FOLDER/mail
  maildir_format
  create_directory
  user = Debian-exim
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{pos}}{eq{$auth3}{s3cret}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if and{{eq{$auth1}{pos}}{eq{$auth2}{s3cret}}}}
  server_set_id = $auth1
xoauth2:
  driver = plaintext
  public_name = XOAUTH2
  server_prompts = :
  server_condition = ${if eq{$auth1}{user=pos\x01auth=Bearer t0ken\x01\x01}}
  server_set_id = pos
)";

QString ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return {};
    return program + u": "_s + process.errorString() + u' ' +
           QString::fromUtf8(process.readAll()).trimmed();
}

QList<int> freePorts(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> held;
    QList<int> ports;
    for (int i = 0; i < count; ++i) {
        held.push_back(std::make_unique<QTcpServer>());
        if (held.back()->listen(QHostAddress::LocalHost))
            ports.append(held.back()->serverPort());
    }
    return ports;
}

bool answers(int port, const QProcess &server)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patienceMs && server.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
        if (socket.waitForConnected(200))
            return true;
        QThread::yieldCurrentThread();
    }
    return false;
}

} // namespace

QString EximServer::makeCertificate() const
{
    return ran(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                              u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                              u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s, u"-keyout"_s,
                              m_folder.filePath(u"key.pem"_s), u"-out"_s, certificate()});
}

bool EximServer::writeConfiguration() const
{
    QByteArray text(configuration);
    text.replace("@FOLDER", m_folder.path().toUtf8());
    text.replace("@PORT", QByteArray::number(m_port));
    text.replace("@TLSPORT", QByteArray::number(m_tlsPort));
    text.replace("@PLAINPORT", QByteArray::number(m_plainPort));
    QFile file(m_folder.filePath(u"exim.conf"_s));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                               QFile::ReadOther);
}

QString EximServer::start()
{
    const auto ports = freePorts(3);
    if (ports.size() < 3)
        return u"no free ports"_s;
    m_port = ports[0];
    m_tlsPort = ports[1];
    m_plainPort = ports[2];
    for (const auto &folder : {u"spool"_s, u"log"_s, u"mail"_s}) {
        if (!QDir(m_folder.path()).mkpath(folder))
            return u"no folder"_s;
    }
    if (const QString why = makeCertificate(); !why.isEmpty())
        return why;
    if (!writeConfiguration())
        return u"no configuration file"_s;
    // Exim gives up its rights and then has to get at its files.
    if (const QString why = ran(u"chown"_s, {u"-R"_s, u"Debian-exim"_s, m_folder.path()});
        !why.isEmpty())
        return why;
    if (const QString why =
            ran(u"chown"_s, {u"root"_s, m_folder.path(), m_folder.filePath(u"exim.conf"_s)});
        !why.isEmpty())
        return why;
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"exim4"_s, {u"-C"_s, m_folder.filePath(u"exim.conf"_s), u"-bdf"_s, u"-oP"_s,
                                 m_folder.filePath(u"pid"_s)});
    if (!m_process.waitForStarted(patienceMs))
        return m_process.errorString();
    for (const int port : ports) {
        if (!answers(port, m_process))
            return u"Exim does not answer: "_s + QString::fromUtf8(m_process.readAll());
    }
    return {};
}

EximServer::~EximServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
}

QByteArrayList EximServer::mails() const
{
    QByteArrayList mails;
    QDir folder(m_folder.filePath(u"mail/new"_s));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            mails.append(file.readAll());
    }
    return mails;
}

} // namespace kontor
