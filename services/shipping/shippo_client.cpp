// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_client.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelsPerPage = 100;
constexpr int maxPages = 50;
// Of all pages together.
constexpr qint64 searchBudgetMs = 12'000;

// A person waits for it.
constexpr int checkMs = 15'000;

const QString otherMode = u"ALARM: the logistics system answered with another mode"_s;

QJsonObject shippoPlace(const Address &address)
{
    return {{u"street1"_s, address.street1}, {u"street2"_s, address.street2},
            {u"city"_s, address.city},       {u"zip"_s, address.zip},
            {u"state"_s, address.state},     {u"country"_s, address.country}};
}

QJsonObject shippoAddress(const Address &address)
{
    QJsonObject whole = shippoPlace(address);
    whole[u"name"_s] = address.name;
    whole[u"phone"_s] = address.phone;
    whole[u"email"_s] = address.email;
    return whole;
}

QJsonObject shippoParcel(const Parcel &parcel)
{
    return {{u"length"_s, QString::number(parcel.lengthMm)},
            {u"width"_s, QString::number(parcel.widthMm)},
            {u"height"_s, QString::number(parcel.heightMm)},
            {u"distance_unit"_s, u"mm"_s},
            {u"weight"_s, QString::number(parcel.weightGrams)},
            {u"mass_unit"_s, u"g"_s}};
}

} // namespace

ShippoClient::ShippoClient(ShippoSettings settings, const Clock &clock)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_http(m_settings.baseUrl, m_settings.token)
{
}

bool ShippoClient::isOfOtherMode(const QJsonObject &object) const
{
    return isOfOtherShippoMode(object, m_settings.isLive());
}

void ShippoClient::use(const ShippoSettings &settings)
{
    m_settings = settings;
    m_http.use(settings.baseUrl, settings.token);
}

void ShippoClient::check(const ShippoSettings &settings,
                         std::function<void(const SystemCheck &)> answered)
{
    m_trial = std::make_unique<ShippoHttp>(settings.baseUrl, settings.token);
    m_trial->get(u"/transactions"_s, {{u"results"_s, u"1"_s}},
                 std::min(settings.timeoutMs, checkMs),
                 [answered = std::move(answered), live = settings.isLive()](
                     const HttpAnswer &answer) { answered(readLabels(answer, live)); });
}

bool ShippoClient::isFresh(const Intent &intent)
{
    return m_untouched.remove(intent.id) || intent.attempts == 0;
}

void ShippoClient::quote(const Intent &, const QuoteRequest &request, const Address &to,
                         Answered answered)
{
    const QString reference = parcelReference(request.order, request.booking);
    const QJsonObject body{{u"address_from"_s, shippoAddress(m_settings.from)},
                           {u"address_to"_s, shippoAddress(to)},
                           {u"parcels"_s, QJsonArray{shippoParcel(request.parcel)}},
                           {u"metadata"_s, reference},
                           {u"async"_s, false}};
    // An offer binds nobody, so it may be asked for as often as need be.
    m_http.post(u"/shipments"_s, body, m_settings.timeoutMs,
                [reference, answered](const HttpAnswer &answer) {
                    answered(quoteReply(answer, reference));
                });
}

void ShippoClient::buy(const Intent &intent, const LabelRequest &request, bool wanted,
                       Answered answered)
{
    const auto notWanted = [answered] {
        answered(
            LogisticsReply::definite(LabelOutcome::refused(LabelResult::NotWanted, {})).notAsked());
    };
    if (isFresh(intent))
        return wanted ? postLabel(intent, request, true, answered) : notWanted();

    auto search = std::make_shared<Search>();
    search->request = request;
    search->reference = parcelReference(request.order, request.booking);
    search->since.start();
    find(search, [=, this](const std::optional<ShippoLabel> &label, const QString &trouble) {
        if (label)
            return answered(labelReply(*label));
        if (!trouble.isEmpty())
            return answered(LogisticsReply::unknown(trouble).missed());
        if (!mayBuyAgain(intent))
            return answered(LogisticsReply::unknown(u"not found; it may still be under way"_s));
        if (!wanted)
            return notWanted();
        postLabel(intent, request, false, answered);
    });
}

bool ShippoClient::mayBuyAgain(const Intent &intent)
{
    const Timestamp now = m_clock.now();
    const auto missed = m_missedSince.constFind(intent.id);
    if (missed == m_missedSince.cend()) {
        m_missedSince.insert(intent.id, now);
        return false;
    }
    if (now.ms - missed->ms < m_settings.lookUpPauseMs)
        return false;
    m_missedSince.remove(intent.id);
    return true;
}

void ShippoClient::postLabel(const Intent &intent, const LabelRequest &request, bool fresh,
                             const Answered &answered)
{
    const QString reference = parcelReference(request.order, request.booking);
    const QJsonObject body{{u"rate"_s, request.rate},
                           {u"label_file_type"_s, m_settings.labelFormat},
                           {u"metadata"_s, reference},
                           {u"async"_s, false}};
    m_http.post(u"/transactions"_s, body, m_settings.timeoutMs,
                [=, this, id = intent.id](const HttpAnswer &answer) {
                    if (answer.isSuccess() && isOfOtherMode(*answer.content))
                        return answered(LogisticsReply::unknown(otherMode));
                    if (fresh && surelyNothingDone(answer))
                        m_untouched.insert(id);
                    answered(labelReply(answer, reference, request.rate));
                });
}

