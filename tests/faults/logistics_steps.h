// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/shipping/shippo_client.h"
#include "tests/faults/outside_faults.h"
#include "tests/shipping/shipping_bench.h"

#include <memory>
#include <vector>

namespace kontor {

//! What is asked of the logistics system for an order, and may go wrong.
enum class ParcelStep
{
    Label, //!< the order is paid; its label is bought
    Void,  //!< the parcel is called back
};
template <>
struct EnumNames<ParcelStep>
{
    static constexpr std::string_view names[] = {"buy label", "void label"};
};

void beginStep(ShippingBench &bench, ParcelStep step, OrderId order);

ShippoSettings logisticsSettings(const QUrl &address, int patienceMs = longPatienceMs);

//! The client of the logistics system, some of whose purchases and voids go elsewhere.
class StruckLogistics : public LogisticsSystem
{
public:
    StruckLogistics(const QUrl &address, const Clock &clock)
        : m_clock(clock)
        , m_client(logisticsSettings(address), clock)
    {
    }

    //! The next ones, one after the other.
    void strike(const QList<MisledCall> &calls) { m_misled = calls; }
    int strikesLeft() const { return int(m_misled.size()); }
    //! Called before each that is struck, and with each reply to one before the service gets it.
    void observe(std::function<void()> asks, std::function<void()> hears)
    {
        m_asks = std::move(asks);
        m_hears = std::move(hears);
    }
    int underWay() const { return m_underWay; }

    void quote(const Intent &intent, const QuoteRequest &request, const Address &to,
               Answered answered) override;
    void buy(const Intent &intent, const LabelRequest &request, bool wanted,
             Answered answered) override;
    void voidLabel(const Intent &intent, const VoidRequest &request, Answered answered) override;
    void checkAddress(const Address &address,
                      std::function<void(const AddressCheck &)> answered) override
    {
        m_client.checkAddress(address, std::move(answered));
    }
    void fetchLabel(const QString &link, LabelFetched fetched) override
    {
        m_client.fetchLabel(link, std::move(fetched));
    }
    const ShippoSettings &settings() const override { return m_client.settings(); }
    void use(const ShippoSettings &settings) override { m_client.use(settings); }
    void check(const ShippoSettings &settings,
               std::function<void(const SystemCheck &)> answered) override
    {
        m_client.check(settings, std::move(answered));
    }
    void track(const QString &carrier, const QString &trackingNumber,
               std::function<void(std::optional<ParcelProgress>)> answered) override;
    void askVoid(const QString &label,
                 std::function<void(std::optional<VoidResult>)> answered) override;

private:
    ShippoClient &next();
    template <class Answer>
    std::function<void(Answer)> counted(std::function<void(Answer)> answered);
    Answered watched(Answered answered);

    const Clock &m_clock;
    ShippoClient m_client;
    QList<MisledCall> m_misled;
    std::vector<std::unique_ptr<ShippoClient>> m_others;
    std::function<void()> m_asks;
    std::function<void()> m_hears;
    int m_underWay = 0;
};

} // namespace kontor
