// SPDX-License-Identifier: GPL-3.0-or-later
#include <QThread>

#include <memory>

namespace {

int sales = 0;

// Not inlined, or the compiler makes one addition of them all.
[[gnu::noinline]] void sellOne() { ++sales; }

void sell()
{
    for (int i = 0; i < 100'000; ++i)
        sellOne();
}

} // namespace

int main()
{
    const std::unique_ptr<QThread> other(QThread::create(sell));
    other->start();
    sell();
    other->wait();
    return 0;
}
