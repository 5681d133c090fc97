// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/notification/notification.h"

#include <QHash>

namespace kontor {

//! What a mail says. As a wording, {name} stands for a value, and a part in [square brackets] that
//! names values is left out where one of them has none.
struct MailText
{
    QString subject;
    QString body;

    bool operator==(const MailText &) const = default;
};

//! How Kontor says it, for shops that do not say it in their own words.
MailText usualWording(MailKind kind, MailLanguage language);

//! The values that mails of this kind have; those that not each of them has are in the second list.
struct MailPlaceholders
{
    QStringList always;
    QStringList sometimes;
};
MailPlaceholders placeholdersOf(MailKind kind);

//! Whether each mail of this kind can be written so: WordingEmpty, WordingTooLong, HeaderUnsafe,
//! PlaceholderUnknown, or PlaceholderLoose for a value that may be missing outside of brackets. The
//! error's detail is the placeholder.
Result<> checkedWording(MailKind kind, const MailText &wording);

//! What stands in a value is never taken for a placeholder or a bracket.
Result<MailText> filledMail(const MailText &wording, const QList<MailValue> &values,
                            const MailStyle &style);

//! What is said of one kind of mail.
struct MailPlan
{
    MailKind kind = MailKind::Welcome;
    bool isOff = false;                     //!< nobody gets it
    QHash<MailLanguage, MailText> own = {}; //!< in the shop's own words

    //! As customers of this language read it.
    MailText wording(MailLanguage language) const
    {
        return own.contains(language) ? own.value(language) : usualWording(kind, language);
    }
    bool operator==(const MailPlan &) const = default;
};

inline constexpr qsizetype maxMailSubject = 200;
inline constexpr qsizetype maxMailBody = 10'000;

} // namespace kontor
