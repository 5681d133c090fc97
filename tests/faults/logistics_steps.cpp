// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/logistics_steps.h"

namespace kontor {

void beginStep(ShippingBench &bench, ParcelStep step, OrderId order)
{
    if (step == ParcelStep::Label)
        bench.publish(bench.paid(order));
    else
        KONTOR_CHECK(bool(bench.shipping->recall(bench.command(), order)));
    bench.pump();
}

ShippoSettings logisticsSettings(const QUrl &address, int patienceMs)
{
    ShippoSettings settings;
    settings.baseUrl = address;
    settings.token = "shippo_test_kontor";
    settings.from = {QStringLiteral("Kontor"),
                     QStringLiteral("Am Markt 1"),
                     {},
                     QStringLiteral("Bremen"),
                     QStringLiteral("28195"),
                     {},
                     QStringLiteral("DE"),
                     {},
                     {}};
    settings.timeoutMs = patienceMs;
    settings.lookUpTimeoutMs = patienceMs;
    return settings;
}

ShippoClient &StruckLogistics::next()
{
    if (m_misled.isEmpty())
        return m_client;
    if (m_asks)
        m_asks();
    const MisledCall call = m_misled.takeFirst();
    m_others.push_back(
        std::make_unique<ShippoClient>(logisticsSettings(call.address, call.patienceMs), m_clock));
    return *m_others.back();
}

template <class Answer>
std::function<void(Answer)> StruckLogistics::counted(std::function<void(Answer)> answered)
{
    ++m_underWay;
    return [this, answered = std::move(answered)](Answer answer) {
        --m_underWay;
        answered(answer);
    };
}

LogisticsSystem::Answered StruckLogistics::watched(Answered answered)
{
    return counted<const CallReply &>(
        [this, answered = std::move(answered)](const CallReply &reply) {
            if (m_hears)
                m_hears();
            answered(reply);
        });
}

void StruckLogistics::quote(const Intent &intent, const QuoteRequest &request, const Address &to,
                            Answered answered)
{
    m_client.quote(intent, request, to, counted<const CallReply &>(std::move(answered)));
}

void StruckLogistics::buy(const Intent &intent, const LabelRequest &request, bool wanted,
                          Answered answered)
{
    next().buy(intent, request, wanted, watched(std::move(answered)));
}

void StruckLogistics::voidLabel(const Intent &intent, const VoidRequest &request, Answered answered)
{
    next().voidLabel(intent, request, watched(std::move(answered)));
}

void StruckLogistics::track(const QString &carrier, const QString &trackingNumber,
                            std::function<void(std::optional<ParcelProgress>)> answered)
{
    m_client.track(carrier, trackingNumber,
                   counted<std::optional<ParcelProgress>>(std::move(answered)));
}

void StruckLogistics::askVoid(const QString &label,
                              std::function<void(std::optional<VoidResult>)> answered)
{
    m_client.askVoid(label, counted<std::optional<VoidResult>>(std::move(answered)));
}

} // namespace kontor
