// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanner_lane.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace kontor {

//! Keys with made-up times, in a window of every kind of control.
class ScannerLaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCodeIsTakenWhereverTheFocusIs_data();
    void aCodeIsTakenWhereverTheFocusIs();
    void aFieldIsAsItWas_data();
    void aFieldIsAsItWas();
    void whatAPersonTypesArrives_data();
    void whatAPersonTypesArrives();
    void aListAndAButtonGetTheirKeys();
    void codesComeOneAfterTheOther();
    void aCodeWithoutEndIsTakenAfterAPause();
    void theRestOfABrokenCodeIsTold();
    void aKeyJustBeforeACodeStaysAPersons();
    void noKeyOfACodeIsAShortcut();
    void aHeldKeyIsNoCode();
    void keysWithRealTimesAreTaken();

private:
    void key(QChar c, int afterMs, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void key(Qt::Key key, const QString &text, int afterMs,
             Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool repeats = false);
    void type(const QString &text, int gapMs);
    void scan(const QString &code, int gapMs = 5, int firstAfterMs = 500);

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ScannerLane> m_lane;
    std::unique_ptr<QSignalSpy> m_scanned;
    QLineEdit *m_field = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_button = nullptr;
    quint64 m_now = 1000;
};

namespace {

const QString ean = u"4006381333931"_s;

} // namespace

void ScannerLaneTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_field = new QLineEdit;
    m_list = new QListWidget;
    m_list->addItems({u"alpha"_s, u"beta"_s, u"4711"_s});
    m_button = new QPushButton(u"Pay"_s);
    auto *layout = new QVBoxLayout(m_window.get());
    for (QWidget *each : {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_list),
                          static_cast<QWidget *>(m_button)})
        layout->addWidget(each);
    m_lane = std::make_unique<ScannerLane>();
    m_scanned = std::make_unique<QSignalSpy>(m_lane.get(), &ScannerLane::scanned);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void ScannerLaneTest::cleanup()
{
    m_scanned.reset();
    m_lane.reset();
    m_window.reset();
}

void ScannerLaneTest::key(Qt::Key key, const QString &text, int afterMs,
                          Qt::KeyboardModifiers modifiers, bool repeats)
{
    m_now += quint64(afterMs);
    for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
        QKeyEvent event(type, key, modifiers, text, repeats);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_window->windowHandle(), &event);
    }
}

void ScannerLaneTest::key(QChar c, int afterMs, Qt::KeyboardModifiers modifiers)
{
    key(Qt::Key(c.toUpper().unicode()), c, afterMs, modifiers);
}

void ScannerLaneTest::type(const QString &text, int gapMs)
{
    for (const QChar c : text)
        key(c, gapMs);
}

void ScannerLaneTest::scan(const QString &code, int gapMs, int firstAfterMs)
{
    for (qsizetype i = 0; i < code.size(); ++i)
        key(code[i], i == 0 ? firstAfterMs : gapMs);
    key(Qt::Key_Return, u"\r"_s, gapMs);
}

void ScannerLaneTest::aCodeIsTakenWhereverTheFocusIs_data()
{
    QTest::addColumn<int>("focus");
    QTest::addColumn<int>("gapMs");
    for (const int gap : {0, 1, 5, 20, ScannerLane::longestGapMs}) {
        QTest::addRow("in a field, %d ms", gap) << 0 << gap;
        QTest::addRow("in a list, %d ms", gap) << 1 << gap;
        QTest::addRow("on a button, %d ms", gap) << 2 << gap;
    }
}

void ScannerLaneTest::aCodeIsTakenWhereverTheFocusIs()
{
    QFETCH(int, focus);
    QFETCH(int, gapMs);
    QWidget *all[] = {m_field, m_list, m_button};
    all[focus]->setFocus();
    m_list->setCurrentRow(0);
    QSignalSpy pushed(m_button, &QPushButton::clicked);
    QSignalSpy entered(m_field, &QLineEdit::returnPressed);
    QSignalSpy activated(m_list, &QListWidget::itemActivated);
    scan(ean, gapMs);
    QCOMPARE(m_scanned->size(), 1);
    QCOMPARE(m_scanned->first().first().toString(), ean);
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(m_list->currentRow(), 0);
    QCOMPARE(pushed.size() + entered.size() + activated.size(), 0);
}

