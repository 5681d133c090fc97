// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on a till, on the page where things are sold: the scanner, the printer, the drawer.
#include "services/core/call.h"
#include "ui/pay/done_page.h"
#include "ui/pay/pay_page.h"
#include "ui/scan/price_check_panel.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/receipt_panel.h"
#include "ui/sell/search_panel.h"
#include "ui/sell/sell_page.h"

#include <QStackedWidget>

namespace kontor {

void SellPage::connectDesk()
{
    connect(m_search, &SearchPanel::entered, this, [this](const QString &text, Quantity quantity) {
        m_cart->clearError();
        m_desk.enter(text, quantity);
    });
    connect(m_prices, &PriceCheckPanel::entered, this,
            [this](const QString &text) { m_desk.enter(text, Quantity::pieces(1)); });
    connect(m_prices, &PriceCheckPanel::left, this, &SellPage::goSelling);
    connect(m_prices, &PriceCheckPanel::labelsWanted, this, &SellPage::labelsWanted);
    connect(&m_desk, &ScanDesk::priceFound, this, [this](const Identified &found) {
        showLeft(m_prices);
        m_prices->showGoods(found);
        Q_EMIT scanTaken();
    });
    connect(&m_desk, &ScanDesk::sold, this, [this] {
        if (m_left->currentWidget() == m_done)
            goSelling();
        Q_EMIT scanTaken();
    });
    connect(&m_desk, &ScanDesk::cameBack, this, [this](ProductId product, Quantity quantity) {
        choose(product, quantity);
        Q_EMIT scanTaken();
    });
    connect(&m_desk, &ScanDesk::receiptFound, this, &SellPage::receiptScanned);
    connect(&m_desk, &ScanDesk::entryRefused, this,
            [this](const QString &text, const Error &error) {
                if (m_left->currentWidget() == m_prices)
                    m_prices->refuse(text, error);
                else
                    m_search->refuse(text, error);
            });
    connect(&m_desk, &ScanDesk::scanRefused, this, &SellPage::scanRefused);
    connect(&m_desk, &ScanDesk::pastUseBy, this, [this](const QString &name, QDate day) {
        Q_EMIT goodsDoubtful(name, tr("The use-by date has passed: %1. Do not sell it.")
                                       .arg(QLocale().toString(day, QLocale::ShortFormat)));
    });
    connect(&m_desk, &ScanDesk::pastBestBefore, this, [this](const QString &name, QDate day) {
        Q_EMIT goodsDoubtful(name, tr("It was best before %1. Tell the customer.")
                                       .arg(QLocale().toString(day, QLocale::ShortFormat)));
    });
}

void SellPage::scan(const QString &code)
{
    if (isSelling())
        m_cart->clearError();
    m_desk.scan(code, isSelling() ? m_search->takeTimes() : Quantity::pieces(1));
}

void SellPage::scanBegins() { m_search->awaitCode(); }

void SellPage::scanBroken(const QString &part) { m_desk.scanBroken(part); }

void SellPage::checkPrices()
{
    if (m_left->currentWidget() == m_prices)
        return goSelling();
    if (isPaying())
        return;
    m_cart->withdrawQuestion();
    m_right->setCurrentWidget(m_cart);
    showLeft(m_prices);
    m_prices->start();
}

void SellPage::showLastReceipt()
{
    if (m_left->currentWidget() == m_pay || m_session.isFrozen())
        return;
    m_cart->withdrawQuestion();
    m_left->setCurrentWidget(m_search);
    m_right->setCurrentWidget(m_lastReceipt);
    m_lastReceipt->start();
}

void SellPage::tellLastSale()
{
    call(m_access.devices, &DevicesService::lastSale)
        .then(this, [this](const Result<OrderId> &last) {
            if (!last && last.error().is(DevicesError::NoSale))
                return;
            if (!last)
                return refuse(last.error());
            call(m_access.cart, &CartService::cart, *last)
                .then(this, [this](const Result<std::optional<Cart>> &sold) {
                    if (!sold)
                        refuse(sold.error());
                    else if (*sold)
                        m_cart->tellLastSale(**sold);
                });
        });
}

ProductWish SellPage::listed() const { return m_search->wish(); }

std::optional<Product> SellPage::chosenProduct() const { return m_search->chosenProduct(); }

void SellPage::openDrawer()
{
    m_cart->clearError();
    call(m_access.cart, &CartService::openDrawer, m_access.command(), tr("Without a sale"))
        .then(this, [this](const Result<> &noted) {
            // Before a shift is begun its float is put in.
            if (!noted && !noted.error().is(CartError::NoShift))
                return refuse(noted.error());
            call(m_access.devices, &DevicesService::openDrawer, m_access.command())
                .then(this, [this](const Result<> &asked) {
                    if (!asked)
                        refuse(asked.error());
                });
        });
}

} // namespace kontor
