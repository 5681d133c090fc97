// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/read_commands.h"
#include "models/shift_text.h"
#include "services/cart/shift_reader.h"
#include "services/core/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int textWidth = 48;
constexpr int amountWidth = 16;

//! The Z report of that number; 0: the X report.
Result<std::optional<ShiftReport>> reportOf(const ShopSettings &settings, int number)
{
    const auto url = settings.storeOf(u"cart"_s);
    if (!url)
        return url.error();
    const auto reader = ShiftReader::open(*url, settings.sourceOf(u"cart"_s));
    if (!reader)
        return reader.error();
    return number > 0 ? (*reader)->zReport(settings.till, number)
                      : (*reader)->xReport(settings.till, SystemClock().now());
}

void print(const ShiftReport &report, Console &console)
{
    // As everywhere on the command line, whatever the machine is set to.
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    console.print(reportTitle(report, locale));
    for (const ReportLine &line : reportLines(report, false, locale)) {
        if (line.kind == ReportLine::Heading)
            console.print(QString());
        console.print(line.amount.isEmpty() ? line.text
                                            : line.text.leftJustified(textWidth) +
                                                  line.amount.rightJustified(amountWidth));
    }
}

} // namespace

int runShift(const CommandLine &line, const ShopSettings &settings, Console &console)
{
    const auto number = line.number(u"z"_s, 1, 0);
    if (!number) {
        console.complain(number.error());
        return 2;
    }
    const auto report = reportOf(settings, *number);
    if (!report) {
        console.complain(report.error());
        return 1;
    }
    if (!report->has_value()) {
        console.complain(*number > 0 ? u"There is no Z report %1 of this till."_s.arg(*number)
                                     : u"No shift is open at this till."_s);
        return 1;
    }
    if (line.json)
        console.print(QJsonDocument::fromJson(encode(**report)).object());
    else
        print(**report, console);
    return 0;
}

} // namespace kontor