void ScannerLaneTest::aFieldIsAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<int>("selected");
    QTest::newRow("empty") << QString() << 0 << 0;
    QTest::newRow("at the end") << u"lan"_s << 3 << 0;
    QTest::newRow("at the beginning") << u"lan"_s << 0 << 0;
    QTest::newRow("in the middle") << u"lan"_s << 1 << 0;
    QTest::newRow("selected") << u"lantern"_s << 0 << 7;
    QTest::newRow("partly selected") << u"lantern"_s << 2 << 3;
    QTest::newRow("the same digits") << u"4004"_s << 2 << 0;
}

void ScannerLaneTest::aFieldIsAsItWas()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(int, selected);
    m_field->setText(text);
    m_field->setCursorPosition(cursor);
    if (selected > 0)
        m_field->setSelection(cursor, selected);
    const int before = m_field->cursorPosition();
    const QString selection = m_field->selectedText();
    scan(ean);
    QCOMPARE(m_scanned->size(), 1);
    QCOMPARE(m_field->text(), text);
    QCOMPARE(m_field->selectedText(), selection);
    QCOMPARE(m_field->cursorPosition(), before);
}

void ScannerLaneTest::whatAPersonTypesArrives_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("gapMs");
    QTest::newRow("80 ms a key") << u"lantern 4006381333931"_s << 80;
    QTest::newRow("40 ms a key") << u"lantern 4006381333931"_s << 40;
    QTest::newRow("just too slow for a scanner") << u"12345678"_s << ScannerLane::longestGapMs + 1;
    QTest::newRow("five keys at once") << u"the t"_s << 10;
    QTest::newRow("three, then Enter") << u"931"_s << 10;
}

void ScannerLaneTest::whatAPersonTypesArrives()
{
    QFETCH(QString, text);
    QFETCH(int, gapMs);
    QSignalSpy entered(m_field, &QLineEdit::returnPressed);
    type(text, gapMs);
    QTRY_COMPARE(m_field->text(), text);
    key(Qt::Key_Return, u"\r"_s, 100);
    QCOMPARE(entered.size(), 1);
    QVERIFY(m_scanned->isEmpty());
}

void ScannerLaneTest::aListAndAButtonGetTheirKeys()
{
    m_list->setFocus();
    m_list->setCurrentRow(0);
    key(u'4', 500);
    key(u'7', 80);
    QTRY_COMPARE(m_list->currentRow(), 2);
    m_button->setFocus();
    QSignalSpy pushed(m_button, &QPushButton::pressed);
    key(Qt::Key_Space, u" "_s, 500);
    QCOMPARE(pushed.size(), 1);
    QVERIFY(m_scanned->isEmpty());
}

