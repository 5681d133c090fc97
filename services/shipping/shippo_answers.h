// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/one_shot_post.h"
#include "services/shipping/logistics_system.h"

#include <optional>

// What Shippo's answers mean. They come from outside: nothing in them is taken that is not as the
// specification has it and as we asked for it.
namespace kontor {

//! A transaction of Shippo: a label that was bought, or was to be.
struct ShippoLabel
{
    enum class Status
    {
        Unfinished,
        Bought,
        Refused,
        VoidPending,
        Voided,
        VoidRefused
    };

    Status status = Status::Unfinished;
    QString metadata;
    QString rate;
    LabelOutcome outcome;
};

//! A carrier as Shippo names it in paths, where an offer names it as people do: "DHL Germany" is
//! "dhl_germany". The service is the offer's, such as "dhl_germany_paket".
QString shippoCarrier(const QString &name, const QString &service);

std::optional<ShippoLabel> shippoLabel(const QJsonObject &transaction);
//! Of several transactions of one parcel the one that counts: bought before all others.
int labelRank(ShippoLabel::Status status);

CallReply quoteReply(const HttpAnswer &answer, const QString &reference);
CallReply labelReply(const HttpAnswer &answer, const QString &reference, const QString &rate);
//! An answer of Unfinished is Unknown: it is looked for again.
CallReply labelReply(const ShippoLabel &label);
CallReply voidReply(VoidResult result, const QString &reason = {});
//! Nothing where the void was refused: the label tells why.
std::optional<CallReply> voidReply(const HttpAnswer &answer, const QString &label);
//! For what is neither a success nor a refusal of this call.
CallReply failedReply(const HttpAnswer &answer);
//! Whether the object says that it belongs to the other mode, live or test.
bool isOfOtherShippoMode(const QJsonObject &object, bool live);
//! What a list of labels showed of a token.
SystemCheck readLabels(const HttpAnswer &answer, bool live);
//! Whether the answer proves that nothing was done.
bool surelyNothingDone(const HttpAnswer &answer);
//! Shippo's own words on why it refuses, cut to what fits a line.
QString refusalText(const HttpAnswer &answer);

AddressCheck addressCheck(const HttpAnswer &answer, const Address &asked);

//! Nothing where the answer cannot be read.
std::optional<ParcelProgress> parcelProgress(const HttpAnswer &answer,
                                             const QString &trackingNumber);
std::optional<VoidResult> voidResult(ShippoLabel::Status status);

} // namespace kontor
