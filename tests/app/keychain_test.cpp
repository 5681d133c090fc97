// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"
#include "tests/core/error_text.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace kontor {

using namespace Qt::StringLiterals;

//! Against a real keychain (GNOME's) on a bus of its own, in the order in which a day may go.
class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aMissingSecretIsMissing();
    void whatIsKeptComesBack_data();
    void whatIsKeptComesBack();
    void otherShopsHaveSecretsOfTheirOwn();
    void whatIsRemovedIsMissing();
    void anOpenKeychainPassesTheProbe();
    void aLockedKeychainIsNotTakenForAnEmptyOne();
    void whatALockedKeychainRefusesIsKnownForTheSession();
    void anAnswerNobodyWaitsForIsDropped();
    void withoutAKeychainTheSecretIsKnownForTheSession();
    void cleanupTestCase();

private:
    bool startBus();
    bool startKeyring();
    bool lock() const;
    template <class Answer, class Ask>
    Answer answered(Ask ask);
    Result<QByteArray> read(Keychain &keychain, const QString &name);
    Result<> write(Keychain &keychain, const QString &name, const QByteArray &secret);
    Result<> remove(Keychain &keychain, const QString &name);
    Result<> probed(Keychain &keychain);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

void KeychainTest::initTestCase()
{
    QVERIFY(m_home.isValid());
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        qputenv(name, m_home.path().toUtf8());
    qunsetenv("DISPLAY");
    qunsetenv("XDG_CURRENT_DESKTOP");
    QVERIFY(startBus());
    QVERIFY(startKeyring());
}

