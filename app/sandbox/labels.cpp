// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/labels.h"

#include "app/sandbox/label_file.h"

#include <QDateTime>
#include <QHash>
#include <QRandomGenerator>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rateLifeMs = 7LL * 24 * 60 * 60 * 1000;
const auto pendingVoidZip = u"00001"_s;

QString newTrackingNumber()
{
    QString number = u"KTR"_s;
    for (int i = 0; i < 15; ++i)
        number += QLatin1Char(static_cast<char>('0' + QRandomGenerator::system()->bounded(10)));
    return number;
}

QJsonObject trackingStatus(const QString &status, const QString &details)
{
    auto entry = newLogisticsObject();
    entry.remove(u"object_owner"_s);
    entry.remove(u"test"_s);
    entry[u"status"_s] = status;
    entry[u"status_details"_s] = details;
    entry[u"status_date"_s] = entry[u"object_created"_s];
    return entry;
}

QJsonObject placeOf(const QJsonObject &address)
{
    QJsonObject place;
    for (const auto &field : {u"city"_s, u"state"_s, u"zip"_s, u"country"_s})
        place[field] = address[field].toString();
    return place;
}

QJsonObject withHidden(QJsonObject object, const QString &name, const QJsonValue &value)
{
    auto hidden = object[u"_sandbox"_s].toObject();
    hidden[name] = value;
    object[u"_sandbox"_s] = hidden;
    return object;
}

QJsonObject labelDetails(const QJsonObject &label)
{
    const auto hidden = label[u"_sandbox"_s].toObject();
    return {{u"metadata"_s, label[u"metadata"_s]},
            {u"tracking_number"_s, label[u"tracking_number"_s]},
            {u"amount"_s, hidden[u"minor"_s]},
            {u"currency"_s, hidden[u"currency"_s]}};
}

bool isMoving(const QJsonObject &label)
{
    static const QStringList moving{u"TRANSIT"_s, u"DELIVERED"_s, u"RETURNED"_s, u"FAILURE"_s};
    return moving.contains(label[u"tracking_status"_s].toString());
}

//! Ends a void: given when the parcel has not been scanned, refused otherwise.
Answer endedVoid(QJsonObject request, QJsonObject label, int status)
{
    const bool given = !isMoving(label);
    request[u"status"_s] = given ? u"SUCCESS"_s : u"ERROR"_s;
    label[u"status"_s] = given ? u"REFUNDED"_s : u"REFUNDREJECTED"_s;
    touch(request);
    touch(label);
    auto details = labelDetails(label);
    details[u"refund"_s] = request[u"object_id"_s];
    return {jsonResponse(status, publicForm(request)),
            {{{given ? u"label.voided"_s : u"label.void_refused"_s,
               label[u"object_id"_s].toString(), details}},
             {{u"label"_s, label}, {u"void"_s, request}}}};
}

} // namespace

Answer Labels::buy(const LogisticsCall &call) const
{
    static const QStringList formats{u"PDF"_s,    u"PDF_2.3x7.5"_s, u"PDF_4x6"_s, u"PDF_4x8"_s,
                                     u"PDF_A4"_s, u"PDF_A5"_s,      u"PDF_A6"_s,  u"ZPLII"_s};
    const auto rateId = call.body[u"rate"_s].toString();
    const auto *rate = m_world.find(u"rate"_s, rateId);
    if (!rate)
        return logisticsRefusal(400, u"rate"_s, u"Rate with supplied object_id not found."_s);
    const auto created = rate->value(u"_sandbox"_s)[u"created_ms"_s].toInteger();
    if (QDateTime::currentMSecsSinceEpoch() - created > rateLifeMs)
        return logisticsRefusal(400, u"rate"_s, u"The rate has expired."_s);
    const auto format = call.body[u"label_file_type"_s].toString(u"PDF_4x6"_s);
    if (!formats.contains(format))
        return logisticsRefusal(400, u"label_file_type"_s, u"Not a valid choice."_s);
    if (call.body[u"async"_s].toBool())
        return logisticsRefusal(400, u"async"_s, u"The sandbox answers at once only."_s);
    const auto metadata = call.body[u"metadata"_s].toString();
    if (metadata.size() > 100)
        return logisticsRefusal(400, u"metadata"_s, u"At most 100 characters."_s);

    auto label = newLogisticsObject();
    label[u"rate"_s] = rateId;
    label[u"label_file_type"_s] = format;
    label[u"metadata"_s] = metadata;
    label[u"object_state"_s] = u"VALID"_s;
    label[u"tracking_status"_s] = u"UNKNOWN"_s;
    label[u"messages"_s] = QJsonArray();
    for (const auto &name : {u"commercial_invoice_url"_s, u"qr_code_url"_s, u"eta"_s})
        label[name] = QJsonValue();
    if (!call.refuse)
        return sold(label, *rate, call);

    label[u"status"_s] = u"ERROR"_s;
    label[u"tracking_number"_s] = QString();
    label[u"tracking_url_provider"_s] = QString();
    label[u"label_url"_s] = QString();
    label[u"messages"_s] =
        QJsonArray{message(rate->value(u"provider"_s).toString(), u"carrier_refused"_s,
                           u"The carrier refused the parcel."_s)};
    const auto id = label[u"object_id"_s].toString();
    return {jsonResponse(201, label),
            {{{u"label.refused"_s, id, labelDetails(label)}}, {{u"label"_s, label}}}};
}

