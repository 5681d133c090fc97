// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/print_queue_model.h"
#include "ui/commands/overlay.h"

class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

class MessageLine;

//! What waits for the printer, why, and what can be done about it.
class PrintQueue : public Overlay
{
    Q_OBJECT
public:
    PrintQueue(const ShopAccess &access, QWidget *parent);

    void open() override;

private:
    void build();
    QWidget *buildActions();
    QPushButton *button(const QString &name, const QString &text, const QString &spoken,
                        void (PrintQueueModel::*done)(int));
    void looked();
    //! What the chosen row allows.
    void refresh();
    void showPrinter(const PrinterState &printer);

    const ShopAccess &m_access;
    PrintQueueModel m_model;
    PrintJobId m_chosen;
    QTableView *m_list;
    QLabel *m_printer;
    QLabel *m_reason;
    MessageLine *m_more;
    MessageLine *m_message;
    QPushButton *m_again;
    QPushButton *m_pdf;
    QPushButton *m_giveUp;
    QPushButton *m_close;
};

} // namespace kontor
