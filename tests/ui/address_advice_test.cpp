// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! What the carriers make of an address is said where it is typed, and keeps nobody from saving it.
class AddressAdviceTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup();
    void anAddressIsChecked_data();
    void anAddressIsChecked();
    void theWayItIsWrittenIsTakenOver();
    void withoutAnAnswerItIsSavedAllTheSame();
    void aRefusedParcelsAddressIsChecked();

private:
    //! A new customer who lives in London, in the given postcode.
    void typeCustomer(const QString &zip);
    void save();
    QList<AccountAddress> savedAddresses();
};

void AddressAdviceTest::cleanup()
{
    close();
    m_shop.reset();
}

void AddressAdviceTest::typeCustomer(const QString &zip)
{
    press(Qt::Key_F3);
    click(u"newCustomer"_s);
    QTRY_VERIFY(shown(u"customerName"_s));
    const QList<std::pair<QString, QString>> fields{{u"customerName"_s, u"Ada Lovelace"_s},
                                                    {u"customerStreet"_s, u"St James Square 12"_s},
                                                    {u"customerZip"_s, zip},
                                                    {u"customerCity"_s, u"London"_s},
                                                    {u"customerCountry"_s, u"GB"_s}};
    for (const auto &[field, typed] : fields) {
        find<QLineEdit>(field)->setFocus();
        find<QLineEdit>(field)->selectAll();
        type(typed);
        press(Qt::Key_Tab);
    }
}

void AddressAdviceTest::save()
{
    click(u"customerSave"_s);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
}

QList<AccountAddress> AddressAdviceTest::savedAddresses()
{
    auto &accounts = (*m_shop)->account();
    const auto found = m_shop->ask(accounts, &AccountService::find, u"Ada"_s);
    KONTOR_CHECK(found && found->accounts.size() == 1);
    const auto addresses =
        m_shop->ask(accounts, &AccountService::addresses, found->accounts.first().id);
    KONTOR_CHECK(bool(addresses));
    return *addresses;
}

void AddressAdviceTest::anAddressIsChecked_data()
{
    QTest::addColumn<QString>("zip");
    QTest::addColumn<QString>("advice");
    QTest::newRow("known") << u"SW1Y 4JH"_s << u"Checked: the address is known."_s;
    QTest::newRow("written otherwise")
        << u"00002"_s << u"Checked: it is written St James Square 12, 10002 London, GB."_s;
    QTest::newRow("not found") << u"00000"_s
                               << u"Parcels may not arrive here: The address could not be found."_s;
}

void AddressAdviceTest::anAddressIsChecked()
{
    QFETCH(const QString, zip);
    QFETCH(const QString, advice);
    typeCustomer(zip);
    QTRY_COMPARE(text(u"customerAdvice"_s), advice);
    QCOMPARE(shown(u"customerTake"_s), zip == u"00002"_s);
    save();
    QCOMPARE(savedAddresses().first().address.zip, zip);
}

void AddressAdviceTest::theWayItIsWrittenIsTakenOver()
{
    typeCustomer(u"00002"_s);
    QTRY_VERIFY(shown(u"customerTake"_s));
    click(u"customerTake"_s);
    QCOMPARE(find<QLineEdit>(u"customerZip"_s)->text(), u"10002"_s);
    QVERIFY(!shown(u"customerTake"_s));
    save();
    QCOMPARE(savedAddresses().first().address.zip, u"10002"_s);
}

void AddressAdviceTest::withoutAnAnswerItIsSavedAllTheSame()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/addresses","fault":"dropBefore"})");
    typeCustomer(u"SW1Y 4JH"_s);
    QTRY_COMPARE(text(u"customerAdvice"_s), u"The address could not be checked."_s);
    save();
    QCOMPARE(savedAddresses().size(), 1);
}

void AddressAdviceTest::aRefusedParcelsAddressIsChecked()
{
    auto &accounts = (*m_shop)->account();
    const AccountId ada = m_shop->addCustomer(u"Ada Lovelace"_s, true);
    Address home = m_shop->ask(accounts, &AccountService::addresses, ada)->first().address;
    home.zip = u"00000"_s;
    QVERIFY(
        bool(m_shop->ask(accounts, &AccountService::addAddress, (*m_shop)->command(), ada, home)));
    m_shop->book(m_shop->saleTo(ada, 2, Fulfilment::Delivery));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"concernsList"_s), 30'000);
    click(u"statusAttention"_s);
    QTRY_VERIFY(shown(u"concernCorrect0"_s));
    click(u"concernCorrect0"_s);
    QTRY_COMPARE(find<QLineEdit>(u"correctionZip"_s)->text(), u"00000"_s);
    find<QLineEdit>(u"correctionZip"_s)->setFocus();
    find<QLineEdit>(u"correctionZip"_s)->selectAll();
    type(u"00002"_s);
    press(Qt::Key_Tab);
    QTRY_VERIFY(shown(u"correctionTake"_s));
    click(u"correctionTake"_s);
    QCOMPARE(find<QLineEdit>(u"correctionZip"_s)->text(), u"10002"_s);
    click(u"correctionSave"_s);
    QTRY_VERIFY(text(u"orderParcelText"_s).contains(u"ready to be handed over"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::AddressAdviceTest)
#include "address_advice_test.moc"
