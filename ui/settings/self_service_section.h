// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

class QLineEdit;

namespace kontor {

//! The PIN that leads staff out of self-service. What is set cannot be read again.
class SelfServiceSection : public SettingsSection
{
    Q_OBJECT
public:
    //! windowFile: as ShopAccess::windowFile.
    explicit SelfServiceSection(const QString &windowFile, QWidget *parent = nullptr);

protected:
    void save() override;

private:
    void tellWhetherSet();

    QString m_file;
    QLineEdit *m_pin;
};

} // namespace kontor
