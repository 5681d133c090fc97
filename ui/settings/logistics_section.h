// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/system_section.h"

class QComboBox;

namespace kontor {

//! Who carries parcels, and where they come from.
class LogisticsSection : public SystemSection
{
    Q_OBJECT
public:
    explicit LogisticsSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void fillOwn(const SystemSettings &system) override;
    bool takeOwn(SystemSettings &system) override;

private:
    QLineEdit *m_name;
    QLineEdit *m_street;
    QLineEdit *m_zip;
    QLineEdit *m_city;
    QComboBox *m_country;
};

} // namespace kontor
