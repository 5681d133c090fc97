// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_desk.h"
#include "ui/settings/settings_section.h"

class QLineEdit;

namespace kontor {

class ConnectionTest;
class Segments;

//! How mails to customers leave the house, and whether that works.
class MailSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit MailSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void save() override;

private:
    void build();
    void fill();
    void showRows();
    bool isOut() const; //!< mails go out of the house
    //! Nothing if it makes no sense yet, which is told.
    std::optional<MailSettings> said();
    std::optional<QByteArray> typedSecret() const;
    void takeConnection();
    void check();
    void tellChecked(const SmtpOutcome &outcome);

    MailDesk m_desk;
    MailSettings m_kept;
    MailSettings m_checked;
    Segments *m_way;
    QLineEdit *m_server;
    Segments *m_connection;
    QLineEdit *m_user;
    Segments *m_login;
    QLineEdit *m_secret;
    QLineEdit *m_sender;
    ConnectionTest *m_test;
    QList<QWidget *> m_serverRows;
    bool m_checking = false; //!< an answer is awaited
};

} // namespace kontor
