// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/ledger.h"

#include "services/audit/fields.h"

#include <QFile>
#include <QJsonDocument>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

Result<> Ledger::read(const QString &file)
{
    QFile ledger(file);
    if (!ledger.open(QIODevice::ReadOnly))
        return Error(AuditError::BadRecord, u"%1: %2"_s.arg(file, ledger.errorString()));
    QList<QJsonObject> group;
    while (!ledger.atEnd()) {
        const auto bytes = ledger.readLine();
        const auto line = QJsonDocument::fromJson(bytes).object();
        // The ledger's own program drops a line, or a group of lines, that a crash left unfinished.
        if (!bytes.endsWith('\n'))
            break;
        if (line.isEmpty())
            return Error(AuditError::BadRecord,
                         u"%1: line %2 is damaged"_s.arg(file).arg(m_lines + 1));
        group.append(line);
        if (line.value("more"_L1).toBool())
            continue;
        for (const QJsonObject &whole : std::as_const(group))
            take(whole);
        m_lines += group.size();
        group.clear();
    }
    return {};
}

void Ledger::take(const QJsonObject &line)
{
    const auto kind = textIn(line, "kind"_L1);
    if (kind.startsWith("label."_L1))
        return takeLabel(kind, line);
    const auto charge = textIn(line, "payment_intent"_L1);
    if (charge.isEmpty() || kind == "payment.declined"_L1)
        return;
    ChargeFacts &facts = m_charges[charge];
    const auto order = idIn(line.value("metadata"_L1).toObject(), "order"_L1);
    // A refund is marked with the order that it is for, a charge with the one that it pays.
    if (!kind.startsWith("payment.refund"_L1) && !order.isNull())
        facts.order = order;
    facts.currency = textIn(line, "currency"_L1).toUpper();
    if (kind == "payment.captured"_L1) {
        ++facts.captures;
        facts.captured += numberIn(line, "amount"_L1);
    } else if (kind == "payment.refunded"_L1) {
        facts.refunded += numberIn(line, "amount"_L1);
    }
}

void Ledger::takeLabel(const QString &kind, const QJsonObject &line)
{
    const auto label = textIn(line, "id"_L1);
    auto &labels = m_labels[textIn(line, "metadata"_L1).left(36)];
    if (kind == "label.purchased"_L1) {
        labels.insert(label);
        m_bought.insert(label);
    } else if (kind == "label.voided"_L1) {
        labels.remove(label);
    }
}

void Ledger::checkLabels(Findings &findings) const
{
    for (const auto &[order, labels] : m_labels) {
        if (labels.size() > 1)
            findings.add("A16", u"ledger"_s, u"order %1"_s.arg(order), u"one label"_s,
                         u"%1 labels"_s.arg(labels.size()));
    }
}

} // namespace kontor::auditing
