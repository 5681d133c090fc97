// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace kontor {

class MessageLine;

//! Below the settings of a connection: tries it out, and says what is wrong with it.
class ConnectionTest : public QWidget
{
    Q_OBJECT
public:
    //! The names of its button and its line begin so.
    explicit ConnectionTest(const QString &prefix, QWidget *parent = nullptr);

    MessageLine &outcome() { return *m_outcome; }

Q_SIGNALS:
    void wanted();

private:
    MessageLine *m_outcome;
};

} // namespace kontor
