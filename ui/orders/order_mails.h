// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mails_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

//! The mails about one order; each can be sent again.
class OrderMails : public QWidget
{
    Q_OBJECT
public:
    explicit OrderMails(const ShopAccess &access, QWidget *parent = nullptr);

    MailsModel &mails() { return m_mails; }

private:
    void build();
    void refresh();

    MailsModel m_mails;
    MailId m_chosen;
    QTableView *m_list;
    QLabel *m_note;
    QPushButton *m_send;
};

} // namespace kontor
