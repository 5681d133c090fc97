// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_topic.h"
#include "services/core/clock.h"
#include "services/devices/document.h"

#include <QLocale>
#include <QStringList>
#include <QTimeZone>

namespace kontor {

//! What stands on every paper of the shop.
struct ShopHeading
{
    QString name;
    QStringList address;
    QString taxNumber;
    QString policy; //!< how goods come back

    bool operator==(const ShopHeading &) const = default;
};

struct ReceiptFacts
{
    ShoppingCartOrdered sale;
    Timestamp at;
    QString cashier;
    Money change; //!< handed back in cash; zero if none
};

struct ReceiptStyle
{
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
};

//! The receipt of a sale. With the mark GIFT it names no price.
Document receiptDocument(const ShopHeading &shop, const ReceiptFacts &facts,
                         const ReceiptStyle &style, const QList<Mark> &marks);

} // namespace kontor
