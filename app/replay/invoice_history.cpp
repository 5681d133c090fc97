// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/invoice_history.h"

#include "services/core/decimal.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QList<FieldAliases> &invoiceFields()
{
    static const QList<FieldAliases> fields = {
        {u"invoice"_s, {u"InvoiceNo"_s, u"Invoice"_s}, true},
        {u"stockcode"_s, {u"StockCode"_s, u"SKU"_s}, true},
        {u"description"_s, {u"Description"_s}, false},
        {u"quantity"_s, {u"Quantity"_s}, true},
        {u"date"_s, {u"InvoiceDate"_s, u"Date"_s}, true},
        {u"price"_s, {u"UnitPrice"_s, u"Price"_s}, true},
        {u"customer"_s, {u"CustomerID"_s, u"Customer ID"_s, u"Customer"_s}, false},
        {u"country"_s, {u"Country"_s}, false},
    };
    return fields;
}

//! A spreadsheet's "17850.0" is customer 17850.
QString customerNumber(QString text)
{
    if (text.endsWith(u".0"_s))
        text.chop(2);
    return text;
}

} // namespace

bool isGoods(const QString &stockCode)
{
    return std::ranges::any_of(stockCode, [](QChar c) { return c.isDigit(); });
}

InvoiceHistory::InvoiceHistory(std::unique_ptr<TableReader> reader, Currency currency,
                               const QTimeZone &zone)
    : m_reader(std::move(reader))
    , m_currency(currency)
    , m_zone(zone)
{
}

Result<std::unique_ptr<InvoiceHistory>> InvoiceHistory::open(const QString &path, Currency currency,
                                                             const QTimeZone &zone)
{
    if (const auto checked = TableReader::check(path); !checked)
        return checked.error();
    auto reader = TableReader::open(path);
    if (!reader)
        return reader.error();
    std::unique_ptr<InvoiceHistory> history(new InvoiceHistory(std::move(*reader), currency, zone));
    if (const auto found = history->findColumns(); !found)
        return found.error();
    const auto begun = history->advance();
    if (!begun)
        return begun.error();
    return history;
}

Result<> InvoiceHistory::findColumns()
{
    const auto map = ColumnMap::match(m_reader->header(), invoiceFields());
    if (!map)
        return map.error();
    for (int field = 0; field < FieldCount; ++field)
        m_columns[field] = map->column(invoiceFields()[field].field);
    return {};
}

Result<bool> InvoiceHistory::advance()
{
    const auto more = m_reader->next();
    if (more)
        m_hasRow = *more;
    return more;
}

std::optional<Timestamp> InvoiceHistory::time(const QString &text) const
{
    for (const QString &format :
         {u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s, u"d/M/yyyy H:mm"_s}) {
        QDateTime local = QDateTime::fromString(text, format);
        if (local.isValid()) {
            local.setTimeZone(m_zone);
            return Timestamp{local.toMSecsSinceEpoch()};
        }
    }
    return std::nullopt;
}

std::optional<QString> InvoiceHistory::addRow(Invoice &invoice) const
{
    InvoiceRow row;
    row.stockCode = cell(StockCode);
    row.description = cell(Description);
    if (row.stockCode.isEmpty())
        return u"line %1 has no stock code"_s.arg(m_reader->line());
    const auto quantity = parseDecimal(cell(QuantityField), 3, DecimalMark::Point);
    if (!quantity)
        return u"line %1: quantity: %2"_s.arg(m_reader->line()).arg(quantity.error().text());
    const auto price = parseDecimal(cell(Price), 6, DecimalMark::Point);
    if (!price)
        return u"line %1: unit price: %2"_s.arg(m_reader->line()).arg(price.error().text());
    const auto thousandths = quantity->scaledTo(3);
    const auto micros = price->scaledTo(6);
    if (!thousandths || !micros || std::abs(*thousandths) > Quantity::maxThousandths)
        return u"line %1: the quantity or the price is too large"_s.arg(m_reader->line());
    if (*thousandths == 0)
        return u"line %1: the quantity is zero"_s.arg(m_reader->line());
    row.quantity = {*thousandths};
    row.price = {*micros, m_currency};
    if (const auto total = lineTotal(row.price, row.quantity); !total)
        return u"line %1: %2"_s.arg(m_reader->line()).arg(total.error().text());
    if (invoice.rows.isEmpty()) {
        const auto at = time(cell(Date));
        if (!at)
            return u"line %1: '%2' is not a date and time"_s.arg(m_reader->line())
                .arg(cell(Date).left(40));
        invoice.at = *at;
        invoice.customer = customerNumber(cell(Customer));
        invoice.country = cell(Country);
    }
    invoice.rows.append(row);
    return std::nullopt;
}

Result<std::optional<Invoice>> InvoiceHistory::next()
{
    while (m_hasRow) {
        Invoice invoice;
        invoice.number = cell(Number);
        do {
            if (const auto reason = addRow(invoice))
                m_skipped.append({invoice.number, *reason});
            const auto more = advance();
            if (!more)
                return more.error();
        } while (m_hasRow && cell(Number) == invoice.number);
        if (!invoice.rows.isEmpty())
            return std::optional<Invoice>(std::move(invoice));
    }
    return std::optional<Invoice>();
}

} // namespace kontor
