// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/shipments.h"

#include <QDateTime>
#include <QRegularExpression>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct CarrierOffer
{
    QString provider;
    QString carrier;
    QString token;
    QString name;
    QString attribute;
    qint64 base;
    qint64 perKilogram;
    int days;
};

const QList<CarrierOffer> &carrierOffers()
{
    static const QList<CarrierOffer> offers{
        {u"DHL Germany"_s, u"dhl_germany"_s, u"dhl_germany_paket"_s, u"DHL Germany Paket"_s,
         u"CHEAPEST"_s, 449, 60, 2},
        {u"UPS"_s, u"ups"_s, u"ups_standard"_s, u"Standard℠"_s, u"BESTVALUE"_s, 690, 80, 2},
        {u"UPS"_s, u"ups"_s, u"ups_express"_s, u"Express®"_s, u"FASTEST"_s, 1890, 210, 1},
    };
    return offers;
}

QString currencyOf(const QString &country)
{
    if (country == u"US")
        return u"USD"_s;
    if (country == u"GB")
        return u"GBP"_s;
    if (country == u"CH")
        return u"CHF"_s;
    return u"EUR"_s;
}

//! Thousandths of a plain decimal number; 0 where it is none.
qint64 thousandths(const QString &decimal)
{
    static const QRegularExpression plain(u"^([0-9]{1,6})(?:\\.([0-9]{1,9}))?$"_s);
    const auto match = plain.match(decimal);
    if (!match.hasMatch())
        return 0;
    return match.captured(1).toLongLong() * 1000 +
           match.captured(2).leftJustified(3, u'0', true).toLongLong();
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toVariant().toString() : value.toString();
}

struct ReadParcels
{
    QJsonArray parcels;
    qint64 grams = 0;
    QString problem;
};

ReadParcels readParcels(const QJsonArray &given)
{
    static const QStringList lengthUnits{u"cm"_s, u"in"_s, u"ft"_s, u"m"_s, u"mm"_s, u"yd"_s};
    ReadParcels read;
    if (given.isEmpty())
        read.problem = u"This field is required."_s;
    for (const auto &value : given) {
        auto parcel = value.toObject();
        for (const auto &side : {u"length"_s, u"width"_s, u"height"_s}) {
            if (thousandths(textOf(parcel.value(side))) <= 0)
                read.problem = u"%1: A positive number is required."_s.arg(side);
        }
        if (!lengthUnits.contains(parcel[u"distance_unit"_s].toString()))
            read.problem = u"distance_unit: Not a valid choice."_s;
        const auto grams =
            gramsFrom(textOf(parcel[u"weight"_s]), parcel[u"mass_unit"_s].toString());
        if (!grams)
            read.problem = u"weight or mass_unit: Not valid."_s;
        read.grams += grams.value_or(0);
        auto created = newLogisticsObject();
        created[u"object_state"_s] = u"VALID"_s;
        for (auto it = created.begin(); it != created.end(); ++it)
            parcel[it.key()] = it.value();
        read.parcels.append(parcel);
    }
    return read;
}

QJsonObject completeAddress(QJsonObject address, const QJsonArray &problems)
{
    const auto created = newLogisticsObject();
    for (auto it = created.begin(); it != created.end(); ++it)
        address[it.key()] = it.value();
    address[u"is_complete"_s] = problems.isEmpty();
    if (!problems.isEmpty())
        address[u"validation_results"_s] =
            QJsonObject{{u"is_valid"_s, false}, {u"messages"_s, problems}};
    return address;
}

bool isUndeliverable(const QJsonObject &address)
{
    return address[u"zip"_s].toString() == u"00000" || address[u"street1"_s].toString().isEmpty();
}

