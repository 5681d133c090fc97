// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/account/account_service.h"
#include "tests/core/error_text.h"

#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class AccountServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anAccountIsCreatedOnce();
    void theSameCommandFindsItsFirstAnswer();
    void anImportIsAllOrNothing();
    void anUpdateIsCountedAndTold();
    void aDeactivatedAccountCannotBeChanged();
    void aChangedAddressIsANewOne();
    void aNewCardReplacesTheOld();
    void theCardOfADeactivatedAccountIsNotUsed();
    void accountsAreFoundByBeginningsOfWords_data();
    void accountsAreFoundByBeginningsOfWords();
    void wildcardsInASearchAreLetters();
    void aSearchSaysThatThereAreMore();
    void detailsAreChecked_data();
    void detailsAreChecked();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void cardNumbersAreRefused_data();
    void cardNumbersAreRefused();
    void whoMayNotDoesNothing();

private:
    class Everything : public Rights
    {
    public:
        bool allows(const QString &actor, Right) const override { return actor != u"guest"; }
    };

    Command command() { return Command::make(m_clock, u"ann"_s, u"T1"_s); }
    AccountId created(const AccountDetails &details);
    QStringList told();

    ManualClock m_clock{{1'700'000'000'000}};
    Everything m_rights;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<AccountTopic> m_topic;
    std::unique_ptr<AccountService> m_accounts;
};

namespace {

const AccountDetails ada{u"Ada Lovelace"_s, u"ada@example.com"_s, u"+44 20 7946 0018"_s, {}};
const Address adasHome{
    u"Ada Lovelace"_s,   u"12 St James's Square"_s, {}, u"London"_s, u"SW1Y 4LB"_s, {}, u"GB"_s, {},
    u"ada@example.com"_s};

} // namespace

void AccountServiceTest::init()
{
    m_accounts.reset();
    m_topic.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(StoreUrl::sqlite(m_folder->filePath(u"account.sqlite"_s)),
                             u"account"_s, Store::Access::Write);
    QVERIFY2(store, errorText(store));
    m_store = std::move(*store);
    m_topic = std::make_unique<AccountTopic>(*m_store, u"account"_s);
    m_accounts = std::make_unique<AccountService>(*m_store, *m_topic, m_clock, m_rights);
}

AccountId AccountServiceTest::created(const AccountDetails &details)
{
    const auto id = m_accounts->create(command(), AccountId::make(m_clock.now()), details);
    if (!id)
        qFatal("no account: %s", qPrintable(id.error().text()));
    return *id;
}

QStringList AccountServiceTest::told()
{
    const auto types = m_store->all("SELECT type FROM event ORDER BY seq",
                                    [](const Row &row) { return row.text(0); });
    return types ? *types : QStringList{types.error().text()};
}

void AccountServiceTest::anAccountIsCreatedOnce()
{
    const AccountId id = created(ada);
    const auto again = m_accounts->create(command(), id, {u"Somebody Else"_s, {}, {}, {}});
    QVERIFY2(again, errorText(again));
    QCOMPARE(*again, id);
    QCOMPARE(m_accounts->account(id)->details, ada);
    QCOMPARE(told(), QStringList{u"AccountCreated"_s});
}

void AccountServiceTest::theSameCommandFindsItsFirstAnswer()
{
    const AccountId id = created(ada);
    const Command once = command();
    const auto first = m_accounts->addAddress(once, id, adasHome);
    const auto second = m_accounts->addAddress(once, id, adasHome);
    QVERIFY2(first && second, errorText(second));
    QCOMPARE(*first, *second);
    QCOMPARE(m_accounts->addresses(id)->size(), 1);
    QCOMPARE(told(), (QStringList{u"AccountCreated"_s, u"AccountUpdated"_s}));
}

void AccountServiceTest::anImportIsAllOrNothing()
{
    const AccountId good = AccountId::make(m_clock.now());
    const AccountId bad = AccountId::make(m_clock.now());
    const auto refused =
        m_accounts->createAll({{command(), good, ada}, {command(), bad, AccountDetails{}}});
    QVERIFY(!refused);
    QVERIFY(!m_accounts->account(good));
    QCOMPARE(told(), QStringList{});

    const auto taken =
        m_accounts->createAll({{command(), good, ada}, {command(), bad, {u"Bea"_s, {}, {}, {}}}});
    QVERIFY2(taken, errorText(taken));
    QVERIFY(m_accounts->account(bad));
    QCOMPARE(told().size(), 2);
}

