// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kiosk_pin.h"
#include "ui/commands/overlay.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace kontor {

//! Asks for the PIN that leads out of self-service, by touch or by keys, and then where to.
class PinPad : public Overlay
{
    Q_OBJECT
public:
    PinPad(KioskPin &pin, QWidget *parent);

    void open() override;

    static constexpr int msPerSecond = 1000;
    static constexpr int unlockedMs = 20'000;

Q_SIGNALS:
    void tillWanted();
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildDigits();
    QWidget *buildWays();
    void type(const QString &digit);
    void erase();
    void tryOut();
    void say(const QString &message);
    void showWait();

    KioskPin &m_pin;
    QString m_typed;
    QLabel *m_dots;
    QLabel *m_message;
    QWidget *m_digits;
    QWidget *m_ways;
    QTimer m_wait;
    QTimer m_unlocked; //!< so long the ways out stand there
};

} // namespace kontor
