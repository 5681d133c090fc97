// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/devices_service.h"

#include "services/devices/test_page.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstPauseMs = 1'000;
constexpr qint64 longestPauseMs = 30'000;
// How many events are looked through for sales that were not printed before a crash.
constexpr qint64 lookBack = 256;

qint64 pauseAfter(int attempts)
{
    return std::min(longestPauseMs, firstPauseMs << std::min(attempts - 1, 10));
}

//! What may have come out in part is a copy when it comes out whole.
Document markedAsCopy(const Document &paper, const PaperStyle &style)
{
    Document copy;
    copy.mark(Mark::Copy, style);
    if (paper.blocks.contains(copy.blocks.first()))
        return paper;
    copy.title = paper.title;
    copy.blocks += paper.blocks;
    return copy;
}

//! Whether whoever it was for has gone.
bool isTooLate(const PrintJob &job, Timestamp now)
{
    const qint64 age = now.ms - job.createdAt.ms;
    return (job.kind == PrintJobKind::Drawer && age > DevicesService::drawerMs) ||
           (job.kind == PrintJobKind::NumberSlip && age > DevicesService::slipMs);
}

bool hasTender(const ShoppingCartOrdered &sale, TenderKind kind)
{
    return std::ranges::any_of(sale.tenders,
                               [&](const Tender &tender) { return tender.kind == kind; });
}

} // namespace

DevicesService::DevicesService(Store &store, const Clock &clock, const Rights &rights,
                               std::unique_ptr<TopicReader> sales,
                               std::unique_ptr<CartReader> carts, std::unique_ptr<Printer> printer,
                               DevicesSettings settings)
    : Service(store, clock, rights)
    , m_store(store)
    , m_sales(std::move(sales))
    , m_carts(std::move(carts))
    , m_printer(std::move(printer))
    , m_settings(std::move(settings))
    , m_columns(m_settings.columns)
    , m_isTraining(m_settings.training)
    , m_trouble(m_settings.printerTrouble)
{
}

DevicesService::~DevicesService() = default;

void DevicesService::follow(const CartTopic &topic)
{
    connect(&topic, &Topic::appended, this, &DevicesService::wake);
}

Result<> DevicesService::openDrawer(const Command &command)
{
    if (!m_printer)
        return Error(DevicesError::NoPrinter, u"the drawer opens through the printer"_s);
    const auto id = PrintJobId::named(command.at, command.id.toByteArray());
    const auto queued =
        perform<CommandName::DevicesOpenDrawer>(command, [&](Transaction &tx) -> Result<> {
            return withoutValue(m_store.add(tx, drawerJob(id, {})));
        });
    wake();
    return queued;
}

Result<> DevicesService::useHeading(const ShopHeading &shop, const PaperStyle &style)
{
    m_settings.shop = shop;
    m_settings.style = style;
    return {};
}

Result<> DevicesService::useTraining(bool training)
{
    const Timestamp now = clock().now();
    const auto noted = m_store.wasTraining(now);
    if (!noted)
        return noted.error();
    if (noted->value_or(true) != training) {
        const auto turned = inTransaction(
            db(), [&](Transaction &tx) { return m_store.noteTurn(tx, now, training); });
        if (!turned)
            return turned;
    }
    m_settings.training = m_isTraining = training;
    Q_EMIT changed();
    return {};
}

Result<> DevicesService::usePrinter(const PrinterSettings &printer, bool afterSale)
{
    auto made = makePrinter(printer);
    if (!made)
        return made.error();
    m_printer = std::move(*made);
    // The one before answers no more.
    if (std::exchange(m_busy, false))
        m_tookUp = false;
    m_trouble.reset();
    m_settings.columns = m_columns = printer.columns;
    m_settings.printsAfterSale = afterSale;
    Q_EMIT changed();
    wake();
    return {};
}

Result<> DevicesService::tryOut(const PrinterSettings &printer, PrintJobKind what)
{
    auto made = makePrinter(printer);
    if (!made)
        return made.error();
    if (!*made)
        return Error(DevicesError::NoPrinter);
    m_trial = std::move(*made);
    const Printed tried = [this](const PrintOutcome &outcome) { Q_EMIT triedOut(outcome); };
    if (what == PrintJobKind::Drawer)
        m_trial->openDrawer(tried);
    else
        m_trial->print(testPage(m_settings.shop, clock().now(), m_settings.style, printer.columns),
                       tried);
    return {};
}

