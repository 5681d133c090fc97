// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address_advisor.h"

#include "services/core/call.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct AddressTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::AddressTexts)
};

} // namespace

AddressAdvisor::AddressAdvisor(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
    connect(&m_access.shipping, &ShippingService::addressChecked, this,
            [this](const Address &address, const AddressCheck &check) {
                if (m_asked == address)
                    Q_EMIT advised(check);
            });
}

void AddressAdvisor::ask(const Address &address)
{
    if (!checked(address) || m_asked == address)
        return;
    m_asked = address;
    call(m_access.shipping, &ShippingService::checkAddress, address)
        .then(this, [](const Result<> &) {});
}

void AddressAdvisor::forget() { m_asked.reset(); }

QString placeText(const Address &address)
{
    QStringList parts{address.street1, address.street2,
                      u"%1 %2"_s.arg(address.zip, address.city).trimmed(), address.state,
                      address.country};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString adviceText(const AddressCheck &check)
{
    switch (check.result) {
    case AddressCheck::Result::NotChecked:
        return AddressTexts::tr("The address could not be checked.");
    case AddressCheck::Result::Valid:
        return AddressTexts::tr("Checked: the address is known.");
    case AddressCheck::Result::Corrected:
        return AddressTexts::tr("Checked: it is written %1.").arg(placeText(check.suggestion));
    case AddressCheck::Result::Doubtful:
        break;
    }
    if (check.reason.isEmpty())
        return AddressTexts::tr("Parcels may not arrive here: the address is not known.");
    return AddressTexts::tr("Parcels may not arrive here: %1").arg(check.reason);
}

} // namespace kontor
