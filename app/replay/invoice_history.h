// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"
#include "services/core/column_map.h"
#include "services/core/money.h"
#include "services/core/table_reader.h"

#include <QTimeZone>

#include <memory>
#include <optional>

namespace kontor {

//! One row of an invoice.
struct InvoiceRow
{
    QString stockCode;
    QString description;
    Quantity quantity;
    UnitPrice price;
};

//! The rows of one invoice, as they stand in a shop's exported history.
struct Invoice
{
    QString number;
    Timestamp at;     //!< of two times in one invoice the first
    QString customer; //!< empty: a walk-in customer
    QString country;
    QList<InvoiceRow> rows;
};

//! What the history has that is not booked, and why.
struct SkippedInvoice
{
    QString invoice;
    QString reason;
};

//! Whether a stock code stands for goods: codes without any digit are postage, fees, manual
//! entries.
bool isGoods(const QString &stockCode);

//! Reads a history of invoices (the columns InvoiceNo, StockCode, Description, Quantity,
//! InvoiceDate, UnitPrice, CustomerID, Country), one invoice at a time. Rows that cannot be read
//! are listed and left out.
class InvoiceHistory
{
public:
    static Result<std::unique_ptr<InvoiceHistory>> open(const QString &path, Currency currency,
                                                        const QTimeZone &zone);

    //! The next invoice; nothing at the end.
    Result<std::optional<Invoice>> next();
    const QList<SkippedInvoice> &skipped() const { return m_skipped; }
    qint64 bytesRead() const { return m_reader->bytesRead(); }
    qint64 bytesTotal() const { return m_reader->bytesTotal(); }

private:
    enum Field
    {
        Number,
        StockCode,
        Description,
        QuantityField,
        Date,
        Price,
        Customer,
        Country,
        FieldCount
    };

    InvoiceHistory(std::unique_ptr<TableReader> reader, Currency currency, const QTimeZone &zone);
    Result<> findColumns();
    QString cell(Field field) const { return m_reader->cell(m_columns[field]).trimmed(); }
    //! The current row, added to the invoice; or the reason why not.
    std::optional<QString> addRow(Invoice &invoice) const;
    std::optional<Timestamp> time(const QString &text) const;
    Result<bool> advance();

    std::unique_ptr<TableReader> m_reader;
    Currency m_currency;
    QTimeZone m_zone;
    int m_columns[FieldCount] = {};
    bool m_hasRow = false;
    QList<SkippedInvoice> m_skipped;
};

} // namespace kontor
