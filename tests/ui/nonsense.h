// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_test.h"

namespace kontor {

inline constexpr int longestNonsense = 10'000;

//! Names in other scripts, from right to left, with joined signs, and what no keyboard has.
QStringList strangeTexts();
QStringList noAmounts();

//! Nonsense in every field: it is said in plain words, nothing is lost, and the till goes on.
class NonsenseTest : public WindowTest
{
protected:
    void begin();
    void end();
    void sell(const QString &entry);
    //! Of its one line.
    void emptyTheCart();
    //! As pasted, in place of what was there.
    void put(QLineEdit *field, const QString &text);
    void enter(const QString &field, const QString &text);
    //! What is said now, anywhere; nothing unless it is words for people.
    QString said();
    void go(Qt::Key page, const QString &sign);
    //! The one line of the cart is as it was.
    bool isCartUntouched()
    {
        return rows(QStringLiteral("cartLines")) == 1 &&
               text(QStringLiteral("cartTotal")) == m_total;
    }
    //! Nothing that was typed made anything wider than its place.
    bool fits(const QString &widget)
    {
        const auto *shown = find<QWidget>(widget);
        return shown->parentWidget()->rect().contains(shown->geometry());
    }

private:
    //! The till still sells, in a window of the same size.
    void goOn();

    QString m_total;
    int m_width = 0;
};

} // namespace kontor
