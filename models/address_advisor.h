// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "services/shipping/logistics_system.h"

namespace kontor {

//! Has an address checked while it is typed. Nothing waits for it: without an answer the address is
//! as good as before.
class AddressAdvisor : public QObject
{
    Q_OBJECT
public:
    explicit AddressAdvisor(const ShopAccess &access, QObject *parent = nullptr);

    //! Only one that is whole and was not asked about last.
    void ask(const Address &address);
    //! What was asked last is of no matter any more.
    void forget();

Q_SIGNALS:
    //! Of the address that was asked last.
    void advised(const kontor::AddressCheck &check);

private:
    const ShopAccess &m_access;
    std::optional<Address> m_asked;
};

//! On one line.
QString placeText(const Address &address);
QString adviceText(const AddressCheck &check);

} // namespace kontor
