// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/text_rules.h"

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

constexpr auto multiline = QRegularExpression::MultilineOption;

QRegularExpression pathsLike(const QString &pattern) { return QRegularExpression(pattern); }

const QRegularExpression nowhere(u"(?!)"_s);
const QRegularExpression everywhere(u""_s);
const QRegularExpression cpp(u"\\.(?:cpp|h)$"_s);
const QRegularExpression product(u"^(?:app|models|services|ui)/.*\\.(?:cpp|h)$"_s);
const QRegularExpression tests(u"^tests/.*\\.(?:cpp|h)$"_s);

QList<TextRule> sqlRules()
{
    const auto stores = pathsLike(
        u"^services/(?:core|audit)/|^services/\\w+/\\w+_store\\.cpp$|^services/\\w+/migrations/"_s);
    return {
        {u"sql"_s, u"SQL stands in the stores only"_s, product, stores, &SourceFile::literals,
         QRegularExpression(u"\\bSELECT\\s|\\bINSERT\\s+(?:OR\\s+\\w+\\s+)?INTO\\b|"
                            "\\bUPDATE\\s+\\w+\\s+SET\\b|\\bDELETE\\s+FROM\\b|\\bPRAGMA\\s|"
                            "\\bCREATE\\s+(?:TABLE|INDEX|TRIGGER|VIEW)\\b"_s)},
        {u"sql classes"_s, u"QtSql is used by the stores only"_s, product, stores,
         &SourceFile::code, QRegularExpression(u"\\bQSql\\w+"_s)},
    };
}

QList<TextRule> qtRules()
{
    return {
        {u"nested event loop"_s, u"no nested event loops: wait for the signal"_s, product, nowhere,
         &SourceFile::code, QRegularExpression(u"\\bQEventLoop\\b|\\bprocessEvents\\b"_s)},
        {u"exec"_s, u"dialogs and menus are shown with open() or popup(), never exec()"_s,
         pathsLike(u"^(?:ui|models)/"_s), nowhere, &SourceFile::code,
         QRegularExpression(u"(?:\\.|->|::)exec\\s*\\("_s)},
        {u"signal strings"_s, u"connect by member function, not by SIGNAL() and SLOT()"_s, cpp,
         nowhere, &SourceFile::code, QRegularExpression(u"\\b(?:SIGNAL|SLOT)\\s*\\("_s)},
        {u"instance"_s, u"no instance(): dependencies are given to the constructor"_s, product,
         nowhere, &SourceFile::code,
         QRegularExpression(
             u"(?<![\\w:])(?!Q(?:Core|Gui)?Application::)(?:\\w+::)*instance\\s*\\("_s)},
        {u"widgets below ui"_s, u"services and models know no widgets"_s,
         pathsLike(u"^(?:services|models)/"_s), nowhere, &SourceFile::code,
         QRegularExpression(u"#\\s*include\\s*<(?:QtWidgets\\b|QApplication>|QMessageBox>|"
                            "Q\\w*(?:Widget|Dialog|Window|Button|Layout)>)"_s)},
        {u"colours"_s, u"colours come from ui/theme"_s, pathsLike(u"^(?:app|models|ui)/"_s),
         pathsLike(u"^ui/theme[/.]"_s), &SourceFile::literals,
         QRegularExpression(u"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\\b"_s)},
        {u"colours in numbers"_s, u"colours come from ui/theme"_s,
         pathsLike(u"^(?:app|models|ui)/"_s), pathsLike(u"^ui/theme[/.]"_s), &SourceFile::code,
         QRegularExpression(u"\\bqRgba?\\s*\\(|\\bQColor\\s*[({]\\s*\\d|"
                            "\\bQt::(?:dark|light)?(?:black|white|red|green|blue|cyan|magenta|"
                            "yellow|gray|Red|Green|Blue|Cyan|Magenta|Yellow|Gray)\\b"_s)},
    };
}

QList<TextRule> valueRules()
{
    return {
        {u"floating point"_s, u"no floating point near money: amounts are integers"_s,
         pathsLike(u"^services/|(?i:cart|money|payment|price|tender|till|total|trade)[^/]*$"_s),
         pathsLike(u"^(?:tests|docs|resources)/"_s), &SourceFile::code,
         QRegularExpression(u"\\b(?:double|float|qreal|toDouble|toFloat)\\b"_s)},
        {u"time and chance"_s, u"services take time and ids from the clock that they are given"_s,
         pathsLike(u"^services/"_s), pathsLike(u"^services/core/(?:clock\\.h|id\\.cpp)$"_s),
         &SourceFile::code,
         QRegularExpression(u"\\bQ(?:DateTime|Date|Time)::current|\\bQUuid::create|"
                            "\\bQRandomGenerator\\b|\\bstd::chrono::\\w+_clock\\b|"
                            "\\bstd::(?:random_device|mt19937\\w*|rand)\\b"_s)},
        {u"sleeping test"_s, u"tests do not sleep: wait for the signal or move the clock"_s, tests,
         nowhere, &SourceFile::code,
         QRegularExpression(u"\\b(?:qSleep|qWait|m?sleep|usleep|nanosleep|sleep_for|sleep_until)"
                            "\\s*\\("_s)},
    };
}

QList<TextRule> fileRules()
{
    return {
        {u"licence"_s, u"the first line is // SPDX-License-Identifier: GPL-3.0-or-later"_s, cpp,
         nowhere, &SourceFile::text,
         QRegularExpression(u"\\A(?!// SPDX-License-Identifier: GPL-3\\.0-or-later\\n)"_s)},
        {u"pragma once"_s, u"a header says #pragma once"_s, pathsLike(u"\\.h$"_s), nowhere,
         &SourceFile::code, QRegularExpression(u"\\A(?![\\s\\S]*^#pragma once$)"_s, multiline)},
        {u"length"_s, u"a file has at most 500 lines"_s, cpp, nowhere, &SourceFile::text,
         QRegularExpression(u"\\A(?:[^\\n]*+\\n){500}+\\K[\\s\\S]"_s)},
        {u"left undone"_s, u"what is to be done is done, or an issue"_s, everywhere, nowhere,
         &SourceFile::comments, QRegularExpression(u"\\b(?:TO(?:)DO|FIX(?:)ME|X(?:)XX)\\b"_s)},
        {u"path in a page"_s, u"documentation names no absolute path"_s,
         pathsLike(u"^(?:[^/]*|docs/.*)\\.md$"_s), nowhere, &SourceFile::text,
         QRegularExpression(u"(?<![\\w.:/~$}>-])/(?:work|home|root|tmp|usr|opt|var|mnt|srv|etc|"
                            "Users)\\b"_s)},
        {u"path of a machine"_s, u"nothing names a path of one machine"_s, everywhere, nowhere,
         &SourceFile::text, QRegularExpression(u"(?<![\\w.:/~$}>-])/(?:work|home|root)/\\w"_s)},
    };
}

} // namespace

bool TextRule::concerns(const QString &path) const
{
    return paths.match(path).hasMatch() && !exceptions.match(path).hasMatch();
}

QList<Finding> TextRule::findings(const SourceFile &file) const
{
    QList<Finding> all;
    if (!concerns(file.path))
        return all;
    auto found = pattern.globalMatch(file.*view);
    while (found.hasNext())
        all.append({file.path, file.lineAt(found.next().capturedStart()), says});
    return all;
}

const QList<TextRule> &textRules()
{
    static const QList<TextRule> all = sqlRules() + qtRules() + valueRules() + fileRules();
    return all;
}

} // namespace kontor
