// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_template.h"

#include "services/notification/mail_values.h"

#include <QFile>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString fileName(MailKind kind)
{
    switch (kind) {
    case MailKind::Welcome:
        return u"welcome"_s;
    case MailKind::OrderConfirmed:
        return u"order_confirmed"_s;
    case MailKind::OrderCancelled:
        return u"order_cancelled"_s;
    case MailKind::OrderReady:
        return u"order_ready"_s;
    case MailKind::Backordered:
        return u"backordered"_s;
    case MailKind::PaymentLink:
        return u"payment_link"_s;
    case MailKind::PaymentFailed:
        return u"payment_failed"_s;
    case MailKind::Refunded:
        return u"refunded"_s;
    case MailKind::RefundDue:
        return u"refund_due"_s;
    case MailKind::Shipped:
        return u"shipped"_s;
    case MailKind::Delivered:
        return u"delivered"_s;
    }
    Q_UNREACHABLE();
}

//! The wording from its beginning: of text, of placeholders, and of the parts in brackets.
class Filling
{
public:
    //! Says what stands for a placeholder, or nothing if it has no value.
    using Value = std::function<Result<std::optional<QString>>(const QString &name, bool inPart)>;

    Filling(const QString &wording, Value value) : m_wording(wording), m_value(std::move(value)) {}

    Result<QString> filled()
    {
        QString out;
        while (m_at < m_wording.size()) {
            const auto piece = m_wording[m_at] == u'[' ? part() : stretch(u"{["_s, false);
            if (!piece)
                return piece.error();
            out += **piece;
        }
        return out;
    }

private:
    //! Up to one of the stops; nothing if a placeholder in it has no value.
    Result<std::optional<QString>> stretch(const QString &stops, bool inPart)
    {
        if (m_wording[m_at] == u'{')
            return placeholder(inPart);
        qsizetype end = m_at + 1;
        while (end < m_wording.size() && !stops.contains(m_wording[end]))
            ++end;
        const QString text = m_wording.sliced(m_at, end - m_at);
        m_at = end;
        return std::optional(text);
    }

    Result<std::optional<QString>> placeholder(bool inPart)
    {
        const qsizetype close = m_wording.indexOf(u'}', m_at);
        if (close < 0)
            return Error(NotificationError::PlaceholderUnknown, m_wording.sliced(m_at, 1));
        const QString name = m_wording.sliced(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        return m_value(name, inPart);
    }

    //! A bracket that never closes, or in which nothing stands for a value, is one of the text.
    Result<std::optional<QString>> part()
    {
        const qsizetype close = m_wording.indexOf(u']', m_at);
        const QString inside = close < 0 ? QString() : m_wording.sliced(m_at, close - m_at);
        if (!inside.contains(u'{'))
            return stretch(u"{["_s, false);
        ++m_at;
        std::optional<QString> out = QString();
        while (m_at < close) {
            const auto piece = stretch(u"{]"_s, true);
            if (!piece)
                return piece.error();
            out = out && *piece ? std::optional(*out + **piece) : std::nullopt;
        }
        m_at = close + 1;
        return std::optional(out.value_or(QString()));
    }

    const QString &m_wording;
    Value m_value;
    qsizetype m_at = 0;
};

Result<MailText> filledWith(const MailText &wording, const Filling::Value &value)
{
    auto subject = Filling(wording.subject, value).filled();
    if (!subject)
        return subject.error();
    auto body = Filling(wording.body, value).filled();
    if (!body)
        return body.error();
    return MailText{std::move(*subject), std::move(*body)};
}

} // namespace

MailText usualWording(MailKind kind, MailLanguage language)
{
    const auto code = nameOf(language);
    QFile file(u":/mail/%1/%2.txt"_s.arg(QString::fromLatin1(code.data(), qsizetype(code.size())),
                                         fileName(kind)));
    KONTOR_CHECK(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype firstBreak = text.indexOf(u'\n');
    return {text.first(firstBreak), text.sliced(firstBreak + 1)};
}

MailPlaceholders placeholdersOf(MailKind kind)
{
    MailPlaceholders all{{u"name"_s, u"shop"_s}, {}};
    if (kind != MailKind::Welcome)
        all.always.append(u"receipt"_s);
    switch (kind) {
    case MailKind::Welcome:
    case MailKind::Backordered:
    case MailKind::Delivered:
        break;
    case MailKind::OrderConfirmed:
        all.always.append(u"amount"_s);
        all.sometimes.append(u"wished_for"_s);
        break;
    case MailKind::OrderCancelled:
    case MailKind::PaymentFailed:
        all.always.append(u"reason"_s);
        break;
    case MailKind::OrderReady:
        all.sometimes.append(u"collect_by"_s);
        break;
    case MailKind::PaymentLink:
        all.always.append({u"amount"_s, u"expires"_s, u"link"_s});
        break;
    case MailKind::Refunded:
    case MailKind::RefundDue:
        all.always.append(u"amount"_s);
        break;
    case MailKind::Shipped:
        all.always.append({u"carrier"_s, u"tracking_number"_s});
        break;
    }
    return all;
}

Result<> checkedWording(MailKind kind, const MailText &wording)
{
    if (wording.subject.trimmed().isEmpty() || wording.body.trimmed().isEmpty())
        return Error(NotificationError::WordingEmpty);
    if (wording.subject.size() > maxMailSubject || wording.body.size() > maxMailBody)
        return Error(NotificationError::WordingTooLong);
    if (std::ranges::any_of(wording.subject,
                            [](QChar c) { return c.category() == QChar::Other_Control; }))
        return Error(NotificationError::HeaderUnsafe, u"a line break in the subject"_s);
    const auto known = placeholdersOf(kind);
    const auto filled = filledWith(
        wording, [&](const QString &name, bool inPart) -> Result<std::optional<QString>> {
            if (known.always.contains(name) || (inPart && known.sometimes.contains(name)))
                return std::optional(name);
            return Error(known.sometimes.contains(name) ? NotificationError::PlaceholderLoose
                                                        : NotificationError::PlaceholderUnknown,
                         name);
        });
    return filled ? Result<>() : filled.error();
}

Result<MailText> filledMail(const MailText &wording, const QList<MailValue> &values,
                            const MailStyle &style)
{
    return filledWith(wording,
                      [&](const QString &name, bool inPart) -> Result<std::optional<QString>> {
                          const auto value = std::ranges::find(values, name, &MailValue::name);
                          if (value != values.end())
                              return std::optional(mailText(*value, style));
                          if (inPart)
                              return std::optional<QString>();
                          return Error(NotificationError::PlaceholderUnknown, name);
                      });
}

} // namespace kontor
