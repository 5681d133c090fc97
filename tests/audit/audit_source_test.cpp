// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString sourceOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString servicesFolder() { return qEnvironmentVariable("KONTOR_SOURCE_DIR") + u"/services"_s; }

//! The event types that a service registers in its consume() for a topic; nothing if it has none.
QSet<QString> registered(const QString &service, const QString &topic)
{
    QSet<QString> types;
    QDirIterator files(u"%1/%2"_s.arg(servicesFolder(), service), {u"*.cpp"_s}, QDir::Files);
    const auto topicClass = topic.left(1).toUpper() + topic.mid(1) + u"Topic"_s;
    const QRegularExpression consume(
        u"::consume\\(const %1 &\\w+\\)\\s*\\{(.*?)\\n\\}"_s.arg(topicClass),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression handler(u"\\.on<(\\w+)>"_s);
    while (files.hasNext()) {
        const auto body = consume.match(sourceOf(files.next())).captured(1);
        for (auto found = handler.globalMatch(body); found.hasNext();)
            types.insert(found.next().captured(1));
    }
    return types;
}

} // namespace

//! The auditor says again, on its own, what the services say; here the two are compared.
class AuditSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsTableOfHandledEventsIsThatOfTheServices_data();
    void itsTableOfHandledEventsIsThatOfTheServices();
    void itSharesOnlyResultWithTheOthers();
};

void AuditSourceTest::itsTableOfHandledEventsIsThatOfTheServices_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("topic");
    for (const auto &service : {u"account"_s, u"catalog"_s, u"cart"_s, u"order"_s, u"inventory"_s,
                                u"payment"_s, u"shipping"_s, u"notification"_s}) {
        for (const auto &topic :
             {u"account"_s, u"cart"_s, u"order"_s, u"inventory"_s, u"payment"_s, u"shipping"_s})
            QTest::newRow(qPrintable(service + u" reads "_s + topic)) << service << topic;
    }
}

void AuditSourceTest::itsTableOfHandledEventsIsThatOfTheServices()
{
    QFETCH(QString, service);
    QFETCH(QString, topic);
    const auto *known = auditing::handledEvents(service, topic);
    QCOMPARE(known ? *known : QSet<QString>(), registered(service, topic));
}

void AuditSourceTest::itSharesOnlyResultWithTheOthers()
{
    static const QRegularExpression include(u"#include \"([^\"]+)\""_s);
    QDirIterator files(servicesFolder() + u"/audit"_s, {u"*.h"_s, u"*.cpp"_s}, QDir::Files);
    while (files.hasNext()) {
        const auto path = files.next();
        for (auto found = include.globalMatch(sourceOf(path)); found.hasNext();) {
            const auto included = found.next().captured(1);
            QVERIFY2(included.startsWith(u"services/audit/"_s) ||
                         included == u"services/core/result.h"_s,
                     qPrintable(path + u" includes "_s + included));
        }
    }
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::AuditSourceTest)
#include "audit_source_test.moc"
