// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shift_section.h"

#include "models/till_rules.h"
#include "services/core/call.h"
#include "ui/widgets/segments.h"

namespace kontor {

using namespace Qt::StringLiterals;

ShiftSection::ShiftSection(const ShopAccess &access, QWidget *parent)
    : SettingsSection(u"shiftSection"_s, tr("Shifts"), parent)
    , m_access(access)
    , m_kept(shiftRulesIn(access.folder))
    , m_float(new Segments(
          u"floatRule"_s, tr("Before the first sale"),
          {{u"floatFree"_s, tr("Sell at once")}, {u"floatCounted"_s, tr("Count the float")}}))
    , m_count(new Segments(
          u"countRule"_s, tr("When a shift is closed"),
          {{u"countOpen"_s, tr("Show the sums")}, {u"countBlind"_s, tr("Count blind")}}))
{
    m_float->choose(m_kept.needsFloat ? 1 : 0);
    m_count->choose(m_kept.blindCount ? 1 : 0);
    addSetting(tr("Before the first sale"),
               tr("“Sell at once” opens a shift with an empty drawer, and its reports say so."),
               m_float);
    addSetting(tr("When a shift is closed"),
               tr("“Count blind” shows only after the count what should have been there."),
               m_count);
    for (Segments *rule : {m_float, m_count})
        connect(rule, &Segments::picked, this, &ShiftSection::save);
}

void ShiftSection::save()
{
    const ShiftRules rules{m_float->chosen() == 1, m_count->chosen() == 1};
    if (rules == m_kept)
        return;
    clearRefusals();
    if (!keepShiftRules(m_access.folder, rules))
        return tellNotSaved();
    m_kept = rules;
    call(m_access.cart, &CartService::useRules, rules).then(this, [this](const Result<> &) {
        tellSaved();
        Q_EMIT rulesChanged(m_kept);
    });
}

} // namespace kontor
