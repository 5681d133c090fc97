// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/print_queue_model.h"

#include "models/texts.h"
#include "services/core/call.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor {

namespace {

struct PrintTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::PrintTexts)
};

} // namespace

QString nameText(const PrintJob &job)
{
    switch (job.kind) {
    case PrintJobKind::Receipt:
        return PrintTexts::tr("Receipt %1").arg(job.paper.title);
    case PrintJobKind::Drawer:
        return PrintTexts::tr("Drawer");
    case PrintJobKind::Gift:
    case PrintJobKind::Invoice:
    case PrintJobKind::PackingSlip:
    case PrintJobKind::Report:
    case PrintJobKind::Labels:
    case PrintJobKind::NumberSlip:
        return job.paper.title;
    }
    return {};
}

QString nameText(PrintJobState state)
{
    switch (state) {
    case PrintJobState::Waiting:
        return PrintTexts::tr("Waiting");
    case PrintJobState::Printing:
        return PrintTexts::tr("Printing");
    case PrintJobState::Printed:
        return PrintTexts::tr("Printed");
    case PrintJobState::Failed:
        return PrintTexts::tr("Too late");
    case PrintJobState::GivenUp:
        return PrintTexts::tr("Given up");
    }
    return {};
}

PrintQueueModel::PrintQueueModel(const ShopAccess &access, QObject *parent)
    : TableModel({tr("Paper"), tr("Since"), tr("State")}, parent)
    , m_access(access)
{
}

void PrintQueueModel::look()
{
    call(m_access.devices, &DevicesService::queue)
        .then(this, [this](const Result<QList<PrintJob>> &jobs) {
            if (jobs)
                show(*jobs);
            else
                Q_EMIT failed(jobs.error());
        });
}

void PrintQueueModel::show(const QList<PrintJob> &jobs)
{
    const bool sameRows = std::ranges::equal(jobs, m_jobs, {}, &PrintJob::id, &PrintJob::id);
    if (!sameRows)
        beginResetModel();
    m_jobs = jobs;
    if (!sameRows)
        endResetModel();
    else if (!jobs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT looked();
}

int PrintQueueModel::givenUp() const
{
    return int(std::ranges::count(m_jobs, PrintJobState::GivenUp, &PrintJob::state));
}

void PrintQueueModel::tryAgain(int row)
{
    call(m_access.devices, &DevicesService::tryAgain, m_access.command(), m_jobs[row].id)
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void PrintQueueModel::giveUp(int row)
{
    call(m_access.devices, &DevicesService::giveUp, m_access.command(), m_jobs[row].id)
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void PrintQueueModel::savePdf(int row)
{
    call(m_access.devices, &DevicesService::savePdf, m_access.command(), m_jobs[row].id)
        .then(this, [this](const Result<QString> &file) {
            if (file)
                Q_EMIT saved(*file);
            else
                Q_EMIT failed(file.error());
        });
}

QVariant PrintQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PrintJob &job = m_jobs[index.row()];
    if (role == RawRole)
        return int(job.state);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case PaperColumn:
        return nameText(job);
    case SinceColumn:
        return momentText(job.createdAt);
    case StateColumn:
        return nameText(job.state);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
