// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/demo_shop_task.h"

#include "app/cli/console.h"

namespace kontor {

using namespace Qt::StringLiterals;

DemoShopTask::DemoShopTask(Shop &shop, Console &console) : m_console(console), m_demo(shop)
{
    connect(&m_demo, &DemoShop::progressed, this, [this](qint64 done, qint64 total) {
        m_console.progress(u"Making the demo shop"_s, done, total);
    });
    connect(&m_demo, &DemoShop::finished, this, &DemoShopTask::tell);
}

void DemoShopTask::tell(const Result<> &result)
{
    if (!result) {
        m_console.complain(result.error());
        Q_EMIT finished(1);
        return;
    }
    const DemoHistory &made = m_demo.history();
    m_console.print(
        u"The demo shop has %1 products, %2 customers and %3 orders."_s.arg(made.products.size())
            .arg(made.accounts.size())
            .arg(made.sales.size()));
    Q_EMIT finished(0);
}

} // namespace kontor
