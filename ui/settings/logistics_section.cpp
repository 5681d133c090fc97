// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/logistics_section.h"

#include "ui/first_run/country_box.h"
#include "ui/widgets/named.h"

#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// What fits a line of a label.
constexpr int maxLineLength = 50;

} // namespace

LogisticsSection::LogisticsSection(const ShopAccess &access, QWidget *parent)
    : SystemSection(access, SystemSettings::Kind::Logistics,
                    {u"logistics"_s, tr("Logistics"), tr("Parcels and labels"),
                     tr("In the sandbox of this machine and in the provider's test mode no label "
                        "is paid for and no parcel leaves. Live is trade."),
                     tr("From the API page of Shippo; it begins with shippo_.")},
                    parent)
    , m_name(named(new QLineEdit, u"senderName"_s, tr("Sender of parcels")))
    , m_street(named(new QLineEdit, u"senderStreet"_s, tr("Street and number of the sender")))
    , m_zip(named(new QLineEdit, u"senderZip"_s, tr("Postal code of the sender")))
    , m_city(named(new QLineEdit, u"senderCity"_s, tr("City of the sender")))
    , m_country(countryBox(u"senderCountry"_s))
{
    m_country->setPlaceholderText(tr("Choose"));
    for (QLineEdit *field : {m_name, m_street, m_zip, m_city})
        field->setMaxLength(maxLineLength);
    addOwn(tr("Sender of parcels"), tr("As it stands on their labels."), m_name);
    addOwn(tr("Street and number"), tr("Where the carrier brings back what is not delivered."),
           m_street);
    addOwn(tr("Postal code"), {}, m_zip);
    addOwn(tr("City"), {}, m_city);
    addOwn(tr("Country"), {}, m_country);
    begin();
}

void LogisticsSection::fillOwn(const SystemSettings &system)
{
    m_name->setText(system.sender.name);
    m_street->setText(system.sender.street1);
    m_zip->setText(system.sender.zip);
    m_city->setText(system.sender.city);
    if (system.sender.country.isEmpty())
        m_country->setCurrentIndex(-1);
    else
        chooseCountry(m_country, system.sender.country);
}

bool LogisticsSection::takeOwn(SystemSettings &system)
{
    Address &sender = system.sender;
    sender.name = m_name->text().trimmed();
    sender.street1 = m_street->text().trimmed();
    sender.zip = m_zip->text().trimmed();
    sender.city = m_city->text().trimmed();
    sender.country = m_country->currentData().toString();
    return system.hasSender() ||
           refuseForNow(tr("Not in use yet: the sender of parcels is not whole."));
}

} // namespace kontor
