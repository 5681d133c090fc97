// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_template.h"
#include "tests/ui/window_test.h"

#include <QDir>
#include <QPlainTextEdit>
#include <QTableView>

namespace kontor {

using namespace Qt::StringLiterals;

//! The settings of what customers are told, and the mails that come of them.
class WordingSectionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ownWordsAreUsedAndTheReceiptGoesAlong();
    void aWordingThatCannotBeIsToldAndKeptInMind();
    void whatIsSwitchedOffIsNotSent();
    void eachLanguageHasItsWords();
    void kontorsWordsComeBack();

private:
    void goToSection();
    void chooseKind(MailKind kind);
    void enterSubject(const QString &subject);
    void order();
    QList<QByteArray> mails() const;
    Result<QList<MailPlan>> plans();
    QPlainTextEdit *body() { return find<QPlainTextEdit>(u"wordingBody"_s); }
};

void WordingSectionTest::init()
{
    open();
    goToSection();
}

void WordingSectionTest::cleanup()
{
    close();
    m_shop.reset();
}

void WordingSectionTest::goToSection()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(u"wordingSectionChoice"_s);
    QTRY_VERIFY(shown(u"wordingSection"_s));
    QTRY_VERIFY(!text(u"wordingShownBody"_s).isEmpty());
    click(u"wordingEnglish"_s);
}

void WordingSectionTest::chooseKind(MailKind kind)
{
    find<QTableView>(u"wordingKinds"_s)->selectRow(int(kind));
}

void WordingSectionTest::enterSubject(const QString &subject)
{
    find<QLineEdit>(u"wordingSubject"_s)->setFocus();
    find<QLineEdit>(u"wordingSubject"_s)->selectAll();
    type(subject);
}

void WordingSectionTest::order()
{
    const AccountId customer = m_shop->addCustomer(u"Grace Hopper"_s, true);
    m_shop->book(m_shop->saleTo(customer, 1, Fulfilment::Pickup));
}

QList<QByteArray> WordingSectionTest::mails() const
{
    QList<QByteArray> all;
    const QDir folder(m_shop->access().folder + u"/mail"_s);
    for (const QFileInfo &info : folder.entryInfoList({u"*.eml"_s})) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all.append(file.readAll());
    }
    return all;
}

Result<QList<MailPlan>> WordingSectionTest::plans()
{
    return m_shop->ask((*m_shop)->notification(), &NotificationService::plans);
}

void WordingSectionTest::ownWordsAreUsedAndTheReceiptGoesAlong()
{
    chooseKind(MailKind::OrderConfirmed);
    click(u"wordingGerman"_s);
    QTRY_VERIFY(text(u"wordingShownBody"_s).contains(u"T1-000123"_s));
    enterSubject(u"Danke: {receipt}"_s);
    QTRY_COMPARE(text(u"wordingShownSubject"_s), u"Danke: T1-000123"_s);
    body()->setFocus(); // leaving a field keeps it
    QTRY_VERIFY(!text(u"wordingSectionSaved"_s).isEmpty());
    order();
    const auto confirmation = [this] {
        for (const QByteArray &mail : mails()) {
            if (mail.contains("Subject: Danke: T1-"))
                return mail;
        }
        return QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!confirmation().isEmpty(), 20'000);
    QVERIFY(confirmation().contains("Content-Type: application/pdf"));
    QVERIFY(confirmation().contains(QByteArray("%PDF").toBase64().first(5)));
}

void WordingSectionTest::aWordingThatCannotBeIsToldAndKeptInMind()
{
    chooseKind(MailKind::OrderReady);
    enterSubject(u"Here: {recipt}"_s);
    QTRY_VERIFY(text(u"wordingRefusal"_s).contains(u"{recipt}"_s));
    body()->setFocus();
    enterSubject(u"By {collect_by}"_s);
    QTRY_VERIFY(text(u"wordingRefusal"_s).contains(u"[square brackets]"_s));
    chooseKind(MailKind::Delivered);
    QTRY_VERIFY(!shown(u"wordingRefusal"_s));
    QVERIFY(plans()->at(int(MailKind::OrderReady)).own.isEmpty());
    chooseKind(MailKind::OrderReady);
    QTRY_COMPARE(find<QLineEdit>(u"wordingSubject"_s)->text(), u"By {collect_by}"_s);
    QVERIFY(shown(u"wordingRefusal"_s));
    enterSubject(u"Ready[ until {collect_by}]"_s);
    QTRY_VERIFY(!shown(u"wordingRefusal"_s));
    body()->setFocus();
    QTRY_COMPARE(plans()->at(int(MailKind::OrderReady)).wording(MailLanguage::English).subject,
                 u"Ready[ until {collect_by}]"_s);
}

void WordingSectionTest::whatIsSwitchedOffIsNotSent()
{
    chooseKind(MailKind::OrderConfirmed);
    click(u"wordingOff"_s);
    QTRY_VERIFY(plans()->at(int(MailKind::OrderConfirmed)).isOff);
    order();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_shop->ask((*m_shop)->notification(), &NotificationService::inState, MailState::Skipped)
            ->size(),
        1, 20'000);
    click(u"wordingOn"_s);
    QTRY_VERIFY(!plans()->at(int(MailKind::OrderConfirmed)).isOff);
}

void WordingSectionTest::eachLanguageHasItsWords()
{
    chooseKind(MailKind::Shipped);
    click(u"wordingGerman"_s);
    QTRY_VERIFY(text(u"wordingShownBody"_s).contains(u"Die Sendungsnummer ist 0034"_s));
    enterSubject(u"Unterwegs: {receipt}"_s);
    click(u"wordingEnglish"_s);
    QTRY_VERIFY(text(u"wordingShownBody"_s).contains(u"The tracking number is 0034"_s));
    QVERIFY(find<QLineEdit>(u"wordingSubject"_s)->text().startsWith(u"Your order"_s));
    QTRY_COMPARE(plans()->at(int(MailKind::Shipped)).own.size(), 1);
    QCOMPARE(plans()->at(int(MailKind::Shipped)).wording(MailLanguage::German).subject,
             u"Unterwegs: {receipt}"_s);
}

void WordingSectionTest::kontorsWordsComeBack()
{
    chooseKind(MailKind::Shipped);
    QVERIFY(!find<QPushButton>(u"wordingUsual"_s)->isEnabled());
    body()->setPlainText(u"On its way."_s);
    QVERIFY(find<QPushButton>(u"wordingUsual"_s)->isEnabled());
    find<QLineEdit>(u"wordingSubject"_s)->setFocus();
    body()->setFocus();
    find<QLineEdit>(u"wordingSubject"_s)->setFocus();
    QTRY_COMPARE(plans()->at(int(MailKind::Shipped)).own.size(), 1);
    click(u"wordingUsual"_s);
    QTRY_VERIFY(plans()->at(int(MailKind::Shipped)).own.isEmpty());
    QVERIFY(body()->toPlainText().contains(u"{tracking_number}"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::WordingSectionTest)
#include "wording_section_test.moc"
