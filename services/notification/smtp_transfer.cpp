// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/smtp_transfer.h"

#include "services/core/mail_address.h"

#include <QHostAddress>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct HandleEnd
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, HandleEnd>;
using List = std::unique_ptr<curl_slist, ListEnd>;

enum class Stage
{
    Connecting,
    Login,
    Sender,
    Recipient,
    Data,
};

//! What was said between the server and us.
struct Talk
{
    const SmtpTransfer &transfer;
    const std::atomic_bool &isAborted;
    qsizetype read = 0;
    bool isBodyGiven = false; //!< to curl, all of it; what follows is the final dot
    bool isAnswered = false;  //!< after the final dot
    bool isLoggedIn = false;
    bool isOver = false; //!< what comes now answers our farewell
    Stage stage = Stage::Connecting;
    int code = 0;
    QString reply = {};
};

size_t giveBody(char *to, size_t size, size_t count, void *context)
{
    auto &talk = *static_cast<Talk *>(context);
    const QByteArray &message = talk.transfer.message;
    const auto length = std::min<qsizetype>(qsizetype(size * count), message.size() - talk.read);
    std::memcpy(to, message.constData() + talk.read, size_t(length));
    talk.read += length;
    talk.isBodyGiven = talk.read == message.size();
    return size_t(length);
}

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

int progress(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &talk = *static_cast<Talk *>(context);
    // A server that keeps its farewell back is not waited for.
    return talk.isAborted || talk.isOver ? 1 : 0;
}

//! One line of a server's, without what would spoil a screen or a log.
QString saidText(const QByteArray &line)
{
    constexpr qsizetype longest = 300;
    QString text;
    for (const QChar c : QString::fromUtf8(line.trimmed()).left(longest))
        text += c.isPrint() ? c : u' ';
    return text;
}

void hear(Talk &talk, const QByteArray &said)
{
    for (const QByteArray &line : said.split('\n')) {
        bool isNumber = false;
        const int code = line.left(3).toInt(&isNumber);
        if (talk.isOver || !isNumber || code < 200 || code > 599)
            continue;
        talk.code = code;
        talk.reply = saidText(line);
        talk.isAnswered |= talk.isBodyGiven;
        talk.isLoggedIn |= talk.stage == Stage::Login && code == 235;
    }
}

//! What we say may hold a password: only its first word is looked at.
void note(Talk &talk, const QByteArray &said)
{
    if (said.startsWith("AUTH"))
        talk.stage = Stage::Login;
    else if (said.startsWith("MAIL"))
        talk.stage = Stage::Sender;
    else if (said.startsWith("RCPT"))
        talk.stage = Stage::Recipient;
    else if (said.startsWith("DATA"))
        talk.stage = Stage::Data;
    talk.isOver |= said.startsWith("QUIT");
}

int listen(CURL *, curl_infotype type, char *data, size_t size, void *context)
{
    auto &talk = *static_cast<Talk *>(context);
    if (type == CURLINFO_HEADER_IN)
        hear(talk, QByteArray(data, qsizetype(size)));
    else if (type == CURLINFO_HEADER_OUT)
        note(talk, QByteArray(data, qsizetype(std::min<size_t>(size, 8))));
    return 0;
}

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

//! Why the transfer cannot be tried at all, or nothing.
QString obstacle(const SmtpTransfer &transfer)
{
    const SmtpEnvelope &envelope = transfer.envelope;
    if (!transfer.url.isValid() || transfer.url.host().isEmpty())
        return u"no mail server is named"_s;
    if (envelope.encryption == SmtpEnvelope::Encryption::None &&
        !isThisMachine(transfer.url.host()))
        return u"the mail server is not this machine, and would be spoken to without TLS"_s;
    if (transfer.checksOnly)
        return {};
    const auto &to = envelope.recipients;
    const bool fit = isMailAddress(envelope.sender) && !to.isEmpty() &&
                     std::all_of(to.begin(), to.end(), &isMailAddress);
    return fit ? QString() : u"this is no address that mail can be sent to"_s;
}