Answer Labels::sold(QJsonObject label, const QJsonObject &rate, const LogisticsCall &call) const
{
    const auto id = label[u"object_id"_s].toString();
    const auto number = newTrackingNumber();
    const auto hiddenRate = rate[u"_sandbox"_s].toObject();
    const auto carrier = hiddenRate[u"carrier"_s].toString();
    label[u"status"_s] = u"SUCCESS"_s;
    label[u"tracking_number"_s] = number;
    label[u"tracking_url_provider"_s] = u"%1/tracks/%2/%3"_s.arg(call.baseUrl, carrier, number);
    label[u"label_url"_s] = u"%1/_sandbox/labels/%2"_s.arg(call.baseUrl, id);
    label[u"_sandbox"_s] = QJsonObject{{u"carrier"_s, carrier},
                                       {u"minor"_s, hiddenRate[u"minor"_s]},
                                       {u"currency"_s, rate[u"currency"_s]},
                                       {u"shipment"_s, rate[u"shipment"_s]},
                                       {u"servicelevel"_s, rate[u"servicelevel"_s]},
                                       {u"history"_s, QJsonArray()}};
    const QJsonObject index{{u"object_id"_s, number}, {u"label"_s, id}};
    return {jsonResponse(201, publicForm(label)),
            {{{u"label.purchased"_s, id, labelDetails(label)}},
             {{u"label"_s, label}, {u"tracking_number"_s, index}}}};
}

Answer Labels::retrieve(const LogisticsCall &call) const
{
    const auto *label = m_world.find(u"label"_s, call.id());
    return label ? Answer{jsonResponse(200, publicForm(*label)), {}} : notFoundThere();
}

Answer Labels::list(const LogisticsCall &call) const
{
    auto ids = m_world.ids(u"label"_s);
    for (const auto &[parameter, field] :
         {std::pair(u"rate"_s, u"rate"_s), std::pair(u"object_status"_s, u"status"_s),
          std::pair(u"tracking_status"_s, u"tracking_status"_s)}) {
        const auto wanted = call.query.queryItemValue(parameter);
        const auto member = field;
        if (!wanted.isEmpty())
            ids.removeIf([&](const QString &id) {
                return m_world.find(u"label"_s, id)->value(member) != wanted;
            });
    }
    return pagedAnswer(m_world, u"label"_s, ids, call, u"/transactions"_s, 25);
}

Answer Labels::voidLabel(const LogisticsCall &call) const
{
    const auto labelId = call.body[u"transaction"_s].toString();
    const auto *label = m_world.find(u"label"_s, labelId);
    if (!label)
        return logisticsRefusal(400, u"transaction"_s, u"Transaction not found."_s);
    const auto status = label->value(u"status"_s).toString();
    if (status != u"SUCCESS" && status != u"REFUNDREJECTED")
        return logisticsRefusal(400, u"transaction"_s,
                                u"A transaction with status %1 cannot be refunded."_s.arg(status));
    auto request = newLogisticsObject();
    request[u"transaction"_s] = labelId;
    if (call.refuse) {
        request[u"status"_s] = u"ERROR"_s;
        return {
            jsonResponse(201, request),
            {{{u"label.void_refused"_s, labelId, labelDetails(*label)}}, {{u"void"_s, request}}}};
    }
    const auto *shipment =
        m_world.find(u"shipment"_s, label->value(u"_sandbox"_s)[u"shipment"_s].toString());
    const auto zip = shipment ? shipment->value(u"address_to"_s)[u"zip"_s].toString() : QString();
    if (zip != pendingVoidZip || isMoving(*label))
        return endedVoid(request, *label, 201);

    request[u"status"_s] = u"PENDING"_s;
    auto waiting = *label;
    waiting[u"status"_s] = u"REFUNDPENDING"_s;
    touch(waiting);
    return {jsonResponse(201, request),
            {{{u"label.void_pending"_s, labelId, labelDetails(waiting)}},
             {{u"label"_s, waiting}, {u"void"_s, request}}}};
}

