// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTest>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

QString WireAnswer::code() const { return json[u"error"_s][u"code"_s].toString(); }

QString WireAnswer::id() const
{
    const auto id = json[u"id"_s].toString();
    return id.isEmpty() ? json[u"object_id"_s].toString() : id;
}

WireAnswer parseWireAnswer(const QByteArray &bytes)
{
    WireAnswer answer;
    const auto headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    answer.head = bytes.left(headEnd);
    answer.body = bytes.mid(headEnd + 4);
    answer.status = bytes.mid(9, 3).toInt();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

PendingCall::PendingCall(quint16 port, const QByteArray &request)
{
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket,
                     [this, request] { m_socket.write(request); });
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                     [this] { m_bytes += m_socket.readAll(); });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] {
        m_bytes += m_socket.readAll();
        m_ended = true;
    });
    m_socket.connectToHost(QHostAddress::LocalHost, port);
}

bool PendingCall::waitForEnd()
{
    return QTest::qWaitFor([this] { return m_ended; }, 20'000);
}

void SandboxHarness::start(const QByteArray &faultPlan)
{
    auto ledger = Ledger::open(ledgerPath());
    if (!ledger)
        qFatal("%s", qPrintable(ledger.reason()));
    m_ledger = std::move(*ledger);
    FaultPlan plan;
    if (!faultPlan.isEmpty()) {
        auto parsed = FaultPlan::parse(faultPlan);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.reason()));
        plan = *parsed;
    }
    m_sandbox = std::make_unique<Sandbox>(*m_ledger, plan);
    if (!m_sandbox->listen(0))
        qFatal("%s", qPrintable(m_sandbox->errorText()));
}

void SandboxHarness::stop()
{
    m_sandbox.reset();
    m_ledger.reset();
}

QList<QJsonObject> SandboxHarness::ledger() const
{
    QFile file(ledgerPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QJsonObject> lines;
    while (!file.atEnd())
        lines.append(QJsonDocument::fromJson(file.readLine()).object());
    return lines;
}

QList<QJsonObject> SandboxHarness::ledger(const QString &kind) const
{
    auto lines = ledger();
    lines.removeIf([&](const QJsonObject &line) { return line[u"kind"_s] != kind; });
    return lines;
}

std::unique_ptr<PendingCall> SandboxHarness::begin(const QByteArray &method, const QByteArray &path,
                                                   const QByteArray &body,
                                                   const QByteArray &moreHeaders) const
{
    const auto request = method + ' ' + path +
                         " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + moreHeaders +
                         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return std::make_unique<PendingCall>(port(), request);
}

WireAnswer SandboxHarness::call(const QByteArray &method, const QByteArray &path,
                                const QByteArray &body, const QByteArray &moreHeaders) const
{
    const auto pending = begin(method, path, body, moreHeaders);
    if (!pending->waitForEnd())
        qWarning("the sandbox kept a connection open");
    return pending->answer();
}

WireAnswer SandboxHarness::pay(const QByteArray &method, const QByteArray &path,
                               const QByteArray &form, const QByteArray &key) const
{
    QByteArray headers = "Authorization: Bearer sk_test_kontor\r\n"
                         "Content-Type: application/x-www-form-urlencoded\r\n";
    if (!key.isEmpty())
        headers += "Idempotency-Key: " + key + "\r\n";
    return call(method, path, form, headers);
}

WireAnswer SandboxHarness::ship(const QByteArray &method, const QByteArray &path,
                                const QJsonObject &json) const
{
    const auto body = json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson();
    return call(method, path, body,
                "Authorization: ShippoToken shippo_test_kontor\r\n"
                "Content-Type: application/json\r\n");
}

QByteArray SandboxHarness::authorised(qint64 amount, const QByteArray &method) const
{
    const auto form = "amount=" + QByteArray::number(amount) +
                      "&currency=eur&capture_method=manual&confirm=true&payment_method=" + method;
    return pay("POST", "/v1/payment_intents", form).id().toLatin1();
}

QByteArray SandboxHarness::captured(qint64 amount, const QByteArray &method) const
{
    const auto id = authorised(amount, method);
    pay("POST", "/v1/payment_intents/" + id + "/capture");
    return id;
}

} // namespace kontor::sandbox
