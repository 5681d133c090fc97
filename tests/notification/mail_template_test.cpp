// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_template.h"
#include "services/notification/mail_values.h"
#include "services/order/order_topic.h"
#include "services/payment/payment_topic.h"
#include "tests/core/error_text.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class MailTemplateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyUsualWordingIsFilled_data();
    void everyUsualWordingIsFilled();
    void aPartInBracketsIsLeftOutWithoutItsValue_data();
    void aPartInBracketsIsLeftOutWithoutItsValue();
    void whatStandsInAValueIsNoPlaceholder();
    void aWordingThatNotEachMailCanHaveIsRefused_data();
    void aWordingThatNotEachMailCanHaveIsRefused();
    void amountsAreWrittenForPeople_data();
    void amountsAreWrittenForPeople();
    void aDayIsThatOfTheShop();
    void reasonsAreToldInTheCustomersLanguage();
    void aCountryHasItsLanguage();
};

namespace {

MailStyle styleIn(const QString &country)
{
    const MailLanguage language = mailLanguage(country);
    return {language, mailLocale(language, country), QTimeZone("Europe/London")};
}

const MailText bracketed{u"{receipt}"_s, u"Come[ by {collect_by}]."_s};

} // namespace

void MailTemplateTest::everyUsualWordingIsFilled_data()
{
    QTest::addColumn<MailKind>("kind");
    QTest::addColumn<MailLanguage>("language");
    for (size_t i = 0; i < std::size(EnumNames<MailKind>::names); ++i) {
        for (const auto language : {MailLanguage::English, MailLanguage::German})
            QTest::addRow("%s %s", EnumNames<MailKind>::names[i].data(), nameOf(language).data())
                << MailKind(i) << language;
    }
}

void MailTemplateTest::everyUsualWordingIsFilled()
{
    QFETCH(MailKind, kind);
    QFETCH(MailLanguage, language);
    const MailText wording = usualWording(kind, language);
    const auto fits = checkedWording(kind, wording);
    QVERIFY2(fits, errorText(fits));
    const auto known = placeholdersOf(kind);
    QList<MailValue> values;
    for (const QString &name : known.always)
        values.append({name, u"«%1»"_s.arg(name)});
    const auto least = filledMail(wording, values, {});
    QVERIFY2(least, errorText(least));
    for (const QString &name : known.sometimes)
        values.append({name, u"«%1»"_s.arg(name)});
    const auto whole = filledMail(wording, values, {});
    QVERIFY2(whole, errorText(whole));
    QVERIFY(!whole->subject.isEmpty() && !whole->subject.contains(u'\n'));
    for (const MailValue &value : values)
        QVERIFY2((whole->subject + whole->body).contains(value.value), qPrintable(value.name));
    for (const MailText &text : {*least, *whole})
        QVERIFY(!(text.subject + text.body).contains(QRegularExpression(u"[{}\\[\\]]"_s)));
    QCOMPARE(*least == *whole, known.sometimes.isEmpty());
    const auto unfilled = filledMail(wording, {}, {});
    QVERIFY(!unfilled && unfilled.error().is(NotificationError::PlaceholderUnknown));
}

void MailTemplateTest::aPartInBracketsIsLeftOutWithoutItsValue_data()
{
    QTest::addColumn<QString>("wording");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("without");
    const auto row = [](const char *name, const QString &wording, const QString &with,
                        const QString &without) {
        QTest::newRow(name) << wording << with << without;
    };
    row("a part", u"a[ by {x}]."_s, u"a by 1."_s, u"a."_s);
    row("at the beginning and the end", u"[{x}] a [{x}]"_s, u"1 a 1"_s, u" a "_s);
    row("one of two values", u"a[ {x} {name}]"_s, u"a 1 Ada"_s, u"a"_s);
    row("a part that has its value", u"a[ {name}]"_s, u"a Ada"_s, u"a Ada"_s);
    row("brackets of the text", u"[a] b] [c"_s, u"[a] b] [c"_s, u"[a] b] [c"_s);
    row("a bracket before a part", u"[a [b {x}]"_s, u"a [b 1"_s, QString());
}

void MailTemplateTest::aPartInBracketsIsLeftOutWithoutItsValue()
{
    QFETCH(QString, wording);
    const MailText text{u"-"_s, wording};
    const QList<MailValue> name{{u"name"_s, u"Ada"_s}};
    const auto with = filledMail(text, name + QList<MailValue>{{u"x"_s, u"1"_s}}, {});
    QVERIFY2(with, errorText(with));
    QTEST(with->body, "with");
    const auto without = filledMail(text, name, {});
    QVERIFY2(without, errorText(without));
    QTEST(without->body, "without");
}

void MailTemplateTest::whatStandsInAValueIsNoPlaceholder()
{
    const auto text = filledMail(usualWording(MailKind::Welcome, MailLanguage::English),
                                 {{u"name"_s, u"{shop}"_s}, {u"shop"_s, u"[{name}]"_s}}, {});
    QVERIFY2(text, errorText(text));
    QCOMPARE(text->subject, u"Welcome to [{name}]"_s);
    QVERIFY(text->body.startsWith(u"Hello {shop},"_s));
}

