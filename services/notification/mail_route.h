// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/mail_transport.h"

#include <memory>

namespace kontor {

class SmtpAccess;

//! Where the shop's mails go: to the server that it uses, or, without one, into a folder of the
//! house as an .eml file each. A mail that is dropped there again replaces its own file.
class MailRoute : public MailTransport
{
public:
    explicit MailRoute(QString folder);
    ~MailRoute() override;

    void send(const Mail &mail, std::function<void(const MailReply &)> answered) override;
    void use(const std::optional<MailServer> &server) override;
    void check(const MailServer &server,
               std::function<void(const SmtpOutcome &)> answered) override;

    //! How long a server has for one mail: less than ExternalCalls::leaseMs.
    static constexpr int sendMs = 40'000;
    //! A person waits for a check.
    static constexpr int checkMs = 15'000;

private:
    MailReply drop(const Mail &mail) const;
    SmtpAccess &access();

    QString m_folder;
    std::optional<MailServer> m_server;
    std::unique_ptr<SmtpAccess> m_access; //!< belongs to the thread of whoever sends
};

} // namespace kontor
