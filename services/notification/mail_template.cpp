// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_template.h"

#include <QFile>

#include <algorithm>

namespace kontor {

namespace {

bool hasValue(const QList<MailValue> &values, const QString &name)
{
    return std::any_of(values.begin(), values.end(),
                       [&](const MailValue &value) { return value.name == name; });
}

QString templateName(MailKind kind, const QList<MailValue> &values)
{
    switch (kind) {
    case MailKind::Welcome:
        return QStringLiteral("welcome");
    case MailKind::OrderConfirmed:
        return hasValue(values, QStringLiteral("wished_for"))
                   ? QStringLiteral("order_confirmed_for")
                   : QStringLiteral("order_confirmed");
    case MailKind::OrderCancelled:
        return QStringLiteral("order_cancelled");
    case MailKind::OrderReady:
        return hasValue(values, QStringLiteral("collect_by")) ? QStringLiteral("order_ready_by")
                                                              : QStringLiteral("order_ready");
    case MailKind::Backordered:
        return QStringLiteral("backordered");
    case MailKind::PaymentLink:
        return QStringLiteral("payment_link");
    case MailKind::PaymentFailed:
        return QStringLiteral("payment_failed");
    case MailKind::Refunded:
        return QStringLiteral("refunded");
    case MailKind::RefundDue:
        return QStringLiteral("refund_due");
    case MailKind::Shipped:
        return QStringLiteral("shipped");
    case MailKind::Delivered:
        return QStringLiteral("delivered");
    }
    return {};
}

Result<QString> filled(const QString &text, const QList<MailValue> &values)
{
    QString out;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u'{', at);
        if (open < 0)
            return out + text.sliced(at);
        const qsizetype close = text.indexOf(u'}', open);
        const QString name = close < 0 ? QString() : text.sliced(open + 1, close - open - 1);
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const MailValue &v) { return v.name == name; });
        if (value == values.end())
            return Error(NotificationError::PlaceholderUnknown, name);
        out += QStringView(text).sliced(at, open - at);
        out += value->value;
        at = close + 1;
    }
}

} // namespace

Result<MailText> renderedMail(MailKind kind, const QList<MailValue> &values)
{
    QFile file(QStringLiteral(":/mail/%1.txt").arg(templateName(kind, values)));
    if (!file.open(QIODevice::ReadOnly))
        return Error(NotificationError::TemplateMissing, file.fileName());
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype firstBreak = text.indexOf(u'\n');
    if (firstBreak < 1)
        return Error(NotificationError::TemplateMissing, file.fileName());
    auto subject = filled(text.first(firstBreak), values);
    if (!subject)
        return subject.error();
    auto body = filled(text.sliced(firstBreak + 1), values);
    if (!body)
        return body.error();
    return MailText{std::move(*subject), std::move(*body)};
}

} // namespace kontor
