// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/mail_transport.h"
#include "services/notification/notification.h"

#include <QByteArray>

namespace kontor {

//! The mail as RFC 5322 has it: CRLF, headers in ASCII (RFC 2047), its text plain and as a page,
//! all of it in seven bits. A header that would hold a control character is refused, never
//! repaired.
Result<QByteArray> formattedMail(const Mail &mail);

//! Fixed when the mail is made, so that all copies of it carry the same; in the domain of the
//! sender, as RFC 5322 section 3.6.4 wants it.
QString messageIdFor(MailId mail, const QString &sender);

} // namespace kontor
