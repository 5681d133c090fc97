// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_style.h"

#include <QTranslator>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const QTranslator> wordsOf(QLocale::Language language)
{
    auto words = std::make_shared<QTranslator>();
    const bool isThere = language != QLocale::English &&
                         words->load(QLocale(language), u"kontor"_s, u"_"_s, u":/translations"_s);
    return isThere ? words : nullptr;
}

} // namespace

PaperStyle PaperStyle::of(QLocale::Language language, const QString &country)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    const QLocale local =
        territory == QLocale::AnyTerritory ? QLocale() : QLocale(QLocale::AnyLanguage, territory);
    if (language == QLocale::AnyLanguage)
        language = local.language();
    PaperStyle style;
    style.words = wordsOf(language);
    // Qt takes another country where nobody speaks so in this one.
    const QLocale spoken(style.words ? language : QLocale::English, local.territory());
    style.locale = spoken.territory() == local.territory() ? spoken : local;
    return style;
}

QString PaperStyle::say(const char *context, const char *text) const
{
    const QString said = words ? words->translate(context, text) : QString();
    return said.isEmpty() ? QString::fromUtf8(text) : said;
}

} // namespace kontor
