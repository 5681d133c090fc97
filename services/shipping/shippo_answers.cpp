// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_answers.h"

#include "services/core/decimal.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxRefusalText = 300;

//! Shippo's ids and carriers' numbers go into paths, so they may hold nothing else.
bool isPlainId(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]{1,64}$"_s);
    return plain.match(text).hasMatch();
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= 2000 && url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == u"https" || url.scheme() == u"http");
}

std::optional<ShippoLabel::Status> labelStatus(const QString &name)
{
    using Status = ShippoLabel::Status;
    if (name == u"WAITING" || name == u"QUEUED")
        return Status::Unfinished;
    if (name == u"SUCCESS")
        return Status::Bought;
    if (name == u"ERROR")
        return Status::Refused;
    if (name == u"REFUNDED")
        return Status::Voided;
    if (name == u"REFUNDPENDING")
        return Status::VoidPending;
    if (name == u"REFUNDREJECTED")
        return Status::VoidRefused;
    return std::nullopt;
}

std::optional<QuoteOutcome> offer(const QJsonObject &rate)
{
    const QString id = rate[u"object_id"_s].toString();
    const QString provider = rate[u"provider"_s].toString();
    const QString service = rate[u"servicelevel"_s][u"token"_s].toString();
    const auto currency = Currency::fromCode(rate[u"currency"_s].toString());
    const auto amount = parseDecimal(rate[u"amount"_s].toString(), 6, DecimalMark::Point);
    if (!isPlainId(id) || provider.isEmpty() || provider.size() > 64 || !currency || !amount)
        return std::nullopt;
    const auto minor = amount->scaledTo(currency->exponent());
    if (!minor || *minor < 0 || *minor > Money::maxMinor)
        return std::nullopt;
    return QuoteOutcome{QuoteResult::Offered,
                        shippoCarrier(provider, service),
                        provider,
                        {*minor, *currency},
                        id,
                        {}};
}

//! The cheapest; amounts of another currency than the first offer's cannot be compared with it.
std::optional<QuoteOutcome> bestOffer(const QJsonArray &rates)
{
    std::optional<QuoteOutcome> best;
    for (const QJsonValue &rate : rates) {
        const auto candidate = offer(rate.toObject());
        if (!candidate)
            continue;
        if (!best ||
            (candidate->price.currency == best->price.currency && candidate->price < best->price))
            best = candidate;
    }
    return best;
}

bool isNotServed(const QJsonArray &messages)
{
    return std::any_of(messages.begin(), messages.end(), [](const QJsonValue &message) {
        return message[u"code"_s].toString() == u"destination_not_served";
    });
}

//! All texts of a value, wherever they stand: Shippo puts refusals into fields named after what was
//! wrong, and into messages.
QStringList textsIn(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements)
        texts += element.isObject() ? textsIn(element[u"text"_s]) : textsIn(element);
    return texts;
}

QString textOf(const QJsonObject &body)
{
    QStringList texts;
    for (const auto &field : {u"messages"_s, u"detail"_s, u"__all__"_s})
        texts += textsIn(body[field]);
    if (texts.isEmpty()) {
        for (auto it = body.begin(); it != body.end(); ++it)
            texts += textsIn(it.value());
    }
    return texts.join(u"; "_s).simplified().left(maxRefusalText);
}

//! The place that an answer names, for whom it was asked.
Address placeIn(const QJsonObject &body, const Address &asked)
{
    Address place = asked;
    for (const auto &[field, text] : {std::pair(u"street1"_s, &place.street1),
                                      {u"street2"_s, &place.street2},
                                      {u"city"_s, &place.city},
                                      {u"zip"_s, &place.zip},
                                      {u"state"_s, &place.state},
                                      {u"country"_s, &place.country}})
        *text = body[field].toString().simplified();
    return place;
}

//! Whether people would take them for the same: case, and a state that was not asked for, are none
//! of their business.
bool readsAlike(const Address &one, const Address &asked)
{
    const auto alike = [](const QString &a, const QString &b) {
        return a.compare(b.simplified(), Qt::CaseInsensitive) == 0;
    };
    return alike(one.street1, asked.street1) && alike(one.street2, asked.street2) &&
           alike(one.city, asked.city) && alike(one.zip, asked.zip) &&
           (asked.state.isEmpty() || alike(one.state, asked.state)) &&
           alike(one.country, asked.country);
}

//! Shippo says in JSON why it refuses; what stands between it and us does not.
bool isRefusal(const HttpAnswer &answer)
{
    return answer.kind == HttpAnswer::Kind::Answered && answer.status == 400 && answer.content;
}

} // namespace