void setProxy(CURL *handle, const QNetworkProxy &proxy)
{
    // An empty one keeps curl from looking for a proxy in the environment by itself.
    const bool isUsed =
        proxy.type() == QNetworkProxy::Socks5Proxy || proxy.type() == QNetworkProxy::HttpProxy;
    curl_easy_setopt(handle, CURLOPT_PROXY, isUsed ? proxy.hostName().toUtf8().constData() : "");
    if (!isUsed)
        return;
    curl_easy_setopt(handle, CURLOPT_PROXYPORT, long(proxy.port()));
    curl_easy_setopt(handle, CURLOPT_PROXYTYPE,
                     proxy.type() == QNetworkProxy::HttpProxy ? long(CURLPROXY_HTTP)
                                                              : long(CURLPROXY_SOCKS5_HOSTNAME));
    curl_easy_setopt(handle, CURLOPT_HTTPPROXYTUNNEL, 1L);
    if (proxy.user().isEmpty())
        return;
    curl_easy_setopt(handle, CURLOPT_PROXYUSERNAME, proxy.user().toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_PROXYPASSWORD, proxy.password().toUtf8().constData());
}

void setLogin(CURL *handle, const SmtpEnvelope &envelope)
{
    if (envelope.user.isEmpty())
        return;
    curl_easy_setopt(handle, CURLOPT_USERNAME, envelope.user.toUtf8().constData());
    if (envelope.isToken) {
        curl_easy_setopt(handle, CURLOPT_XOAUTH2_BEARER, envelope.secret.constData());
        curl_easy_setopt(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
    } else {
        curl_easy_setopt(handle, CURLOPT_PASSWORD, envelope.secret.constData());
        curl_easy_setopt(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    }
}

void setConnection(CURL *handle, const SmtpTransfer &transfer)
{
    QUrl url = transfer.url;
    url.setUserInfo({});
    url.setPath({});
    curl_easy_setopt(handle, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(transfer.timeoutMs));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, long(transfer.timeoutMs / 2));
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     transfer.envelope.encryption == SmtpEnvelope::Encryption::Required
                         ? long(CURLUSESSL_ALL)
                         : long(CURLUSESSL_NONE));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!transfer.envelope.authorities.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO,
                         transfer.envelope.authorities.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    }
    // So that the farewell is said within the time that the transfer has, not when curl cleans up.
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    setProxy(handle, transfer.proxy);
    setLogin(handle, transfer.envelope);
}

void setTalk(CURL *handle, Talk &talk)
{
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, &listen);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &talk);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &progress);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &talk);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &drop);
}

List setMessage(CURL *handle, Talk &talk)
{
    const SmtpTransfer &transfer = talk.transfer;
    if (transfer.checksOnly) {
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "NOOP");
        return {};
    }
    const QByteArray sender = '<' + transfer.envelope.sender.toLatin1() + '>';
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender.constData());
    List recipients;
    for (const QString &recipient : transfer.envelope.recipients) {
        const QByteArray address = '<' + recipient.toLatin1() + '>';
        recipients.reset(curl_slist_append(recipients.release(), address.constData()));
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.message.size()));
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, &giveBody);
    curl_easy_setopt(handle, CURLOPT_READDATA, &talk);
    return recipients;
}

SmtpFault connectionFault(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return SmtpFault::HostNotFound;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
        return SmtpFault::NotReached;
    case CURLE_OPERATION_TIMEDOUT:
        return SmtpFault::TimedOut;
    case CURLE_USE_SSL_FAILED:
        return SmtpFault::NoStartTls;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return SmtpFault::Certificate;
    case CURLE_LOGIN_DENIED:
        return SmtpFault::Login;
    case CURLE_ABORTED_BY_CALLBACK:
        return SmtpFault::Aborted;
    default:
        return SmtpFault::Lost;
    }
}

SmtpFault stageFault(Stage stage)
{
    switch (stage) {
    case Stage::Connecting:
        return SmtpFault::Busy;
    case Stage::Login:
        return SmtpFault::Login;
    case Stage::Sender:
        return SmtpFault::Sender;
    case Stage::Recipient:
        return SmtpFault::Recipient;
    case Stage::Data:
        return SmtpFault::Content;
    }
    Q_UNREACHABLE();
}

//! Whether a log-in is missed: 530 says so (RFC 4954); to who has none, so does the enhanced status
//! code 5.7 (RFC 3463), and those that send none say "relay".
bool wantsLogin(const Talk &talk)
{
    constexpr int needsLogin = 530;
    return talk.code == needsLogin ||
           (!talk.isLoggedIn && (talk.reply.contains(u" 5.7."_s) ||
                                 talk.reply.contains(u"relay"_s, Qt::CaseInsensitive)));
}

