// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

namespace kontor {

enum class ShippingError
{
    NoShipment,    //!< nothing is to be sent for this order, or not yet
    NotLabelled,   //!< there is no label to hand the parcel over with
    ParcelHasLeft, //!< handed over by us, or scanned by the carrier
    NotSent,       //!< recalled, cancelled or given up: must not be handed over
    NothingToCorrect,
    NothingToGiveUp,
    CallNotOpen,   //!< has its outcome already
    LabelNotThere, //!< its file could not be fetched
};
KONTOR_ERROR_DOMAIN(ShippingError);

enum class ShipmentState
{
    Quoting,         //!< the logistics system is asked who would take the parcel
    Buying,          //!< the label is being bought
    Labelled,        //!< waits to be handed over
    HandedOver,      //!< with the carrier: ShippingProcessed was said
    Delivered,       //!< with the customer
    NeedsCorrection, //!< refused for a reason that staff can correct
    Failed,          //!< will not be sent: refused for good, or given up
    Recalling,       //!< to be kept here; the logistics system has yet to say whether it can be
    Recalled,        //!< kept here
    Dropped,         //!< the order was cancelled before the parcel left
};
template <>
struct EnumNames<ShipmentState>
{
    static constexpr std::string_view names[] = {
        "Quoting",         "Buying", "Labelled",  "HandedOver", "Delivered",
        "NeedsCorrection", "Failed", "Recalling", "Recalled",   "Dropped"};
};

//! What became of a label that is not to be used.
enum class VoidState
{
    None,
    Wanted,
    Pending, //!< the carrier looks whether it was used, which may take weeks
    Voided,
    Refused, //!< a person has to look into it
    GivenUp, //!< a person did
};
template <>
struct EnumNames<VoidState>
{
    static constexpr std::string_view names[] = {"None",   "Wanted",  "Pending",
                                                 "Voided", "Refused", "GivenUp"};
};

//! What the carrier says has gone wrong with a parcel on its way, until a person has seen to it.
enum class ParcelTrouble
{
    None,
    Returned, //!< it comes back to the shop
    Failed,   //!< it could not be delivered
    Closed,   //!< a person saw to it
};
template <>
struct EnumNames<ParcelTrouble>
{
    static constexpr std::string_view names[] = {"None", "Returned", "Failed", "Closed"};
};

//! What is asked of the logistics system, each thing once.
enum class ShippingCallKind
{
    Quote,
    Label,
    Void
};
template <>
struct EnumNames<ShippingCallKind>
{
    static constexpr std::string_view names[] = {"quote", "label", "void"};
};

struct Parcel
{
    int weightGrams = 0;
    int lengthMm = 0;
    int widthMm = 0;
    int heightMm = 0;

    bool operator==(const Parcel &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("heightMm", self.heightMm);
        a("lengthMm", self.lengthMm);
        a("weightGrams", self.weightGrams);
        a("widthMm", self.widthMm);
    }
};

struct Shipment
{
    OrderId order;
    ShipmentState state = ShipmentState::Quoting;
    AccountId customer;
    AddressId address;
    QString receipt;
    Parcel parcel;
    int booking = 1; //!< how often it was booked; a correction books it anew
    QString carrier; //!< as the logistics system names it in addresses: "dhl_germany"
    QString carrierName;
    Money price;   //!< of the label, as quoted
    QString label; //!< the logistics system's id of it
    QString trackingNumber;
    QString labelUrl;
    VoidState voidState = VoidState::None;
    ParcelTrouble trouble = ParcelTrouble::None;
    QString note; //!< why a person is needed, in the logistics system's words
    Timestamp createdAt;

    bool operator==(const Shipment &) const = default;
};

//! A label as the carrier drew it.
struct LabelFile
{
    QString suffix; //!< pdf, png or zpl
    QByteArray bytes;
    QString trackingNumber = {};

    bool operator==(const LabelFile &) const = default;
};

//! Our name for a parcel at the logistics system, which has no idempotency keys: it stands in the
//! metadata of all that we ask for, and there we find it again.
QString parcelReference(OrderId order, int booking);

//! What staff change about a parcel that was refused; what is null or zero stays.
struct Correction
{
    AddressId address;
    Parcel parcel;
};

struct QuoteRequest
{
    AddressId address;
    int booking = 1;
    OrderId order;
    Parcel parcel;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("address", self.address);
        a("booking", self.booking);
        a("order", self.order);
        a("parcel", self.parcel);
    }
};

enum class QuoteResult
{
    Offered,
    Correctable,
    NotServed
};
template <>
struct EnumNames<QuoteResult>
{
    static constexpr std::string_view names[] = {"Offered", "Correctable", "NotServed"};
};

struct QuoteOutcome
{
    QuoteResult result = QuoteResult::Correctable;
    QString carrier;
    QString carrierName;
    Money price;
    QString rate; //!< the id of the offer that we take
    QString reason;

    static QuoteOutcome refused(QuoteResult result, const QString &reason)
    {
        return {result, {}, {}, {}, {}, reason};
    }
    bool operator==(const QuoteOutcome &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("carrier", self.carrier);
        a("carrierName", self.carrierName);
        a("price", self.price);
        a("rate", self.rate);
        a("reason", self.reason);
        a("result", self.result);
    }
};

struct LabelRequest
{
    int booking = 1;
    OrderId order;
    QString rate;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("booking", self.booking);
        a("order", self.order);
        a("rate", self.rate);
    }
};

enum class LabelResult
{
    Bought,
    Refused,
    RateGone,  //!< the offer has expired; another may be asked for
    NotWanted, //!< the parcel was called back before anything was bought
};
template <>
struct EnumNames<LabelResult>
{
    static constexpr std::string_view names[] = {"Bought", "Refused", "RateGone", "NotWanted"};
};

struct LabelOutcome
{
    LabelResult result = LabelResult::Refused;
    QString label;
    QString labelUrl;
    QString reason;
    QString trackingNumber;

    static LabelOutcome refused(LabelResult result, const QString &reason)
    {
        return {result, {}, {}, reason, {}};
    }
    bool operator==(const LabelOutcome &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("label", self.label);
        a("labelUrl", self.labelUrl);
        a("reason", self.reason);
        a("result", self.result);
        a("trackingNumber", self.trackingNumber);
    }
};

struct VoidRequest
{
    QString carrier;
    QString label;
    OrderId order;
    QString trackingNumber;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("carrier", self.carrier);
        a("label", self.label);
        a("order", self.order);
        a("trackingNumber", self.trackingNumber);
    }
};

enum class VoidResult
{
    Voided,
    Pending,
    Refused,
    ParcelLeft, //!< refused, because the carrier has scanned the parcel
};
template <>
struct EnumNames<VoidResult>
{
    static constexpr std::string_view names[] = {"Voided", "Pending", "Refused", "ParcelLeft"};
};

struct VoidOutcome
{
    QString reason;
    VoidResult result = VoidResult::Refused;

    bool operator==(const VoidOutcome &) const = default;
    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("reason", self.reason);
        a("result", self.result);
    }
};

//! How far the carrier has got with a parcel.
enum class ParcelProgress
{
    Unscanned,
    Scanned,
    Delivered,
    Returned, //!< on its way back to the shop, or there
    Failed,   //!< the carrier could not deliver it
};

} // namespace kontor
