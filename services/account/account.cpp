// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/account/account.h"

#include "services/core/mail_address.h"

#include <algorithm>

namespace kontor {

namespace {

constexpr qsizetype maxAccountText = 200;
constexpr qsizetype maxShownCode = 8;

bool isDigitAscii(QChar c) { return c >= u'0' && c <= u'9'; }

//! Two letters of this range, as ISO's codes of countries and languages are.
bool isCode(const QString &text, QChar from, QChar to)
{
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [&](QChar c) { return c >= from && c <= to; });
}

//! Whatever stands in a mail's header or on a label must be one line.
Result<> checkedTexts(std::initializer_list<QStringView> texts)
{
    for (const QStringView text : texts) {
        if (text.size() > maxAccountText)
            return Error(AccountError::TextTooLong, text.first(40).toString());
        const bool control = std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                   c == QChar::ParagraphSeparator;
        });
        if (control)
            return Error(AccountError::TextUnprintable,
                         QStringLiteral("a control character in an account's text"));
    }
    return {};
}

} // namespace

Result<> checked(const AccountDetails &details)
{
    if (details.name.trimmed().isEmpty())
        return Error(AccountError::NameMissing);
    if (const auto texts =
            checkedTexts({details.name, details.email, details.phone, details.group});
        !texts)
        return texts.error();
    if (!details.email.isEmpty() && !isMailAddress(details.email))
        return Error(AccountError::NotAMailAddress);
    if (!details.mailLanguage.isEmpty() && !isCode(details.mailLanguage, u'a', u'z'))
        return Error(AccountError::NotALanguage, details.mailLanguage.left(maxShownCode));
    return {};
}

Result<> checked(const Address &address)
{
    if (address.name.trimmed().isEmpty() || address.street1.trimmed().isEmpty() ||
        address.city.trimmed().isEmpty())
        return Error(AccountError::AddressIncomplete);
    if (const auto texts =
            checkedTexts({address.name, address.street1, address.street2, address.city, address.zip,
                          address.state, address.phone, address.email});
        !texts)
        return texts.error();
    if (!isCode(address.country, u'A', u'Z'))
        return Error(AccountError::NotACountry, address.country.left(maxShownCode));
    if (!address.email.isEmpty() && !isMailAddress(address.email))
        return Error(AccountError::NotAMailAddress);
    return {};
}

Result<> checked(const SavedCard &card)
{
    if (const auto texts = checkedTexts({card.token, card.brand, card.last4}); !texts)
        return texts.error();
    const auto digits = std::count_if(card.token.begin(), card.token.end(), isDigitAscii);
    const bool isCardNumber =
        digits >= 12 && std::all_of(card.token.begin(), card.token.end(), [](QChar c) {
            return isDigitAscii(c) || c == u' ' || c == u'-';
        });
    const bool last4 =
        card.last4.size() == 4 && std::all_of(card.last4.begin(), card.last4.end(), isDigitAscii);
    if (card.token.isEmpty() || isCardNumber || !last4)
        return Error(AccountError::NotACardToken);
    return {};
}

} // namespace kontor
