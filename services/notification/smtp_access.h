// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/smtp_transfer.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QThreadPool>

namespace kontor {

//! A network access manager that speaks SMTP as well: to post to smtp: or smtps: sends a mail,
//! whose body is the message and whose envelope is an attribute of the request; to get from there
//! only connects and logs in. Such a reply has the server's code as its HTTP status, never a body,
//! and what is known of the mail as an attribute.
class SmtpAccess : public QNetworkAccessManager
{
    Q_OBJECT
public:
    //! Of a request: an SmtpEnvelope. Of a reply: an SmtpOutcome.
    static constexpr auto EnvelopeAttribute = QNetworkRequest::User;
    static constexpr auto OutcomeAttribute =
        QNetworkRequest::Attribute(int(QNetworkRequest::User) + 1);

    //! More than ExternalCalls sends at once, so that none has to wait.
    static constexpr int atOnce = 10;

    explicit SmtpAccess(QObject *parent = nullptr);
    //! Breaks off what is under way.
    ~SmtpAccess() override;

    static QNetworkRequest request(const QUrl &server, const SmtpEnvelope &envelope, int timeoutMs);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

protected Q_SLOTS:
    QStringList supportedSchemesImplementation() const;

private:
    QThreadPool m_threads;
};

//! A mail on its way. Emits nothing before the event loop runs, and finished() once.
class SmtpReply : public QNetworkReply
{
    Q_OBJECT
public:
    SmtpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
              SmtpTransfer transfer, QThreadPool &threads, QObject *parent);
    ~SmtpReply() override;

    void abort() override;

protected:
    qint64 readData(char *, qint64) override { return -1; }

private:
    void finish(const SmtpOutcome &outcome);

    std::shared_ptr<std::atomic_bool> m_isAborted = std::make_shared<std::atomic_bool>(false);
};

} // namespace kontor
