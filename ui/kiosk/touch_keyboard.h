// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace kontor {

//! Keys to type with by touch: digits, and letters in the order and with the umlauts of the
//! language that is spoken. It takes no focus.
class TouchKeyboard : public QWidget
{
    Q_OBJECT
public:
    explicit TouchKeyboard(QWidget *parent = nullptr);

Q_SIGNALS:
    void typed(const QString &text);
    //! The last letter is to go.
    void erased();
    void hideWanted();

private:
    void addRow(const QString &letters, int row, int column);
    QPushButton *add(const QString &text, const QString &name, int row, int column, int width);

    QGridLayout *m_keys;
};

} // namespace kontor
