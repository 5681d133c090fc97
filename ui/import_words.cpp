// SPDX-License-Identifier: GPL-3.0-or-later
// Why a table, or a row of it, could not be read as products.
#include "ui/error_words.h"

namespace kontor {

QString textOf(ImportError code)
{
    switch (code) {
    case ImportError::NoPrice:
        return Errors::tr("There is no price.");
    case ImportError::BadPrice:
        return Errors::tr("The price is no amount.");
    case ImportError::UnknownCurrency:
        return Errors::tr("The currency is not known.");
    case ImportError::OtherCurrency:
        return Errors::tr("The price is in another currency.");
    case ImportError::NoName:
        return Errors::tr("There is no name.");
    case ImportError::NoSku:
        return Errors::tr("There is neither a number nor a name to know the product by.");
    case ImportError::BadTaxRate:
        return Errors::tr("The tax rate is no number from 0 to 100.");
    case ImportError::BadWeight:
        return Errors::tr("The weight is none, and was left out.");
    case ImportError::BadAge:
        return Errors::tr("The age is none, and was left out.");
    case ImportError::BadPicture:
        return Errors::tr("The picture is no name of a file, and was left out.");
    case ImportError::BadFlag:
        return Errors::tr("A yes or no could not be understood, and was left out.");
    case ImportError::BadBarcode:
        return Errors::tr("The barcode is none, and was left out.");
    case ImportError::BarcodeTaken:
        return Errors::tr("The barcode belongs to another product, and was left out.");
    case ImportError::PriceConflict:
        return Errors::tr("The same product stands in the table with another price.");
    case ImportError::NothingToAddTo:
        return Errors::tr("The row belongs to a product that could not be read.");
    case ImportError::DoubledColumn:
        return Errors::tr("Two columns have the same name; the first is read.");
    }
    return {};
}

QString textOf(TableError code)
{
    switch (code) {
    case TableError::CannotOpen:
        return Errors::tr("This file cannot be opened. Check its name and who may read it.");
    case TableError::NotATable:
        return Errors::tr("This file is no table. Save it as CSV in the spreadsheet it comes "
                          "from.");
    case TableError::TruncatedArchive:
    case TableError::CorruptArchive:
        return Errors::tr("The packed file is damaged. Get it once more.");
    case TableError::WrongEncoding:
        return Errors::tr("The letters of this file cannot be read. Save it as CSV in UTF-8.");
    case TableError::UnbalancedQuote:
        return Errors::tr("A quotation mark in this file never ends. Save it as CSV once more.");
    case TableError::LineTooLong:
    case TableError::TooManyColumns:
    case TableError::TooManyRows:
    case TableError::TooLarge:
        return Errors::tr("This table is larger than a table of products can be.");
    }
    return {};
}

QString textOf(ColumnError code)
{
    switch (code) {
    case ColumnError::UnknownField:
    case ColumnError::UnknownColumn:
    case ColumnError::MissingColumn:
        return Errors::tr("This table has no column for the price, or none for the name. Give its "
                          "first row names such as “name”, “price”, “sku” and “barcode”.");
    }
    return {};
}

} // namespace kontor
