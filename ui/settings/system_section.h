// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/system_desk.h"
#include "ui/settings/settings_section.h"

class QComboBox;
class QLineEdit;

namespace kontor {

class ConnectionTest;
class Segments;

//! Which system outside the shop works with, and whether that works. A kind of system adds the
//! settings that it alone has.
class SystemSection : public SettingsSection
{
    Q_OBJECT
public:
    //! The texts of one kind of system; the names of its controls begin with the prefix.
    struct Texts
    {
        QString prefix;
        QString title;
        QString name;
        QString modeHint;
        QString keyHint;
    };

    SystemSection(const ShopAccess &access, SystemSettings::Kind kind, const Texts &texts,
                  QWidget *parent = nullptr);

protected:
    //! Below the key.
    void addOwn(const QString &name, const QString &hint, QLineEdit *field);
    void addOwn(const QString &name, const QString &hint, QComboBox *box);
    //! Puts them on the screen; once all are there.
    void begin();
    virtual void fillOwn(const SystemSettings &) {}
    //! False if something makes no sense, which is told.
    virtual bool takeOwn(SystemSettings &) { return true; }
    //! Says what is still missing; false.
    bool refuseForNow(const QString &text);
    void save() override;

private:
    void build(const Texts &texts);
    void fill();
    void showRows();
    //! Nothing if it makes no sense yet, which is told.
    std::optional<SystemSettings> said();
    std::optional<QByteArray> typedKey() const;
    void takeMode();
    void check();
    void tellKept(const SystemSettings &settings, const Result<> &done);
    void tellChecked(const SystemCheck &check);

    SystemDesk m_desk;
    SystemSettings m_kept;
    SystemSettings m_checked;
    std::optional<SystemSettings> m_asked; //!< what the service is being told
    Segments *m_mode;
    QLineEdit *m_url;
    QLineEdit *m_key;
    ConnectionTest *m_test;
    QList<QWidget *> m_providerRows;
    bool m_checking = false; //!< an answer is awaited
};

} // namespace kontor