//! Whether a reply is about this mail and not about who sends it. RFC 1870 section 6.1: a size is
//! refused as early as MAIL.
bool isAboutTheMail(const Talk &talk)
{
    constexpr int tooLarge = 552;
    if (wantsLogin(talk))
        return false;
    return talk.stage == Stage::Recipient || talk.stage == Stage::Data || talk.code == tooLarge;
}

SmtpOutcome outcomeOf(const Talk &talk, CURLcode code, const QString &error)
{
    using Kind = SmtpOutcome::Kind;
    SmtpOutcome outcome;
    outcome.code = talk.code;
    outcome.text = error;
    // After its "yes" the server has the mail, whatever becomes of the farewell.
    const bool isIn = talk.transfer.envelope.user.isEmpty() || talk.isLoggedIn;
    if (talk.transfer.checksOnly ? code == CURLE_OK && isIn
                                 : talk.isAnswered && talk.code / 100 == 2) {
        outcome.kind = Kind::Accepted;
        outcome.text = talk.reply;
        return outcome;
    }
    // Where nobody is asked for a name, libcurl goes on without one.
    if (talk.transfer.checksOnly && code == CURLE_OK) {
        outcome.fault = SmtpFault::Login;
        outcome.text = u"it offers no log-in"_s;
        return outcome;
    }
    outcome.fault = connectionFault(code);
    const bool isOfTheConnection =
        outcome.fault != SmtpFault::Lost && outcome.fault != SmtpFault::Login;
    if (talk.isBodyGiven && !talk.isAnswered) {
        outcome.kind = Kind::Lost;
    } else if (talk.code >= 400 && !isOfTheConnection) {
        outcome.fault = wantsLogin(talk) ? SmtpFault::Login : stageFault(talk.stage);
        outcome.text = talk.reply;
        if (talk.code < 500)
            outcome.kind = Kind::Postponed;
        else if (isAboutTheMail(talk))
            outcome.kind = Kind::Refused;
    }
    return outcome;
}

} // namespace

QNetworkReply::NetworkError SmtpOutcome::error() const
{
    if (kind == Kind::Accepted)
        return QNetworkReply::NoError;
    if (kind == Kind::Refused)
        return QNetworkReply::ContentOperationNotPermittedError;
    if (kind == Kind::Postponed)
        return QNetworkReply::ServiceUnavailableError;
    switch (fault) {
    case SmtpFault::Configuration:
        return QNetworkReply::ProtocolInvalidOperationError;
    case SmtpFault::HostNotFound:
        return QNetworkReply::HostNotFoundError;
    case SmtpFault::NotReached:
        return QNetworkReply::ConnectionRefusedError;
    case SmtpFault::TimedOut:
        return QNetworkReply::TimeoutError;
    case SmtpFault::NoStartTls:
    case SmtpFault::Certificate:
        return QNetworkReply::SslHandshakeFailedError;
    case SmtpFault::Login:
        return QNetworkReply::AuthenticationRequiredError;
    case SmtpFault::Aborted:
        return QNetworkReply::OperationCanceledError;
    case SmtpFault::None:
    case SmtpFault::Sender:
    case SmtpFault::Recipient:
    case SmtpFault::Content:
    case SmtpFault::Busy:
        return QNetworkReply::ProtocolFailure;
    case SmtpFault::Lost:
        return QNetworkReply::RemoteHostClosedError;
    }
    Q_UNREACHABLE();
}

SmtpOutcome transferMail(const SmtpTransfer &transfer, const std::atomic_bool &isAborted)
{
    if (const QString why = obstacle(transfer); !why.isEmpty())
        return {SmtpOutcome::Kind::NotSent, SmtpFault::Configuration, 0, why};
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    Talk talk{transfer, isAborted};
    const Handle handle(started == CURLE_OK ? curl_easy_init() : nullptr);
    if (!handle)
        return {SmtpOutcome::Kind::NotSent, SmtpFault::Configuration, 0,
                u"mails cannot be sent from this machine: libcurl does not start"_s};
    char error[CURL_ERROR_SIZE] = "";
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, error);
    setConnection(handle.get(), transfer);
    setTalk(handle.get(), talk);
    const List recipients = setMessage(handle.get(), talk);
    const CURLcode code = curl_easy_perform(handle.get());
    const QString text = saidText(*error ? error : curl_easy_strerror(code));
    SmtpOutcome outcome = outcomeOf(talk, code, text);
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, nullptr);
    return outcome;
}

} // namespace kontor
