// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/sell_page.h"

#include "services/core/call.h"
#include "ui/commands/add_command.h"
#include "ui/pay/done_page.h"
#include "ui/pay/pay_page.h"
#include "ui/scan/price_check_panel.h"
#include "ui/sell/age_question.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/customer_panel.h"
#include "ui/sell/delivery_charges_panel.h"
#include "ui/sell/held_panel.h"
#include "ui/sell/receipt_panel.h"
#include "ui/sell/return_page.h"
#include "ui/sell/search_panel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/bare_key.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <utility>

namespace kontor {

using namespace Qt::StringLiterals;

SellPage::SellPage(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                   const ReaderThread<StoryReader> &stories, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_session(access)
    , m_desk(access, lookup, m_session)
    , m_heldCarts(access)
    , m_search(new SearchPanel(access, lookup))
    , m_pay(new PayPage(access))
    , m_done(new DonePage(access, stories))
    , m_return(new ReturnPage(access, m_session))
    , m_prices(new PriceCheckPanel(access))
    , m_charges(new DeliveryChargesPanel(access))
    , m_cart(new CartPanel(m_session))
    , m_customer(new CustomerPanel(access))
    , m_held(new HeldPanel(m_heldCarts))
    , m_lastReceipt(new ReceiptPanel(access))
    , m_left(new QStackedWidget)
    , m_right(new QStackedWidget)
    , m_toast(new Toast(m_left))
{
    setObjectName(u"sellPage"_s);
    build();
    addCommands();
    connectParts();
}

void SellPage::build()
{
    for (QWidget *page : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_pay),
                          static_cast<QWidget *>(m_done), static_cast<QWidget *>(m_return),
                          static_cast<QWidget *>(m_prices), static_cast<QWidget *>(m_charges)})
        m_left->addWidget(page);
    m_right->addWidget(m_cart);
    m_right->addWidget(m_customer);
    m_right->addWidget(m_held);
    m_right->addWidget(m_lastReceipt);
    m_right->setFixedWidth(metrics::sidePanelWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_right);
}

