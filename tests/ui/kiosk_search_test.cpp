// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kiosk_customer.h"
#include "tests/ui/scanner.h"
#include "ui/kiosk/kiosk_goods.h"

#include <QSemaphore>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Keeps a reader from answering until it is opened.
class Gate
{
public:
    explicit Gate(const ReaderThread<CatalogLookup> &lookup)
    {
        QMetaObject::invokeMethod(
            &*lookup, [closed = m_closed] { closed->acquire(); }, Qt::QueuedConnection);
    }
    ~Gate() { open(); }
    void open() { m_closed->release(); }

private:
    std::shared_ptr<QSemaphore> m_closed = std::make_shared<QSemaphore>();
};

} // namespace

//! What customers find by typing, and what they are told of what is not there.
class KioskSearchTest : public KioskCustomer
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void goodsAreFoundByTouch();
    void aPhysicalKeyboardSearchesToo();
    void aScanIsNotSearchedFor();
    void aPinIsNotSearchedFor();
    void theKeysFollowTheLanguage_data();
    void theKeysFollowTheLanguage();
    void umlautsAreTypedByTouch();
    void whatIsNotFoundIsSaidPlainly_data();
    void whatIsNotFoundIsSaidPlainly();
    void backLeadsToWhereTheCustomerWas();
    void theNextCustomerFindsNoSearch();
    void aScreenThatIsLeftAloneForgetsTheSearch();
    void nothingHereIsSaidOnlyOnceItIsKnown();
    void otherGoodsAreNotShownWhileACategoryLoads();

private:
    void openSearch();
    void touchKeys(const QString &letters);
    void press(int key, const QString &text = {});
    void typeKeys(const QString &text);
    QString searched() { return part<QLineEdit>(u"kioskSearch"_s)->text(); }
    QStringList shownNames();
    //! What is on the keys, row by row.
    QStringList keyRows();

    MadeUpKeys m_keys;
};

void KioskSearchTest::openSearch()
{
    QTRY_VERIFY(sees(u"kioskSearch"_s) && sees(u"kioskCategory0"_s));
    QTest::mouseClick(part<QLineEdit>(u"kioskSearch"_s), Qt::LeftButton);
    QTRY_VERIFY(sees(u"kioskKeyboard"_s));
}

void KioskSearchTest::touchKeys(const QString &letters)
{
    for (const QChar letter : letters)
        touch(letter == u' ' ? u"kioskKeySpace"_s : u"kioskKey"_s + letter);
}

//! At the window, as slowly as a person.
void KioskSearchTest::press(int key, const QString &text)
{
    m_keys.pass(200);
    m_keys.press(m_kiosk->window().windowHandle(), key, text);
}

void KioskSearchTest::typeKeys(const QString &text)
{
    for (const QChar letter : text)
        press(int(letter.toUpper().unicode()), letter);
}

QStringList KioskSearchTest::shownNames()
{
    QStringList names;
    if (!tiles()->isVisible())
        return names;
    const QAbstractItemModel *model = tiles()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            names.append(model->index(row, column).data().toString());
    }
    names.removeAll(QString());
    return names;
}

QStringList KioskSearchTest::keyRows()
{
    QMap<int, QMap<int, QString>> rows;
    for (const auto *key : part<QWidget>(u"kioskKeyboard"_s)->findChildren<QAbstractButton *>()) {
        if (key->text().size() == 1)
            rows[key->y()][key->x()] = key->text();
    }
    QStringList all;
    for (const QMap<int, QString> &row : rows)
        all.append(QStringList(row.values()).join(QString()));
    return all;
}

void KioskSearchTest::goodsAreFoundByTouch()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    openSearch();
    touchKeys(u"LANTERN"_s);
    QTRY_COMPARE(shownNames().size(), 3);
    touch(u"kioskKeyErase"_s);
    QCOMPARE(searched(), u"lanter"_s);
    touchKeys(u"N WHITE"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Lantern, white metal"_s});
    touchTile(0);
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    QCOMPARE(said(u"kioskTotal"_s), u"£3.39"_s);
    // All of the room for what was found; what was typed stays.
    touch(u"kioskKeyHide"_s);
    QVERIFY(!sees(u"kioskKeyboard"_s));
    QCOMPARE(searched(), u"lantern white"_s);
}

