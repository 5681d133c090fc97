// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/display/customer_display.h"

class QScreen;

namespace kontor {

//! Keeps the customer display where it is wanted: on the screen that was chosen for it, as long as
//! that is there beside the till's; or, whenever somebody asks, in a window.
class DisplayOutlet : public QObject
{
    Q_OBJECT
public:
    DisplayOutlet(ShownSale &sale, const QString &shopName, QObject *parent = nullptr);

    //! The name of a screen; empty: none.
    void use(const QString &screenName, const QString &picture);
    //! Closes it, or opens it: on its screen, or where there is none, in a window.
    void toggle();

private:
    //! Null: it is not there, or it is the only one, which the till needs.
    QScreen *wantedScreen(const QScreen *gone = nullptr) const;
    void show(QScreen *screen);
    void screenGone(const QScreen *screen);

    QString m_screenName;
    bool m_filling = false; //!< a whole screen
    CustomerDisplay m_display;
};

} // namespace kontor
