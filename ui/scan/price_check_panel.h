// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/shop_access.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace kontor {

class MessageLine;

//! Says what something costs, and how much there is of it, without selling it.
class PriceCheckPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PriceCheckPanel(const ShopAccess &access, QWidget *parent = nullptr);

    void start();
    void showGoods(const Identified &found);
    void refuse(const QString &text, const Error &error);

Q_SIGNALS:
    void entered(const QString &text);
    void left();
    void labelsWanted();

private:
    void build();
    QWidget *buildCard();
    void showPrice(const Identified &found);
    void askAvailability(const Product &product);

    const ShopAccess &m_access;
    ProductId m_product; //!< the one that is shown
    QLineEdit *m_field;
    MessageLine *m_message;
    QWidget *m_card = nullptr;
    QLabel *m_name;
    QLabel *m_price;
    QLabel *m_each;
    QLabel *m_available;
    QLabel *m_details;
    QLabel *m_invitation;
};

} // namespace kontor
