// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhereItListensAndOutlivesAKill();
    void itRefusesToStartWithAReason_data();
    void itRefusesToStartWithAReason();
    void aLedgerInUseIsRefused();
    void itEndsWhenNobodyCalls();

private:
    static constexpr const char *authorization = "Authorization: Bearer sk_test_kontor\r\n";

    static std::unique_ptr<QProcess> started(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(KONTOR_SANDBOX_PROGRAM), arguments);
        return process;
    }

    static quint16 portOf(QProcess &process)
    {
        if (!QTest::qWaitFor([&] { return process.canReadLine(); }, 10'000))
            return 0;
        const auto line = process.readLine().trimmed();
        static const QByteArray start = "listening on http://127.0.0.1:";
        return line.startsWith(start) ? line.mid(start.size()).toUShort() : 0;
    }

    static WireAnswer call(quint16 port, const QByteArray &method, const QByteArray &path,
                           const QByteArray &body = {})
    {
        PendingCall pending(
            port, method + ' ' + path + " HTTP/1.1\r\nConnection: close\r\n" + authorization +
                      "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        pending.waitForEnd();
        return pending.answer();
    }
};

void SandboxProgramTest::itSaysWhereItListensAndOutlivesAKill()
{
    QTemporaryDir folder;
    const QStringList arguments{u"--ledger"_s, folder.filePath(u"ledger"_s), u"--port-file"_s,
                                folder.filePath(u"port"_s)};
    const auto first = started(arguments);
    const auto port = portOf(*first);
    QVERIFY(port > 0);
    QFile portFile(folder.filePath(u"port"_s));
    QVERIFY(portFile.open(QIODevice::ReadOnly));
    QCOMPARE(portFile.readAll(), QByteArray::number(port));
    const auto paid = call(port, "POST", "/v1/payment_intents",
                           "amount=5&currency=eur&confirm=true&payment_method=pm_card_visa");
    QCOMPARE(paid.status, 200);
    first->kill();
    QVERIFY(first->waitForFinished());

    const auto second = started(arguments);
    const auto found = call(portOf(*second), "GET", "/v1/payment_intents/" + paid.id().toLatin1());
    QCOMPARE(found.json, paid.json);
    second->kill();
    QVERIFY(second->waitForFinished());
}

void SandboxProgramTest::itRefusesToStartWithAReason_data()
{
    QTest::addColumn<QByteArray>("ledger");
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("reason");

    const QByteArray none;
    QTest::newRow("a damaged ledger")
        << QByteArray("nonsense\n") << none << QStringList() << u"line 1 of the ledger"_s;
    QTest::newRow("a wrong plan") << none << QByteArray(R"({"rules":[{"nth":1,"fault":"x"}]})")
                                  << QStringList() << u"unknown fault"_s;
    QTest::newRow("no port") << none << none << QStringList{u"--port"_s, u"x"_s} << u"--port"_s;
    QTest::newRow("no idle time") << none << none << QStringList{u"--quit-after-idle"_s, u"0"_s}
                                  << u"--quit-after-idle"_s;
    QTest::newRow("an absent plan")
        << none << none << QStringList{u"--fault-plan"_s, u"/nonexistent/plan"_s}
        << u"cannot be read"_s;
}

void SandboxProgramTest::itRefusesToStartWithAReason()
{
    QFETCH(QByteArray, ledger);
    QFETCH(QByteArray, plan);
    QFETCH(QStringList, more);
    QFETCH(QString, reason);
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(u"ledger"_s, ledger);
    auto arguments = QStringList{u"--ledger"_s, folder.filePath(u"ledger"_s)} + more;
    if (!plan.isEmpty()) {
        write(u"plan"_s, plan);
        arguments += {u"--fault-plan"_s, folder.filePath(u"plan"_s)};
    }
    const auto process = started(arguments);
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 1);
    const auto said = QString::fromUtf8(process->readAllStandardError());
    QVERIFY2(said.contains(reason), qPrintable(said));
}

void SandboxProgramTest::aLedgerInUseIsRefused()
{
    QTemporaryDir folder;
    const QStringList arguments{u"--ledger"_s, folder.filePath(u"ledger"_s)};
    const auto first = started(arguments);
    QVERIFY(portOf(*first) > 0);
    const auto second = started(arguments);
    QVERIFY(second->waitForFinished());
    QCOMPARE(second->exitCode(), 1);
    QVERIFY(second->readAllStandardError().contains("in use"));
    first->kill();
    QVERIFY(first->waitForFinished());
}

void SandboxProgramTest::itEndsWhenNobodyCalls()
{
    QTemporaryDir folder;
    const auto process =
        started({u"--ledger"_s, folder.filePath(u"ledger"_s), u"--quit-after-idle"_s, u"1"_s});
    QVERIFY(portOf(*process) > 0);
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 0);
}

QTEST_GUILESS_MAIN(SandboxProgramTest)
#include "sandbox_program_test.moc"
