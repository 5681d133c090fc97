// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/task.h"
#include "app/demo/demo_shop.h"

namespace kontor {

//! Makes the demo shop.
class DemoShopTask final : public Task
{
    Q_OBJECT
public:
    DemoShopTask(Shop &shop, Console &console);

    void start() override { m_demo.start(); }

private:
    void tell(const Result<> &result);

    Console &m_console;
    DemoShop m_demo;
};

} // namespace kontor
