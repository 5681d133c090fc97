// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_text.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Mails
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Mails)
};

} // namespace

QString nameText(MailKind kind)
{
    switch (kind) {
    case MailKind::Welcome:
        return Mails::tr("Welcome");
    case MailKind::OrderConfirmed:
        return Mails::tr("Order confirmed");
    case MailKind::OrderCancelled:
        return Mails::tr("Order cancelled");
    case MailKind::OrderReady:
        return Mails::tr("Ready to be collected");
    case MailKind::Backordered:
        return Mails::tr("Waits for goods");
    case MailKind::PaymentLink:
        return Mails::tr("Payment link");
    case MailKind::PaymentFailed:
        return Mails::tr("Payment failed");
    case MailKind::Refunded:
        return Mails::tr("Money refunded");
    case MailKind::RefundDue:
        return Mails::tr("Refund to be collected");
    case MailKind::Shipped:
        return Mails::tr("Parcel sent");
    case MailKind::Delivered:
        return Mails::tr("Parcel delivered");
    }
    return {};
}

QString nameText(MailState state)
{
    switch (state) {
    case MailState::Queued:
        return Mails::tr("on its way");
    case MailState::Sent:
        return Mails::tr("sent");
    case MailState::Failed:
        return Mails::tr("refused");
    case MailState::Skipped:
        return Mails::tr("not sent");
    }
    return {};
}

} // namespace kontor
