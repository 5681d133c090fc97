// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/invoice_history.h"
#include "app/shop.h"

#include <QElapsedTimer>
#include <QSet>

namespace kontor {

enum class ReplayError
{
    BadFile,
    Stuck,
    Cancelled
};
KONTOR_ERROR_DOMAIN(ReplayError);

struct ReplayOptions
{
    QString file;
    Fulfilment fulfilment = Fulfilment::Counter; //!< Counter or Delivery
    int openingStock = 0;                        //!< pieces of every product, for deliveries
    int limit = 0;                               //!< how many orders; 0: all
    Currency currency = Currency("GBP");
    QTimeZone zone = QTimeZone("Europe/London");
};

//! What the replay booked; the totals are those of the receipts.
struct ReplayReport
{
    int orders = 0;
    int lines = 0;
    int returns = 0;
    int returnLines = 0;
    int stockCorrections = 0;
    QList<SkippedInvoice> skipped;
    Money salesTotal;
    Money returnsTotal; //!< negative
    double seconds = 0;
};

//! Sends a history of invoices through the whole shop and waits until all has settled. Whatever was
//! booked before is found by its command and not booked again, so an interrupted replay may simply
//! be repeated.
class Replay : public QObject
{
    Q_OBJECT
public:
    Replay(Shop &shop, const ReplayOptions &options);
    ~Replay() override;

    //! finished() follows, in any case.
    void start();
    const ReplayReport &report() const { return m_report; }

Q_SIGNALS:
    //! Bytes of the file, then orders that have settled.
    void progressed(qint64 done, qint64 total);
    void finished(const kontor::Result<> &result);

private:
    struct Batch;

    void readOn();
    Result<bool> fill(Batch &batch);
    void add(Batch &batch, const Invoice &invoice);
    void addSale(Batch &batch, const Invoice &invoice, const QList<InvoiceRow> &rows);
    void addCorrections(Batch &batch, const Invoice &invoice);
    void addProduct(Batch &batch, const InvoiceRow &row);
    AccountId addCustomer(Batch &batch, const Invoice &invoice);
    CartLine lineFor(const InvoiceRow &row, int number) const;

    void prepare(const std::shared_ptr<Batch> &batch);
    void book(const std::shared_ptr<Batch> &batch);
    void bookSingly(const std::shared_ptr<Batch> &batch, qsizetype index);
    void booked(Batch &batch, qsizetype index, const Receipt &receipt);
    void batchDone(const std::shared_ptr<Batch> &batch);
    void settle();
    //! All has settled, or it is looked at again in a moment.
    void settled(bool all);
    //! Parcels that the carrier refuses are given up, those with a label are handed over.
    void moveParcels(bool quiet);
    void handParcelsOver(bool quiet);
    using ParcelCommand = Result<> (ShippingService::*)(const Command &, OrderId);
    void forEachParcel(const QList<Shipment> &parcels, const QString &what, ParcelCommand act);
    void stop(const Result<> &result);

    Shop &m_shop;
    ReplayOptions m_options;
    ReplayReport m_report;
    std::unique_ptr<InvoiceHistory> m_history;
    QSet<QString> m_products;
    QSet<QString> m_customers;
    QHash<AccountId, AddressId> m_addresses;
    QElapsedTimer m_timer;
    int m_sales = 0;
    int m_inFlight = 0;
    bool m_atEnd = false;
    bool m_stopped = false;
};

} // namespace kontor
