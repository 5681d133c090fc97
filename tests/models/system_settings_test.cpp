// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = SystemSettings::Kind;

class SystemSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsOfItsMode_data();
    void aKeyIsOfItsMode();
    void anAddressIsReadAsItIsTyped_data();
    void anAddressIsReadAsItIsTyped();
    void whatIsSavedComesBack_data();
    void whatIsSavedComesBack();
    void aFileThatMakesNoSenseIsNoSandbox();
    void aKeyIsKeptForItsModeAtItsServer();
    void papersAreOfTradeWhereEverySystemIsLive_data();
    void papersAreOfTradeWhereEverySystemIsLive();
};

void SystemSettingsTest::aKeyIsOfItsMode_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<SystemMode>("mode");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<std::optional<SystemError>>("error");
    const auto row = [](Kind kind, SystemMode mode, const QByteArray &key,
                        std::optional<SystemError> error) {
        const QByteArray place = kind == Kind::Payment ? "payment " : "logistics ";
        QTest::newRow(place + (mode == SystemMode::Live ? "live: " : "test: ") + key)
            << kind << mode << key << error;
    };
    for (const auto *kindOfKey : {"sk", "rk"}) {
        const QByteArray test = QByteArray(kindOfKey) + "_test_51Ab_c";
        const QByteArray live = QByteArray(kindOfKey) + "_live_51Ab_c";
        row(Kind::Payment, SystemMode::Test, test, {});
        row(Kind::Payment, SystemMode::Live, live, {});
        row(Kind::Payment, SystemMode::Test, live, SystemError::LiveKey);
        row(Kind::Payment, SystemMode::Live, test, SystemError::TestKey);
    }
    row(Kind::Payment, SystemMode::Test, "pk_test_51Ab", SystemError::PublishableKey);
    row(Kind::Payment, SystemMode::Live, "pk_live_51Ab", SystemError::PublishableKey);
    row(Kind::Logistics, SystemMode::Test, "shippo_test_3a47", {});
    row(Kind::Logistics, SystemMode::Live, "shippo_live_3a47", {});
    row(Kind::Logistics, SystemMode::Test, "shippo_live_3a47", SystemError::LiveKey);
    row(Kind::Logistics, SystemMode::Live, "shippo_test_3a47", SystemError::TestKey);
    row(Kind::Logistics, SystemMode::Live, "sk_live_51Ab", SystemError::NotAKey);
    for (const auto *wrong :
         {"", "sk_test_", "shippo_test_3a47", "sk_test_1 2", "sk_test_1\r\nX: y",
          "sk_test_\xc3\xa4", "xsk_test_1", "sk_testing_1"})
        row(Kind::Payment, SystemMode::Test, wrong, SystemError::NotAKey);
}

void SystemSettingsTest::aKeyIsOfItsMode()
{
    QFETCH(const Kind, kind);
    QFETCH(const SystemMode, mode);
    QFETCH(const QByteArray, key);
    QFETCH(const std::optional<SystemError>, error);
    const auto fits = SystemSettings{kind, mode, {}, {}, {}}.fits(key);
    QCOMPARE(bool(fits), !error.has_value());
    if (error)
        QVERIFY2(fits.error().is(*error), qPrintable(fits.error().text()));
}

void SystemSettingsTest::anAddressIsReadAsItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url"); // empty: it cannot be one
    const auto row = [](const QString &typed, const QString &url) {
        QTest::newRow(qPrintable(typed)) << typed << url;
    };
    row(u"api.stripe.com"_s, u"https://api.stripe.com"_s);
    row(u" https://api.stripe.com/ "_s, u"https://api.stripe.com"_s);
    row(u"pay.example:8443/stripe/"_s, u"https://pay.example:8443/stripe"_s);
    row(u"http://127.0.0.1:4242"_s, u"http://127.0.0.1:4242"_s);
    row(u"http://localhost:4242"_s, u"http://localhost:4242"_s);
    row(u"http://api.stripe.com"_s, {});
    row(u"http://127.0.0.1.evil.example"_s, {});
    row(u"ftp://api.stripe.com"_s, {});
    row(u"https://me:secret@api.stripe.com"_s, {});
    row(u"https://api.stripe.com?key=1"_s, {});
    row(u"https://api.stripe.com#1"_s, {});
    row(u"api stripe com"_s, {});
    row(u"https://"_s, {});
    row({}, {});
}

