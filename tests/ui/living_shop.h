// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/shop.h"
#include "models/shop_access.h"
#include "services/core/call.h"
#include "tests/core/held_secrets.h"
#include "tests/shipping/sandbox_program.h"

#include <QTest>

namespace kontor {

//! A whole shop that lives by itself, each service in its thread, with a sandbox of its own.
class LivingShop
{
public:
    static constexpr int openingPieces = 24;

    //! Opens the shop with a few products on the shelf, and perhaps a printer at an address.
    explicit LivingShop(const QString &printer = {});

    ShopAccess access();
    Shop *operator->() { return m_shop.get(); }
    SandboxProgram &sandbox() { return m_sandbox; }
    HeldSecrets &secrets() { return m_secrets; }
    //! As if the program had ended here and was started again; meanwhile something may be done to
    //! its folder.
    void reopen(const std::function<void(const QString &folder)> &meanwhile = {});

    //! The answer of a service, as call() brings it.
    template <class Service, class Function, class... Arguments>
    auto ask(Service &service, Function function, Arguments... arguments)
    {
        QObject receiver;
        std::optional<std::invoke_result_t<Function, Service &, Arguments &...>> answer;
        call(service, function, arguments...).then(&receiver, [&](const auto &given) {
            answer.emplace(given);
        });
        KONTOR_CHECK(QTest::qWaitFor([&] { return answer.has_value(); }, 30'000));
        return *answer;
    }

    AccountId addCustomer(const QString &name, bool withCard);
    //! Pieces of the first product, settled outside; not booked yet.
    ImportedSale sale(int pieces, Fulfilment fulfilment);
    //! By their saved card, to their newest address.
    ImportedSale saleTo(AccountId customer, int pieces, Fulfilment fulfilment);
    Receipt book(const ImportedSale &sale);
    //! One with a null id while there is none.
    Order newestOrder();
    QList<Product> products;

private:
    void open();
    void furnish();

    QString m_printer;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    OwnerOnly m_rights;
    SandboxProgram m_sandbox;
    HeldSecrets m_secrets;
    std::unique_ptr<Shop> m_shop;
};

} // namespace kontor
