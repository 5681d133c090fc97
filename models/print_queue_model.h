// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "models/table_model.h"

namespace kontor {

//! The papers that have yet to come out of the printer, and those that were given up lately.
class PrintQueueModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        PaperColumn,
        SinceColumn,
        StateColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< PrintJobState
    };

    explicit PrintQueueModel(const ShopAccess &access, QObject *parent = nullptr);

    void look();
    const PrintJob &job(int row) const { return m_jobs[row]; }
    //! How many of the jobs were given up.
    int givenUp() const;
    void tryAgain(int row);
    void giveUp(int row);
    void savePdf(int row);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void looked();
    void saved(const QString &file);
    void failed(const kontor::Error &error);

private:
    int rows() const override { return int(m_jobs.size()); }
    void show(const QList<PrintJob> &jobs);

    const ShopAccess &m_access;
    QList<PrintJob> m_jobs;
};

//! "Receipt T1-000001".
QString nameText(const PrintJob &job);
QString nameText(PrintJobState state);

} // namespace kontor
