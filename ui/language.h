// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace kontor {

enum class Language
{
    System, //!< the desktop's, if there is a translation; else English
    English,
    German,
};

//! From now on texts are made, and amounts and dates written, in this language. What is on the
//! screen stays as it is.
void speak(QApplication &application, Language language);
//! As it calls itself.
QString nameOfLanguage(Language language);

} // namespace kontor
