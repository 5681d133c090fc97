// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/country_box.h"

#include "ui/widgets/named.h"

#include <QCoreApplication>
#include <QLocale>

namespace kontor {

namespace {

struct CountryTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::CountryTexts)
};

void addCountry(QComboBox *box, const QString &country)
{
    box->addItem(QLocale::territoryToString(QLocale::codeToTerritory(country)), country);
}

} // namespace

QComboBox *countryBox(const QString &objectName)
{
    auto *box = named(new QComboBox, objectName, CountryTexts::tr("Country"));
    for (const CountryTaxes &taxes : CountryTaxes::all())
        addCountry(box, taxes.country);
    return box;
}

void chooseCountry(QComboBox *box, const QString &country)
{
    if (box->findData(country) < 0)
        addCountry(box, country);
    box->setCurrentIndex(box->findData(country));
}

} // namespace kontor
