// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/topic_watch.h"

namespace kontor {

TopicWatch::TopicWatch(const ShopAccess &access, int pauseMs, QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TopicWatch::grown);
    connect(&access.orderTopic, &Topic::appended, this, &TopicWatch::note);
    connect(&access.paymentTopic, &Topic::appended, this, &TopicWatch::note);
}

void TopicWatch::note()
{
    if (!m_pause.isActive())
        m_pause.start();
}

} // namespace kontor
