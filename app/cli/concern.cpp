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

ToldConcern told(const Concern::Parked &parked)
{
    const ParkedEvent &event = parked.event;
    return {u"%1 could not take %2 %3, %4: %5"_s.arg(parked.service, event.source)
                .arg(event.seq)
                .arg(event.type, event.reason),
            {{u"service"_s, parked.service},
             {u"source"_s, event.source},
             {u"seq"_s, event.seq},
             {u"type"_s, event.type},
             {u"reason"_s, event.reason}}};
}

ToldConcern told(const Order &order)
{
    if (order.state == OrderState::Cancelled) {
        QJsonObject facts = amountFacts(order.total);
        facts.insert(u"reason"_s, enumText(order.cancelReason));
        facts.insert(u"till"_s, order.till);
        return {u"cancelled, because the card did not pay %1; can be offered anew at till %2"_s.arg(
                    plainAmount(order.total), order.till),
                facts};
    }
    const QString day = order.collectBy.day().toString(Qt::DateFormat::ISODate);
    return {u"was to be collected by %1"_s.arg(day), {{u"collect_by"_s, day}}};
}

ToldConcern told(const Payment &debt)
{
    return {u"the customer owes %1"_s.arg(plainAmount(debt.due)), amountFacts(debt.due)};
}

ToldConcern told(const RefundToPay &refund)
{
    QString text = u"%1 to pay out"_s.arg(plainAmount(refund.amount));
    QJsonObject facts = amountFacts(refund.amount);
    if (!refund.claimedBy.isEmpty()) {
        text += u", which till %1 is about to do"_s.arg(refund.claimedBy);
        facts.insert(u"claimed_by"_s, refund.claimedBy);
    }
    return {text, facts};
}

ToldConcern told(const OpenCall &call)
{
    QJsonObject facts = amountFacts(call.amount);
    facts.insert(u"call"_s, call.intent.id.toString());
    facts.insert(u"kind"_s, enumText(call.kind));
    facts.insert(u"note"_s, call.intent.note);
    return {u"payment: %1 of %2: %3"_s.arg(enumText(call.kind), plainAmount(call.amount),
                                           call.intent.note),
            facts};
}

ToldConcern told(const Intent &call)
{
    return {u"shipping: %1: %2"_s.arg(call.kind, call.note),
            {{u"call"_s, call.id.toString()}, {u"kind"_s, call.kind}, {u"note"_s, call.note}}};
}

ToldConcern told(const Shipment &parcel)
{
    QString text = u"refused: %1"_s.arg(parcel.note);
    if (parcel.voidState == VoidState::Refused)
        text = u"the label is not taken back: %1"_s.arg(parcel.note);
    else if (parcel.voidState == VoidState::Wanted)
        text = u"it is not known whether the label was taken back; it is asked again"_s;
    return {text,
            {{u"state"_s, enumText(parcel.state)},
             {u"void"_s, enumText(parcel.voidState)},
             {u"note"_s, parcel.note}}};
}

ToldConcern told(const QueuedMail &mail)
{
    return {u"%1: %2"_s.arg(enumText(mail.kind), mail.note),
            {{u"mail"_s, mail.id.toString()},
             {u"kind"_s, enumText(mail.kind)},
             {u"note"_s, mail.note}}};
}

ToldConcern told(const Difference &difference)
{
    return {u"%1: %2 in the books, %3 at the payment system, %4"_s.arg(
                enumText(difference.kind), plainAmount(difference.ours),
                plainAmount(difference.theirs), difference.reference),
            {{u"kind"_s, enumText(difference.kind)},
             {u"reference"_s, difference.reference},
             {u"ours"_s, amountFacts(difference.ours)},
             {u"theirs"_s, amountFacts(difference.theirs)}}};
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
    case Concern::Kind::Declined:
        return u"declined"_s;
    case Concern::Kind::Due:
        return u"due"_s;
    case Concern::Kind::RefundDue:
        return u"refund due"_s;
    case Concern::Kind::FailedMail:
        return u"failed mail"_s;
    case Concern::Kind::Difference:
        return u"difference"_s;
    }
    return {};
}

ToldConcern told(const Concern &concern)
{
    return std::visit([](const auto &matter) { return told(matter); }, concern.matter);
}

} // namespace kontor