QJsonObject newRate(const CarrierOffer &offer, const QString &shipment, const QString &currency,
                    qint64 grams)
{
    const auto startedKilograms = (grams + 999) / 1000;
    const auto amount = decimalText(offer.base + offer.perKilogram * startedKilograms);
    auto rate = newLogisticsObject();
    rate.remove(u"object_updated"_s);
    rate[u"shipment"_s] = shipment;
    rate[u"attributes"_s] = QJsonArray{offer.attribute};
    rate[u"amount"_s] = amount;
    rate[u"amount_local"_s] = amount;
    rate[u"currency"_s] = currency;
    rate[u"currency_local"_s] = currency;
    rate[u"provider"_s] = offer.provider;
    rate[u"carrier_account"_s] = u"sandbox_"_s + offer.carrier;
    rate[u"estimated_days"_s] = offer.days;
    rate[u"duration_terms"_s] = u"Delivery in %1 business days."_s.arg(offer.days);
    rate[u"servicelevel"_s] =
        QJsonObject{{u"name"_s, offer.name}, {u"token"_s, offer.token}, {u"terms"_s, QString()}};
    rate[u"messages"_s] = QJsonArray();
    rate[u"_sandbox"_s] =
        QJsonObject{{u"carrier"_s, offer.carrier},
                    {u"minor"_s, offer.base + offer.perKilogram * startedKilograms},
                    {u"created_ms"_s, QDateTime::currentMSecsSinceEpoch()}};
    return rate;
}

//! What keeps the request from being looked at; none where it is well-formed.
std::optional<Answer> malformed(const LogisticsCall &call, const ReadParcels &read)
{
    for (const auto &field : {u"address_from"_s, u"address_to"_s}) {
        if (call.body[field][u"country"_s].toString().size() != 2)
            return logisticsRefusal(400, field, u"An address with a country is required."_s);
    }
    if (call.body[u"async"_s].toBool())
        return logisticsRefusal(400, u"async"_s, u"The sandbox answers at once only."_s);
    if (call.body[u"metadata"_s].toString().size() > 100)
        return logisticsRefusal(400, u"metadata"_s, u"At most 100 characters."_s);
    if (!read.problem.isEmpty())
        return logisticsRefusal(400, u"parcels"_s, read.problem);
    if (call.refuse)
        return logisticsRefusal(400, u"__all__"_s, u"The shipment was refused."_s);
    return std::nullopt;
}

//! Why there are no rates; empty where there are.
QJsonArray shipmentMessages(const QJsonObject &to)
{
    if (isUndeliverable(to))
        return {message(u"Shippo"_s, u"address_invalid"_s,
                        u"The destination address could not be found."_s)};
    if (to[u"country"_s].toString() == u"XX")
        return {message(u"Shippo"_s, u"destination_not_served"_s, u"destination not served"_s)};
    return {};
}

QJsonArray addressProblems(const QJsonObject &to)
{
    if (!isUndeliverable(to))
        return {};
    auto problem = message(u"Shippo Address Validator"_s, u"address_invalid"_s,
                           u"The address could not be found."_s);
    problem[u"type"_s] = u"address_error"_s;
    return {problem};
}

} // namespace

