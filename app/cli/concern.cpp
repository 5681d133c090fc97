// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/concern.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
QString enumText(Enum value)
{
    const auto name = nameOf(value);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QString plainAmount(const Money &amount)
{
    return amount.toPlainString() + u' ' + amount.currency.code();
}

QJsonObject amountFacts(const Money &amount)
{
    return {{u"amount"_s, amount.toPlainString()}, {u"currency"_s, amount.currency.code()}};
}

} // namespace

QString nameText(Concern::Kind kind)
{
    switch (kind) {
    case Concern::Kind::ParkedEvent:
        return u"parked event"_s;
    case Concern::Kind::UnclearCall:
        return u"unclear call"_s;
    case Concern::Kind::Parcel:
        return u"parcel"_s;
    case Concern::Kind::Uncollected:
        return u"not collected"_s;
    case Concern::Kind::Due:
        return u"due"_s;
    case Concern::Kind::RefundDue:
        return u"refund due"_s;
    case Concern::Kind::FailedMail:
        return u"failed mail"_s;
    }
    return {};
}

Concern concernOf(const QString &service, const ParkedEvent &event)
{
    return {Concern::Kind::ParkedEvent,
            event.subject,
            {},
            u"%1 could not take %2 %3, %4: %5"_s.arg(service, event.source)
                .arg(event.seq)
                .arg(event.type, event.reason),
            {{u"service"_s, service},
             {u"source"_s, event.source},
             {u"seq"_s, event.seq},
             {u"type"_s, event.type},
             {u"reason"_s, event.reason}}};
}

Concern concernOf(const Order &order)
{
    const QString day = order.collectBy.day().toString(Qt::DateFormat::ISODate);
    return {Concern::Kind::Uncollected,
            subject(order.id),
            order.receipt,
            u"was to be collected by %1"_s.arg(day),
            {{u"collect_by"_s, day}}};
}

Concern concernOf(const Payment &payment)
{
    return {Concern::Kind::Due, subject(payment.order), payment.receipt,
            u"the customer owes %1"_s.arg(plainAmount(payment.due)), amountFacts(payment.due)};
}

Concern concernOf(const RefundToPay &refund)
{
    QString text = u"%1 to pay out"_s.arg(plainAmount(refund.amount));
    QJsonObject facts = amountFacts(refund.amount);
    if (!refund.claimedBy.isEmpty()) {
        text += u", which till %1 is about to do"_s.arg(refund.claimedBy);
        facts.insert(u"claimed_by"_s, refund.claimedBy);
    }
    return {Concern::Kind::RefundDue, subject(refund.order), refund.receipt, text, facts};
}

Concern concernOf(const OpenCall &call)
{
    QJsonObject facts = amountFacts(call.amount);
    facts.insert(u"call"_s, call.intent.id.toString());
    facts.insert(u"kind"_s, enumText(call.kind));
    facts.insert(u"note"_s, call.intent.note);
    return {Concern::Kind::UnclearCall,
            subject(call.order),
            {},
            u"payment: %1 of %2: %3"_s.arg(enumText(call.kind), plainAmount(call.amount),
                                           call.intent.note),
            facts};
}

Concern concernOf(const Intent &intent)
{
    return {
        Concern::Kind::UnclearCall,
        intent.subject,
        {},
        u"shipping: %1: %2"_s.arg(intent.kind, intent.note),
        {{u"call"_s, intent.id.toString()}, {u"kind"_s, intent.kind}, {u"note"_s, intent.note}}};
}

Concern concernOf(const Shipment &parcel)
{
    QString text = u"refused: %1"_s.arg(parcel.note);
    if (parcel.voidState == VoidState::Refused)
        text = u"the label is not taken back: %1"_s.arg(parcel.note);
    else if (parcel.voidState == VoidState::Wanted)
        text = u"it is not known whether the label was taken back; it is asked again"_s;
    return {Concern::Kind::Parcel,
            subject(parcel.order),
            parcel.receipt,
            text,
            {{u"state"_s, enumText(parcel.state)},
             {u"void"_s, enumText(parcel.voidState)},
             {u"note"_s, parcel.note}}};
}

Concern concernOf(const QueuedMail &mail)
{
    return {Concern::Kind::FailedMail,
            mail.order.isNull() ? subject(mail.account) : subject(mail.order),
            {},
            u"%1: %2"_s.arg(enumText(mail.kind), mail.note),
            {{u"mail"_s, mail.id.toString()},
             {u"kind"_s, enumText(mail.kind)},
             {u"note"_s, mail.note}}};
}

} // namespace kontor
