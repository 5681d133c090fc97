// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/shipping/shippo_answers.h"
#include "services/shipping/shippo_http.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

namespace kontor {

//! Speaks to Shippo (API 2018-02-08), or to whatever plays it. Shippo knows no idempotency keys: a
//! label whose purchase may have happened is looked for by our reference, twice and with a pause,
//! before the same purchase is sent again.
class ShippoClient : public LogisticsSystem
{
public:
    ShippoClient(ShippoSettings settings, const Clock &clock);

    void quote(const Intent &intent, const QuoteRequest &request, const Address &to,
               Answered answered) override;
    void buy(const Intent &intent, const LabelRequest &request, bool wanted,
             Answered answered) override;
    void voidLabel(const Intent &intent, const VoidRequest &request, Answered answered) override;
    void checkAddress(const Address &address,
                      std::function<void(const AddressCheck &)> answered) override;
    void fetchLabel(const QString &link, LabelFetched fetched) override;
    void track(const QString &carrier, const QString &trackingNumber,
               std::function<void(std::optional<ParcelProgress>)> answered) override;
    void askVoid(const QString &label,
                 std::function<void(std::optional<VoidResult>)> answered) override;

    const ShippoSettings &settings() const override { return m_settings; }
    void use(const ShippoSettings &settings) override;
    void check(const ShippoSettings &settings,
               std::function<void(const SystemCheck &)> answered) override;

private:
    struct Search
    {
        LabelRequest request;
        QString reference;
        int page = 1;
        QElapsedTimer since;
        std::optional<ShippoLabel> best;
    };
    //! The label, if there is one; or in words why that could not be learnt.
    using Found = std::function<void(const std::optional<ShippoLabel> &, const QString &trouble)>;

    //! Whether this intent has surely had no effect until now; taken back once it is sent.
    bool isFresh(const Intent &intent);
    void postLabel(const Intent &intent, const LabelRequest &request, bool fresh,
                   const Answered &answered);
    void find(const std::shared_ptr<Search> &search, const Found &found);
    QString readPage(const HttpAnswer &answer, Search &search) const;
    //! Whether an answer shows what is test where we are live, or the other way round.
    bool isOfOtherMode(const QJsonObject &object) const;
    bool mayBuyAgain(const Intent &intent);
    void postVoid(const VoidRequest &request, const Answered &answered);
    void lookAtLabel(const QString &label,
                     std::function<void(const std::optional<ShippoLabel> &)> answered);
    void voidRefused(const VoidRequest &request, const QString &reason, const Answered &answered);

    ShippoSettings m_settings;
    const Clock &m_clock;
    ShippoHttp m_http;
    std::unique_ptr<ShippoHttp> m_trial;
    QSet<IntentId> m_untouched;
    QHash<IntentId, Timestamp> m_missedSince;
};

} // namespace kontor
