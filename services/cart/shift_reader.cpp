// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/shift_reader.h"

#include "services/cart/shift_store.h"

namespace kontor {

Result<std::unique_ptr<ShiftReader>> ShiftReader::open(const StoreUrl &url, const QString &source)
{
    auto store = Store::open(url, QStringLiteral("cart"), Store::Access::Read);
    if (!store)
        return store.error();
    return std::unique_ptr<ShiftReader>(new ShiftReader(std::move(*store), source));
}

Result<std::optional<ShiftReport>> ShiftReader::xReport(const QString &till, Timestamp now) const
{
    const ShiftStore shifts(*m_store);
    const auto open = shifts.open(till);
    if (!open)
        return open.error();
    if (!open->has_value())
        return std::optional<ShiftReport>();
    auto report = shifts.report(**open, m_source);
    if (!report)
        return report.error();
    report->at = now;
    return std::optional(*report);
}

Result<std::optional<ShiftReport>> ShiftReader::zReport(const QString &till, int number) const
{
    return ShiftStore(*m_store).zReport(till, number);
}

} // namespace kontor
