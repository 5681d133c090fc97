// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QTimer>

namespace kontor {

//! Tells that something happened to orders or their payment: soon after it did, and however much
//! happens, no more than once in each pause.
class TopicWatch : public QObject
{
    Q_OBJECT
public:
    TopicWatch(const ShopAccess &access, int pauseMs, QObject *parent = nullptr);

    //! Something else happened that is to be told of in the same way.
    void note();

Q_SIGNALS:
    void grown();

private:
    QTimer m_pause;
};

} // namespace kontor
