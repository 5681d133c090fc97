// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/nonsense.h"

#include "ui/widgets/labels.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString repeated(const QString &text) { return text.repeated(longestNonsense / text.size() + 1); }

} // namespace

QStringList strangeTexts()
{
    return {u"שלום \u202Eمرحبا\u202C"_s,
            u"👩‍👩‍👧‍👦🇪🇺 é́́́"_s,
            u"a\u0001b\u0007c\u001bd\u2028e\nf\tg"_s,
            u"<b>bold</b> & %1 %n \"'; DROP TABLE cart; --"_s,
            repeated(u"ä😀مם\u0002 "_s),
            QString(longestNonsense, u'W')};
}

QStringList noAmounts()
{
    return strangeTexts() + QStringList{u"-1"_s,
                                        u"1000000000000000"_s,
                                        u"99999999999999999999"_s,
                                        u"1e9"_s,
                                        u"1.2.3"_s,
                                        u"NaN"_s,
                                        u"0x10"_s,
                                        u"--5"_s,
                                        u"1,2,3"_s,
                                        QString(longestNonsense, u'9')};
}

void NonsenseTest::begin()
{
    open();
    m_width = m_window->width();
    QTRY_COMPARE(rows(u"searchResults"_s), 4);
}

void NonsenseTest::end()
{
    if (!QTest::currentTestFailed())
        goOn();
    close();
    m_shop.reset();
}

void NonsenseTest::sell(const QString &entry)
{
    type(entry);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    m_total = text(u"cartTotal"_s);
}

void NonsenseTest::put(QLineEdit *field, const QString &text)
{
    // Only what is said about this one counts.
    for (auto *message : m_window->findChildren<MessageLine *>())
        message->say(QString());
    field->setFocus();
    field->selectAll();
    field->insert(text);
}

void NonsenseTest::enter(const QString &field, const QString &text)
{
    put(find<QLineEdit>(field), text);
    press(Qt::Key_Return);
}

QString NonsenseTest::said()
{
    constexpr qsizetype longestMessage = 400;
    QStringList all;
    for (const auto *message : m_window->findChildren<MessageLine *>()) {
        // What is said of an address is no answer to what was entered.
        if (message->isVisible() && !message->objectName().endsWith(u"Advice"_s))
            all.append(message->text());
    }
    const QString words = all.join(u'\n');
    const bool isPlain = std::ranges::none_of(words, [](QChar c) {
        return c != u'\n' && (c.category() == QChar::Other_Control || c == u'\u202E');
    });
    if (!isPlain || words.size() > longestMessage)
        qWarning("%lld characters are said: %s", qlonglong(words.size()),
                 qPrintable(words.left(longestMessage)));
    return isPlain && words.size() <= longestMessage ? words : QString();
}

void NonsenseTest::emptyTheCart()
{
    find<QWidget>(u"cartLines"_s)->setFocus();
    press(Qt::Key_Delete);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    find<QWidget>(u"searchField"_s)->setFocus();
}

void NonsenseTest::go(Qt::Key page, const QString &sign)
{
    press(page, Qt::ControlModifier);
    QTRY_VERIFY(shown(sign));
}

void NonsenseTest::goOn()
{
    press(Qt::Key_Escape);
    press(Qt::Key_1, Qt::ControlModifier);
    for (int steps = 0; steps < 3 && !(shown(u"searchField"_s) && shown(u"payButton"_s)); ++steps)
        press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    find<QLineEdit>(u"searchField"_s)->setFocus();
    put(find<QLineEdit>(u"searchField"_s), u"copper"_s);
    press(Qt::Key_Return);
    // Not what was sold just before, which stays on the screen until the next cart is there.
    QTRY_VERIFY(rows(u"cartLines"_s) > 0 &&
                cell(u"cartLines"_s, rows(u"cartLines"_s) - 1, 1).contains(u"copper"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(m_window->width(), m_width);
}

} // namespace kontor
