// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "ui/settings/settings_section.h"

namespace kontor {

class Segments;

//! What the till asks of its shifts.
class ShiftSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit ShiftSection(const ShopAccess &access, QWidget *parent = nullptr);

Q_SIGNALS:
    void rulesChanged(const kontor::ShiftRules &rules);

protected:
    void save() override;

private:
    const ShopAccess &m_access;
    ShiftRules m_kept;
    Segments *m_float;
    Segments *m_count;
};

} // namespace kontor
