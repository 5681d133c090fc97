// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/sandbox_ledger.h"

#include "services/core/result.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Payments name the order in their metadata; parcels are named "order/booking".
QString orderOf(const QJsonObject &line)
{
    const QJsonValue metadata = line[u"metadata"_s];
    return metadata.isObject() ? metadata[u"order"_s].toString()
                               : metadata.toString().section(u'/', 0, 0);
}

} // namespace

WorldEffect SandboxLedger::effect(OrderId order, const QString &kind)
{
    readOn();
    return m_effects.value(order.toString()).value(kind);
}

void SandboxLedger::readOn()
{
    KONTOR_CHECK(m_file.isOpen() || m_file.open(QIODevice::ReadOnly));
    m_rest += m_file.readAll();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const QJsonObject line = QJsonDocument::fromJson(m_rest.first(end)).object();
        m_rest.remove(0, end + 1);
        KONTOR_CHECK(line.contains(u"kind"_s));
        WorldEffect &effect = m_effects[orderOf(line)][line[u"kind"_s].toString()];
        ++effect.times;
        if (line[u"currency"_s].toString().toLower() == u"eur")
            effect.euroMinor += line[u"amount"_s].toInteger();
    }
}

} // namespace kontor
