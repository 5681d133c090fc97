// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! The desktop's own where it speaks that language: it knows how the country writes numbers.
QLocale localeFor(Language language)
{
    const QLocale system = QLocale::system();
    switch (language) {
    case Language::System:
        // "C" is nobody's way of writing amounts.
        if (system.language() != QLocale::C)
            break;
        return QLocale(QLocale::English, QLocale::UnitedKingdom);
    case Language::English:
        return system.language() == QLocale::English
                   ? system
                   : QLocale(QLocale::English, QLocale::UnitedKingdom);
    case Language::German:
        return system.language() == QLocale::German ? system
                                                    : QLocale(QLocale::German, QLocale::Germany);
    }
    return system;
}

void install(QApplication &application, const QLocale &locale, const QString &name,
             const QString &folder)
{
    auto *translator = new QTranslator(&application);
    translator->setObjectName(u"language"_s);
    if (translator->load(locale, name, u"_"_s, folder))
        QApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void speak(QApplication &application, Language language)
{
    for (auto *spoken : application.findChildren<QTranslator *>(u"language"_s)) {
        QApplication::removeTranslator(spoken);
        delete spoken;
    }
    const QLocale locale = localeFor(language);
    QLocale::setDefault(locale);
    // English is what the texts are written in.
    if (locale.language() == QLocale::English)
        return;
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, u"kontor"_s, u":/translations"_s);
}

QString nameOfLanguage(Language language)
{
    switch (language) {
    case Language::System:
        break;
    case Language::English:
        return u"English"_s;
    case Language::German:
        return u"Deutsch"_s;
    }
    return {};
}

} // namespace kontor