QString shippoCarrier(const QString &name, const QString &service)
{
    // Those whose name does not lead to them, by the description's table of carriers.
    static const QHash<QString, QString> others{{u"bettertrucks"_s, u"better_trucks"_s},
                                                {u"collectplus"_s, u"collect_plus"_s},
                                                {u"correiosbr"_s, u"correios_br"_s},
                                                {u"correos_espa_a"_s, u"correos_espana"_s},
                                                {u"couriers_please"_s, u"couriersplease"_s},
                                                {u"dpd_germany"_s, u"dpd_de"_s},
                                                {u"epost_global"_s, u"rr_donnelley"_s},
                                                {u"evri_uk"_s, u"hermes_uk"_s},
                                                {u"jitsu"_s, u"axlehire"_s}};
    // Two carriers are called Aramex.
    const QString australian = u"fastway_australia"_s;
    if (service.startsWith(australian))
        return australian;
    QString token;
    for (const QChar c : name.toLower())
        token += (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : u'_';
    return others.value(token, token);
}

std::optional<ShippoLabel> shippoLabel(const QJsonObject &transaction)
{
    const auto status = labelStatus(transaction[u"status"_s].toString());
    const QString id = transaction[u"object_id"_s].toString();
    if (!status || !isPlainId(id))
        return std::nullopt;
    const QJsonValue rate = transaction[u"rate"_s];
    ShippoLabel label{*status,
                      transaction[u"metadata"_s].toString(),
                      rate.isObject() ? rate[u"object_id"_s].toString() : rate.toString(),
                      {}};
    const bool refused = *status == ShippoLabel::Status::Refused ||
                         *status == ShippoLabel::Status::Voided ||
                         *status == ShippoLabel::Status::VoidPending;
    label.outcome.result = refused ? LabelResult::Refused : LabelResult::Bought;
    label.outcome.label = id;
    label.outcome.trackingNumber = transaction[u"tracking_number"_s].toString();
    label.outcome.labelUrl = transaction[u"label_url"_s].toString();
    if (refused)
        label.outcome.reason = *status == ShippoLabel::Status::Refused
                                   ? textOf(transaction)
                                   : u"the label was voided by somebody else"_s;
    const bool complete =
        isPlainId(label.outcome.trackingNumber) && isWebAddress(label.outcome.labelUrl);
    if (*status == ShippoLabel::Status::Bought && !complete)
        return std::nullopt;
    return label;
}

int labelRank(ShippoLabel::Status status)
{
    switch (status) {
    case ShippoLabel::Status::Refused:
        return 1;
    case ShippoLabel::Status::Voided:
    case ShippoLabel::Status::VoidPending:
        return 2;
    case ShippoLabel::Status::Unfinished:
        return 3;
    case ShippoLabel::Status::VoidRefused:
        return 4;
    case ShippoLabel::Status::Bought:
        return 5;
    }
    return 0;
}

bool isOfOtherShippoMode(const QJsonObject &object, bool live)
{
    const QJsonValue test = object[u"test"_s];
    return test.isBool() && test.toBool() == live;
}

SystemCheck readLabels(const HttpAnswer &answer, bool live)
{
    const auto reason = [&answer](const QJsonObject &) { return refusalText(answer); };
    const SystemCheck check = SystemCheck::of(answer, reason);
    if (check.kind != SystemCheck::Kind::Works)
        return check;
    const QJsonValue labels = (*answer.content)[u"results"_s];
    if (!labels.isArray())
        return {SystemCheck::Kind::Stranger, {}, answer.note};
    if (isOfOtherShippoMode(labels[0].toObject(), live))
        return {SystemCheck::Kind::OtherMode, {}, {}};
    return check;
}

bool surelyNothingDone(const HttpAnswer &answer)
{
    switch (answer.kind) {
    case HttpAnswer::Kind::NotSent:
        return true;
    case HttpAnswer::Kind::Lost:
        return false;
    case HttpAnswer::Kind::Answered:
        break;
    }
    return answer.status == 401 || answer.status == 403 || answer.status == 404 ||
           answer.status == 405 || answer.status == 429;
}

QString refusalText(const HttpAnswer &answer)
{
    return answer.content ? textOf(*answer.content) : QString();
}

CallReply failedReply(const HttpAnswer &answer)
{
    switch (answer.kind) {
    case HttpAnswer::Kind::NotSent:
        return LogisticsReply::notSent(answer.note).missed();
    case HttpAnswer::Kind::Lost:
        return LogisticsReply::unknown(answer.note).missed();
    case HttpAnswer::Kind::Answered:
        break;
    }
    if (answer.status == 409 || answer.status == 429)
        return LogisticsReply::wait(answer.note);
    if (answer.status / 100 == 3 || answer.status / 100 == 4)
        return LogisticsReply::wait(
            u"configuration: %1 %2"_s.arg(answer.note, refusalText(answer)));
    return LogisticsReply::unknown(answer.note).missed();
}

CallReply quoteReply(const HttpAnswer &answer, const QString &reference)
{
    if (isRefusal(answer))
        return LogisticsReply::definite(
            QuoteOutcome::refused(QuoteResult::Correctable, refusalText(answer)));
    if (!answer.isSuccess())
        return failedReply(answer);
    const QJsonObject &body = *answer.content;
    if (body[u"metadata"_s].toString() != reference || !body[u"rates"_s].isArray())
        return LogisticsReply::unknown(u"the answer is about another shipment"_s);
    if (const auto best = bestOffer(body[u"rates"_s].toArray()))
        return LogisticsReply::definite(*best);
    const bool notServed = isNotServed(body[u"messages"_s].toArray());
    return LogisticsReply::definite(QuoteOutcome::refused(
        notServed ? QuoteResult::NotServed : QuoteResult::Correctable, refusalText(answer)));
}

CallReply labelReply(const ShippoLabel &label)
{
    if (label.status == ShippoLabel::Status::Unfinished)
        return LogisticsReply::unknown(u"the label is being made"_s);
    return LogisticsReply::definite(label.outcome);
}

CallReply labelReply(const HttpAnswer &answer, const QString &reference, const QString &rate)
{
    if (isRefusal(answer)) {
        const auto result =
            answer.content->contains(u"rate"_s) ? LabelResult::RateGone : LabelResult::Refused;
        return LogisticsReply::definite(LabelOutcome::refused(result, refusalText(answer)));
    }
    if (!answer.isSuccess())
        return failedReply(answer);
    const auto label = shippoLabel(*answer.content);
    if (!label || label->metadata != reference || label->rate != rate)
        return LogisticsReply::unknown(u"the answer is not about this label"_s);
    return labelReply(*label);
}

CallReply voidReply(VoidResult result, const QString &reason)
{
    return LogisticsReply::definite(VoidOutcome{reason, result});
}

std::optional<CallReply> voidReply(const HttpAnswer &answer, const QString &label)
{
    if (isRefusal(answer))
        return std::nullopt;
    if (!answer.isSuccess())
        return failedReply(answer);
    const QJsonObject &body = *answer.content;
    const QString status = body[u"status"_s].toString();
    const bool isOurs = body[u"transaction"_s].toString() == label;
    if (isOurs && status == u"SUCCESS")
        return voidReply(VoidResult::Voided);
    if (isOurs && (status == u"PENDING" || status == u"QUEUED"))
        return voidReply(VoidResult::Pending);
    if (isOurs && status == u"ERROR")
        return std::nullopt;
    return LogisticsReply::unknown(u"the answer is not about this label"_s);
}

AddressCheck addressCheck(const HttpAnswer &answer, const Address &asked)
{
    if (isRefusal(answer))
        return {AddressCheck::Result::Doubtful, {}, refusalText(answer)};
    if (!answer.isSuccess())
        return {};
    const QJsonObject results = (*answer.content)[u"validation_results"_s].toObject();
    const QJsonValue valid = results[u"is_valid"_s];
    if (!valid.isBool())
        return {};
    if (!valid.toBool())
        return {AddressCheck::Result::Doubtful, {}, textOf(results)};
    const Address found = placeIn(*answer.content, asked);
    if (readsAlike(found, asked))
        return {AddressCheck::Result::Valid, {}, {}};
    // What cannot be an address of ours is no suggestion.
    if (!checked(found))
        return {};
    return {AddressCheck::Result::Corrected, found, {}};
}

std::optional<ParcelProgress> parcelProgress(const HttpAnswer &answer,
                                             const QString &trackingNumber)
{
    if (!answer.isSuccess())
        return std::nullopt;
    const QJsonObject &body = *answer.content;
    if (body[u"tracking_number"_s].toString() != trackingNumber)
        return std::nullopt;
    const QJsonValue latest = body[u"tracking_status"_s];
    const QString status = latest[u"status"_s].toString();
    if (latest.isNull() || latest.isUndefined() || status == u"UNKNOWN" || status == u"PRE_TRANSIT")
        return ParcelProgress::Unscanned;
    if (status == u"DELIVERED")
        return ParcelProgress::Delivered;
    if (status == u"RETURNED")
        return ParcelProgress::Returned;
    if (status == u"FAILURE")
        return ParcelProgress::Failed;
    if (status == u"TRANSIT")
        return ParcelProgress::Scanned;
    return std::nullopt;
}

std::optional<VoidResult> voidResult(ShippoLabel::Status status)
{
    switch (status) {
    case ShippoLabel::Status::Voided:
        return VoidResult::Voided;
    case ShippoLabel::Status::VoidPending:
        return VoidResult::Pending;
    case ShippoLabel::Status::VoidRefused:
    case ShippoLabel::Status::Refused:
        return VoidResult::Refused;
    case ShippoLabel::Status::Unfinished:
    case ShippoLabel::Status::Bought:
        break;
    }
    return std::nullopt;
}

} // namespace kontor
