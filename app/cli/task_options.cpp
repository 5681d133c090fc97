// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/task_options.h"

#include "services/core/unpacked_file.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

Result<> checkFile(const QString &path)
{
    if (path.isEmpty())
        return Error(UsageError::Wrong, u"The name of the file is empty."_s);
    const auto file = UnpackedFile::open(path, {});
    return file ? Result<>() : file.error();
}

} // namespace

Result<ReplayOptions> replayOptions(const CommandLine &line)
{
    ReplayOptions options;
    options.file = line.arguments.first();
    const QString fulfilment = line.option(u"fulfilment"_s, u"counter"_s);
    if (fulfilment != u"counter"_s && fulfilment != u"delivery"_s)
        return Error(UsageError::Wrong,
                     u"--fulfilment is counter or delivery, not '%1'."_s.arg(fulfilment));
    options.fulfilment = fulfilment == u"counter"_s ? Fulfilment::Counter : Fulfilment::Delivery;
    for (const QString &name : {u"opening-stock"_s, u"sandbox-faults"_s}) {
        if (options.fulfilment == Fulfilment::Counter && line.options.contains(name))
            return Error(
                UsageError::Wrong,
                u"--%1 is for --fulfilment delivery: at the counter nothing is reserved, and nothing goes outside."_s
                    .arg(name));
    }
    const auto opening = line.number(u"opening-stock"_s, 0, 0);
    const auto limit = line.number(u"limit"_s, 1, 0);
    if (!opening || !limit)
        return opening ? limit.error() : opening.error();
    options.openingStock = *opening;
    options.limit = *limit;
    const auto currency = Currency::fromCode(line.option(u"currency"_s, u"GBP"_s));
    if (!currency)
        return currency.error();
    options.currency = *currency;
    const QByteArray zone = line.option(u"zone"_s, u"Europe/London"_s).toLatin1();
    // QTimeZone itself takes any word for a POSIX rule without an offset.
    if (!QTimeZone::availableTimeZoneIds().contains(zone))
        return Error(UsageError::Wrong,
                     u"--zone takes a name such as Europe/London, not '%1'."_s.arg(
                         QString::fromLatin1(zone)));
    options.zone = QTimeZone(zone);
    return options;
}

Result<ImportOptions> importOptions(const CommandLine &line,
                                    const std::optional<ShopProfile> &profile)
{
    ImportOptions options;
    const QString usual = profile ? profile->currency.code() : u"EUR"_s;
    const auto currency = Currency::fromCode(line.option(u"currency"_s, usual));
    if (!currency)
        return currency.error();
    options.currency = *currency;
    if (profile)
        options.taxRate = profile->standardRate;
    const QString mark = line.option(u"decimal"_s);
    if (!mark.isEmpty() && mark != u"point"_s && mark != u"comma"_s)
        return Error(UsageError::Wrong, u"--decimal is point or comma, not '%1'."_s.arg(mark));
    options.mark = mark.isEmpty()       ? DecimalMark::Unknown
                   : mark == u"point"_s ? DecimalMark::Point
                                        : DecimalMark::Comma;
    for (const QString &map : line.maps) {
        const qsizetype equals = map.indexOf(u'=');
        if (equals <= 0)
            return Error(UsageError::Wrong, u"--map takes FIELD=COLUMN, not '%1'."_s.arg(map));
        const QString field = map.left(equals);
        if (options.columns.contains(field))
            return Error(UsageError::Wrong, u"--map names the field %1 twice."_s.arg(field));
        options.columns.insert(field, map.mid(equals + 1));
    }
    return options;
}

Result<> checkTask(const CommandLine &line)
{
    if (line.command == u"replay"_s) {
        if (const auto options = replayOptions(line); !options)
            return options.error();
        return checkFile(line.arguments.first());
    }
    if (line.command == u"import-products"_s) {
        if (const auto options = importOptions(line); !options)
            return options.error();
        return checkFile(line.arguments.first());
    }
    return {};
}

} // namespace kontor