void MailTemplateTest::aWordingThatNotEachMailCanHaveIsRefused_data()
{
    QTest::addColumn<MailText>("wording");
    QTest::addColumn<int>("error"); // -1: none
    const auto row = [](const char *name, const MailText &wording,
                        std::optional<NotificationError> error) {
        QTest::newRow(name) << wording << (error ? int(*error) : -1);
    };
    using enum NotificationError;
    row("right", bracketed, {});
    row("no subject", {u"  "_s, u"a"_s}, WordingEmpty);
    row("no text", {u"a"_s, u"\n"_s}, WordingEmpty);
    row("a long subject", {QString(201, u'a'), u"a"_s}, WordingTooLong);
    row("a long text", {u"a"_s, QString(10'001, u'a')}, WordingTooLong);
    row("two lines", {u"a\nBcc: b@example.com"_s, u"a"_s}, HeaderUnsafe);
    row("misspelt", {u"{recipt}"_s, u"a"_s}, PlaceholderUnknown);
    row("of another kind", {u"a"_s, u"{tracking_number}"_s}, PlaceholderUnknown);
    row("of another kind in brackets", {u"a"_s, u"[{tracking_number}]"_s}, PlaceholderUnknown);
    row("not closed", {u"a"_s, u"by {receipt"_s}, PlaceholderUnknown);
    row("may be missing", {u"a"_s, u"by {collect_by}"_s}, PlaceholderLoose);
}

void MailTemplateTest::aWordingThatNotEachMailCanHaveIsRefused()
{
    QFETCH(MailText, wording);
    QFETCH(int, error);
    const auto checked = checkedWording(MailKind::OrderReady, wording);
    QCOMPARE(bool(checked), error < 0);
    if (error >= 0)
        QVERIFY2(checked.error().is(NotificationError(error)), errorText(checked));
}

void MailTemplateTest::amountsAreWrittenForPeople_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &country, qint64 minor,
                        const char *currency, const QString &text) {
        QTest::newRow(name) << country << minor << QByteArray(currency) << text;
    };
    row("thousands", u"GB"_s, 199'005, "EUR", u"1,990.05 EUR"_s);
    row("comma", u"DE"_s, 199'005, "EUR", u"1.990,05 EUR"_s);
    row("no decimals", u"GB"_s, 1'200, "JPY", u"1,200 JPY"_s);
    row("three decimals", u"GB"_s, 1'001, "KWD", u"1.001 KWD"_s);
    row("less than one", u"GB"_s, 5, "EUR", u"0.05 EUR"_s);
    row("negative", u"GB"_s, -5, "EUR", u"-0.05 EUR"_s);
}

void MailTemplateTest::amountsAreWrittenForPeople()
{
    QFETCH(QString, country);
    QFETCH(qint64, minor);
    QFETCH(QByteArray, currency);
    const Money amount{minor, Currency(currency.constData())};
    QTEST(mailText(mailValue(u"amount"_s, amount), styleIn(country)), "text");
}

void MailTemplateTest::aDayIsThatOfTheShop()
{
    // 14 November 2023, 22:13 UTC: in Auckland the next day has begun.
    const auto moment = mailValue(u"expires"_s, Timestamp{1'700'000'000'000});
    MailStyle style = styleIn(u"GB"_s);
    QVERIFY(mailText(moment, style).contains(u"14 November 2023"_s));
    style.zone = QTimeZone("Pacific/Auckland");
    QVERIFY(mailText(moment, style).contains(u"15 November 2023"_s));
    QCOMPARE(mailText(mailValue(u"wished_for"_s, QDate(2023, 12, 24)), styleIn(u"DE"_s)),
             u"Sonntag, 24. Dezember 2023"_s);
}

void MailTemplateTest::reasonsAreToldInTheCustomersLanguage()
{
    const auto declined = mailValue(u"reason"_s, PaymentFailure::Declined);
    QCOMPARE(mailText(declined, styleIn(u"GB"_s)), u"the payment was declined"_s);
    QCOMPARE(mailText(declined, styleIn(u"AT"_s)), u"die Zahlung wurde abgelehnt"_s);
    QStringList told;
    for (size_t reason = 0; reason < std::size(EnumNames<CancelReason>::names); ++reason) {
        for (const QString &country : {u"GB"_s, u"DE"_s})
            told.append(mailText(mailValue(u"reason"_s, CancelReason(reason)), styleIn(country)));
    }
    QCOMPARE(QSet<QString>(told.begin(), told.end()).size(), told.size());
}

void MailTemplateTest::aCountryHasItsLanguage()
{
    QCOMPARE(styleIn(u"CH"_s).locale, QLocale(QLocale::German, QLocale::Switzerland));
    QCOMPARE(styleIn(u"US"_s).locale, QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(styleIn(u"JP"_s).locale, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(styleIn({}).locale, QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(mailLocale(MailLanguage::German, u"US"_s), QLocale(QLocale::German, QLocale::Germany));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailTemplateTest)
#include "mail_template_test.moc"
