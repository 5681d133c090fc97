// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/mail_transport.h"

namespace kontor {

//! Drops each mail as an .eml file into a folder: in training, nothing leaves the house. A mail
//! that is sent again replaces its own file.
class EmlFolderTransport : public MailTransport
{
public:
    explicit EmlFolderTransport(QString folder) : m_folder(std::move(folder)) {}

    void send(const Mail &mail, std::function<void(const MailReply &)> answered) override;

private:
    QString m_folder;
};

} // namespace kontor
