// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/till_rules.h"

#include "models/shop_profile.h"

#include <QDir>
#include <QSettings>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString tillFileIn(const QString &folder) { return QDir(folder).filePath(u"till.ini"_s); }

} // namespace

ShiftRules shiftRulesIn(const QString &folder)
{
    const QSettings file(tillFileIn(folder), QSettings::IniFormat);
    return {file.value("shift/needsFloat"_L1).toBool(), file.value("shift/blindCount"_L1).toBool()};
}

Result<> keepShiftRules(const QString &folder, const ShiftRules &rules)
{
    QSettings file(tillFileIn(folder), QSettings::IniFormat);
    file.setValue("shift/needsFloat"_L1, rules.needsFloat);
    file.setValue("shift/blindCount"_L1, rules.blindCount);
    file.sync();
    if (file.status() != QSettings::NoError)
        return Error(ProfileError::NotWritten, u"%1 cannot be written."_s.arg(tillFileIn(folder)));
    return {};
}

} // namespace kontor