//! It starts nothing by itself: what is absent stays so.
bool KeychainTest::startBus()
{
    QFile rules(m_home.filePath(u"bus.conf"_s));
    if (!rules.open(QIODevice::WriteOnly))
        return false;
    rules.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_home.path().toUtf8() +
                "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                "<allow own=\"*\"/></policy></busconfig>");
    rules.close();
    m_bus.start(u"dbus-daemon"_s,
                {u"--config-file="_s + rules.fileName(), u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
        return false;
    return qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

bool KeychainTest::startKeyring()
{
    m_keyring.start(u"gnome-keyring-daemon"_s,
                    {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    if (!m_keyring.waitForStarted())
        return false;
    m_keyring.write("a password");
    m_keyring.closeWriteChannel();
    Keychain keychain(u"start"_s);
    return QTest::qWaitFor([&] { return bool(probed(keychain)); }, 15'000);
}

bool KeychainTest::lock() const
{
    return QProcess::execute(u"dbus-send"_s,
                             {u"--session"_s, u"--print-reply"_s,
                              u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                              u"org.freedesktop.Secret.Service.Lock"_s,
                              u"array:objpath:/org/freedesktop/secrets/collection/login"_s}) == 0;
}

//! The answer may come long after nobody waits for it any more.
template <class Answer, class Ask>
Answer KeychainTest::answered(Ask ask)
{
    const auto answer = std::make_shared<std::optional<Answer>>();
    ask([answer](const Answer &got) { *answer = got; });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 15'000))
        return Error(SecretError::NotKept, u"no answer"_s);
    return **answer;
}

Result<QByteArray> KeychainTest::read(Keychain &keychain, const QString &name)
{
    return answered<Result<QByteArray>>(
        [&](const Secrets::Got &got) { keychain.read(name, this, got); });
}

Result<> KeychainTest::write(Keychain &keychain, const QString &name, const QByteArray &secret)
{
    return answered<Result<>>(
        [&](const Secrets::Done &done) { keychain.write(name, secret, this, done); });
}

Result<> KeychainTest::remove(Keychain &keychain, const QString &name)
{
    return answered<Result<>>(
        [&](const Secrets::Done &done) { keychain.remove(name, this, done); });
}

Result<> KeychainTest::probed(Keychain &keychain)
{
    return answered<Result<>>([&](const Secrets::Done &done) { keychain.probe(this, done); });
}

void KeychainTest::aMissingSecretIsMissing()
{
    Keychain keychain(u"shop"_s);
    const auto got = read(keychain, u"mail"_s);
    QVERIFY(!got);
    QVERIFY2(got.error().is(SecretError::Missing), qPrintable(got.error().text()));
}

void KeychainTest::whatIsKeptComesBack_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("a password") << QByteArray("s3cret");
    QTest::newRow("beyond ASCII") << u"pässwörd €"_s.toUtf8();
    QTest::newRow("bytes") << QByteArray("\0\x01\xff\r\n", 5);
    QTest::newRow("long") << QByteArray(4000, 'k');
}

void KeychainTest::whatIsKeptComesBack()
{
    QFETCH(const QByteArray, secret);
    {
        Keychain keychain(u"shop"_s);
        const auto kept = write(keychain, u"mail"_s, secret);
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().text()));
    }
    Keychain later(u"shop"_s);
    const auto got = read(later, u"mail"_s);
    QVERIFY2(got, qPrintable(got ? QString() : got.error().text()));
    QCOMPARE(*got, secret);
}

void KeychainTest::otherShopsHaveSecretsOfTheirOwn()
{
    Keychain keychain(u"another"_s);
    QVERIFY(read(keychain, u"mail"_s).error().is(SecretError::Missing));
}

void KeychainTest::whatIsRemovedIsMissing()
{
    Keychain keychain(u"shop"_s);
    QVERIFY(write(keychain, u"gone"_s, "x"));
    for (int time = 0; time < 2; ++time)
        QVERIFY(remove(keychain, u"gone"_s));
    QVERIFY(read(keychain, u"gone"_s).error().is(SecretError::Missing));
}

void KeychainTest::anOpenKeychainPassesTheProbe()
{
    Keychain keychain(u"shop"_s);
    QVERIFY(probed(keychain));
}

void KeychainTest::aLockedKeychainIsNotTakenForAnEmptyOne()
{
    Keychain keychain(u"shop"_s);
    QVERIFY(write(keychain, u"mail"_s, "kept"));
    QVERIFY(lock());
    const auto got = read(keychain, u"mail"_s);
    QVERIFY(!got);
    QVERIFY2(got.error().is(SecretError::Locked), qPrintable(got.error().text()));
    QVERIFY(probed(keychain).error().is(SecretError::Locked));
    const auto removed = remove(keychain, u"mail"_s);
    QVERIFY(!removed);
    QVERIFY(removed.error().is(SecretError::Locked));
}

void KeychainTest::whatALockedKeychainRefusesIsKnownForTheSession()
{
    Keychain keychain(u"shop"_s);
    const auto kept = write(keychain, u"payment"_s, "for now");
    QVERIFY(!kept);
    QVERIFY(kept.error().is(SecretError::Locked));
    QCOMPARE(read(keychain, u"payment"_s).value(), QByteArray("for now"));
    Keychain later(u"shop"_s);
    QVERIFY(!read(later, u"payment"_s));
}

void KeychainTest::anAnswerNobodyWaitsForIsDropped()
{
    Keychain keychain(u"shop"_s);
    auto asker = std::make_unique<QObject>();
    bool answered = false;
    keychain.read(u"mail"_s, asker.get(), [&](const Result<QByteArray> &) { answered = true; });
    asker.reset();
    QVERIFY(!probed(keychain));
    QVERIFY(!answered);
}

void KeychainTest::withoutAKeychainTheSecretIsKnownForTheSession()
{
    m_keyring.kill();
    QVERIFY(m_keyring.waitForFinished());
    Keychain keychain(u"shop"_s);
    QVERIFY(probed(keychain).error().is(SecretError::NoKeychain));
    QVERIFY(read(keychain, u"mail"_s).error().is(SecretError::NoKeychain));
    const auto kept = write(keychain, u"mail"_s, "for now");
    QVERIFY(!kept);
    QVERIFY(kept.error().is(SecretError::NoKeychain));
    QCOMPARE(read(keychain, u"mail"_s).value(), QByteArray("for now"));
}

void KeychainTest::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->kill();
        process->waitForFinished();
    }
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::KeychainTest)
#include "keychain_test.moc"
