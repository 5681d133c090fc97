// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/replay_batch.h"
#include "app/shop.h"

#include <QElapsedTimer>

namespace kontor {

enum class ReplayError
{
    AnotherCurrency, //!< than the one in which the same history was booked before
};
KONTOR_ERROR_DOMAIN(ReplayError);

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
    //! Bytes of the file, as its invoices are read.
    void progressed(qint64 done, qint64 total);
    void finished(const kontor::Result<> &result);

private:
    void readOn();
    Result<bool> fill(ReplayBatch &batch);
    void prepare(const std::shared_ptr<ReplayBatch> &batch);
    void prepareProducts(const std::shared_ptr<ReplayBatch> &batch);
    void prepareCustomers(const std::shared_ptr<ReplayBatch> &batch);
    template <class Answer>
    void prepared(const std::shared_ptr<ReplayBatch> &batch, const Answer &answer);
    template <class Service, class Function, class... Arguments>
    void ask(const std::shared_ptr<ReplayBatch> &batch, Service &service, Function function,
             const Arguments &...arguments);
    void book(const std::shared_ptr<ReplayBatch> &batch);
    void bookSingly(const std::shared_ptr<ReplayBatch> &batch, qsizetype index);
    void booked(ReplayBatch &batch, qsizetype index, const Receipt &receipt);
    void batchDone(const std::shared_ptr<ReplayBatch> &batch);
    void settle();
    //! All has settled, or it is looked at again in a moment.
    void settled(bool all);
    //! Parcels that the carrier refuses are given up, those with a label are handed over.
    void moveParcels(bool quiet);
    void handParcelsOver(bool quiet);
    using ParcelCommand = Result<> (ShippingService::*)(const Command &, OrderId);
    void forEachParcel(const QList<Shipment> &parcels, const QString &what, ParcelCommand act);
    void stop(const Result<> &result);
    //! Stops with an error that does not pass by itself.
    template <class Answer>
    void stopIfLasting(const Answer &answer);

    Shop &m_shop;
    ReplayOptions m_options;
    BatchBuilder m_builder;
    ReplayReport m_report;
    std::unique_ptr<InvoiceHistory> m_history;
    QHash<AccountId, AddressId> m_addresses;
    QElapsedTimer m_timer;
    int m_inFlight = 0;
    bool m_atEnd = false;
    bool m_stopped = false;
};

} // namespace kontor
