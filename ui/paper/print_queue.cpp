// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/print_queue.h"

#include "services/core/call.h"
#include "ui/error_text.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QColor jobColour(const QModelIndex &index, const Tokens &tokens)
{
    const bool givenUp =
        PrintJobState(index.data(PrintQueueModel::RawRole).toInt()) == PrintJobState::GivenUp;
    return givenUp ? tokens.muted : QColor();
}

} // namespace

PrintQueue::PrintQueue(const ShopAccess &access, QWidget *parent)
    : Overlay(u"printQueue"_s, metrics::paletteWidth, parent)
    , m_access(access)
    , m_model(access)
    , m_list(rowTable(u"printJobs"_s, tr("Papers that wait for the printer")))
    , m_printer(named(plainLabel({}, "muted"), u"queuePrinter"_s, tr("How the printer is")))
    , m_reason(named(plainLabel({}, "muted"), u"jobReason"_s, tr("Why the paper waits")))
    , m_more(new MessageLine(u"queueMore"_s))
    , m_message(new MessageLine(u"queueMessage"_s))
    , m_again(button(u"jobAgain"_s, tr("Try again"), tr("Print this paper now"),
                     &PrintQueueModel::tryAgain))
    , m_pdf(button(u"jobPdf"_s, tr("PDF instead"), tr("Save this paper as a PDF and open it"),
                   &PrintQueueModel::savePdf))
    , m_giveUp(button(u"jobGiveUp"_s, tr("Give up"), tr("Do not print this paper"),
                      &PrintQueueModel::giveUp))
    , m_close(named(new QPushButton(tr("Close")), u"queueClose"_s, tr("Close the print queue")))
{
    build();
    connect(&m_model, &PrintQueueModel::looked, this, &PrintQueue::looked);
    connect(&m_model, &PrintQueueModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
    connect(&m_model, &PrintQueueModel::saved, this,
            [this](const QString &file) { tellSaved(*m_message, file); });
    connect(m_close, &QPushButton::clicked, this, &PrintQueue::close);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PrintQueue::refresh);
    connect(&access.devices, &DevicesService::changed, this, [this] {
        if (isVisible())
            m_model.look();
    });
}

void PrintQueue::build()
{
    m_list->setModel(&m_model);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_list);
    delegate->setColour(jobColour);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    auto *header = m_list->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PrintQueueModel::PaperColumn, QHeaderView::Stretch);
    new EmptyNote(m_list, tr("Nothing waits for the printer."));
    m_printer->setWordWrap(true);
    m_reason->setWordWrap(true);
    card()->addLayout(panelHead(tr("Print queue"), m_close));
    card()->addWidget(m_printer);
    card()->addWidget(m_list, 1);
    card()->addWidget(m_more);
    card()->addWidget(m_reason);
    card()->addWidget(m_message);
    card()->addWidget(buildActions());
}

QWidget *PrintQueue::buildActions()
{
    inRole(m_again, "main");
    inRole(m_giveUp, "danger");
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_again);
    layout->addWidget(m_pdf);
    layout->addStretch();
    layout->addWidget(m_giveUp);
    return row;
}

QPushButton *PrintQueue::button(const QString &name, const QString &text, const QString &spoken,
                                void (PrintQueueModel::*done)(int))
{
    auto *made = named(new QPushButton(text), name, spoken);
    connect(made, &QPushButton::clicked, this, [this, done] {
        m_message->say(QString());
        if (const QModelIndex row = m_list->currentIndex(); row.isValid())
            (m_model.*done)(row.row());
    });
    return made;
}

void PrintQueue::open()
{
    m_message->say(QString());
    m_chosen = {};
    Overlay::open();
    m_list->setFocus();
    m_model.look();
}

void PrintQueue::looked()
{
    // What was chosen stays chosen when others come and go.
    for (int row = 0; row < m_model.rowCount() && !m_list->currentIndex().isValid(); ++row) {
        if (m_chosen.isNull() || m_model.job(row).id == m_chosen)
            m_list->selectRow(row);
    }
    m_more->notice(m_model.givenUp() < DevicesService::shownGivenUp
                       ? QString()
                       : tr("Of what was given up the newest %1 are listed.")
                             .arg(DevicesService::shownGivenUp));
    refresh();
    call(m_access.devices, &DevicesService::state)
        .then(this, [this](const Result<PrinterState> &printer) {
            if (printer)
                showPrinter(*printer);
        });
}

void PrintQueue::showPrinter(const PrinterState &printer)
{
    setRole(m_printer, printer.trouble ? "message" : "muted");
    m_printer->setText(printer.trouble ? errorText(*printer.trouble)
                       : printer.isThere
                           ? tr("The printer is ready.")
                           : tr("No printer is set up at this till: papers become PDFs."));
    refresh();
}

void PrintQueue::refresh()
{
    const QModelIndex row = m_list->currentIndex();
    if (row.isValid())
        m_chosen = m_model.job(row.row()).id;
    const bool pending = row.isValid() && m_model.job(row.row()).state != PrintJobState::Printing;
    const bool waits = row.isValid() && m_model.job(row.row()).state == PrintJobState::Waiting;
    m_again->setEnabled(pending);
    m_pdf->setEnabled(pending);
    m_giveUp->setEnabled(waits);
    QString reason;
    if (row.isValid()) {
        const PrintJob &job = m_model.job(row.row());
        if (job.trouble)
            reason = errorText(Error(*job.trouble));
        if (job.begun)
            reason += u' ' + tr("A part may be on paper; what comes now is marked as a copy.");
    }
    m_reason->setText(reason.trimmed());
    // What holds for the printer as a whole stands above.
    m_reason->setVisible(!reason.isEmpty() && reason != m_printer->text());
}

} // namespace kontor
