// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_balance.h"

#include <QMap>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

Answer PaymentBalance::retrieve(const PaymentCall &call) const
{
    FormReader in(call.form, {u"expand[]"_s});
    if (in.error())
        return refusal(*in.error());
    QMap<QString, qint64> held;
    for (const auto &id : m_world.ids(u"charge"_s)) {
        const auto &charge = *m_world.find(u"charge"_s, id);
        held[charge[u"currency"_s].toString()] +=
            charge[u"amount_captured"_s].toInteger() - charge[u"amount_refunded"_s].toInteger();
    }
    QJsonArray available;
    QJsonArray pending;
    for (auto amount = held.cbegin(); amount != held.cend(); ++amount) {
        available.append(QJsonObject{{u"amount"_s, amount.value()}, {u"currency"_s, amount.key()}});
        pending.append(QJsonObject{{u"amount"_s, 0}, {u"currency"_s, amount.key()}});
    }
    return {jsonResponse(200, {{u"object"_s, u"balance"_s},
                               {u"available"_s, available},
                               {u"livemode"_s, false},
                               {u"pending"_s, pending}}),
            {}};
}

} // namespace kontor::sandbox