PrintJob DevicesService::drawerJob(PrintJobId id, OrderId order) const
{
    PrintJob job;
    job.id = id;
    job.kind = PrintJobKind::Drawer;
    job.order = order;
    job.createdAt = job.nextAt = clock().now();
    return job;
}

Result<QList<PrintJob>> DevicesService::queue() const
{
    auto jobs = m_store.unfinished();
    if (!jobs)
        return jobs;
    const auto givenUp = m_store.newestGivenUp(shownGivenUp);
    if (!givenUp)
        return givenUp;
    return *jobs + *givenUp;
}

Result<PrintJob> DevicesService::pendingJob(PrintJobId id) const
{
    const auto job = m_store.job(id);
    if (!job)
        return job.error();
    if (!*job)
        return Error(DevicesError::UnknownJob, id.toString());
    const PrintJobState state = (*job)->state;
    if ((*job)->kind == PrintJobKind::Drawer ||
        (state != PrintJobState::Waiting && state != PrintJobState::GivenUp))
        return Error(DevicesError::NotWaiting, id.toString());
    return **job;
}

Result<> DevicesService::tryAgain(const Command &command, PrintJobId id)
{
    if (!m_printer)
        return m_settings.printerTrouble.value_or(
            Error(DevicesError::NoPrinter, u"a paper has nowhere to come out"_s));
    const auto done =
        perform<CommandName::DevicesTryAgain>(command, [&](Transaction &tx) -> Result<> {
            auto job = pendingJob(id);
            if (!job)
                return job.error();
            if (isTooLate(*job, clock().now()))
                return Error(DevicesError::TooLate, job->reason);
            job->state = PrintJobState::Waiting;
            job->nextAt = clock().now();
            return m_store.update(tx, *job);
        });
    Q_EMIT changed();
    wake();
    return done;
}

Result<> DevicesService::giveUp(const Command &command, PrintJobId id)
{
    const auto done =
        perform<CommandName::DevicesGiveUp>(command, [&](Transaction &tx) -> Result<> {
            auto job = pendingJob(id);
            if (!job)
                return job.error();
            job->state = PrintJobState::GivenUp;
            return m_store.update(tx, *job);
        });
    Q_EMIT changed();
    return done;
}

Result<QString> DevicesService::savePdf(const Command &command, PrintJobId id)
{
    const auto saved =
        perform<CommandName::DevicesSavePdf>(command, [&](Transaction &tx) -> Result<QString> {
            auto job = pendingJob(id);
            if (!job)
                return job.error();
            const Document paper =
                job->begun ? markedAsCopy(job->paper, m_settings.style) : job->paper;
            const auto file = kontor::savePdf(m_settings.pdfFolder, paper, formOf(job->kind));
            if (!file)
                return file;
            job->state = PrintJobState::Printed;
            job->reason = *file;
            job->trouble.reset();
            const auto kept = m_store.update(tx, *job);
            return kept ? file : kept.error();
        });
    Q_EMIT changed();
    return saved;
}

Result<PrinterState> DevicesService::state() const
{
    const auto waiting = m_store.waitingPapers();
    if (!waiting)
        return waiting.error();
    return PrinterState{m_trouble, *waiting, m_printer != nullptr};
}

Result<int> DevicesService::reachOut()
{
    if (const auto taken = takeUpAgain(); !taken)
        return taken.error();
    const auto sales = lookForSales();
    if (!sales)
        return sales;
    const auto started = printNext();
    if (!started)
        return started;
    return *sales + *started;
}

Result<> DevicesService::takeUpAgain()
{
    if (m_tookUp)
        return {};
    const auto interrupted = m_store.inState(PrintJobState::Printing);
    if (!interrupted)
        return interrupted.error();
    for (PrintJob job : *interrupted) {
        job.begun = true;
        job.state = PrintJobState::Waiting;
        if (const auto kept = keep(job); !kept)
            return kept;
    }
    m_tookUp = true;
    return {};
}

Result<int> DevicesService::lookForSales()
{
    if (!m_seen) {
        const auto head = m_sales->head();
        if (!head)
            return head.error();
        m_seen = std::max<qint64>(0, *head - lookBack);
    }
    const auto events = m_sales->after(*m_seen, batchSize);
    if (!events)
        return events.error();
    for (const StoredEvent &event : *events) {
        if (isSale(event)) {
            if (const auto taken = take(event); !taken)
                return taken.error();
        }
        m_seen = event.seq;
    }
    return int(events->size());
}