Answer Labels::settleVoid(const QString &id) const
{
    const auto *request = m_world.find(u"void"_s, id);
    if (!request)
        return notFoundThere();
    if (request->value(u"status"_s) != u"PENDING"_s)
        return logisticsRefusal(409, u"status"_s, u"This refund is not pending."_s);
    return endedVoid(*request,
                     *m_world.find(u"label"_s, request->value(u"transaction"_s).toString()), 200);
}

Answer Labels::retrieveVoid(const LogisticsCall &call) const
{
    const auto *request = m_world.find(u"void"_s, call.id());
    return request ? Answer{jsonResponse(200, publicForm(*request)), {}} : notFoundThere();
}

Answer Labels::listVoids(const LogisticsCall &call) const
{
    return pagedAnswer(m_world, u"void"_s, m_world.ids(u"void"_s), call, u"/refunds/"_s, 25);
}

Answer Labels::track(const LogisticsCall &call) const
{
    const auto number = call.ids.value(1);
    QJsonObject answer{{u"carrier"_s, call.id()},
                       {u"tracking_number"_s, number},
                       {u"tracking_status"_s, QJsonValue()},
                       {u"tracking_history"_s, QJsonArray()},
                       {u"messages"_s, QJsonArray()}};
    const auto *index = m_world.find(u"tracking_number"_s, number);
    const auto *label =
        index ? m_world.find(u"label"_s, index->value(u"label"_s).toString()) : nullptr;
    if (!label || label->value(u"_sandbox"_s)[u"carrier"_s] != call.id())
        return {jsonResponse(200, answer), {}};

    const auto hidden = label->value(u"_sandbox"_s).toObject();
    const auto history = hidden[u"history"_s].toArray();
    const auto *shipment = m_world.find(u"shipment"_s, hidden[u"shipment"_s].toString());
    answer[u"transaction"_s] = label->value(u"object_id"_s);
    answer[u"metadata"_s] = label->value(u"metadata"_s);
    answer[u"servicelevel"_s] = hidden[u"servicelevel"_s];
    answer[u"tracking_history"_s] = history;
    if (!history.isEmpty())
        answer[u"tracking_status"_s] = history.last();
    if (shipment) {
        answer[u"address_from"_s] = placeOf(shipment->value(u"address_from"_s).toObject());
        answer[u"address_to"_s] = placeOf(shipment->value(u"address_to"_s).toObject());
    }
    return {jsonResponse(200, answer), {}};
}

Answer Labels::scan(const QString &trackingNumber, const QString &status) const
{
    const auto *index = m_world.find(u"tracking_number"_s, trackingNumber);
    if (!index)
        return notFoundThere();
    auto label = *m_world.find(u"label"_s, index->value(u"label"_s).toString());
    if (label[u"status"_s] == u"REFUNDED"_s)
        return logisticsRefusal(409, u"status"_s, u"The label has been voided."_s);
    auto history = label[u"_sandbox"_s][u"history"_s].toArray();
    static const QHash<QString, QString> details{
        {u"TRANSIT"_s, u"The carrier has picked the parcel up."_s},
        {u"DELIVERED"_s, u"The parcel has been delivered."_s},
        {u"RETURNED"_s, u"The parcel is on its way back to the sender."_s},
        {u"FAILURE"_s, u"The parcel could not be delivered."_s}};
    history.append(trackingStatus(status, details.value(status)));
    label = withHidden(label, u"history"_s, history);
    label[u"tracking_status"_s] = status;
    touch(label);
    auto noted = labelDetails(label);
    noted[u"tracking_status"_s] = status;
    return {
        jsonResponse(200, publicForm(label)),
        {{{u"parcel.scanned"_s, label[u"object_id"_s].toString(), noted}}, {{u"label"_s, label}}}};
}

HttpResponse Labels::labelFile(const QString &id) const
{
    const auto *label = m_world.find(u"label"_s, id);
    if (!label || label->value(u"tracking_number"_s).toString().isEmpty())
        return notFoundThere().response;
    const auto hidden = label->value(u"_sandbox"_s).toObject();
    const auto *shipment = m_world.find(u"shipment"_s, hidden[u"shipment"_s].toString());
    QStringList lines{u"TRAINING - NOT A LABEL"_s, hidden[u"servicelevel"_s][u"name"_s].toString(),
                      label->value(u"tracking_number"_s).toString(), QString()};
    if (shipment) {
        const auto to = shipment->value(u"address_to"_s).toObject();
        lines << to[u"name"_s].toString() << to[u"street1"_s].toString()
              << to[u"zip"_s].toString() + u' ' + to[u"city"_s].toString()
              << to[u"country"_s].toString();
    }
    return drawLabel(label->value(u"label_file_type"_s).toString(), lines);
}

} // namespace kontor::sandbox
