// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/order_facts.h"

#include <map>

namespace kontor::auditing {

//! What the payment system says of one charge, by its own id for it.
struct ChargeFacts
{
    QUuid order; //!< as the charge was marked by us
    QString currency;
    qint64 captures = 0; //!< how many
    qint64 captured = 0;
    qint64 refunded = 0;
};

//! The external systems' own record: one JSON object a line.
class Ledger
{
public:
    Result<> read(const QString &file);
    //! A16: at most one label of a parcel that is not given up.
    void checkLabels(Findings &findings) const;

    const std::map<QString, ChargeFacts> &charges() const { return m_charges; }
    bool hasBought(const QString &label) const { return m_bought.contains(label); }
    qint64 lines() const { return m_lines; }

private:
    void take(const QJsonObject &line);
    void takeLabel(const QString &kind, const QJsonObject &line);

    std::map<QString, ChargeFacts> m_charges;
    std::map<QString, QSet<QString>> m_labels; //!< order → labels that may still be used
    QSet<QString> m_bought;                    //!< labels, those that were given up among them
    qint64 m_lines = 0;
};

} // namespace kontor::auditing