void KioskSearchTest::aPhysicalKeyboardSearchesToo()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    typeKeys(u"tea light"_s);
    QTRY_COMPARE(searched(), u"tea light"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Tea light holder, lantern shape"_s});
    QVERIFY(!sees(u"kioskKeyboard"_s));
    touchTile(0);
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    // The tiles have the focus now, and search nothing by themselves.
    typeKeys(u"x"_s);
    QTRY_COMPARE(searched(), u"tea lightx"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    QCOMPARE(searched(), QString());
    // Erasing the last letter is another way out.
    typeKeys(u"b"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Beeswax candle"_s});
    press(Qt::Key_Backspace, u"\b"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s) && sees(u"kioskCategory"_s));
}

void KioskSearchTest::aScanIsNotSearchedFor()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    openSearch();
    m_keys.scan(m_kiosk->window().windowHandle(), m_shop->products[3].barcodes.first());
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    QCOMPARE(searched(), QString());
    QVERIFY(sees(u"kioskKeyboard"_s));
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
}

void KioskSearchTest::aPinIsNotSearchedFor()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    openSearch();
    touch(u"kioskStaff"_s);
    typeKeys(u"47"_s);
    QTRY_COMPARE(said(u"pinDots"_s), u"••"_s);
    QCOMPARE(searched(), QString());
}

void KioskSearchTest::theKeysFollowTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("English") << u"kioskEnglish"_s
                             << QStringList{u"1234567890"_s, u"QWERTYUIOP"_s, u"ASDFGHJKL"_s,
                                            u"ZXCVBNM"_s};
    QTest::newRow("German") << u"kioskGerman"_s
                            << QStringList{u"1234567890"_s, u"QWERTZUIOPÜ"_s, u"ASDFGHJKLÖÄ"_s,
                                           u"YXCVBNMß"_s};
}

void KioskSearchTest::theKeysFollowTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, rows);
    openKiosk();
    touch(language);
    openSearch();
    QTRY_COMPARE(keyRows(), rows);
}

void KioskSearchTest::umlautsAreTypedByTouch()
{
    Product cherries = m_shop->products[3];
    cherries.sku = u"Kirschen"_s;
    cherries.id = productIdForSku(cherries.sku);
    cherries.name = u"Süßkirschen"_s;
    cherries.barcodes.clear();
    QVERIFY(bool(
        m_shop->ask((*m_shop)->catalog(), &CatalogService::save, (*m_shop)->command(), cherries)));
    openKiosk();
    touch(u"kioskGerman"_s);
    openSearch();
    touchKeys(u"SÜß"_s);
    QCOMPARE(searched(), u"süß"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Süßkirschen"_s});
}

void KioskSearchTest::whatIsNotFoundIsSaidPlainly_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::newRow("English")
        << u"kioskEnglish"_s
        << u"We found nothing for “xq”. Try fewer or other letters, or ask our staff."_s;
    QTest::newRow("German")
        << u"kioskGerman"_s
        << u"Zu „xq“ haben wir nichts gefunden. Versuchen Sie es mit weniger oder anderen Buchstaben, oder fragen Sie unser Personal."_s;
}

