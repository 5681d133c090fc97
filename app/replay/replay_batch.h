// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/invoice_history.h"
#include "services/account/account_service.h"
#include "services/cart/cart_service.h"
#include "services/catalog/catalog_service.h"
#include "services/inventory/inventory_service.h"

#include <QSet>

#include <tuple>
#include <utility>

namespace kontor {

struct ReplayOptions
{
    QString file;
    Fulfilment fulfilment = Fulfilment::Counter; //!< Counter or Delivery
    int openingStock = 0;                        //!< pieces of every product, for deliveries
    int limit = 0;                               //!< how many orders; 0: all
    Currency currency = Currency("GBP");
    QTimeZone zone = QTimeZone("Europe/London");
};

//! Some invoices, with the products and customers that they bring with them.
struct ReplayBatch
{
    QList<Product> products;
    QList<NewAccount> accounts;
    QList<std::tuple<Command, AccountId, Address>> addresses;
    QList<std::pair<Command, AccountId>> cards;
    QList<std::pair<Command, ImportedSale>> sales;
    QStringList numbers; //!< of the invoices in sales
    QList<std::pair<Command, StockCorrection>> corrections;
    int stockCorrections = 0; //!< invoices with corrections
    QList<SkippedInvoice> skipped;
    Timestamp at;
    int awaited = 0; //!< answers
};

//! The same thing of the same history is always the same command.
Command replayCommand(const QString &till, Timestamp at, const QString &what);

//! Puts invoices into batches; every product and every customer comes once.
class BatchBuilder
{
public:
    BatchBuilder(ReplayOptions options, QString till);

    void add(ReplayBatch &batch, const Invoice &invoice);
    //! In all batches so far.
    int sales() const { return m_sales; }

private:
    void addSale(ReplayBatch &batch, const Invoice &invoice, const QList<InvoiceRow> &rows);
    void addCorrections(ReplayBatch &batch, const Invoice &invoice);
    void addProduct(ReplayBatch &batch, const InvoiceRow &row);
    AccountId addCustomer(ReplayBatch &batch, const Invoice &invoice);
    CartLine lineFor(const InvoiceRow &row, int number) const;

    ReplayOptions m_options;
    QString m_till;
    QSet<QString> m_products;
    QSet<QString> m_customers;
    int m_sales = 0;
};

} // namespace kontor
