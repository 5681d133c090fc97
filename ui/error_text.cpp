// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/error_text.h"

#include "models/scan_desk.h"
#include "services/account/account.h"
#include "services/catalog/catalog.h"
#include "services/catalog/scan_error.h"
#include "services/core/barcode.h"
#include "services/core/decimal.h"
#include "services/core/rights.h"
#include "services/core/store.h"
#include "services/inventory/inventory.h"
#include "ui/error_words.h"

namespace kontor {

namespace {

QString textOf(AccountError code)
{
    switch (code) {
    case AccountError::NotFound:
        return Errors::tr("This customer is not known any more.");
    case AccountError::NameMissing:
        return Errors::tr("Please enter a name.");
    case AccountError::NotAMailAddress:
        return Errors::tr("This is not a mail address. Correct it, or leave it empty.");
    case AccountError::NotALanguage:
        return Errors::tr("A language is two small letters, such as de.");
    case AccountError::NotACountry:
        return Errors::tr("Please enter the country as two capital letters, such as GB.");
    case AccountError::AddressIncomplete:
        return Errors::tr("Please enter street, town and country of the address.");
    case AccountError::TextTooLong:
        return Errors::tr("A text is too long. Please shorten it.");
    case AccountError::TextUnprintable:
        return Errors::tr(
            "A text contains a line break or another character that cannot be printed.");
    case AccountError::Inactive:
        return Errors::tr("This customer account is closed. Choose another, or make a new one.");
    case AccountError::NoSavedCard:
        return Errors::tr("This customer has no saved card.");
    case AccountError::NotACardToken:
        return Errors::tr("Card numbers must not be entered here. Use the card reader.");
    }
    return {};
}

QString textOf(BarcodeError code)
{
    switch (code) {
    case BarcodeError::Empty:
        return Errors::tr("There is no barcode.");
    case BarcodeError::NotAGtin:
        return Errors::tr("This is not a barcode of a product.");
    case BarcodeError::WrongLength:
        return Errors::tr("This barcode has too few or too many digits. Please scan it again.");
    case BarcodeError::AllZeros:
        return Errors::tr("This barcode is all zeros. Please scan it again.");
    case BarcodeError::WrongCheckDigit:
        return Errors::tr("The barcode was misread. Please scan it again.");
    case BarcodeError::ScientificNotation:
        return Errors::tr("This barcode was spoilt by a spreadsheet.");
    }
    return {};
}

QString textOf(CatalogError code)
{
    switch (code) {
    case CatalogError::BadSku:
        return Errors::tr("This product number is not possible.");
    case CatalogError::BadName:
        return Errors::tr("This product name is not possible.");
    case CatalogError::BadPrice:
        return Errors::tr("This price is not possible.");
    case CatalogError::BadTaxRate:
        return Errors::tr("This tax rate is not possible.");
    case CatalogError::BadCategory:
        return Errors::tr("This category is not possible.");
    case CatalogError::BadBarcode:
        return Errors::tr("This barcode is not possible.");
    case CatalogError::BadWeight:
        return Errors::tr("This weight is not possible.");
    case CatalogError::BadAge:
        return Errors::tr("This age is not possible.");
    case CatalogError::BadPicture:
        return Errors::tr("This name of a picture is not possible.");
    case CatalogError::BadCountry:
        return Errors::tr("This is not a country's two letters, such as DE.");
    case CatalogError::SaidTwice:
        return Errors::tr("This case stands in the table already.");
    case CatalogError::SkuTaken:
        return Errors::tr("Another product has this number already.");
    case CatalogError::BarcodeTaken:
        return Errors::tr("Another product has this barcode already.");
    case CatalogError::NoSearchHere:
        return Errors::tr("The catalog cannot be searched here yet.");
    }
    return {};
}

QString textOf(DecimalError code)
{
    switch (code) {
    case DecimalError::Empty:
        return Errors::tr("Please enter a number.");
    case DecimalError::NotANumber:
        return Errors::tr("This is not a number.");
    case DecimalError::Ambiguous:
        return Errors::tr(
            "This number can be read in two ways. Please write it with one decimal mark.");
    case DecimalError::TooPrecise:
        return Errors::tr("This number has too many decimals.");
    case DecimalError::Overflow:
        return Errors::tr("This number is too large.");
    }
    return {};
}

QString textOf(InventoryError code)
{
    switch (code) {
    case InventoryError::NoProduct:
        return Errors::tr("This product is not known to the stock.");
    case InventoryError::NothingReceived:
        return Errors::tr("Nothing was received.");
    case InventoryError::BadQuantity:
        return Errors::tr("This quantity is not possible.");
    case InventoryError::NoReason:
        return Errors::tr("Please say why the stock is corrected.");
    }
    return {};
}

QString textOf(MoneyError code)
{
    switch (code) {
    case MoneyError::Overflow:
        return Errors::tr("This amount is too large.");
    case MoneyError::MixedCurrencies:
        return Errors::tr("This product has a price in another currency than the cart.");
    case MoneyError::UnknownCurrency:
        return Errors::tr("This currency is not known.");
    }
    return {};
}

QString textOf(RightsError code)
{
    switch (code) {
    case RightsError::NotAllowed:
        return Errors::tr("You may not do this. Ask somebody who may.");
    }
    return {};
}

QString textOf(DeskError code)
{
    switch (code) {
    case DeskError::PaymentUnderWay:
        return Errors::tr("A payment is under way. Finish it or go back, then scan this again.");
    case DeskError::BrokenOff:
        return Errors::tr("The scanner stopped in the middle. Please scan it again.");
    }
    return {};
}

QString textOf(ScanError code)
{
    switch (code) {
    case ScanError::Empty:
        return Errors::tr("Nothing was scanned. Please scan it again.");
    case ScanError::TooLong:
        return Errors::tr("This code is too long for goods. Search for the product by name.");
    case ScanError::Unreadable:
        return Errors::tr("This is no code of goods. Please scan it again, or search by name.");
    case ScanError::UnknownIdentifier:
    case ScanError::BadElement:
        return Errors::tr("The code was misread, or is printed wrong. Please scan it again, or "
                          "search for the product by name.");
    case ScanError::NoGoods:
        return Errors::tr("This code names no goods, it may be that of a pallet. Scan the goods "
                          "themselves.");
    case ScanError::OtherLink:
        return Errors::tr("This code is a web address that names no goods. Scan the barcode "
                          "beside it, or search for the product by name.");
    case ScanError::ForeignMeasure:
        return Errors::tr("This code measures in pounds, feet or gallons. Weigh the goods, and "
                          "enter the quantity.");
    case ScanError::OtherCurrency:
        return Errors::tr("The price on this label is in another currency. Search for the product "
                          "by name.");
    case ScanError::BadVerifier:
        return Errors::tr("The price on this label was misread. Please scan it again.");
    case ScanError::NothingInside:
        return Errors::tr("The weight or price on this label is zero. Weigh the goods again.");
    case ScanError::UnknownProduct:
        return Errors::tr("No product has this code. Search for it by name.");
    case ScanError::PriceUnknown:
        return Errors::tr("The weight of this pack cannot be told: the product has no price. Give "
                          "it one, or enter the quantity.");
    case ScanError::BadLayout:
        return Errors::tr("The parts of a label must have 13 digits together, with a prefix of 02 "
                          "or 20 to 29, at most 3 decimals, and a verifier only before 4 or 5 "
                          "digits.");
    }
    return {};
}

QString textOf(StoreError code)
{
    switch (code) {
    case StoreError::CannotOpen:
        return Errors::tr("The shop’s data cannot be opened. Check the data folder or the server.");
    case StoreError::NoPermission:
        return Errors::tr(
            "The shop’s data cannot be written. Check who may write in the data folder.");
    case StoreError::NewerVersion:
        return Errors::tr(
            "The shop’s data were written by a newer version. Please update this one.");
    case StoreError::NotAStore:
        return Errors::tr("A data file is not one of this program.");
    case StoreError::Busy:
        return Errors::tr("The shop’s data are busy. Try again in a moment.");
    case StoreError::DiskFull:
        return Errors::tr("The disk is full. Make room, then try again; nothing was lost.");
    case StoreError::InputOutput:
        return Errors::tr("The disk does not work as it should. Check it before you go on.");
    case StoreError::ServerLost:
        return Errors::tr("The server does not answer. Try again when the connection is back.");
    case StoreError::Corrupt:
        return Errors::tr("The shop’s data are damaged. Stop selling and restore the last backup.");
    case StoreError::Constraint:
        return Errors::tr(
            "This contradicts what is stored already. Reload the page and try again.");
    case StoreError::Statement:
        return Errors::tr("The shop’s data could not be read. Please report this.");
    }
    return {};
}

template <class Code>
bool say(const Error &error, QString &text)
{
    if (!error.isIn<Code>())
        return false;
    text = textOf(error.as<Code>());
    return true;
}

template <class... Codes>
QString textIn(const Error &error)
{
    QString text;
    (say<Codes>(error, text) || ...);
    return text;
}

} // namespace

QString errorText(const Error &error)
{
    const QString text =
        textIn<AccountError, BarcodeError, CartError, CatalogError, ColumnError, DecimalError,
               ImportError, TableError, DeskError, DevicesError, InventoryError, MoneyError,
               NotificationError, OrderError, PaymentError, RightsError, ScanError, SecretError,
               ShippingError, StoreError, SystemError>(error);
    return text.isEmpty() ? Errors::tr("This did not work. Please try again.") : text;
}

} // namespace kontor