void ShippoClient::find(const std::shared_ptr<Search> &search, const Found &found)
{
    const QUrlQuery query{{u"rate"_s, search->request.rate},
                          {u"results"_s, QString::number(labelsPerPage)},
                          {u"page"_s, QString::number(search->page)}};
    m_http.get(u"/transactions"_s, query, m_settings.lookUpTimeoutMs,
               [this, search, found](const HttpAnswer &answer) {
                   const QString trouble = readPage(answer, *search);
                   if (!trouble.isEmpty())
                       return found(std::nullopt, trouble);
                   if (!(*answer.content)[u"next"_s].isString())
                       return found(search->best, {});
                   if (search->page >= maxPages || search->since.elapsed() > searchBudgetMs)
                       return found(std::nullopt, u"too many labels to look through"_s);
                   ++search->page;
                   find(search, found);
               });
}

QString ShippoClient::readPage(const HttpAnswer &answer, Search &search) const
{
    if (!answer.isSuccess())
        return u"looking for the label: %1"_s.arg(answer.note);
    const QJsonValue list = (*answer.content)[u"results"_s];
    if (!list.isArray())
        return u"looking for the label: no list came"_s;
    const QJsonArray results = list.toArray();
    for (const QJsonValue &result : results) {
        if (result[u"metadata"_s].toString() != search.reference)
            continue;
        const auto label = shippoLabel(result.toObject());
        if (!label || label->rate != search.request.rate)
            return u"the label found is not as it was asked for"_s;
        if (isOfOtherMode(result.toObject()))
            return otherMode;
        if (!search.best || labelRank(label->status) > labelRank(search.best->status))
            search.best = label;
    }
    return {};
}

void ShippoClient::voidLabel(const Intent &intent, const VoidRequest &request, Answered answered)
{
    if (isFresh(intent))
        return postVoid(request, answered);
    lookAtLabel(request.label, [=, this](const std::optional<ShippoLabel> &label) {
        if (!label)
            return answered(
                LogisticsReply::unknown(u"the label could not be looked at"_s).missed());
        const auto result = voidResult(label->status);
        if (!result)
            return postVoid(request, answered);
        if (*result == VoidResult::Refused)
            return voidRefused(request, u"the void was refused"_s, answered);
        answered(voidReply(*result));
    });
}

void ShippoClient::postVoid(const VoidRequest &request, const Answered &answered)
{
    const QJsonObject body{{u"transaction"_s, request.label}, {u"async"_s, false}};
    m_http.post(u"/refunds"_s, body, m_settings.timeoutMs, [=, this](const HttpAnswer &answer) {
        if (answer.isSuccess() && isOfOtherMode(*answer.content))
            return answered(LogisticsReply::unknown(otherMode));
        if (const auto reply = voidReply(answer, request.label))
            return answered(*reply);
        // A refund that came to nothing does not say why.
        const QString reason = answer.isSuccess() ? u"the void was refused"_s : refusalText(answer);
        // It is refused also where it was voided before.
        lookAtLabel(request.label, [=, this](const std::optional<ShippoLabel> &label) {
            if (!label)
                return answered(LogisticsReply::unknown(u"the label could not be looked at"_s));
            const auto result = voidResult(label->status);
            if (result && *result != VoidResult::Refused)
                return answered(voidReply(*result));
            voidRefused(request, reason, answered);
        });
    });
}

void ShippoClient::voidRefused(const VoidRequest &request, const QString &reason,
                               const Answered &answered)
{
    track(request.carrier, request.trackingNumber,
          [reason, answered](std::optional<ParcelProgress> progress) {
              if (!progress)
                  return answered(LogisticsReply::unknown(u"refused, but why is not known yet"_s));
              answered(*progress == ParcelProgress::Unscanned
                           ? voidReply(VoidResult::Refused, reason)
                           : voidReply(VoidResult::ParcelLeft));
          });
}

void ShippoClient::lookAtLabel(const QString &label,
                               std::function<void(const std::optional<ShippoLabel> &)> answered)
{
    m_http.get(u"/transactions/"_s + label, {}, m_settings.lookUpTimeoutMs,
               [this, label, answered](const HttpAnswer &answer) {
                   const auto found = answer.isSuccess() && !isOfOtherMode(*answer.content)
                                          ? shippoLabel(*answer.content)
                                          : std::nullopt;
                   answered(found && found->outcome.label == label ? found : std::nullopt);
               });
}

void ShippoClient::checkAddress(const Address &address,
                                std::function<void(const AddressCheck &)> answered)
{
    QJsonObject body = shippoPlace(address);
    body[u"validate"_s] = true;
    m_http.post(
        u"/addresses"_s, body, m_settings.lookUpTimeoutMs,
        [address, answered](const HttpAnswer &answer) { answered(addressCheck(answer, address)); });
}

void ShippoClient::fetchLabel(const QString &link, LabelFetched fetched)
{
    m_http.getLabel(QUrl(link, QUrl::StrictMode), m_settings.timeoutMs, std::move(fetched));
}

void ShippoClient::track(const QString &carrier, const QString &trackingNumber,
                         std::function<void(std::optional<ParcelProgress>)> answered)
{
    m_http.get(u"/tracks/%1/%2"_s.arg(carrier, trackingNumber), {}, m_settings.lookUpTimeoutMs,
               [trackingNumber, answered](const HttpAnswer &answer) {
                   answered(parcelProgress(answer, trackingNumber));
               });
}

void ShippoClient::askVoid(const QString &label,
                           std::function<void(std::optional<VoidResult>)> answered)
{
    lookAtLabel(label, [answered](const std::optional<ShippoLabel> &found) {
        answered(found ? voidResult(found->status) : std::nullopt);
    });
}

} // namespace kontor
