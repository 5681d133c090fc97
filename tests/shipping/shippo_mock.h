// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/noting_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <memory>

namespace kontor {

//! The logistics system's own description, unpacked, and what stands in it.
class ShippoDescription
{
public:
    //! In words what is missing; empty where the description is there.
    QString unpack()
    {
        const QDir shared(qEnvironmentVariable("KONTOR_SHARED_DATA"));
        const QString packed =
            shared.filePath(QStringLiteral("api-specs/shippo-public-api-2018-02-08.json.gz"));
        if (!qEnvironmentVariableIsSet("KONTOR_SHARED_DATA") || !QFile::exists(packed))
            return QStringLiteral("The logistics system's description is not here.");
        QProcess unpacked;
        unpacked.setStandardOutputFile(path());
        unpacked.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), packed});
        if (!unpacked.waitForFinished() || unpacked.exitCode() != 0)
            return QStringLiteral("gzip cannot unpack %1").arg(packed);
        QFile file(path());
        if (file.open(QIODevice::ReadOnly))
            m_content = QJsonDocument::fromJson(file.readAll()).object();
        return {};
    }

    QString path() const { return m_folder.filePath(QStringLiteral("shippo.json")); }
    QJsonObject schema(const QString &name) const
    {
        return at(QStringLiteral("#/components/schemas/") + name);
    }

    //! Fields and parameters of a request that the description does not have: it allows them, so
    //! the mock does not see them, but a misspelt one has no effect.
    QStringList undeclared(const NotingServer::Request &request) const
    {
        const QJsonObject operation = operationOf(request);
        if (request.method == QStringLiteral("POST"))
            return undeclaredIn(
                operation[QStringLiteral("requestBody")][QStringLiteral("content")]
                         [QStringLiteral("application/json")][QStringLiteral("schema")]
                             .toObject(),
                QJsonDocument::fromJson(request.form).object());
        QStringList known;
        const auto parameters = operation[QStringLiteral("parameters")].toArray();
        for (const QJsonValue &parameter : parameters)
            known.append(resolved(parameter.toObject())[QStringLiteral("name")].toString());
        QStringList unknown;
        const auto items = QUrlQuery(QString::fromUtf8(request.form)).queryItems();
        for (const auto &item : items) {
            if (!known.contains(item.first))
                unknown.append(item.first);
        }
        return unknown;
    }

private:
    QJsonObject at(const QString &reference) const
    {
        QJsonValue found = m_content;
        const auto steps = reference.split(u'/').mid(1);
        for (const QString &step : steps)
            found = found[step];
        return found.toObject();
    }
    QJsonObject resolved(const QJsonObject &object) const
    {
        const auto reference = object[QStringLiteral("$ref")];
        return reference.isString() ? resolved(at(reference.toString())) : object;
    }
    QJsonObject operationOf(const NotingServer::Request &request) const
    {
        const auto steps = request.path.split(u'/');
        const auto paths = m_content[QStringLiteral("paths")].toObject();
        for (auto it = paths.begin(); it != paths.end(); ++it) {
            const auto pattern = it.key().split(u'/');
            bool fits = pattern.size() == steps.size();
            for (qsizetype i = 0; fits && i < steps.size(); ++i)
                fits = pattern[i].startsWith(u'{') || pattern[i] == steps[i];
            if (fits)
                return it.value()[request.method.toLower()].toObject();
        }
        return {};
    }
    //! What a schema knows of, whichever of its variants it is.
    QJsonObject fieldsOf(const QJsonObject &schema) const
    {
        const QJsonObject own = resolved(schema);
        QJsonObject fields = own[QStringLiteral("properties")].toObject();
        for (const char *kind : {"allOf", "oneOf", "anyOf"}) {
            const auto variants = own[QLatin1String(kind)].toArray();
            for (const QJsonValue &variant : variants) {
                const QJsonObject more = fieldsOf(variant.toObject());
                for (auto it = more.begin(); it != more.end(); ++it)
                    fields.insert(it.key(), it.value());
            }
        }
        return fields;
    }
    QStringList undeclaredIn(const QJsonObject &schema, const QJsonValue &value) const
    {
        QStringList unknown;
        const auto elements = value.toArray();
        for (const QJsonValue &element : elements)
            unknown += undeclaredIn(resolved(schema)[QStringLiteral("items")].toObject(), element);
        const QJsonObject fields = fieldsOf(schema);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (fields.contains(it.key()))
                unknown += undeclaredIn(fields[it.key()].toObject(), it.value());
            else
                unknown.append(it.key());
        }
        return unknown;
    }

    QTemporaryDir m_folder;
    QJsonObject m_content;
};

//! Prism, a program of others that refuses what the description does not have, and answers with its
//! example objects.
class ShippoMock
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray violations; //!< empty: none
        QJsonObject body;

        bool isClean() const { return status / 100 == 2 && violations.isEmpty(); }
        QString text() const
        {
            return QStringLiteral("%1 %2").arg(status).arg(QString::fromUtf8(violations));
        }
    };

    static bool isInstalled() { return QFile::exists(program()); }

    //! In words why it does not run; empty where it does.
    QString start(const QString &description)
    {
        QTcpServer freePort;
        freePort.listen(QHostAddress::LocalHost);
        m_port = freePort.serverPort();
        freePort.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("node"),
                        {program(), QStringLiteral("mock"), QStringLiteral("-h"),
                         QStringLiteral("127.0.0.1"), QStringLiteral("-p"), QString::number(m_port),
                         description});
        QByteArray said;
        QElapsedTimer since;
        since.start();
        while (!said.contains("Prism is listening") && since.elapsed() < 60'000 &&
               m_process.waitForReadyRead(30'000))
            said += m_process.readAll();
        if (said.contains("Prism is listening"))
            return {};
        return QStringLiteral("The mock does not start: ") + m_process.errorString() + u' ' +
               QString::fromUtf8(said.right(2000));
    }

    ~ShippoMock()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    //! The request as the client has written it, byte for byte.
    Answer exchange(const QByteArray &request) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        socket.write(request);
        QByteArray received;
        qsizetype end = -1;
        while (end < 0 || received.size() < end) {
            if (!socket.waitForReadyRead(30'000))
                break;
            received += socket.readAll();
            const qsizetype headEnd = received.indexOf("\r\n\r\n");
            if (headEnd >= 0)
                end = headEnd + 4 + field(received.first(headEnd), "content-length").toLongLong();
        }
        const qsizetype headEnd = received.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return {0, "no answer came", {}};
        const QByteArray head = received.first(headEnd);
        return {head.split(' ').value(1).toInt(), field(head, "sl-violations"),
                QJsonDocument::fromJson(received.sliced(headEnd + 4)).object()};
    }

private:
    static QString program() { return QStringLiteral(KONTOR_SHIPPO_MOCK); }
    static QByteArray field(const QByteArray &head, const QByteArray &name)
    {
        const auto lines = head.split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).toLower() == name)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }

    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace kontor
