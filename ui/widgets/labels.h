// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QLabel>

class QFrame;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace kontor {

QLabel *plainLabel(const QString &text = {}, const char *role = nullptr);
//! As it is on the screen, where a label would follow the direction of its text alone: a sum or a
//! receipt number would stand at the wrong side of a window that is read from right to left.
Qt::Alignment onScreen(Qt::Alignment alignment);
//! Keeps room in a field before its text and behind it, in the direction of reading.
void keepFree(QLineEdit *field, int before, int behind);
//! A horizontal line.
QFrame *rule();
//! Shows the look of another role from now on.
void setRole(QWidget *widget, const char *role);
//! Shows the key of a button at its right end; the colour fits the main button if it is one.
void showKey(QPushButton *button, const QString &key);
void placeKey(QPushButton *button, QLabel *cap);

//! The head of a panel that stands in place of the cart: its title, and the button that leads back.
QHBoxLayout *panelHead(const QString &title, QPushButton *back);

//! An error or a notice where it happened; takes no room when there is none.
class MessageLine : public QLabel
{
    Q_OBJECT
public:
    explicit MessageLine(const QString &objectName, QWidget *parent = nullptr);

    void say(const QString &text);
    void say(const Error &error);
    void notice(const QString &text);
    //! Takes back what notice() said, if it still stands.
    void withdrawNotice();
};

} // namespace kontor
