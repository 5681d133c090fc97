// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/transaction.h"

#include "services/core/topic.h"

namespace kontor {

Result<std::unique_ptr<Transaction>> Transaction::begin(Store &store)
{
    if (const auto begun = store.begin(); !begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(store));
}

Transaction::~Transaction()
{
    if (!m_done)
        m_store.rollBack();
}

Result<> Transaction::commit()
{
    KONTOR_CHECK(!m_done);
    if (m_topic) {
        if (const auto written = m_topic->write(*this); !written)
            return written;
    }
    m_done = true;
    if (const auto committed = m_store.commit(); !committed)
        return committed;
    for (const auto &action : m_afterCommit)
        action();
    return {};
}

} // namespace kontor
