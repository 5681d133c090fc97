// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address_advisor.h"

#include <QWidget>

class QPushButton;

namespace kontor {

class MessageLine;

//! Says beneath an address, while it is typed, what the carriers make of it; takes no room before.
class AddressAdvice : public QWidget
{
    Q_OBJECT
public:
    //! Its controls are named after the form.
    AddressAdvice(const ShopAccess &access, const QString &form, QWidget *parent = nullptr);

    void ask(const Address &address) { m_advisor.ask(address); }
    void forget();

Q_SIGNALS:
    //! The address as it should be is wanted.
    void taken(const kontor::Address &address);

private:
    void show(const AddressCheck &check);

    AddressAdvisor m_advisor;
    AddressCheck m_check;
    MessageLine *m_words;
    QPushButton *m_take;
};

} // namespace kontor
