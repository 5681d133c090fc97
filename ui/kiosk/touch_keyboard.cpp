// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/touch_keyboard.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct Letters
{
    QString upper;
    QString middle;
    QString lower;
};

Letters lettersFor(QLocale::Language language)
{
    if (language == QLocale::German)
        return {u"QWERTZUIOPÜ"_s, u"ASDFGHJKLÖÄ"_s, u"YXCVBNMß"_s};
    return {u"QWERTYUIOP"_s, u"ASDFGHJKL"_s, u"ZXCVBNM"_s};
}

// Half keys are the columns of the grid, so that the rows can stand between one another.
constexpr int keyWidth = 2;
constexpr int lowerColumn = 2;
constexpr int eraseWidth = 4;
constexpr int hideWidth = 7;

} // namespace

TouchKeyboard::TouchKeyboard(QWidget *parent) : QWidget(parent), m_keys(new QGridLayout(this))
{
    named(this, u"kioskKeyboard"_s, tr("Keys"));
    setLayoutDirection(Qt::LeftToRight);
    setMaximumWidth(metrics::kioskKeyboardWidth);
    m_keys->setContentsMargins(0, 0, 0, 0);
    m_keys->setSpacing(metrics::inside);
    const QString digits = u"1234567890"_s;
    const Letters letters = lettersFor(QLocale().language());
    const int columns = keyWidth * int(letters.upper.size());
    for (int column = 0; column < columns; ++column)
        m_keys->setColumnStretch(column, 1);
    int row = 0;
    for (const QString &keys : {digits, letters.upper, letters.middle})
        addRow(keys, row++, columns / 2 - int(keys.size()));
    addRow(letters.lower, row, lowerColumn);
    auto *erase = add(tr("Erase"), u"kioskKeyErase"_s, row++, columns - eraseWidth, eraseWidth);
    erase->setAutoRepeat(true);
    connect(erase, &QPushButton::pressed, this, &TouchKeyboard::erased);
    auto *space = add(tr("Space"), u"kioskKeySpace"_s, row, 0, columns - hideWidth);
    connect(space, &QPushButton::pressed, this, [this] { Q_EMIT typed(u" "_s); });
    auto *hide = add(tr("Hide the keys"), u"kioskKeyHide"_s, row, columns - hideWidth, hideWidth);
    connect(hide, &QPushButton::clicked, this, &TouchKeyboard::hideWanted);
}

void TouchKeyboard::addRow(const QString &letters, int row, int column)
{
    for (const QChar letter : letters) {
        auto *key = add(letter, u"kioskKey"_s + letter, row, column, keyWidth);
        connect(key, &QPushButton::pressed, this,
                [this, text = QString(letter.toLower())] { Q_EMIT typed(text); });
        column += keyWidth;
    }
}

QPushButton *TouchKeyboard::add(const QString &text, const QString &name, int row, int column,
                                int width)
{
    auto *key = inRole(named(new QPushButton(text), name, text), "kioskKey");
    key->setFocusPolicy(Qt::NoFocus);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_keys->addWidget(key, row, column, 1, width);
    return key;
}

} // namespace kontor