void SystemSettingsTest::anAddressIsReadAsItIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, url);
    const auto read = SystemSettings::typedUrl(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    QCOMPARE(read.value_or(QUrl()), QUrl(url));
}

void SystemSettingsTest::whatIsSavedComesBack_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("payment") << Kind::Payment;
    QTest::newRow("logistics") << Kind::Logistics;
}

void SystemSettingsTest::whatIsSavedComesBack()
{
    QFETCH(const Kind, kind);
    const QTemporaryDir folder;
    QCOMPARE(SystemSettings::in(folder.path(), kind).mode, SystemMode::Sandbox);
    QCOMPARE(SystemSettings::in(folder.path(), kind).url, SystemSettings::usualUrl(kind));
    SystemSettings system = SystemSettings::in(folder.path(), kind);
    system.mode = SystemMode::Live;
    system.url = QUrl(u"https://pay.example:8443/v9"_s);
    if (kind == Kind::Logistics) {
        QVERIFY(!system.hasSender());
        system.sender = {u"Shop, \"=; & Co"_s,
                         u"1 High Street"_s,
                         {},
                         u"London"_s,
                         u"E1"_s,
                         {},
                         u"GB"_s,
                         {},
                         {}};
        QVERIFY(system.hasSender());
    }
    QVERIFY(system.save(folder.path()));
    QCOMPARE(SystemSettings::in(folder.path(), kind), system);
}

void SystemSettingsTest::aFileThatMakesNoSenseIsNoSandbox()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"payment.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[system]\nmode=pigeon\nurl=https://api.stripe.com\n");
    file.close();
    const auto payment = SystemSettings::in(folder.path(), Kind::Payment).payment({}, {});
    QVERIFY(payment.mode != SystemMode::Sandbox);
    QVERIFY(payment.baseUrl.isEmpty());
    QVERIFY(payment.system() != PaymentSettings().system());
}

void SystemSettingsTest::aKeyIsKeptForItsModeAtItsServer()
{
    SystemSettings system{
        Kind::Payment, SystemMode::Live, QUrl(u"https://api.stripe.com"_s), {}, {}};
    QCOMPARE(system.secretName(), u"payment:live@api.stripe.com"_s);
    system.mode = SystemMode::Test;
    QCOMPARE(system.secretName(), u"payment:test@api.stripe.com"_s);
    system.kind = Kind::Logistics;
    system.url = QUrl(u"https://api.goshippo.com:8443/x"_s);
    QCOMPARE(system.secretName(), u"logistics:test@api.goshippo.com:8443/x"_s);
}

void SystemSettingsTest::papersAreOfTradeWhereEverySystemIsLive_data()
{
    QTest::addColumn<SystemMode>("payment");
    QTest::addColumn<SystemMode>("logistics");
    QTest::addColumn<bool>("training");
    QTest::newRow("all live") << SystemMode::Live << SystemMode::Live << false;
    QTest::newRow("parcels in the sandbox") << SystemMode::Live << SystemMode::Sandbox << true;
    QTest::newRow("payments in the test mode") << SystemMode::Test << SystemMode::Live << true;
    QTest::newRow("all in the sandbox") << SystemMode::Sandbox << SystemMode::Sandbox << true;
}

void SystemSettingsTest::papersAreOfTradeWhereEverySystemIsLive()
{
    QFETCH(const SystemMode, payment);
    QFETCH(const SystemMode, logistics);
    QFETCH(const bool, training);
    const QTemporaryDir folder;
    for (const auto &[kind, mode] :
         {std::pair{Kind::Payment, payment}, {Kind::Logistics, logistics}}) {
        SystemSettings system = SystemSettings::in(folder.path(), kind);
        system.mode = mode;
        QVERIFY(system.save(folder.path()));
    }
    QCOMPARE(isTraining(folder.path()), training);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::SystemSettingsTest)
#include "system_settings_test.moc"
