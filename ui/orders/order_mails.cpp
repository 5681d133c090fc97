// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_mails.h"

#include "models/stored_text.h"
#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QColor mailColour(const QModelIndex &index, const Tokens &tokens)
{
    if (index.column() != MailsModel::StateColumn)
        return {};
    switch (MailState(index.data(MailsModel::RawRole).toInt())) {
    case MailState::Sent:
        return tokens.good;
    case MailState::Failed:
        return tokens.danger;
    case MailState::Queued:
    case MailState::Skipped:
        break;
    }
    return {};
}

} // namespace

OrderMails::OrderMails(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_mails(access)
    , m_list(inRole(rowTable(u"orderMails"_s, tr("Messages about the order")), "plain"))
    , m_note(named(plainLabel({}, "muted"), u"orderMailNote"_s, tr("About the message")))
    , m_send(named(new QPushButton(tr("Send again")), u"orderMailSend"_s,
                   tr("Send the message again")))
{
    build();
    const auto follow = [this] {
        // The newest, unless another was chosen before one came.
        for (int row = m_mails.rowCount() - 1; row >= 0 && !m_list->currentIndex().isValid();
             --row) {
            if (m_chosen.isNull() || m_mails.mail(row).id == m_chosen)
                m_list->selectRow(row);
        }
        if (!m_list->currentIndex().isValid() && m_mails.rowCount() > 0)
            m_list->selectRow(m_mails.rowCount() - 1);
        refresh();
    };
    connect(&m_mails, &MailsModel::told, this, follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OrderMails::refresh);
    connect(m_send, &QPushButton::clicked, this,
            [this] { m_mails.sendAgain(m_list->currentIndex().row()); });
    refresh();
}

void OrderMails::build()
{
    m_list->setModel(&m_mails);
    auto *delegate = new RowDelegate(metrics::storyRowHeight, m_list);
    delegate->setMuted(MailsModel::TimeColumn);
    delegate->setColour(mailColour);
    delegate->setEnds(0);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::storyRowHeight);
    auto *header = m_list->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(MailsModel::KindColumn, QHeaderView::Stretch);
    new EmptyNote(m_list, tr("No message was sent about this order: the customer is not known, or "
                             "took the goods along."));
    m_note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    row->addWidget(m_note, 1);
    row->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
}

void OrderMails::refresh()
{
    const QModelIndex row = m_list->currentIndex();
    m_send->setVisible(row.isValid());
    m_note->setVisible(row.isValid());
    if (!row.isValid())
        return;
    const QueuedMail &mail = m_mails.mail(row.row());
    m_chosen = mail.id;
    const bool waits =
        mail.state == MailState::Queued && !mail.note.isEmpty() && mail.nextAt != Timestamp();
    m_send->setEnabled(mail.state != MailState::Queued || waits);
    switch (mail.state) {
    case MailState::Queued:
        m_note->setText(waits ? tr("Not accepted so far: %1. It is tried again at %2.")
                                    .arg(storedText(mail.note), timeText(mail.nextAt))
                              : tr("It is on its way."));
        break;
    case MailState::Sent:
        m_note->setText(tr("It was sent. Sent again, it is the same message."));
        break;
    case MailState::Failed:
        m_note->setText(tr("It was refused: %1").arg(storedText(mail.note)));
        break;
    case MailState::Skipped:
        m_note->setText(tr("The customer had no mail address."));
        break;
    }
}

} // namespace kontor
