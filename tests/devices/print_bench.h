// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/devices_service.h"
#include "services/devices/esc_pos.h"
#include "tests/devices/network_printer.h"
#include "tests/devices/sample_sale.h"

#include <QTemporaryDir>
#include <QTest>

namespace kontor {

//! The print queue of a till, its topic, and a printer in the network.
class PrintBench
{
protected:
    void setUp()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_printer = std::make_unique<NetworkPrinter>();
        m_cart.reset();
        auto cart = Store::open(StoreUrl::sqlite(path(QStringLiteral("cart.sqlite"))),
                                QStringLiteral("cart"), Store::Access::Write);
        auto own = Store::open(StoreUrl::sqlite(path(QStringLiteral("devices.sqlite"))),
                               QStringLiteral("devices"), Store::Access::Write);
        QVERIFY(cart && own);
        m_cartStore = std::move(*cart);
        m_store = std::move(*own);
        m_cart = std::make_unique<CartTopic>(*m_cartStore, QStringLiteral("cart:T1"));
    }
    void begin(const QString &address)
    {
        auto printer = makePrinter({address, 48, 1'000});
        auto sales = TopicReader::open(m_cartStore->url(), QStringLiteral("cart"),
                                       QStringLiteral("cart:T1"));
        auto carts = CartReader::open(m_cartStore->url());
        QVERIFY(printer && sales && carts);
        m_service = std::make_unique<DevicesService>(
            *m_store, m_clock, m_rights, std::move(*sales), std::move(*carts), std::move(*printer),
            DevicesSettings{
                sampleShop(), sampleStyle(), true, true, 48, {}, path(QStringLiteral("papers"))});
        m_service->follow(*m_cart);
        m_service->start(false);
    }
    void end() { m_service.reset(); }

    //! What is on a paper that came out.
    QString paper(qsizetype index)
    {
        const auto printed = interpretEscPos(m_printer->papers.value(index));
        QString all;
        if (printed) {
            for (const PaperLine &line : printed->lines)
                all += line.text + line.barcode + u'\n';
        }
        return all;
    }
    std::optional<Error> trouble() { return m_service->state()->trouble; }
    Command command(const QString &actor = QStringLiteral("anna")) const
    {
        return Command::make(m_clock, actor, QStringLiteral("T1"));
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock{{1'795'000'000'000}};
    std::unique_ptr<Store> m_cartStore;
    std::unique_ptr<CartTopic> m_cart;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<DevicesService> m_service;
    std::unique_ptr<NetworkPrinter> m_printer;

private:
    class EverybodyMay : public Rights
    {
    public:
        bool allows(const QString &actor, Right) const override { return actor != u"nobody"; }
    };

    EverybodyMay m_rights;
};

} // namespace kontor
