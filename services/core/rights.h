// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

#include <QString>

namespace kontor {

enum class RightsError
{
    NotAllowed
};
KONTOR_ERROR_DOMAIN(RightsError);

//! What a person may do.
enum class Right
{
    Sell,
    ReturnByReceipt,
    ReturnWithoutReceipt,
    GiveDiscount,
    SellOpenItem,
    CancelOrder,
    HandOver,
    RecallParcel,
    PayOut,
    MoveCash,
    OpenDrawer,
    CloseShift,
    WriteOffDebt,
    ResolvePayment,
    ReceiveGoods,
    CorrectStock,
    EditCatalog,
    EditCustomers,
    EditMails,
    SettleEvents,
};

//! Every command of every service.
enum class CommandName
{
    AccountCreate,
    AccountUpdate,
    AccountDeactivate,
    AccountSaveCard,
    CatalogSave,
    CatalogSetLabels,
    CatalogSetDeliveryCharges,
    CartOpen,
    CartAddLine,
    CartAddLabelled,
    CartAddOpenItem,
    CartSetQuantity,
    CartSetDiscount,
    CartSetPrice,
    CartSetNote,
    CartSetCustomer,
    CartSetFulfilment,
    CartSetDeliveryCharge,
    CartConfirmAge,
    CartRefuseAge,
    CartAddReturn,
    CartAddReturnWithoutReceipt,
    CartUndo,
    CartHold,
    CartRecall,
    CartAddTender,
    CartRemoveTender,
    CartOrder,
    CartBookImported,
    CartAbandon,
    CartOfferAnew,
    CartPayOutRefund,
    CartPayInDue,
    CartOpenShift,
    CartPayIn,
    CartPayOut,
    CartDrop,
    CartOpenDrawer,
    CartCloseShift,
    OrderHoldReturn,
    OrderReleaseReturn,
    OrderKeepReturns,
    OrderCancel,
    OrderHandOver,
    OrderLetGo,
    InventoryReceive,
    InventoryCorrect,
    InventorySetReorderPoint,
    PaymentAuthorise,
    PaymentClaimRefund,
    PaymentReleaseClaim,
    PaymentCaptureAgain,
    PaymentWriteOff,
    PaymentAskAgain,
    PaymentResolve,
    PaymentReconcile,
    PaymentCloseDifference,
    ShippingHandOver,
    ShippingRecall,
    ShippingGiveUp,
    ShippingCorrect,
    ShippingAskAgain,
    NotificationRetry,
    NotificationSetWording,
    NotificationSwitch,
    DevicesPrint,
    DevicesOpenDrawer,
    DevicesTryAgain,
    DevicesGiveUp,
    DevicesSavePdf,
    RetryParked,
};

template <>
struct EnumNames<CommandName>
{
    static constexpr std::string_view names[] = {
        "AccountCreate",
        "AccountUpdate",
        "AccountDeactivate",
        "AccountSaveCard",
        "CatalogSave",
        "CatalogSetLabels",
        "CatalogSetDeliveryCharges",
        "CartOpen",
        "CartAddLine",
        "CartAddLabelled",
        "CartAddOpenItem",
        "CartSetQuantity",
        "CartSetDiscount",
        "CartSetPrice",
        "CartSetNote",
        "CartSetCustomer",
        "CartSetFulfilment",
        "CartSetDeliveryCharge",
        "CartConfirmAge",
        "CartRefuseAge",
        "CartAddReturn",
        "CartAddReturnWithoutReceipt",
        "CartUndo",
        "CartHold",
        "CartRecall",
        "CartAddTender",
        "CartRemoveTender",
        "CartOrder",
        "CartBookImported",
        "CartAbandon",
        "CartOfferAnew",
        "CartPayOutRefund",
        "CartPayInDue",
        "CartOpenShift",
        "CartPayIn",
        "CartPayOut",
        "CartDrop",
        "CartOpenDrawer",
        "CartCloseShift",
        "OrderHoldReturn",
        "OrderReleaseReturn",
        "OrderKeepReturns",
        "OrderCancel",
        "OrderHandOver",
        "OrderLetGo",
        "InventoryReceive",
        "InventoryCorrect",
        "InventorySetReorderPoint",
        "PaymentAuthorise",
        "PaymentClaimRefund",
        "PaymentReleaseClaim",
        "PaymentCaptureAgain",
        "PaymentWriteOff",
        "PaymentAskAgain",
        "PaymentResolve",
        "PaymentReconcile",
        "PaymentCloseDifference",
        "ShippingHandOver",
        "ShippingRecall",
        "ShippingGiveUp",
        "ShippingCorrect",
        "ShippingAskAgain",
        "NotificationRetry",
        "NotificationSetWording",
        "NotificationSwitch",
        "DevicesPrint",
        "DevicesOpenDrawer",
        "DevicesTryAgain",
        "DevicesGiveUp",
        "DevicesSavePdf",
        "RetryParked",
    };
};

struct CommandRight
{
    CommandName command;
    Right right;
};

//! The one table of what each command asks for.
inline constexpr CommandRight commandRights[] = {
    {CommandName::AccountCreate, Right::EditCustomers},
    {CommandName::AccountUpdate, Right::EditCustomers},
    {CommandName::AccountDeactivate, Right::EditCustomers},
    {CommandName::AccountSaveCard, Right::EditCustomers},
    {CommandName::CatalogSave, Right::EditCatalog},
    {CommandName::CatalogSetLabels, Right::EditCatalog},
    {CommandName::CatalogSetDeliveryCharges, Right::EditCatalog},
    {CommandName::CartOpen, Right::Sell},
    {CommandName::CartAddLine, Right::Sell},
    {CommandName::CartAddLabelled, Right::Sell},
    {CommandName::CartAddOpenItem, Right::SellOpenItem},
    {CommandName::CartSetQuantity, Right::Sell},
    {CommandName::CartSetDiscount, Right::GiveDiscount},
    {CommandName::CartSetPrice, Right::GiveDiscount},
    {CommandName::CartSetNote, Right::Sell},
    {CommandName::CartSetCustomer, Right::Sell},
    {CommandName::CartSetFulfilment, Right::Sell},
    {CommandName::CartSetDeliveryCharge, Right::GiveDiscount},
    {CommandName::CartConfirmAge, Right::Sell},
    {CommandName::CartRefuseAge, Right::Sell},
    {CommandName::CartAddReturn, Right::ReturnByReceipt},
    {CommandName::CartAddReturnWithoutReceipt, Right::ReturnWithoutReceipt},
    {CommandName::CartUndo, Right::Sell},
    {CommandName::CartHold, Right::Sell},
    {CommandName::CartRecall, Right::Sell},
    {CommandName::CartAddTender, Right::Sell},
    {CommandName::CartRemoveTender, Right::Sell},
    {CommandName::CartOrder, Right::Sell},
    {CommandName::CartBookImported, Right::Sell},
    {CommandName::CartAbandon, Right::Sell},
    {CommandName::CartOfferAnew, Right::CancelOrder},
    {CommandName::CartPayOutRefund, Right::PayOut},
    {CommandName::CartPayInDue, Right::Sell},
    {CommandName::CartOpenShift, Right::Sell},
    {CommandName::CartPayIn, Right::MoveCash},
    {CommandName::CartPayOut, Right::MoveCash},
    {CommandName::CartDrop, Right::MoveCash},
    {CommandName::CartOpenDrawer, Right::OpenDrawer},
    {CommandName::CartCloseShift, Right::CloseShift},
    {CommandName::OrderHoldReturn, Right::ReturnByReceipt},
    {CommandName::OrderReleaseReturn, Right::ReturnByReceipt},
    {CommandName::OrderKeepReturns, Right::ReturnByReceipt},
    {CommandName::OrderCancel, Right::CancelOrder},
    {CommandName::OrderHandOver, Right::HandOver},
    {CommandName::OrderLetGo, Right::CancelOrder},
    {CommandName::InventoryReceive, Right::ReceiveGoods},
    {CommandName::InventoryCorrect, Right::CorrectStock},
    {CommandName::InventorySetReorderPoint, Right::CorrectStock},
    {CommandName::PaymentAuthorise, Right::Sell},
    {CommandName::PaymentClaimRefund, Right::PayOut},
    {CommandName::PaymentReleaseClaim, Right::PayOut},
    {CommandName::PaymentCaptureAgain, Right::Sell},
    {CommandName::PaymentWriteOff, Right::WriteOffDebt},
    {CommandName::PaymentAskAgain, Right::Sell},
    {CommandName::PaymentResolve, Right::ResolvePayment},
    {CommandName::PaymentReconcile, Right::ResolvePayment},
    {CommandName::PaymentCloseDifference, Right::ResolvePayment},
    {CommandName::ShippingHandOver, Right::HandOver},
    {CommandName::ShippingRecall, Right::RecallParcel},
    {CommandName::ShippingGiveUp, Right::RecallParcel},
    {CommandName::ShippingCorrect, Right::HandOver},
    {CommandName::ShippingAskAgain, Right::HandOver},
    {CommandName::NotificationRetry, Right::SettleEvents},
    {CommandName::NotificationSetWording, Right::EditMails},
    {CommandName::NotificationSwitch, Right::EditMails},
    {CommandName::DevicesPrint, Right::Sell},
    {CommandName::DevicesOpenDrawer, Right::OpenDrawer},
    {CommandName::DevicesTryAgain, Right::Sell},
    {CommandName::DevicesGiveUp, Right::Sell},
    {CommandName::DevicesSavePdf, Right::Sell},
    {CommandName::RetryParked, Right::SettleEvents},
};

//! The right that a command asks for. A command without an entry in the table does not compile.
//! (Not consteval, because clang 14, and with it clang-tidy, refuses that within a template.)
constexpr Right rightFor(CommandName command)
{
    for (const CommandRight &entry : commandRights) {
        if (entry.command == command)
            return entry.right;
    }
    throw "this command has no entry in commandRights";
}

//! Asked by the services before every command; app/ says who answers.
class Rights
{
public:
    virtual ~Rights() = default;
    virtual bool allows(const QString &actor, Right right) const = 0;
};

} // namespace kontor