void ScannerLaneTest::codesComeOneAfterTheOther()
{
    m_field->setText(u"lan"_s);
    QStringList codes;
    for (int i = 0; i < 200; ++i) {
        codes.append(u"40063813%1"_s.arg(i, 5, 10, QLatin1Char('0')));
        scan(codes.last(), 5, 5);
    }
    QStringList taken;
    for (const QList<QVariant> &each : *m_scanned)
        taken.append(each.first().toString());
    QCOMPARE(taken, codes);
    QCOMPARE(m_field->text(), u"lan"_s);
    // Group separators come as Ctrl+], capitals with a Shift before them.
    const QString gs1 = u"]C1010952123454321310AB\x1d"
                        "17261231"_s;
    m_now += 500;
    for (const QChar c : gs1) {
        if (c == u'\x1d')
            key(Qt::Key_BracketRight, c, 5, Qt::ControlModifier);
        else if (c.isUpper())
            key(Qt::Key_Shift, {}, 2), key(c, 3, Qt::ShiftModifier);
        else
            key(c, 5);
    }
    key(Qt::Key_Tab, u"\t"_s, 5);
    QCOMPARE(m_scanned->last().first().toString(), gs1);
    QVERIFY(m_field->hasFocus());
    const QString endless(10'000, u'7');
    scan(endless);
    QCOMPARE(m_scanned->last().first().toString(), endless);
}

void ScannerLaneTest::aCodeWithoutEndIsTakenAfterAPause()
{
    QSignalSpy entered(m_field, &QLineEdit::returnPressed);
    m_now += 500;
    type(ean, 5);
    QTRY_COMPARE(m_scanned->size(), 1);
    // An end that comes late belongs to it: it must not push what has the focus.
    key(Qt::Key_Return, u"\r"_s, 120);
    QCOMPARE(entered.size(), 0);
    QCOMPARE(m_field->text(), QString());
    key(Qt::Key_Return, u"\r"_s, 500);
    QCOMPARE(entered.size(), 1);
    // The next code ends a pause as well as the timer does.
    m_now += 500;
    type(ean, 5);
    m_now += 100;
    type(ean, 5);
    QTRY_COMPARE(m_scanned->size(), 3);
}

void ScannerLaneTest::theRestOfABrokenCodeIsTold()
{
    QSignalSpy broken(m_lane.get(), &ScannerLane::brokenOff);
    QSignalSpy entered(m_field, &QLineEdit::returnPressed);
    m_now += 500;
    type(ean.chopped(3), 5);
    m_now += 60;
    type(ean.last(3), 5);
    key(Qt::Key_Return, u"\r"_s, 5);
    QCOMPARE(m_scanned->size(), 1);
    QCOMPARE(m_scanned->first().first().toString(), ean.chopped(3));
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken.first().first().toString(), ean.last(3));
    QCOMPARE(entered.size(), 0);
    QCOMPARE(m_field->text(), QString());
}

void ScannerLaneTest::aKeyJustBeforeACodeStaysAPersons()
{
    type(u"lam"_s, 80);
    key(u'p', 80);
    scan(ean, 5, 20);
    QCOMPARE(m_scanned->size(), 1);
    QCOMPARE(m_scanned->first().first().toString(), ean);
    QCOMPARE(m_field->text(), u"lamp"_s);
    // One in the middle cannot be told from the code's own.
    m_field->clear();
    m_now += 500;
    type(u"40063"_s, 5);
    key(u'x', 2);
    scan(u"81333931"_s, 5, 3);
    QCOMPARE(m_scanned->last().first().toString(), u"40063x81333931"_s);
}

void ScannerLaneTest::noKeyOfACodeIsAShortcut()
{
    // A button leaves every key to the shortcuts.
    m_button->setFocus();
    m_now += 500;
    QList<bool> claimed;
    for (const QChar c : ean.first(4)) {
        m_now += 5;
        QKeyEvent shortcut(QEvent::ShortcutOverride, c.unicode(), Qt::NoModifier, c);
        shortcut.setTimestamp(m_now);
        shortcut.ignore();
        QCoreApplication::sendEvent(m_window->windowHandle(), &shortcut);
        claimed.append(shortcut.isAccepted());
        QKeyEvent press(QEvent::KeyPress, c.unicode(), Qt::NoModifier, c);
        press.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_window->windowHandle(), &press);
    }
    // The first may be anybody's.
    QCOMPARE(claimed, QList<bool>({false, true, true, true}));
}

void ScannerLaneTest::aHeldKeyIsNoCode()
{
    key(u'7', 500);
    for (int i = 0; i < 30; ++i)
        key(Qt::Key_7, u"7"_s, 30, Qt::NoModifier, true);
    QTRY_COMPARE(m_field->text(), QString(31, u'7'));
    QVERIFY(m_scanned->isEmpty());
}

void ScannerLaneTest::keysWithRealTimesAreTaken()
{
    m_list->setFocus();
    for (int i = 0; i < 20; ++i) {
        for (const QChar c : ean)
            QTest::keyClick(m_window->windowHandle(), c.toLatin1());
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
    }
    QCOMPARE(m_scanned->size(), 20);
    for (const QList<QVariant> &each : *m_scanned)
        QCOMPARE(each.first().toString(), ean);
    QTest::keyClicks(m_field, ean);
    QCOMPARE(m_field->text(), ean);
}

} // namespace kontor

QTEST_MAIN(kontor::ScannerLaneTest)
#include "scanner_lane_test.moc"
