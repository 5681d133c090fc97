// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTimeZone>

#include <memory>

class QTranslator;

namespace kontor {

//! How a shop's papers speak to its customers, whatever language the till's window is in.
struct PaperStyle
{
    QLocale locale;
    QTimeZone zone = QTimeZone::systemTimeZone();
    std::shared_ptr<const QTranslator> words = {}; //!< none: as they are written, in English

    //! In \a language, or (AnyLanguage) in the country's own; where Kontor is not translated into
    //! it, in English. Amounts and dates as they are written in the country, which is two letters
    //! of ISO 3166; where that is not known, as in the window.
    static PaperStyle of(QLocale::Language language, const QString &country);

    //! As whoever stands before the window is spoken to.
    static PaperStyle ofWindow() { return of(QLocale::AnyLanguage, {}); }

    //! \a text is marked for translation with QT_TR_NOOP, in the class that is named \a context.
    QString say(const char *context, const char *text) const;
};

} // namespace kontor