void SellPage::addCommands()
{
    addCommand(this, u"sell.search"_s, tr("Search"), {Qt::Key_F2}, [this] { goSelling(); });
    addCommand(this, u"sell.categories"_s, tr("Categories"), {Qt::CTRL | Qt::Key_B}, [this] {
        goSelling();
        m_search->focusCategories();
    });
    addCommand(this, u"sell.tiles"_s, tr("List or tiles"), {Qt::CTRL | Qt::Key_T},
               [this] { showTiles(!m_search->showsTiles()); });
    addCommand(this, u"sell.customer"_s, tr("Customer"), {Qt::Key_F3},
               [this] { chooseCustomer(); });
    addQuestion(u"sell.hold"_s, tr("Put the cart on hold"), Qt::Key_F4,
                [this] { m_cart->askHold(); });
    addQuestion(u"sell.discount"_s, tr("Discount"), Qt::Key_F6, [this] { m_cart->askDiscount(); });
    addQuestion(u"sell.price"_s, tr("Another price"), Qt::CTRL | Qt::Key_P,
                [this] { m_cart->askPrice(); });
    addQuestion(u"sell.note"_s, tr("Note"), Qt::CTRL | Qt::Key_N, [this] { m_cart->askNote(); });
    addQuestion(u"sell.openItem"_s, tr("Not in the catalog"), Qt::CTRL | Qt::Key_O,
                [this] { m_cart->askOpenItem(); });
    addCommand(this, u"sell.recall"_s, tr("Carts on hold"), {Qt::Key_F5}, [this] { chooseHeld(); });
    addCommand(this, u"sell.lastReceipt"_s, tr("Last receipt"), {Qt::CTRL | Qt::Key_R},
               [this] { showLastReceipt(); });
    addCommand(this, u"sell.drawer"_s, tr("Open the drawer"), {Qt::Key_F7},
               [this] { openDrawer(); });
    addCommand(this, u"sell.undo"_s, tr("Undo"), {QKeySequence::Undo}, [this] { undo(); });
    addDeliveryCommands();
    addCommand(this, u"sell.pay"_s, tr("Pay"),
               {Qt::Key_F12, Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
               [this] { goPaying(); });
    addCommand(this, u"sell.return"_s, tr("Return or exchange"), {Qt::Key_F8},
               [this] { askReturn(); });
    addCommand(this, u"sell.payCard"_s, tr("Pay by card"), {Qt::Key_F10}, [this] {
        if (m_left->currentWidget() == m_pay)
            m_pay->payByCard();
    });
    addCommand(this, u"sell.prices"_s, tr("Price check"), {Qt::CTRL | Qt::Key_L},
               [this] { checkPrices(); });
    addCommand(this, u"sell.back"_s, tr("One step back"), {Qt::Key_Escape}, [this] { stepBack(); });
}

void SellPage::addQuestion(const QString &id, const QString &text, const QKeySequence &key,
                           std::function<void()> ask)
{
    addCommand(this, id, text, {key}, [this, ask = std::move(ask)] {
        if (isSelling())
            ask();
    });
}

void SellPage::connectParts()
{
    connect(m_search, &SearchPanel::chosen, this, &SellPage::choose);
    connect(&m_session, &CartSession::added, m_cart, &CartPanel::choosePosition);
    connect(&m_session, &CartSession::changed, this, &SellPage::keepPayingUpToDate);
    connect(&m_session, &CartSession::refused, this, &SellPage::refuse);
    connect(m_cart, &CartPanel::customerWanted, this, &SellPage::chooseCustomer);
    connect(m_cart, &CartPanel::payWanted, this, &SellPage::goPaying);
    connect(m_cart, &CartPanel::typed, this, [this](const QString &text) {
        goSelling();
        m_search->type(text);
    });
    connect(m_customer, &CustomerPanel::left, this, &SellPage::goSelling);
    connect(m_customer, &CustomerPanel::chosen, this,
            [this](AccountId customer, const AccountAddress &place) {
                m_session.setCustomer(customer, place.id, place.address.country);
                goSelling();
            });
    connectDesk();
    connectHeld();
    connectToast();
    connectReturn();
    connect(m_lastReceipt, &ReceiptPanel::left, this, &SellPage::goSelling);
    connect(m_pay, &PayPage::left, this, &SellPage::goSelling);
    connect(m_pay, &PayPage::cartTouched, &m_session, &CartSession::reload);
    connect(m_pay, &PayPage::ordered, this, &SellPage::showSold);
    connect(m_done, &DonePage::left, this, &SellPage::goSelling);
}

void SellPage::connectToast()
{
    connect(&m_session, &CartSession::changed, this, [this] {
        if (std::exchange(m_undoOffered, false))
            m_toast->dismiss();
    });
    connect(&m_session, &CartSession::lineRemoved, this, [this](const QString &name) {
        m_undoOffered = true;
        m_toast->say(tr("Removed: %1").arg(name), tr("Undo"), [this] { undo(); });
    });
    connect(&m_session, &CartSession::held, this, [this](OrderId cart, const QString &name) {
        m_undoOffered = false;
        m_toast->say(tr("On hold: %1").arg(name), tr("Take it up again"),
                     [this, cart] { takeUp(cart); });
    });
}

const Checkout &SellPage::checkout() const { return m_pay->checkout(); }

void SellPage::showLeft(QWidget *part)
{
    Q_EMIT payingChanged(part == m_pay);
    m_left->setCurrentWidget(part);
    const bool checksPrices = part == m_prices || part == m_charges;
    m_desk.setPurpose(part == m_pay  ? ScanDesk::Purpose::None
                      : checksPrices ? ScanDesk::Purpose::CheckPrice
                                     : ScanDesk::Purpose::Sell);
}

void SellPage::connectHeld()
{
    connect(m_cart, &CartPanel::recallWanted, this, &SellPage::chooseHeld);
    connect(m_cart, &CartPanel::questionEnded, m_search, &SearchPanel::focusField);
    connect(&m_session, &CartSession::heldChanged, &m_heldCarts, &HeldCartsModel::look);
    connect(&m_heldCarts, &HeldCartsModel::looked, m_cart,
            [this] { m_cart->showHeld(m_heldCarts.rowCount()); });
    connect(m_held, &HeldPanel::left, this, &SellPage::goSelling);
    connect(m_held, &HeldPanel::chosen, this, &SellPage::takeUp);
}

void SellPage::takeUp(OrderId cart)
{
    if (isPaying() || m_session.isFrozen()) {
        m_heldCarts.look();
        m_undoOffered = false;
        return m_toast->say(tr("It is on hold until this is paid."), tr("Take it up"),
                            [this, cart] { takeUp(cart); });
    }
    m_cart->withdrawQuestion();
    m_cart->clearError();
    m_session.recall(cart);
    goSelling();
}

void SellPage::connectReturn()
{
    connect(m_return, &ReturnPage::left, this, &SellPage::goSelling);
    connect(m_return, &ReturnPage::taken, this, &SellPage::goSelling);
    connect(m_return, &ReturnPage::withoutReceiptWanted, this, &SellPage::returnWithoutReceipt);
}

void SellPage::returnFrom(const QString &receipt)
{
    if (m_left->currentWidget() == m_pay || m_session.isFrozen())
        return;
    m_cart->withdrawQuestion();
    m_cart->clearError();
    m_right->setCurrentWidget(m_cart);
    showLeft(m_return);
    m_return->start(receipt);
}

void SellPage::askReturn()
{
    if (m_left->currentWidget() == m_return)
        returnWithoutReceipt();
    else
        returnFrom({});
}

void SellPage::returnWithoutReceipt()
{
    goSelling();
    m_returning = true;
    m_desk.setPurpose(ScanDesk::Purpose::TakeBack);
    m_search->setReturning(true);
}

void SellPage::choose(ProductId product, Quantity quantity)
{
    m_cart->clearError();
    if (!std::exchange(m_returning, false))
        return m_session.add(product, quantity);
    m_desk.setPurpose(ScanDesk::Purpose::Sell);
    m_search->setReturning(false);
    m_session.addReturnWithoutReceipt(product, quantity, m_return->disposition(),
                                      m_return->reason());
}

void SellPage::start()
{
    // A payment that was under way when the program ended goes on.
    connect(
        &m_session, &CartSession::changed, this,
        [this] {
            if (m_session.isFrozen())
                goPaying();
        },
        Qt::SingleShotConnection);
    m_session.resume();
    m_heldCarts.look();
    m_search->focusField();
}

void SellPage::takeFocus()
{
    if (isSelling())
        m_search->focusField();
}

void SellPage::find(const QString &text)
{
    goSelling();
    if (!isSelling())
        return;
    m_search->clear();
    m_search->type(text);
}

void SellPage::showTiles(bool tiles)
{
    if (tiles == m_search->showsTiles())
        return;
    m_search->showTiles(tiles);
    Q_EMIT tilesChosen(tiles);
}

void SellPage::serve(AccountId customer)
{
    goSelling();
    if (isSelling() && !m_session.isFrozen())
        m_customer->choosePlace(customer);
}

bool SellPage::isSelling() const
{
    return m_left->currentWidget() == m_search && m_right->currentWidget() == m_cart;
}

bool SellPage::isAside() const
{
    const QWidget *left = m_left->currentWidget();
    return left == m_pay || left == m_prices || left == m_charges;
}

bool SellPage::isPaying() const { return m_left->currentWidget() == m_pay; }

void SellPage::goSelling()
{
    // Money on its way is not walked away from.
    if (isPaying() && m_pay->checkout().step() == Checkout::Step::Working)
        return;
    m_returning = false;
    m_search->setReturning(false);
    showLeft(m_search);
    m_right->setCurrentWidget(m_cart);
    m_cart->setPaying(false);
    m_session.reload();
    m_search->refresh();
    m_search->focusField();
}

void SellPage::goPaying()
{
    if (!isSelling() || m_session.isEmpty() || mustAskAge())
        return;
    m_cart->withdrawQuestion();
    m_cart->clearError();
    if (mustAskAddress())
        return;
    m_cart->setPaying(true);
    m_toast->dismiss();
    showLeft(m_pay);
    m_pay->begin(m_session.cart(), m_session.totals().total, m_session.customerName());
}

//! Nothing may be taken for what cannot be ordered.
bool SellPage::mustAskAddress()
{
    const Cart &cart = m_session.cart();
    if (cart.fulfilment != Fulfilment::Delivery || !cart.address.isNull() || m_session.isFrozen())
        return false;
    if (isPaying())
        goSelling();
    refuse(Error(CartError::NeedsAddress));
    return true;
}

void SellPage::keepPayingUpToDate()
{
    const Checkout &checkout = m_pay->checkout();
    const bool begun =
        checkout.step() != Checkout::Step::Choosing &&
        (checkout.step() != Checkout::Step::Taken || !checkout.cart().tenders.isEmpty());
    if (!isPaying() || begun)
        return;
    if (m_session.isEmpty() || m_session.cart().ageToAsk() > 0)
        return goSelling();
    if (mustAskAddress())
        return;
    const Cart &now = m_session.cart();
    const Cart &then = checkout.cart();
    if (now.lines != then.lines || now.fulfilment != then.fulfilment ||
        now.customer != then.customer || now.address != then.address || now.charge != then.charge)
        m_pay->begin(now, m_session.totals().total, m_session.customerName());
}

void SellPage::showSold()
{
    m_search->clear();
    m_session.startNext();
    showLeft(m_done);
    m_cart->setPaying(false);
    m_done->showSale(m_pay->checkout());
}

void SellPage::chooseCustomer()
{
    if (isPaying() || m_session.isFrozen())
        return;
    m_cart->withdrawQuestion();
    showLeft(m_search);
    m_right->setCurrentWidget(m_customer);
    m_customer->start();
}

void SellPage::chooseHeld()
{
    if (isPaying() || m_session.isFrozen())
        return;
    m_cart->withdrawQuestion();
    showLeft(m_search);
    m_right->setCurrentWidget(m_held);
    m_held->start();
}

void SellPage::undo()
{
    if (!isSelling())
        return;
    m_cart->clearError();
    m_toast->dismiss();
    m_session.undo();
}

void SellPage::stepBack()
{
    if (m_cart->withdrawQuestion())
        return;
    if (isSelling() && m_cart->age().isAsking())
        m_cart->age().refuse();
    else if (isPaying())
        m_pay->back();
    else if (!isSelling() || m_returning)
        goSelling();
    else
        startOver();
}

void SellPage::startOver()
{
    m_search->clear();
    m_search->focusField();
}

void SellPage::refuse(const Error &error) { m_cart->showError(error); }

bool SellPage::takeKey(const QKeyEvent &event)
{
    const QString text = typedBy(event);
    const bool free =
        !isAside() && m_left->currentWidget() != m_return && m_right->currentWidget() == m_cart;
    if (!free || text.isEmpty())
        return false;
    if (!isSelling())
        goSelling();
    m_search->type(text);
    return true;
}

void SellPage::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace kontor
