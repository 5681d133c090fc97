// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mails_model.h"

#include "models/mail_text.h"
#include "models/texts.h"
#include "services/core/call.h"

#include <algorithm>

namespace kontor {

namespace {

constexpr int pollMs = 500;

} // namespace

MailsModel::MailsModel(const ShopAccess &access, QObject *parent)
    : TableModel({tr("Time"), tr("Message"), tr("State")}, parent)
    , m_access(access)
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &MailsModel::refresh);
}

void MailsModel::setOrder(OrderId order)
{
    if (m_order == order)
        return;
    m_order = order;
    m_poll.stop();
    show({});
    refresh();
}

void MailsModel::refresh()
{
    if (m_order.isNull())
        return;
    call(m_access.notification, &NotificationService::about, m_order)
        .then(this, [this, order = m_order](const Result<QList<QueuedMail>> &mails) {
            if (order != m_order)
                return;
            if (mails)
                show(*mails);
            else
                Q_EMIT failed(mails.error());
        });
}

void MailsModel::show(const QList<QueuedMail> &mails)
{
    if (std::ranges::find(mails, MailState::Queued, &QueuedMail::state) != mails.end())
        m_poll.start();
    if (mails == m_mails)
        return;
    const bool goesOn = mails.size() == m_mails.size() &&
                        std::ranges::equal(mails, m_mails, {}, &QueuedMail::id, &QueuedMail::id);
    if (goesOn) {
        m_mails = mails;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_mails = mails;
        endResetModel();
    }
    Q_EMIT told();
}

void MailsModel::sendAgain(int row)
{
    call(m_access.notification, &NotificationService::sendAgain, m_access.command(),
         m_mails[row].id)
        .then(this, [this](const Result<> &queued) {
            if (!queued)
                Q_EMIT failed(queued.error());
            refresh();
        });
}

QVariant MailsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueuedMail &mail = m_mails[index.row()];
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    const bool raw = role == RawRole;
    switch (Column(index.column())) {
    case TimeColumn:
        return raw ? QVariant(mail.createdAt.ms) : momentText(mail.createdAt);
    case KindColumn:
        return raw ? QVariant(int(mail.kind)) : nameText(mail.kind);
    case StateColumn:
        return raw ? QVariant(int(mail.state)) : nameText(mail.state);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace kontor
