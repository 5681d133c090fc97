// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account.h"
#include "services/core/external_calls.h"
#include "services/core/outside_system.h"
#include "services/core/system_check.h"
#include "services/shipping/label_fetch.h"

#include <optional>

namespace kontor {

//! How Shippo, or whatever plays it, is reached, and how long things may take.
struct ShippoSettings
{
    SystemMode mode = SystemMode::Sandbox;
    QUrl baseUrl;
    QByteArray token; //!< empty: not known yet
    Address from;
    //! A look-up and a call together stay below ExternalCalls::leaseMs.
    int timeoutMs = 25'000;
    int lookUpTimeoutMs = 5'000;
    //! How long a label that is not found may still be under way.
    qint64 lookUpPauseMs = 60'000;
    QString labelFormat = QStringLiteral("PDF_4x6");

    QString system() const { return systemName(mode, baseUrl); }
    bool isLive() const { return mode == SystemMode::Live; }
};

//! What came of sending an intent, in one word.
struct LogisticsReply
{
    template <class Outcome>
    static CallReply definite(const Outcome &outcome)
    {
        return {CallReply::Kind::Definite, encode(outcome), {}};
    }
    static CallReply notSent(const QString &note) { return {CallReply::Kind::NotSent, {}, note}; }
    static CallReply wait(const QString &note) { return {CallReply::Kind::Wait, {}, note}; }
    static CallReply unknown(const QString &note) { return {CallReply::Kind::Unknown, {}, note}; }
};

//! What the logistics system thinks of an address.
struct AddressCheck
{
    enum class Result
    {
        NotChecked, //!< it was not reached, or does not know the country's addresses
        Valid,
        Corrected, //!< found, but written in another way
        Doubtful,  //!< not found: parcels may not arrive
    };

    Result result = Result::NotChecked;
    Address suggestion; //!< Corrected: the address as it should be
    QString reason;     //!< Doubtful: in the logistics system's words

    bool operator==(const AddressCheck &) const = default;
};

//! The way to whoever carries parcels. Each function answers once, in the caller's thread, and not
//! before it returns to the event loop unless it is a fake.
class LogisticsSystem
{
public:
    using Answered = std::function<void(const CallReply &)>;

    virtual ~LogisticsSystem() = default;

    //! Definite: a QuoteOutcome.
    virtual void quote(const Intent &intent, const QuoteRequest &request, const Address &to,
                       Answered answered) = 0;
    //! Definite: a LabelOutcome. Buys one label, however often the intent is sent. Where it is
    //! wanted no more, nothing is bought, but what was bought before is found.
    virtual void buy(const Intent &intent, const LabelRequest &request, bool wanted,
                     Answered answered) = 0;
    //! Definite: a VoidOutcome.
    virtual void voidLabel(const Intent &intent, const VoidRequest &request, Answered answered) = 0;

    //! Of the address nothing else is told than where it is.
    virtual void checkAddress(const Address &address,
                              std::function<void(const AddressCheck &)> answered) = 0;

    //! A label that was bought, as a file to print.
    virtual void fetchLabel(const QString &link, LabelFetched fetched) = 0;

    //! Nothing: could not be learnt now.
    virtual void track(const QString &carrier, const QString &trackingNumber,
                       std::function<void(std::optional<ParcelProgress>)> answered) = 0;
    //! What became of a void that was pending; nothing: could not be learnt now.
    virtual void askVoid(const QString &label,
                         std::function<void(std::optional<VoidResult>)> answered) = 0;

    //! How it is reached; what it is called begins with that.
    virtual const ShippoSettings &settings() const = 0;
    //! Speaks to this one from now on.
    virtual void use(const ShippoSettings &settings) = 0;
    //! Asks one that need not be the one in use for something that changes nothing.
    virtual void check(const ShippoSettings &settings,
                       std::function<void(const SystemCheck &)> answered) = 0;
};

} // namespace kontor
