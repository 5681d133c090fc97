// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <QCryptographicHash>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

constexpr auto jobInvariant = "A21";

//! What of an id depends on what it stands for, and not on its time: the random part of a UUID 7.
QByteArray meaningOf(const QByteArray &bytes) { return bytes.mid(9); }

QByteArray meaningFor(const QByteArray &name)
{
    return meaningOf(QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(16));
}

//! Reads the print queue of a till job by job.
class JobCheck
{
public:
    JobCheck(StoreReader &devices, Facts &facts, Findings &findings)
        : m_devices(devices)
        , m_facts(facts)
        , m_findings(findings)
    {
    }

    Result<> run();

private:
    Result<> readCommands();
    void take(const Row &row);
    void wrong(const QUuid &job, const QString &expected, const QString &found)
    {
        m_findings.add(jobInvariant, m_devices.name(), u"print job %1"_s.arg(idText(job)), expected,
                       found);
    }

    StoreReader &m_devices;
    Facts &m_facts;
    Findings &m_findings;
    QSet<QByteArray> m_asked; //!< what the ids of jobs mean that a command asked for
    QSet<QByteArray> m_seen;
    int m_printing = 0;
};

Result<> JobCheck::readCommands()
{
    return m_devices.each(
        u"SELECT id FROM command WHERE name IN ('DevicesPrint', 'DevicesOpenDrawer')"_s,
        [this](const Row &row) { m_asked.insert(meaningFor(row.bytes(0))); });
}

void JobCheck::take(const Row &row)
{
    static const QSet<QString> states = {u"Waiting"_s, u"Printing"_s, u"Printed"_s, u"Failed"_s,
                                         u"GivenUp"_s};
    const QUuid id = row.id(0);
    const QString kind = row.text(1);
    const QString state = row.text(3);
    const QByteArray order = row.bytes(2);
    const QByteArray meaning = meaningOf(row.bytes(0));
    if (!states.contains(state))
        wrong(id, u"a state of a job"_s, state);
    if (state == "Failed"_L1 && kind != "Drawer"_L1 && kind != "NumberSlip"_L1)
        wrong(id, u"a paper that waits, or was given up by a person"_s, state);
    if (state == "Printing"_L1 && ++m_printing > 1)
        wrong(id, u"one job at the printer"_s, u"two"_s);
    if (m_seen.contains(meaning))
        wrong(id, u"one job for each cause"_s, u"another of the same cause"_s);
    m_seen.insert(meaning);
    if (!order.isEmpty()) {
        const OrderFacts *sale = m_facts.find(row.id(2));
        if (!sale || !sale->isOrdered())
            wrong(id, u"a sale that the till's topic tells"_s, idText(row.id(2)));
    }
    const QByteArray cause = kind == "Drawer"_L1 ? "drawer" : "receipt";
    const bool followsFromSale = !order.isEmpty() && meaning == meaningFor(order + cause) &&
                                 (kind == "Drawer"_L1 || kind == "Receipt"_L1);
    if (!followsFromSale && !m_asked.contains(meaning))
        wrong(id, u"a sale or a command that it follows from"_s, u"neither"_s);
}

Result<> JobCheck::run()
{
    if (const auto read = readCommands(); !read)
        return read;
    return m_devices.each(
        u"SELECT id, kind, order_id, state FROM print_job ORDER BY created_at, id"_s,
        [this](const Row &row) { take(row); });
}

} // namespace

Result<> checkPrintJobs(StoreReader &devices, Facts &facts, Findings &findings)
{
    return JobCheck(devices, facts, findings).run();
}

} // namespace kontor::auditing
