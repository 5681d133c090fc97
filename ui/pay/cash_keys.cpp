// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/cash_keys.h"

#include "models/quick_cash.h"
#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int quickKeys = 4;
constexpr int quickColumns = 2;

QPushButton *tillKey(const QString &text, const QString &name, const char *role)
{
    auto *key = inRole(named(new QPushButton(text), name, text), role);
    // The amount is typed into one field; the keys only help.
    key->setFocusPolicy(Qt::NoFocus);
    return key;
}

} // namespace

CashKeys::CashKeys(QWidget *parent) : QWidget(parent)
{
    auto *sums = new QGridLayout;
    sums->setSpacing(metrics::inside);
    for (int i = 0; i < quickKeys; ++i) {
        auto *key = tillKey({}, u"quickCash%1"_s.arg(i), "quick");
        key->setAccessibleName(tr("A sum that is handed over"));
        connect(key, &QPushButton::clicked, this, [this, i] { Q_EMIT quick(m_sums[i]); });
        m_quick.append(key);
        sums->addWidget(key, i / quickColumns, i % quickColumns);
    }
    // Digits stand alike wherever people write from right to left.
    auto *digits = new QWidget;
    digits->setLayoutDirection(Qt::LeftToRight);
    auto *grid = new QGridLayout(digits);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::inside);
    addDigits(grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::cellPadding);
    layout->addLayout(sums);
    layout->addWidget(digits);
}

void CashKeys::addDigits(QGridLayout *grid)
{
    const QString point = QLocale().decimalPoint();
    const QString texts[] = {u"7"_s, u"8"_s, u"9"_s, u"4"_s, u"5"_s, u"6"_s,
                             u"1"_s, u"2"_s, u"3"_s, point,  u"0"_s};
    int place = 0;
    for (const QString &text : texts) {
        auto *key = tillKey(text, u"key%1"_s.arg(text == point ? u"Point"_s : text), "digit");
        connect(key, &QPushButton::clicked, this, [this, text] { Q_EMIT typed(text); });
        grid->addWidget(key, place / 3, place % 3);
        ++place;
    }
    auto *erase = tillKey(u"⌫"_s, u"keyErase"_s, "digit");
    erase->setAccessibleName(tr("Erase the last digit"));
    connect(erase, &QPushButton::clicked, this, &CashKeys::erased);
    grid->addWidget(erase, place / 3, place % 3);
}

void CashKeys::setDue(const Money &due)
{
    m_sums = quickCash(due);
    for (int i = 0; i < quickKeys; ++i) {
        const bool used = i < m_sums.size();
        m_quick[i]->setVisible(used);
        if (!used)
            continue;
        m_quick[i]->setText(amountText(m_sums[i]));
        m_quick[i]->setAccessibleName(tr("Received %1").arg(amountText(m_sums[i])));
    }
}

} // namespace kontor