void KioskSearchTest::whatIsNotFoundIsSaidPlainly()
{
    QFETCH(const QString, language);
    QFETCH(const QString, said);
    openKiosk();
    touch(language);
    openSearch();
    touchKeys(u"XQ"_s);
    QTRY_VERIFY(sees(u"kioskGoodsNote"_s));
    QTRY_COMPARE(this->said(u"kioskGoodsNote"_s), said);
    touch(u"kioskKeyErase"_s);
    touch(u"kioskKeyErase"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    QVERIFY(!sees(u"kioskGoodsNote"_s) && sees(u"kioskKeyboard"_s));
}

void KioskSearchTest::backLeadsToWhereTheCustomerWas()
{
    openKiosk();
    buyCandle();
    QTest::mouseClick(part<QLineEdit>(u"kioskSearch"_s), Qt::LeftButton);
    touchKeys(u"COPPER"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Lantern, copper, large"_s});
    touch(u"kioskUp"_s);
    QTRY_COMPARE(shownNames(), QStringList{u"Beeswax candle"_s});
    QCOMPARE(said(u"kioskCategory"_s), u"Candles"_s);
    QVERIFY(sees(u"kioskCategory"_s) && !sees(u"kioskKeyboard"_s));
    touch(u"kioskUp"_s);
    QTRY_COMPARE(said(u"kioskCategory"_s), u"Home"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
}

void KioskSearchTest::theNextCustomerFindsNoSearch()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    openSearch();
    touchKeys(u"COPPER"_s);
    QTRY_COMPARE(shownNames().size(), 1);
    touch(u"kioskStartOver"_s);
    touch(u"kioskEnglish"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    QCOMPARE(searched(), QString());
    QVERIFY(!sees(u"kioskKeyboard"_s) && sees(u"kioskCategory"_s));
}

void KioskSearchTest::aScreenThatIsLeftAloneForgetsTheSearch()
{
    openKiosk({3000, 1, 60'000});
    touch(u"kioskEnglish"_s);
    openSearch();
    touchKeys(u"COPPER"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sees(u"kioskEnglish"_s), 30'000);
    touch(u"kioskEnglish"_s);
    QTRY_VERIFY(sees(u"kioskCategory0"_s));
    QCOMPARE(searched(), QString());
    QVERIFY(!sees(u"kioskKeyboard"_s));
}

void KioskSearchTest::nothingHereIsSaidOnlyOnceItIsKnown()
{
    const StoreUrl nothing = StoreUrl::sqlite(m_folder.filePath(u"nothing.sqlite"_s));
    const auto store = Store::open(nothing, u"catalog"_s, Store::Access::Write);
    QVERIFY(bool(store));
    ShopAccess access = m_shop->access();
    access.catalogStore = nothing;
    const ReaderThread<CatalogLookup> lookup(u"catalog lookup"_s, access.catalogStore);
    KioskGoods goods(access, lookup);
    goods.show();
    const auto *note = goods.findChild<QLabel *>(u"kioskGoodsNote"_s);
    Gate gate(lookup);
    goods.start();
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), QString());
    // A long wait is told as one.
    QTRY_COMPARE(note->text(), u"Just a moment …"_s);
    gate.open();
    QTRY_COMPARE(note->text(), u"There is nothing here just now."_s);
}

void KioskSearchTest::otherGoodsAreNotShownWhileACategoryLoads()
{
    QLocale::setDefault(QLocale(u"en_GB"_s));
    const ShopAccess access = m_shop->access();
    const ReaderThread<CatalogLookup> lookup(u"catalog lookup"_s, access.catalogStore);
    KioskGoods goods(access, lookup);
    goods.show();
    goods.start();
    const auto *note = goods.findChild<QLabel *>(u"kioskGoodsNote"_s);
    const auto *products = goods.findChild<ProductTiles *>(u"searchTiles"_s);
    const auto choose = [&](const QString &name) {
        const auto button = [&] {
            for (auto *each : goods.findChildren<QAbstractButton *>()) {
                if (each->isVisible() && each->text() == name)
                    return each;
            }
            return static_cast<QAbstractButton *>(nullptr);
        };
        QTRY_VERIFY(button());
        QTest::mouseClick(button(), Qt::LeftButton);
    };
    choose(u"Home"_s);
    choose(u"Lanterns"_s);
    QTRY_VERIFY(products->isVisible());
    choose(u"Back"_s);
    Gate gate(lookup);
    choose(u"Candles"_s);
    QVERIFY(!products->isVisible());
    QVERIFY(note->isVisible() && !note->text().contains(u"nothing"_s));
    gate.open();
    QTRY_VERIFY(products->isVisible());
    QCOMPARE(products->model()->index(0, 0).data().toString(), u"Beeswax candle"_s);
}

} // namespace kontor

QTEST_MAIN(kontor::KioskSearchTest)

#include "kiosk_search_test.moc"