void AccountServiceTest::anUpdateIsCountedAndTold()
{
    const AccountId id = created(ada);
    AccountDetails changed = ada;
    changed.email = u"countess@example.com"_s;
    const auto done = m_accounts->update(command(), id, changed);
    QVERIFY2(done, errorText(done));
    QCOMPARE(m_accounts->account(id)->details, changed);
    QCOMPARE(m_accounts->account(id)->revision, 2);
    QCOMPARE(m_accounts->find(u"countess"_s)->accounts.size(), 1);
    QCOMPARE(told(), (QStringList{u"AccountCreated"_s, u"AccountUpdated"_s}));
    const auto unknown = m_accounts->update(command(), AccountId::make(m_clock.now()), ada);
    QVERIFY(!unknown && unknown.error().is(AccountError::NotFound));
}

void AccountServiceTest::aDeactivatedAccountCannotBeChanged()
{
    const AccountId id = created(ada);
    QVERIFY(m_accounts->deactivate(command(), id));
    QVERIFY(m_accounts->deactivate(command(), id));
    QVERIFY(!m_accounts->account(id)->active);
    const auto update = m_accounts->update(command(), id, ada);
    QVERIFY(!update && update.error().is(AccountError::Inactive));
    const auto address = m_accounts->addAddress(command(), id, adasHome);
    QVERIFY(!address && address.error().is(AccountError::Inactive));
    QCOMPARE(m_accounts->find(u"ada"_s)->accounts.size(), 0);
    QCOMPARE(told(), (QStringList{u"AccountCreated"_s, u"AccountDeactivated"_s}));
}

void AccountServiceTest::aChangedAddressIsANewOne()
{
    const AccountId id = created(ada);
    const auto before = m_accounts->addAddress(command(), id, adasHome);
    Address moved = adasHome;
    moved.street1 = u"1 Dorset Square"_s;
    m_clock.advance(1000);
    const auto after = m_accounts->addAddress(command(), id, moved);
    QVERIFY2(before && after, errorText(after));
    QCOMPARE(*m_accounts->address(*before), adasHome);
    QCOMPARE(*m_accounts->address(*after), moved);
    QCOMPARE(m_accounts->addresses(id)->constFirst().address, moved);
}

void AccountServiceTest::aNewCardReplacesTheOld()
{
    const AccountId id = created(ada);
    const auto none = m_accounts->savedCard(id);
    QVERIFY(!none && none.error().is(AccountError::NoSavedCard));
    QVERIFY(m_accounts->saveCard(command(), id, {u"pm_card_visa"_s, u"visa"_s, u"4242"_s}));
    const SavedCard second{u"pm_card_mastercard"_s, u"mastercard"_s, u"4444"_s};
    QVERIFY(m_accounts->saveCard(command(), id, second));
    QCOMPARE(*m_accounts->savedCard(id), second);
}

void AccountServiceTest::theCardOfADeactivatedAccountIsNotUsed()
{
    const AccountId id = created(ada);
    QVERIFY(m_accounts->saveCard(command(), id, {u"pm_card_visa"_s, u"visa"_s, u"4242"_s}));
    QVERIFY(m_accounts->deactivate(command(), id));
    const auto card = m_accounts->savedCard(id);
    QVERIFY(!card && card.error().is(AccountError::NoSavedCard));
}

void AccountServiceTest::accountsAreFoundByBeginningsOfWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QString lovelace = u"Ada Lovelace"_s;
    const QString sarac = u"Željka Šarac"_s;
    QTest::newRow("first name") << u"ada"_s << QStringList{lovelace};
    QTest::newRow("surname") << u"LOVE"_s << QStringList{lovelace};
    QTest::newRow("two words in order") << u"ada lov"_s << QStringList{lovelace};
    QTest::newRow("mail") << u"ada@ex"_s << QStringList{lovelace};
    QTest::newRow("phone as it is written") << u"+44 20 79"_s << QStringList{lovelace};
    QTest::newRow("phone as digits") << u"442079460018"_s << QStringList{lovelace};
    QTest::newRow("letters beyond ASCII") << u"šar"_s << QStringList{sarac};
    QTest::newRow("the middle of a word") << u"velace"_s << QStringList{};
    QTest::newRow("nothing typed") << QString() << QStringList{lovelace, sarac};
}

void AccountServiceTest::accountsAreFoundByBeginningsOfWords()
{
    QFETCH(QString, text);
    created(ada);
    created({u"Željka Šarac"_s, u"zs@example.hr"_s, {}, {}});
    const auto found = m_accounts->find(text);
    QVERIFY2(found, errorText(found));
    QStringList names;
    for (const Account &account : found->accounts)
        names.append(account.details.name);
    QTEST(names, "names");
}

void AccountServiceTest::aSearchSaysThatThereAreMore()
{
    for (int i = 0; i < AccountService::maxFound; ++i)
        created({u"Smith %1"_s.arg(i), {}, {}, {}});
    const auto all = m_accounts->find(u"smith"_s);
    QCOMPARE(all->accounts.size(), AccountService::maxFound);
    QVERIFY(!all->hasMore);
    created({u"Smith the last"_s, {}, {}, {}});
    const auto first = m_accounts->find(u"smith"_s);
    QCOMPARE(first->accounts, all->accounts);
    QVERIFY(first->hasMore);
}

