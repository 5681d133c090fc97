// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shop_section.h"

#include "models/texts.h"
#include "models/typed_number.h"
#include "services/core/call.h"
#include "ui/first_run/country_box.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lines_field.h"
#include "ui/widgets/named.h"

#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxNumberLength = 40;
constexpr qsizetype maxAddressLines = 5;
constexpr qsizetype maxLineLength = 60;
constexpr qsizetype maxPolicyLength = 500;
constexpr int shownLines = 3;

//! A shop that nobody founded, because its data came from a command, gets one when it says more.
ShopProfile profileIn(const ShopAccess &access)
{
    if (const auto kept = ShopProfile::load(access.folder); kept && *kept)
        return **kept;
    ShopProfile profile;
    profile.currency = access.currency;
    profile.founded = access.clock.now();
    profile.filled = true;
    return profile;
}

} // namespace

ShopSection::ShopSection(const ShopAccess &access, QWidget *parent)
    : SettingsSection(u"shopSection"_s, tr("Shop"), parent)
    , m_access(access)
    , m_profile(profileIn(access))
    , m_heading(PaperSettings::in(access.folder).shop)
    , m_name(named(new QLineEdit, u"settingName"_s, tr("Name of the shop")))
    , m_address(named(new LinesField(shownLines), u"settingAddress"_s, tr("Address")))
    , m_taxNumber(named(new QLineEdit, u"settingTaxNumber"_s, tr("Tax number")))
    , m_policy(named(new LinesField(shownLines), u"settingPolicy"_s, tr("At the end of receipts")))
    , m_country(countryBox(u"settingCountry"_s))
    , m_standard(named(new QLineEdit, u"settingStandardRate"_s, tr("Standard rate")))
    , m_reduced(named(new QLineEdit, u"settingReducedRate"_s, tr("Reduced rate")))
{
    build();
    show(m_profile, m_heading);
    for (QLineEdit *field : {m_name, m_taxNumber, m_standard, m_reduced})
        connect(field, &QLineEdit::editingFinished, this, &ShopSection::save);
    for (LinesField *field : {m_address, m_policy})
        connect(field, &LinesField::editingFinished, this, &ShopSection::save);
    connect(m_country, &QComboBox::activated, this, &ShopSection::takeCountry);
}

void ShopSection::build()
{
    m_name->setMaxLength(ShopProfile::maxNameLength);
    m_taxNumber->setMaxLength(maxNumberLength);
    addSetting(tr("Name of the shop"), tr("At the head of each receipt."), m_name);
    addSetting(tr("Address"), tr("As it stands below the name, line by line."), m_address);
    addSetting(tr("Tax number"), tr("Where the law wants it on receipts."), m_taxNumber);
    addSetting(tr("At the end of receipts"), tr("How goods come back, or a word of thanks."),
               m_policy);
    addSetting(tr("Country"), tr("Another country brings its usual tax rates."), m_country);
    addSetting(tr("Standard rate"),
               tr("In percent. Products that are read in without a rate of their own take it; "
                  "products that are there keep theirs."),
               m_standard);
    addSetting(tr("Reduced rate"), tr("In percent, as it is usual on food."), m_reduced);
    auto *currency =
        named(plainLabel(m_profile.currency.code()), u"settingCurrency"_s, tr("Currency"));
    addSetting(tr("Currency"),
               tr("It cannot be changed: all that was sold so far is counted in it."), currency);
}

void ShopSection::show(const ShopProfile &profile, const ShopHeading &heading)
{
    m_name->setText(heading.name);
    m_address->setPlainText(heading.address.join(u'\n'));
    m_taxNumber->setText(heading.taxNumber);
    m_policy->setPlainText(heading.policy);
    chooseCountry(m_country, profile.country);
    m_standard->setText(taxRateText(profile.standardRate));
    m_reduced->setText(taxRateText(profile.reducedRate));
}

void ShopSection::takeCountry()
{
    if (const auto taxes = taxesOf(m_country->currentData().toString())) {
        m_standard->setText(taxRateText(taxes->standard));
        m_reduced->setText(taxRateText(taxes->reduced));
    }
    save();
}

bool ShopSection::read(ShopProfile &profile, ShopHeading &heading)
{
    clearRefusals();
    heading.name = profile.name = m_name->text().simplified();
    heading.address = m_address->lines();
    heading.taxNumber = m_taxNumber->text().simplified();
    heading.policy = m_policy->lines().join(u' ');
    profile.country = m_country->currentData().toString();
    bool sense = true;
    const auto demand = [&](bool met, const QWidget *control, const QString &otherwise) {
        if (!met)
            refuse(control, otherwise);
        sense = sense && met;
    };
    demand(!heading.name.isEmpty(), m_name, tr("A shop has a name: it stands on each receipt."));
    const bool fits = heading.address.size() <= maxAddressLines &&
                      std::ranges::all_of(heading.address, [](const QString &line) {
                          return line.size() <= maxLineLength;
                      });
    demand(fits, m_address,
           tr("An address has at most %1 lines of %2 letters.")
               .arg(maxAddressLines)
               .arg(maxLineLength));
    demand(heading.policy.size() <= maxPolicyLength, m_policy,
           tr("This is longer than a receipt should be: at most %1 letters.").arg(maxPolicyLength));
    const auto takeRate = [&](QLineEdit *field, TaxRate &rate) {
        const auto typed = typedTaxRate(field->text());
        demand(bool(typed), field, tr("A tax rate is a number from 0 to 100, such as 20."));
        if (typed)
            rate = *typed;
    };
    takeRate(m_standard, profile.standardRate);
    takeRate(m_reduced, profile.reducedRate);
    return sense;
}

void ShopSection::save()
{
    ShopProfile profile = m_profile;
    ShopHeading heading = m_heading;
    if (!read(profile, heading) || (profile == m_profile && heading == m_heading))
        return;
    PaperSettings paper = PaperSettings::in(m_access.folder);
    paper.shop = heading;
    paper.country = profile.country;
    if (!profile.save(m_access.folder) || !paper.save(m_access.folder))
        return tellNotSaved();
    m_profile = profile;
    m_heading = heading;
    call(m_access.notification, &NotificationService::useShop, profile.name, profile.country)
        .then(this, [this, heading, style = paper.style()](const Result<> &known) {
            if (!known)
                return tellNotSaved();
            call(m_access.devices, &DevicesService::useHeading, heading, style)
                .then(this, [this](const Result<> &used) { used ? tellSaved() : tellNotSaved(); });
        });
}

} // namespace kontor
