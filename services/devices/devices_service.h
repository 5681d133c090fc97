// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_reader.h"
#include "services/cart/cart_topic.h"
#include "services/core/service.h"
#include "services/devices/devices_store.h"
#include "services/devices/papers.h"
#include "services/devices/printer.h"

#include <atomic>

namespace kontor {

struct DevicesSettings
{
    ShopHeading shop;
    PaperStyle style;
    bool printsAfterSale = false;
    bool training = true;                //!< says so on each paper
    int columns = 48;                    //!< of the preview
    std::optional<Error> printerTrouble; //!< why there is no printer, if one is wanted
    QString pdfFolder = {};              //!< where papers are saved
};

//! Answers for what hangs on the till: the printer with its queue, and the drawer. A sale never
//! waits for it: it reads the till's own topic, and a job waits for the printer as long as it must.
class DevicesService : public Service
{
    Q_OBJECT
public:
    //! Without a printer jobs wait. Receipts are made of what stands in the cart's topic, and of
    //! what the cart notes of the cash that was handed over.
    DevicesService(Store &store, const Clock &clock, const Rights &rights,
                   std::unique_ptr<TopicReader> sales, std::unique_ptr<CartReader> carts,
                   std::unique_ptr<Printer> printer, DevicesSettings settings);
    ~DevicesService() override;

    //! Looks for new sales as soon as the topic has some.
    void follow(const CartTopic &topic);

    //! A receipt or an invoice is marked as a copy if it may have come out before.
    Result<PrintJobId> print(const Command &command, const WantedPaper &paper);
    //! Instead of printing it; answers the file.
    Result<QString> save(const WantedPaper &paper) const;
    //! A paper that others have made, such as a carrier's label, to be opened and printed there.
    Result<QString> saveMade(const MadePaper &paper) const;
    //! At once, or not at all.
    Result<> openDrawer(const Command &command);

    //! What papers say of the shop, and how, from now on; what has yet to be printed stays as it
    //! is.
    Result<> useHeading(const ShopHeading &shop, const PaperStyle &style);
    //! Whether papers say that they are for training, from now on; what waits stays as it is, and
    //! so does what papers say of earlier sales.
    Result<> useTraining(bool training);
    //! Prints there from now on. A paper that is under way may be on it, and comes again as a copy.
    Result<> usePrinter(const PrinterSettings &printer, bool afterSale);
    //! Prints a page, or opens the drawer, through a printer that need not be the one in use;
    //! triedOut() follows unless it is no printer at all.
    Result<> tryOut(const PrinterSettings &printer, PrintJobKind what);

    Result<OrderId> lastSale() const;
    //! As print() would print it now, in the bytes of a receipt printer.
    Result<QByteArray> preview(const WantedPaper &paper) const;

    //! What has yet to come out, the oldest first, and then what was given up, the newest first.
    Result<QList<PrintJob>> queue() const;
    //! At once, whatever pause it has; also what was given up.
    Result<> tryAgain(const Command &command, PrintJobId job);
    Result<> giveUp(const Command &command, PrintJobId job);
    //! Writes the paper of a job that waits, or was given up, as a PDF: with that it has come out.
    Result<QString> savePdf(const Command &command, PrintJobId job);
    Result<QList<PrintJob>> about(OrderId order) const { return m_store.about(order); }
    Result<PrinterState> state() const;
    //! Of the preview; from any thread.
    int columns() const { return m_columns; }
    //! Whether papers are marked as being for training; from any thread.
    bool isTraining() const { return m_isTraining; }

    //! Older sales are not printed by themselves: of a replay, or after the till was off.
    static constexpr qint64 freshMs = 600'000;
    static constexpr qint64 drawerMs = 5'000;
    //! After so long a number slip has nobody who waits for it.
    static constexpr qint64 slipMs = 600'000;
    static constexpr int shownGivenUp = 20;

Q_SIGNALS:
    void printed(kontor::PrintJobId job);
    //! Of a new order that a customer does not take along; told again after a start if the order is
    //! fresh still.
    void receiptDrawn(kontor::OrderId order, const QString &fileName, const QByteArray &pdf);
    //! A job came, went or was put off; or trade began or ended.
    void changed();
    void triedOut(const kontor::PrintOutcome &outcome);

private:
    Result<int> reachOut() override;
    //! What was under way when the program ended may be on paper: it comes again, as a copy.
    Result<> takeUpAgain();
    Result<int> lookForSales();
    Result<> take(const StoredEvent &sale);
    Result<> queueSale(const ReceiptFacts &facts);
    void drawReceipt(const ReceiptFacts &facts);
    Result<int> printNext();
    Result<> settle(PrintJob job, const PrintOutcome &outcome);
    Result<> keep(const PrintJob &job);
    Result<ReceiptFacts> factsOf(OrderId order) const;
    Result<ReceiptFacts> factsFrom(const StoredEvent &event) const;
    static bool isSale(const StoredEvent &event)
    {
        return event.type == QLatin1String(ShoppingCartOrdered::type);
    }
    QList<Mark> marks(bool training, bool isCopy) const;
    //! Of a sale of that time.
    QList<Mark> marksOf(const ReceiptFacts &facts, bool isCopy) const;
    Document receipt(const ReceiptFacts &facts, bool isCopy) const;
    //! What is asked for as a job that has yet to be queued.
    Result<PrintJob> jobFor(const WantedPaper &paper) const;
    Result<PrintJob> saleJob(const SalePaper &paper) const;
    Result<bool> mayBeOnPaper(OrderId order, PrintJobKind kind) const;
    //! One that a person may still decide about.
    Result<PrintJob> pendingJob(PrintJobId id) const;
    PrintJob drawerJob(PrintJobId id, OrderId order) const;

    DevicesStore m_store;
    std::unique_ptr<TopicReader> m_sales;
    std::unique_ptr<CartReader> m_carts;
    std::unique_ptr<Printer> m_printer;
    std::unique_ptr<Printer> m_trial; //!< is tried out
    DevicesSettings m_settings;
    std::atomic_int m_columns;
    std::atomic_bool m_isTraining;
    std::optional<Error> m_trouble; //!< of the printer
    std::optional<qint64> m_seen;   //!< the last event of the topic that was looked at
    bool m_tookUp = false;
    bool m_busy = false;
};

} // namespace kontor