void AccountServiceTest::wildcardsInASearchAreLetters()
{
    created({u"100% Cotton Ltd"_s, {}, {}, {}});
    created({u"100 Roses Ltd"_s, {}, {}, {}});
    QCOMPARE(m_accounts->find(u"100% c"_s)->accounts.size(), 1);
    QCOMPARE(m_accounts->find(u"_00"_s)->accounts.size(), 0);
    QCOMPARE(m_accounts->find(u"\\"_s)->accounts.size(), 0);
    QCOMPARE(m_accounts->find(u"!"_s)->accounts.size(), 0);
}

void AccountServiceTest::detailsAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<AccountError>("error");
    QTest::newRow("no name") << u" "_s << QString() << AccountError::NameMissing;
    QTest::newRow("no at sign") << u"A"_s << u"a.example.com"_s << AccountError::NotAMailAddress;
    QTest::newRow("two at signs") << u"A"_s << u"a@b@c.de"_s << AccountError::NotAMailAddress;
    QTest::newRow("a list") << u"A"_s << u"a@b.de,c@d.ef"_s << AccountError::NotAMailAddress;
    QTest::newRow("a name with it") << u"A"_s << u"<a@b.de>"_s << AccountError::NotAMailAddress;
    QTest::newRow("a second header")
        << u"A"_s << u"a@b.de\r\nBcc: c@d.ef"_s << AccountError::TextUnprintable;
    QTest::newRow("a line break in the name")
        << u"A\nB"_s << QString() << AccountError::TextUnprintable;
    QTest::newRow("endless") << QString(10'000, u'x') << QString() << AccountError::TextTooLong;
}

void AccountServiceTest::detailsAreChecked()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(AccountError, error);
    const auto made =
        m_accounts->create(command(), AccountId::make(m_clock.now()), {name, email, {}, {}});
    QVERIFY(!made);
    QVERIFY2(made.error().is(error), errorText(made));
    QCOMPARE(told(), QStringList{});
}

void AccountServiceTest::addressesAreChecked_data()
{
    QTest::addColumn<Address>("address");
    QTest::addColumn<AccountError>("error");
    const auto changed = [](auto change) {
        Address address = adasHome;
        change(address);
        return address;
    };
    QTest::newRow("no street") << changed([](Address &a) { a.street1.clear(); })
                               << AccountError::AddressIncomplete;
    QTest::newRow("no city") << changed([](Address &a) { a.city.clear(); })
                             << AccountError::AddressIncomplete;
    QTest::newRow("no name") << changed([](Address &a) { a.name.clear(); })
                             << AccountError::AddressIncomplete;
    QTest::newRow("country by name")
        << changed([](Address &a) { a.country = u"France"_s; }) << AccountError::NotACountry;
    QTest::newRow("country in small letters")
        << changed([](Address &a) { a.country = u"fr"_s; }) << AccountError::NotACountry;
    QTest::newRow("a line break") << changed([](Address &a) { a.street2 = u"x\ny"_s; })
                                  << AccountError::TextUnprintable;
}

void AccountServiceTest::addressesAreChecked()
{
    QFETCH(Address, address);
    QFETCH(AccountError, error);
    const AccountId id = created(ada);
    const auto added = m_accounts->addAddress(command(), id, address);
    QVERIFY(!added);
    QVERIFY2(added.error().is(error), errorText(added));
    QCOMPARE(m_accounts->addresses(id)->size(), 0);
    QCOMPARE(m_accounts->account(id)->revision, 1);
}

void AccountServiceTest::cardNumbersAreRefused_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("last4");
    QTest::newRow("a card number") << u"4242424242424242"_s << u"4242"_s;
    QTest::newRow("a card number in groups") << u"4242 4242 4242 4242"_s << u"4242"_s;
    QTest::newRow("no token") << QString() << u"4242"_s;
    QTest::newRow("the whole number as its last four") << u"pm_1"_s << u"4242424242424242"_s;
}

void AccountServiceTest::cardNumbersAreRefused()
{
    QFETCH(QString, token);
    QFETCH(QString, last4);
    const AccountId id = created(ada);
    const auto saved = m_accounts->saveCard(command(), id, {token, u"visa"_s, last4});
    QVERIFY(!saved && saved.error().is(AccountError::NotACardToken));
}

void AccountServiceTest::whoMayNotDoesNothing()
{
    const Command guests = Command::make(m_clock, u"guest"_s, u"T1"_s);
    const auto made = m_accounts->create(guests, AccountId::make(m_clock.now()), ada);
    QVERIFY(!made && made.error().is(RightsError::NotAllowed));
    QCOMPARE(told(), QStringList{});
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::AccountServiceTest)
#include "account_service_test.moc"
