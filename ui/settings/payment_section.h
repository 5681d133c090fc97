// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/system_section.h"

namespace kontor {

//! Who moves the money of cards and payment links.
class PaymentSection : public SystemSection
{
    Q_OBJECT
public:
    explicit PaymentSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void fillOwn(const SystemSettings &system) override;
    bool takeOwn(SystemSettings &system) override;

private:
    QLineEdit *m_returnUrl;
};

} // namespace kontor
