// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper_settings.h"
#include "models/shop_access.h"
#include "models/shop_profile.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLineEdit;

namespace kontor {

class LinesField;

//! What the shop says of itself, on its papers, and the taxes that it begins with.
class ShopSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit ShopSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void save() override;

private:
    void build();
    void show(const ShopProfile &profile, const ShopHeading &heading);
    void takeCountry();
    //! Nothing if something makes no sense, which is told then.
    bool read(ShopProfile &profile, ShopHeading &heading);

    const ShopAccess &m_access;
    ShopProfile m_profile; //!< as it is kept
    ShopHeading m_heading;
    QLineEdit *m_name;
    LinesField *m_address;
    QLineEdit *m_taxNumber;
    LinesField *m_policy;
    QComboBox *m_country;
    QLineEdit *m_standard;
    QLineEdit *m_reduced;
};

} // namespace kontor