std::optional<qint64> gramsFrom(const QString &weight, const QString &unit)
{
    const auto value = thousandths(weight);
    if (value <= 0)
        return std::nullopt;
    // Milligrams in the unit, so that the product is in micrograms.
    qint64 milligrams = 0;
    if (unit == u"g")
        milligrams = 1'000;
    else if (unit == u"kg")
        milligrams = 1'000'000;
    else if (unit == u"lb")
        milligrams = 453'592;
    else if (unit == u"oz")
        milligrams = 28'350;
    else
        return std::nullopt;
    return (value * milligrams + 999'999) / 1'000'000;
}

QString decimalText(qint64 minor)
{
    return u"%1.%2"_s.arg(minor / 100).arg(minor % 100, 2, 10, QLatin1Char('0'));
}

Answer Shipments::create(const LogisticsCall &call) const
{
    const auto read = readParcels(call.body[u"parcels"_s].toArray());
    if (const auto refused = malformed(call, read))
        return *refused;

    auto shipment = newLogisticsObject();
    const auto id = shipment[u"object_id"_s].toString();
    const auto from = call.body[u"address_from"_s].toObject();
    const auto to = call.body[u"address_to"_s].toObject();
    const auto problems = addressProblems(to);
    const auto messages = shipmentMessages(to);

    Change change;
    QJsonArray rates;
    for (const auto &offer : carrierOffers()) {
        if (!messages.isEmpty())
            break;
        const auto rate = newRate(offer, id, currencyOf(from[u"country"_s].toString()), read.grams);
        rates.append(publicForm(rate));
        change.objects.append({u"rate"_s, rate});
    }
    shipment[u"status"_s] = problems.isEmpty() ? u"SUCCESS"_s : u"ERROR"_s;
    shipment[u"address_from"_s] = completeAddress(from, {});
    shipment[u"address_to"_s] = completeAddress(to, problems);
    shipment[u"address_return"_s] = shipment[u"address_from"_s];
    shipment[u"parcels"_s] = read.parcels;
    shipment[u"carrier_accounts"_s] = QJsonArray();
    shipment[u"messages"_s] = messages;
    shipment[u"metadata"_s] = call.body[u"metadata"_s].toString();
    shipment[u"rates"_s] = rates;
    shipment[u"shipment_date"_s] = shipment[u"object_created"_s];
    change.objects.append({u"shipment"_s, shipment});
    change.effects.append(
        {u"shipment.created"_s,
         id,
         {{u"metadata"_s, shipment[u"metadata"_s]}, {u"status"_s, shipment[u"status"_s]}}});
    return {jsonResponse(201, shipment), change};
}

Answer Shipments::checkAddress(const LogisticsCall &call) const
{
    if (call.body[u"country"_s].toString().size() != 2)
        return logisticsRefusal(400, u"country"_s, u"A country is required."_s);
    if (call.refuse)
        return logisticsRefusal(400, u"__all__"_s, u"The address was refused."_s);
    QJsonObject asked = call.body;
    asked.remove(u"validate"_s);
    if (!call.body[u"validate"_s].toBool() || asked[u"country"_s].toString() == u"XX")
        return {jsonResponse(201, completeAddress(asked, {})), {}};
    const auto problems = addressProblems(asked);
    if (asked[u"zip"_s].toString() == u"00002")
        asked[u"zip"_s] = u"10002"_s;
    QJsonObject address = completeAddress(asked, problems);
    if (problems.isEmpty())
        address[u"validation_results"_s] =
            QJsonObject{{u"is_valid"_s, true}, {u"messages"_s, QJsonArray()}};
    return {jsonResponse(201, address), {}};
}

Answer Shipments::retrieve(const LogisticsCall &call) const
{
    const auto *shipment = m_world.find(u"shipment"_s, call.id());
    return shipment ? Answer{jsonResponse(200, publicForm(*shipment)), {}} : notFoundThere();
}

Answer Shipments::list(const LogisticsCall &call) const
{
    return pagedAnswer(m_world, u"shipment"_s, m_world.ids(u"shipment"_s), call, u"/shipments"_s,
                       5);
}

Answer Shipments::rates(const LogisticsCall &call) const
{
    const auto *shipment = m_world.find(u"shipment"_s, call.id());
    if (!shipment)
        return notFoundThere();
    QStringList ids;
    const auto rates = shipment->value(u"rates"_s).toArray();
    for (const auto &rate : rates)
        ids.prepend(rate[u"object_id"_s].toString());
    return pagedAnswer(m_world, u"rate"_s, ids, call, u"/shipments/%1/rates"_s.arg(call.id()), 25);
}

Answer Shipments::rate(const LogisticsCall &call) const
{
    const auto *rate = m_world.find(u"rate"_s, call.id());
    return rate ? Answer{jsonResponse(200, publicForm(*rate)), {}} : notFoundThere();
}

Answer Shipments::lapseRate(const QString &id) const
{
    const auto *found = m_world.find(u"rate"_s, id);
    if (!found)
        return notFoundThere();
    auto rate = *found;
    auto hidden = rate[u"_sandbox"_s].toObject();
    hidden[u"created_ms"_s] = 0;
    rate[u"_sandbox"_s] = hidden;
    return {jsonResponse(200, publicForm(rate)),
            {{{u"rate.expired"_s, id, {}}}, {{u"rate"_s, rate}}}};
}

} // namespace kontor::sandbox
