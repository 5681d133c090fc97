// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/delivery_charges_model.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace kontor {

class MessageLine;
class ShopTable;

//! Where it is told what deliveries cost: a row for each country, weight and value.
class DeliveryChargesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DeliveryChargesPanel(const ShopAccess &access, QWidget *parent = nullptr);

    //! Shows the table as it is now, ready to type.
    void start();

Q_SIGNALS:
    void left();

private:
    void build();
    QLayout *buildForm();
    QLayout *buildButtons();
    QLineEdit *addField(QGridLayout *form, const QString &objectName, const QString &label);
    void add();
    //! Puts a row into the fields.
    void offer(const TypedCharge &typed);

    DeliveryChargesModel m_model;
    QLineEdit *m_country = nullptr;
    QLineEdit *m_weight = nullptr;
    QLineEdit *m_value = nullptr;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_tax = nullptr;
    QLineEdit *m_name = nullptr;
    MessageLine *m_message;
    ShopTable *m_list;
};

} // namespace kontor
