// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace kontor {

//! The sandbox as a program of its own, with a ledger of its own.
class SandboxProgram
{
public:
    SandboxProgram()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/kontor-sandbox"),
                        {QStringLiteral("--ledger"), ledgerPath(),
                         QStringLiteral("--quit-after-idle"), QStringLiteral("60")});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(10'000);
        const auto line = QString::fromUtf8(m_process.readLine()).trimmed();
        m_baseUrl = QUrl(line.section(u' ', -1));
        KONTOR_CHECK(m_baseUrl.port() > 0);
    }
    ~SandboxProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QUrl baseUrl() const { return m_baseUrl; }
    QString ledgerPath() const { return m_folder.filePath(QStringLiteral("ledger.jsonl")); }
    void setFaults(const QByteArray &rules)
    {
        control(QStringLiteral("/_sandbox/faults"), "{\"rules\":[" + rules + "]}");
    }
    //! What people and carriers do, such as "/_sandbox/scan/…".
    void control(const QString &path, const QByteArray &body = "{}")
    {
        QUrl url = m_baseUrl;
        url.setPath(path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkAccessManager network;
        auto *reply = network.post(request, body);
        const bool done = QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
        KONTOR_CHECK(done && reply->error() == QNetworkReply::NoError);
        delete reply;
    }

    //! What it tells of itself, such as "/_sandbox/calls".
    QJsonObject asked(const QString &path) const
    {
        QUrl url = m_baseUrl;
        url.setPath(path);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
        const bool done = QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000);
        KONTOR_CHECK(done && reply->error() == QNetworkReply::NoError);
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    //! The entries of one kind, as the ledger's file has them.
    QList<QJsonObject> ledger(const QString &kind) const
    {
        QFile file(ledgerPath());
        KONTOR_CHECK(file.open(QIODevice::ReadOnly));
        QList<QJsonObject> entries;
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const auto entry = QJsonDocument::fromJson(line).object();
            if (entry[u"kind"].toString() == kind)
                entries.append(entry);
        }
        return entries;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_baseUrl;
};

} // namespace kontor
