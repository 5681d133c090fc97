// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers say that are asked for: made of what the till's topic tells of its sales.
#include "services/devices/devices_service.h"
#include "services/devices/esc_pos.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

Result<PrintJobId> DevicesService::print(const Command &command, const WantedPaper &paper)
{
    // A slip is for whoever stands in front of the printer.
    const bool isForNobody =
        m_printer && std::holds_alternative<NumberSlip>(paper) && !m_printer->hasPaper();
    if (!m_printer || isForNobody)
        return m_settings.printerTrouble.value_or(
            Error(DevicesError::NoPrinter, u"a paper has nowhere to come out"_s));
    auto job = jobFor(paper);
    if (!job)
        return job.error();
    job->id = PrintJobId::named(command.at, command.id.toByteArray());
    job->createdAt = job->nextAt = clock().now();
    const auto queued =
        perform<CommandName::DevicesPrint>(command, [&](Transaction &tx) -> Result<PrintJobId> {
            if (const auto added = m_store.add(tx, *job); !added)
                return added.error();
            return job->id;
        });
    Q_EMIT changed();
    wake();
    return queued;
}

Result<QString> DevicesService::save(const WantedPaper &paper) const
{
    const auto job = jobFor(paper);
    return job ? kontor::savePdf(m_settings.pdfFolder, job->paper, formOf(job->kind)) : job.error();
}

Result<QString> DevicesService::saveMade(const MadePaper &paper) const
{
    return kontor::saveFile(m_settings.pdfFolder, paper.title, paper.suffix, paper.bytes);
}

Result<QByteArray> DevicesService::preview(const WantedPaper &paper) const
{
    const auto job = jobFor(paper);
    if (!job)
        return job.error();
    return escPosBytes(job->paper, m_settings.columns);
}

Result<PrintJob> DevicesService::jobFor(const WantedPaper &paper) const
{
    if (const auto *sale = std::get_if<SalePaper>(&paper))
        return saleJob(*sale);
    PrintJob job;
    if (const auto *report = std::get_if<ReportPaper>(&paper)) {
        job.kind = PrintJobKind::Report;
        job.paper = reportDocument(m_settings.shop, report->title, report->rows, report->style,
                                   marks(m_settings.training, false));
    } else if (const auto *labels = std::get_if<LabelPaper>(&paper)) {
        if (labels->labels.isEmpty())
            return Error(DevicesError::NothingToPrint, u"no label"_s);
        job.kind = PrintJobKind::Labels;
        job.paper = labelsDocument(labels->labels);
    } else if (const auto *slip = std::get_if<NumberSlip>(&paper)) {
        job.kind = PrintJobKind::NumberSlip;
        job.paper = numberSlipDocument(m_settings.shop, *slip, marks(m_settings.training, false));
    }
    return job;
}

Result<PrintJob> DevicesService::saleJob(const SalePaper &paper) const
{
    const auto facts = factsOf(paper.order);
    if (!facts)
        return facts.error();
    const auto before = mayBeOnPaper(paper.order, paper.kind);
    if (!before)
        return before.error();
    PrintJob job;
    job.kind = paper.kind;
    job.order = paper.order;
    const ShopHeading &shop = m_settings.shop;
    const PaperStyle &style = m_settings.style;
    if (paper.kind == PrintJobKind::Gift)
        job.paper =
            receiptDocument(shop, *facts, style, marksOf(*facts, false) + QList{Mark::Gift});
    else if (paper.kind == PrintJobKind::Invoice)
        job.paper = invoiceDocument(shop, *facts, paper.bill, style, marksOf(*facts, *before));
    else if (paper.kind == PrintJobKind::PackingSlip)
        job.paper = packingSlip(shop, *facts, paper.bill, style, marksOf(*facts, false));
    else
        job.paper = receipt(*facts, *before);
    return job;
}

Result<bool> DevicesService::mayBeOnPaper(OrderId order, PrintJobKind kind) const
{
    const auto jobs = m_store.about(order);
    if (!jobs)
        return jobs.error();
    return std::ranges::any_of(*jobs, [kind](const PrintJob &job) {
        return job.kind == kind && job.state != PrintJobState::Failed &&
               (job.state != PrintJobState::GivenUp || job.begun);
    });
}

Result<ReceiptFacts> DevicesService::factsOf(OrderId order) const
{
    const auto events = m_sales->about(subject(order));
    if (!events)
        return events.error();
    for (const StoredEvent &event : *events) {
        if (isSale(event))
            return factsFrom(event);
    }
    return Error(DevicesError::UnknownSale, order.toString());
}

Result<ReceiptFacts> DevicesService::factsFrom(const StoredEvent &event) const
{
    const auto told = decode<Envelope<ShoppingCartOrdered>>(event.bytes);
    if (!told)
        return told.error();
    const auto cart = m_carts->cart(told->data.order);
    if (!cart)
        return cart.error();
    ReceiptFacts facts{told->data, told->at, told->actor, Money{0, told->data.total.currency}};
    if (*cart) {
        for (const CartTender &tender : (*cart)->tenders) {
            if (tender.tender.kind == TenderKind::Cash && !tender.tender.amount.isNegative())
                facts.change += tender.given - tender.tender.amount;
        }
    }
    return facts;
}

QList<Mark> DevicesService::marksOf(const ReceiptFacts &facts, bool isCopy) const
{
    // A sale that cannot be told is not passed off as one of trade.
    const auto then = m_store.wasTraining(facts.at);
    const auto ever = m_store.wasTraining(clock().now());
    const bool isNoted = ever && ever->has_value();
    return marks(isNoted ? !then || then->value_or(true) : m_settings.training, isCopy);
}

QList<Mark> DevicesService::marks(bool training, bool isCopy) const
{
    QList<Mark> all;
    if (training)
        all.append(Mark::Training);
    if (isCopy)
        all.append(Mark::Copy);
    return all;
}

Document DevicesService::receipt(const ReceiptFacts &facts, bool isCopy) const
{
    return receiptDocument(m_settings.shop, facts, m_settings.style, marksOf(facts, isCopy));
}

Result<OrderId> DevicesService::lastSale() const
{
    const auto head = m_sales->head();
    if (!head)
        return head.error();
    for (qint64 seq = *head; seq > 0; --seq) {
        const auto event = m_sales->at(seq);
        if (!event)
            return event.error();
        if (*event && isSale(**event))
            return OrderId((*event)->subject.bytes());
    }
    return Error(DevicesError::NoSale, u"the topic has no sale"_s);
}

} // namespace kontor