Result<> DevicesService::take(const StoredEvent &sale)
{
    const auto facts = factsFrom(sale);
    if (!facts)
        return facts.error();
    if (facts->at.ms + freshMs < clock().now().ms || hasTender(facts->sale, TenderKind::Outside))
        return {};
    drawReceipt(*facts);
    // What is sold while there is no printer is not printed by one that comes later.
    return m_printer ? queueSale(*facts) : Result<>();
}

void DevicesService::drawReceipt(const ReceiptFacts &facts)
{
    const ShoppingCartOrdered &sale = facts.sale;
    if (sale.customer.isNull() || sale.fulfilment == Fulfilment::Counter || !canDrawPdf())
        return;
    Q_EMIT receiptDrawn(sale.order, sale.receipt + u".pdf"_s, paperPdf(receipt(facts, false)));
}

Result<> DevicesService::queueSale(const ReceiptFacts &facts)
{
    const ShoppingCartOrdered &sale = facts.sale;
    const auto id = [&](const char *what) {
        return PrintJobId::named(facts.at, sale.order.toByteArray() + what);
    };
    const auto queued = inTransaction(db(), [&](Transaction &tx) -> Result<> {
        if (hasTender(sale, TenderKind::Cash)) {
            PrintJob drawer = drawerJob(id("drawer"), sale.order);
            drawer.createdAt = facts.at;
            if (const auto added = m_store.add(tx, drawer); !added)
                return added.error();
        }
        if (!m_settings.printsAfterSale)
            return {};
        PrintJob job;
        job.id = id("receipt");
        job.order = sale.order;
        job.paper = receipt(facts, false);
        job.createdAt = facts.at;
        job.nextAt = clock().now();
        return withoutValue(m_store.add(tx, job));
    });
    if (queued)
        Q_EMIT changed();
    return queued;
}

Result<int> DevicesService::printNext()
{
    if (!m_printer || m_busy)
        return 0;
    auto next = m_store.nextDue(clock().now());
    if (!next)
        return next.error();
    if (!*next)
        return 0;
    PrintJob job = **next;
    if (isTooLate(job, clock().now())) {
        const auto given = settle(job, {Error(DevicesError::TooLate, job.reason)});
        return given ? Result<int>(1) : given.error();
    }
    const Document paper = job.begun ? markedAsCopy(job.paper, m_settings.style) : job.paper;
    job.state = PrintJobState::Printing;
    ++job.attempts;
    if (const auto kept = keep(job); !kept)
        return kept.error();
    db().reached("printing");
    m_busy = true;
    const Printed printed = [this, job](const PrintOutcome &outcome) {
        m_busy = false;
        if (const auto settled = settle(job, outcome); !settled)
            m_tookUp = false; // found as it lies, and taken up as a copy
        wake();
    };
    if (job.kind == PrintJobKind::Drawer)
        m_printer->openDrawer(printed);
    else
        m_printer->print(paper, printed, formOf(job.kind));
    return 1;
}

Result<> DevicesService::settle(PrintJob job, const PrintOutcome &outcome)
{
    const bool tooLate = outcome.trouble && outcome.trouble->is(DevicesError::TooLate);
    if (!tooLate)
        m_trouble = outcome.trouble;
    if (!outcome.trouble) {
        job.state = PrintJobState::Printed;
        job.reason.clear();
        job.trouble.reset();
    } else {
        job.state = tooLate ? PrintJobState::Failed : PrintJobState::Waiting;
        job.begun = job.begun || outcome.begun;
        job.reason = outcome.trouble->text();
        if (outcome.trouble->isIn<DevicesError>())
            job.trouble = outcome.trouble->as<DevicesError>();
        // The drawer opens soon or not at all.
        job.nextAt.ms = clock().now().ms + (job.kind == PrintJobKind::Drawer
                                                ? firstPauseMs
                                                : pauseAfter(std::max(job.attempts, 1)));
    }
    const auto kept = keep(job);
    if (kept && job.state == PrintJobState::Printed)
        Q_EMIT printed(job.id);
    Q_EMIT changed();
    return kept;
}

Result<> DevicesService::keep(const PrintJob &job)
{
    return inTransaction(db(),
                         [&](Transaction &tx) -> Result<> { return m_store.update(tx, job); });
}

} // namespace kontor
