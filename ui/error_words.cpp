// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_words.h"

namespace kontor {

QString textOf(CartError code)
{
    switch (code) {
    case CartError::NotFound:
        return Errors::tr("This cart is not there any more.");
    case CartError::NotOpen:
        return Errors::tr("This cart was ordered or given up already.");
    case CartError::AlreadyExists:
        return Errors::tr("This cart was opened already.");
    case CartError::Frozen:
        return Errors::tr(
            "Money was taken for this cart. Finish paying, or give the money back first.");
    case CartError::Empty:
        return Errors::tr("The cart is empty. Add a product first.");
    case CartError::UnknownProduct:
        return Errors::tr("This product is not sold any more.");
    case CartError::UnknownLine:
        return Errors::tr("This line is not in the cart any more.");
    case CartError::UnknownTender:
        return Errors::tr("This payment was taken back already.");
    case CartError::BadQuantity:
        return Errors::tr("This quantity is not possible.");
    case CartError::BadDiscount:
        return Errors::tr("This discount is not possible.");
    case CartError::BadAmount:
        return Errors::tr("This amount is not possible.");
    case CartError::NotAtThisTill:
        return Errors::tr("This cart belongs to another till.");
    case CartError::NotPaidInFull:
        return Errors::tr(
            "What was taken is not what is to be paid. Give it back and start paying again.");
    case CartError::NeedsCustomer:
        return Errors::tr("Choose a customer first (F3): who pays in this way must be known.");
    case CartError::NeedsAddress:
        return Errors::tr(
            "Choose a customer with an address first (F3): a delivery must know where to go.");
    case CartError::ReturnNotHere:
        return Errors::tr("Goods come back at the counter only.");
    case CartError::PaidOutAlready:
        return Errors::tr("This till has paid out that refund already.");
    case CartError::Held:
        return Errors::tr("This cart is on hold. Recall it first.");
    case CartError::NotHeld:
        return Errors::tr("This cart is not on hold any more.");
    case CartError::NothingToUndo:
        return Errors::tr("There is nothing to undo.");
    case CartError::BadText:
        return Errors::tr("This text is missing or too long.");
    case CartError::BadDate:
        return Errors::tr("This is no day, or one too far off. Type it such as 24.12., or +3 for "
                          "three days from today.");
    case CartError::PastDate:
        return Errors::tr("The day that was wished for has passed. Name another one (Shift+F9).");
    case CartError::AgeNotChecked:
        return Errors::tr("Something in the cart is not for everybody. Answer first whether the "
                          "customer is old enough.");
    case CartError::ShiftOpenAlready:
        return Errors::tr("A shift is open at this till. Close it before you open another.");
    case CartError::NoShift:
        return Errors::tr("No shift is open at this till. Open one on the page Shift.");
    case CartError::NotCounted:
        return Errors::tr("Something was not counted. Enter zero if there is nothing of it.");
    case CartError::NeedsReason:
        return Errors::tr("The count differs from what is expected. Count again, or say why.");
    case CartError::OfferedAlready:
        return Errors::tr("This was offered anew and sold already.");
    case CartError::HandedOver:
        return Errors::tr("The goods have left with the customer. Take them back as a return.");
    case CartError::PaymentUnderWay:
        return Errors::tr("Cash was taken for a sale that is not finished. Finish it, or take the "
                          "cash back, then close the shift.");
    case CartError::TenderNotHere:
        return Errors::tr("This way of paying is not possible with this fulfilment.");
    }
    return {};
}

QString textOf(DevicesError code)
{
    switch (code) {
    case DevicesError::NoPrinter:
        return Errors::tr("No printer is set up at this till.");
    case DevicesError::PrinterOff:
        return Errors::tr("The printer does not answer. Check that it is on and connected.");
    case DevicesError::PrinterGone:
        return Errors::tr("The printer went away while it printed. The receipt comes again as a "
                          "copy.");
    case DevicesError::PrinterStalls:
        return Errors::tr("The printer does not go on. Look at its paper and its cover; the "
                          "receipt comes again as a copy.");
    case DevicesError::NoPaper:
        return Errors::tr("The printer has no paper. Put in a new roll; what waits is printed "
                          "then.");
    case DevicesError::PrinterRefused:
        return Errors::tr("The print queue of this machine refused. Check the name of the "
                          "printer.");
    case DevicesError::CannotWrite:
        return Errors::tr("Receipts cannot be written. Check the folder or device, and whether "
                          "the disk is full.");
    case DevicesError::TooLate:
        return Errors::tr("The drawer was not opened, because the printer did not answer.");
    case DevicesError::NoSale:
        return Errors::tr("Nothing was sold at this till yet.");
    case DevicesError::NothingToPrint:
        return Errors::tr("There is nothing to print: choose products first.");
    case DevicesError::UnknownJob:
        return Errors::tr("This paper is no longer in the queue.");
    case DevicesError::NotWaiting:
        return Errors::tr("This paper is being printed, or has come out already.");
    case DevicesError::UnknownSale:
        return Errors::tr("This was not sold at this till. Print it where it was sold.");
    }
    return {};
}

QString textOf(SecretError code)
{
    switch (code) {
    case SecretError::Missing:
        return Errors::tr("The keychain has no password for this. Please enter it.");
    case SecretError::Locked:
        return Errors::tr("The keychain is locked. Unlock it and start Kontor again, or enter the "
                          "password here: then it holds until Kontor is closed.");
    case SecretError::NoKeychain:
        return Errors::tr("This machine has no keychain, such as GNOME Keyring or KWallet. What "
                          "is entered here holds until Kontor is closed.");
    case SecretError::NotKept:
        return Errors::tr("The keychain does not keep this. It holds until Kontor is closed.");
    }
    return {};
}

QString textOf(SystemError code)
{
    switch (code) {
    case SystemError::OpenElsewhere:
        return Errors::tr("Something is still open at the system used so far, and only that one "
                          "can end it. Finish or cancel these orders first, then change it.");
    case SystemError::KeyUnknown:
        return Errors::tr("The key is not known. Please enter it.");
    case SystemError::TestKey:
        return Errors::tr("This is a key of the test mode: with it nothing real happens. Live mode "
                          "needs the live key.");
    case SystemError::LiveKey:
        return Errors::tr("This is a live key: with it real money moves. The test mode needs the "
                          "test key.");
    case SystemError::PublishableKey:
        return Errors::tr("This is the publishable key, which is for browsers. The secret key is "
                          "needed.");
    case SystemError::NotAKey:
        return Errors::tr("This cannot be a key. Copy it as the provider shows it.");
    }
    return {};
}

QString textOf(NotificationError code)
{
    switch (code) {
    case NotificationError::NotFound:
        return Errors::tr("This message is not there any more.");
    case NotificationError::UnderWay:
        return Errors::tr("This message is on its way already.");
    case NotificationError::PlaceholderUnknown:
        return Errors::tr("The wording names something that such messages do not have.");
    case NotificationError::PlaceholderLoose:
        return Errors::tr(
            "The wording names something that not each of these messages has. Put the "
            "part of the sentence that names it in [square brackets]: where it is "
            "missing, that part is left out.");
    case NotificationError::WordingEmpty:
        return Errors::tr("A message needs a subject and a text.");
    case NotificationError::WordingTooLong:
        return Errors::tr("This is too long for a message. Please shorten it.");
    case NotificationError::HeaderUnsafe:
        return Errors::tr("A name or a subject cannot stand in a mail. Correct the customer.");
    case NotificationError::NotAMailAddress:
        return Errors::tr("This is not a mail address. Correct the customer.");
    case NotificationError::CannotWrite:
        return Errors::tr("Messages cannot be written. Check whether the disk is full.");
    }
    return {};
}

QString textOf(OrderError code)
{
    switch (code) {
    case OrderError::NotFound:
        return Errors::tr("There is no such order.");
    case OrderError::AtTheCounter:
        return Errors::tr("The goods have left with the customer. Take them back as a return.");
    case OrderError::AlreadyCancelled:
        return Errors::tr("This order was cancelled already.");
    case OrderError::AlreadyComplete:
        return Errors::tr("This order is complete. Take the goods back as a return.");
    case OrderError::NotReady:
        return Errors::tr(
            "This order cannot be handed over yet: it is not paid, or its goods are not there.");
    case OrderError::NothingToReturn:
        return Errors::tr("No more of this came with the receipt than is back already.");
    case OrderError::HoldNotFound:
        return Errors::tr("This return is not held any more. Start it again.");
    case OrderError::DealtWith:
        return Errors::tr("Somebody has dealt with this already.");
    case OrderError::ReturnCartClosed:
        return Errors::tr("The cart for this return is closed. Start it again.");
    }
    return {};
}

QString textOf(PaymentError code)
{
    switch (code) {
    case PaymentError::UnknownOrder:
        return Errors::tr("Payment does not know this order yet. Try again in a moment.");
    case PaymentError::UnknownTender:
        return Errors::tr("The card was not asked for money yet.");
    case PaymentError::AlreadyOrdered:
        return Errors::tr("This cart is an order already; no further card can be taken for it.");
    case PaymentError::CartAbandoned:
        return Errors::tr("This cart was given up.");
    case PaymentError::TenderExists:
        return Errors::tr("The card was asked already.");
    case PaymentError::BadAmount:
        return Errors::tr("This amount cannot be taken from a card.");
    case PaymentError::NotAToken:
        return Errors::tr("Card numbers must not be entered here. Use the card reader.");
    case PaymentError::TrainingCard:
        return Errors::tr("No card reader is connected: the one of training works in training "
                          "alone. Take the card with your bank's terminal.");
    case PaymentError::NotDue:
        return Errors::tr("Nothing is due for this order.");
    case PaymentError::NothingToCapture:
        return Errors::tr("There is no card from which the rest could be taken.");
    case PaymentError::NoRefundDue:
        return Errors::tr("No refund is due for this order.");
    case PaymentError::ClaimedElsewhere:
        return Errors::tr("Another till is paying this refund out.");
    case PaymentError::CallUnderWay:
        return Errors::tr("The payment system is being asked at this moment. Please enter its "
                          "answer again if none comes.");
    case PaymentError::CallNotOpen:
        return Errors::tr("This was settled already.");
    case PaymentError::NotListed:
        return Errors::tr("The payment system does not show its charges. Try again later.");
    case PaymentError::ReferenceMissing:
        return Errors::tr("Please enter the reference that the payment system shows.");
    }
    return {};
}

QString textOf(ShippingError code)
{
    switch (code) {
    case ShippingError::NoShipment:
        return Errors::tr("There is no parcel for this order yet.");
    case ShippingError::NotLabelled:
        return Errors::tr("The parcel has no label yet. Wait for it, then hand the parcel over.");
    case ShippingError::ParcelHasLeft:
        return Errors::tr("The parcel has left. Take the goods back as a return when they arrive.");
    case ShippingError::NotSent:
        return Errors::tr("This parcel is not to be sent. Keep it here.");
    case ShippingError::NothingToCorrect:
        return Errors::tr("There is nothing to correct about this parcel.");
    case ShippingError::NothingToGiveUp:
        return Errors::tr("There is nothing to give up about this parcel.");
    case ShippingError::CallNotOpen:
        return Errors::tr("This was settled already.");
    case ShippingError::LabelNotThere:
        return Errors::tr("The label could not be fetched. Try again in a moment.");
    }
    return {};
}

} // namespace kontor
