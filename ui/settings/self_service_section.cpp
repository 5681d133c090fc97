// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/self_service_section.h"

#include "models/kiosk_pin.h"
#include "ui/widgets/named.h"

#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

SelfServiceSection::SelfServiceSection(const QString &windowFile, QWidget *parent)
    : SettingsSection(u"selfServiceSection"_s, tr("Self-service"), parent)
    , m_file(windowFile)
    , m_pin(named(new QLineEdit, u"settingPin"_s, tr("New PIN of self-service")))
{
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(KioskPin::mostDigits);
    addSetting(tr("PIN"),
               tr("4 to 12 digits. It leads staff out of the window that “kontor --kiosk” opens "
                  "for customers."),
               m_pin);
    connect(m_pin, &QLineEdit::editingFinished, this, &SelfServiceSection::save);
    tellWhetherSet();
}

void SelfServiceSection::save()
{
    if (m_pin->text().isEmpty())
        return;
    clearRefusals();
    const auto kept = KioskPin::keep(m_file, m_pin->text());
    if (!kept && kept.error().is(PinError::BadPin))
        return refuse(m_pin, tr("A PIN has 4 to 12 digits and nothing else."));
    if (!kept)
        return tellNotSaved();
    m_pin->clear();
    tellWhetherSet();
    tellSaved();
}

void SelfServiceSection::tellWhetherSet()
{
    m_pin->setPlaceholderText(KioskPin::isSet(m_file) ? tr("Type a new one to change it")
                                                      : tr("None is set yet"));
}

} // namespace kontor
