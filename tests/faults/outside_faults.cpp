// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/outside_faults.h"

#include "services/core/result.h"

#include <QHash>

#include <algorithm>

namespace kontor {

const QList<OutsideFault> &outsideFaults()
{
    static const QList<OutsideFault> faults{
        {"connection refused", Way::Closed, "", Effect::None, true},
        {"host not found", Way::Unknown, "", Effect::None, true},
        {"untrusted certificate", Way::Untrusted, "", Effect::None, true},
        {"certificate of another host", Way::WrongHost, "", Effect::None, true},
        {"expired certificate", Way::Expired, "", Effect::None, true},
        {"reset before the request", Way::Resetting, "", Effect::None, false},
        {"closed before processing", Way::Sandbox, "dropBefore", Effect::None, false},
        {"closed after processing", Way::Sandbox, "dropAfter", Effect::Now, false},
        {"time-out, later success", Way::Sandbox, "delay", Effect::Later, false},
        {"time-out after the effect", Way::Sandbox, "delayAfter", Effect::Now, false},
        {"time-out, later failure", Way::Sandbox, "refuseLater", Effect::RefusedLater, false},
        {"500 without effect", Way::Sandbox, "serverError", Effect::None, false},
        {"500 with effect", Way::Sandbox, "serverErrorAfter", Effect::Now, false},
        {"502 with effect", Way::Sandbox, "statusAfter 502", Effect::Now, false},
        {"503 without effect", Way::Sandbox, "status 503", Effect::None, false},
        {"429", Way::Sandbox, "tooManyRequests", Effect::None, true},
        {"409 in progress", Way::Sandbox, "status 409", Effect::None, true},
        {"402", Way::Sandbox, "refuse", Effect::Refused, false},
        {"401", Way::Sandbox, "status 401", Effect::None, true},
        {"200 garbage", Way::Sandbox, "garbage", Effect::Now, false},
        {"200 truncated", Way::Sandbox, "truncated", Effect::Now, false},
        {"200 wrong amount", Way::Sandbox, "wrongAmount", Effect::Now, false},
        {"200 wrong currency", Way::Sandbox, "wrongCurrency", Effect::Now, false},
        {"10 MB body", Way::Sandbox, "hugeBody", Effect::Now, false},
        {"slow drip", Way::Sandbox, "drip", Effect::Now, false},
        {"redirect", Way::Sandbox, "redirect", Effect::None, false},
    };
    return faults;
}

bool OutsideFault::isLate() const
{
    return QByteArrayView(plan).startsWith("delay") || effect == Effect::RefusedLater;
}

int OutsideFault::patienceMs() const
{
    return isLate() || QByteArrayView(plan) == "drip" ? shortPatienceMs : longPatienceMs;
}

const OutsideFault &outsideFault(const QString &name)
{
    const auto &all = outsideFaults();
    const auto found = std::find_if(all.begin(), all.end(), [&](const OutsideFault &fault) {
        return name == QLatin1String(fault.name);
    });
    KONTOR_CHECK(found != all.end());
    return *found;
}

QByteArray faultRules(const Strikes &strikes, const QList<QByteArray> &paths)
{
    QByteArray rules;
    QHash<QByteArray, int> nth;
    for (qsizetype i = 0; i < strikes.size(); ++i) {
        if (strikes[i]->way != Way::Sandbox)
            continue;
        const QByteArray path = paths.value(i, paths.last());
        const QList<QByteArray> plan = QByteArray(strikes[i]->plan).split(' ');
        rules += QByteArray(rules.isEmpty() ? "" : ",") +
                 "{\"nth\":" + QByteArray::number(++nth[path]) + ",\"path\":\"" + path +
                 "\",\"delayMs\":" + QByteArray::number(lateMs) + ",\"fault\":\"" + plan[0] + '"' +
                 (plan.size() > 1 ? ",\"status\":" + plan[1] : QByteArray()) + '}';
    }
    return rules;
}

} // namespace kontor
