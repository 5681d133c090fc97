// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stored_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kontor {

namespace {

struct Stored
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Stored)
};

// As the services say them; a test reads that none is missing.
constexpr const char *knownSentences[] = {
    QT_TRANSLATE_NOOP("kontor::Stored", "line %1 of %2 returns what nobody holds for it"),
    QT_TRANSLATE_NOOP("kontor::Stored", "a counter order cannot fail: its goods are gone"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the order is paid already"),
    QT_TRANSLATE_NOOP("kontor::Stored", "only a delivery has a parcel"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the parcel has left already"),
    QT_TRANSLATE_NOOP("kontor::Stored", "an abandoned cart was ordered"),
    QT_TRANSLATE_NOOP("kontor::Stored", "an order cannot be abandoned"),
    QT_TRANSLATE_NOOP("kontor::Stored", "paid out for a tender that the order does not have"),
    QT_TRANSLATE_NOOP("kontor::Stored", "paid out in another currency"),
    QT_TRANSLATE_NOOP("kontor::Stored", "till %1 paid out more than was due"),
    QT_TRANSLATE_NOOP("kontor::Stored", "till %1 paid out what had been paid out before"),
    QT_TRANSLATE_NOOP("kontor::Stored", "paid in for an abandoned cart"),
    QT_TRANSLATE_NOOP("kontor::Stored", "paid in an amount that cannot be"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the cart was abandoned, never ordered"),
    QT_TRANSLATE_NOOP("kontor::Stored", "goods handed over cannot be out of stock"),
    QT_TRANSLATE_NOOP("kontor::Stored", "out of stock after the stock was there"),
    QT_TRANSLATE_NOOP("kontor::Stored", "an order at the counter is never cancelled"),
    QT_TRANSLATE_NOOP("kontor::Stored", "an order at the counter has no parcel"),
    QT_TRANSLATE_NOOP("kontor::Stored", "a parcel left for an order that was not paid"),
    QT_TRANSLATE_NOOP("kontor::Stored", "a parcel that left cannot fail any more"),
    QT_TRANSLATE_NOOP("kontor::Stored", "a counter order was cancelled, but its goods are gone"),
    QT_TRANSLATE_NOOP("kontor::Stored", "an order was completed whose goods were never there"),
    QT_TRANSLATE_NOOP("kontor::Stored", "only an order at the counter can bring goods back"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the order has no address"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the label was voided by somebody else"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the void was refused"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the password of the mail server is not known"),
    QT_TRANSLATE_NOOP("kontor::Stored", "no mail server is named"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the account has no mail address"),
    QT_TRANSLATE_NOOP("kontor::Stored", "there is no such account"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the customer wants no mails"),
    QT_TRANSLATE_NOOP("kontor::Stored", "mails of this kind are switched off"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the key of the payment system is not known"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the key of the logistics system is not known"),
    QT_TRANSLATE_NOOP("kontor::Stored",
                      "the label was bought at another logistics system than the one in use"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the settings name another system than the one in use"),
    QT_TRANSLATE_NOOP("kontor::Stored", "it was meant for another system"),
    QT_TRANSLATE_NOOP("kontor::Stored",
                      "it was paid at another payment system than the one in use"),
    QT_TRANSLATE_NOOP("kontor::Stored", "the sender is no address that mail can come from"),
    QT_TRANSLATE_NOOP("kontor::Stored", "it may have arrived, the server's answer did not: %1"),
    QT_TRANSLATE_NOOP("kontor::Stored",
                      "the mail server is not this machine, and would be spoken to without TLS"),
    QT_TRANSLATE_NOOP("kontor::Stored", "this is no address that mail can be sent to"),
};

QRegularExpressionMatch matched(const QString &text, const QString &sentence)
{
    QString pattern = QRegularExpression::escape(sentence);
    pattern.replace(QStringLiteral("\\%1"), QStringLiteral("(?<a>.+)"));
    pattern.replace(QStringLiteral("\\%2"), QStringLiteral("(?<b>.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
}

} // namespace

QString storedText(const QString &english)
{
    for (const char *sentence : knownSentences) {
        const auto match = matched(english, QString::fromLatin1(sentence));
        if (!match.hasMatch())
            continue;
        QString text = Stored::tr(sentence);
        for (const QString &argument : {match.captured(u"a"), match.captured(u"b")}) {
            if (!argument.isNull())
                text = text.arg(argument);
        }
        return text;
    }
    return english;
}

} // namespace kontor
