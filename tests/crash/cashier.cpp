// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/cashier.h"

#include "app/owner.h"
#include "app/shop_access.h"
#include "models/texts.h"
#include "services/core/call.h"

#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookMs = 2;
constexpr int patienceMs = 20'000;
constexpr int openingPieces = 100'000;

const Currency pounds("GBP");

Product product(const QString &sku, const QString &name, const QString &barcode, qint64 pence)
{
    Product made;
    made.id = productIdForSku(sku);
    made.sku = sku;
    made.name = name;
    made.barcodes = {barcode};
    made.price = UnitPrice::of(Money{pence, pounds});
    made.taxRate = {2000};
    return made;
}

const QList<Product> &assortment()
{
    static const QList<Product> all = {
        product(u"71053"_s, u"Lantern"_s, u"5063087861358"_s, 339),
        product(u"71061"_s, u"Copper kettle"_s, u"5069960244898"_s, 1250),
        product(u"35012"_s, u"Beeswax candle"_s, u"5049834775130"_s, 120)};
    return all;
}

QString tenderText(const QString &kind, const QString &amount) { return kind + u' ' + amount; }

} // namespace

QString Cashier::Sight::text() const
{
    return u"[%1] [%2]"_s.arg(goods.join(u", "), tenders.join(u", "));
}

const QList<Cashier::Sight> &Cashier::sightsOf(int sale)
{
    static const QStringList gifts{u"1 Lantern"_s, u"2 Beeswax candle"_s};
    static const QStringList kettles{u"2 Copper kettle"_s};
    static const QString cash = nameText(TenderKind::Cash);
    static const QString card = nameText(TenderKind::Card);
    static const QString ten = tenderText(cash, u"£10.00"_s);
    static const QString six = tenderText(card, u"£6.00"_s);
    static const QString nine = tenderText(card, u"£9.00"_s);
    static const QList<Sight> inCash = {
        {}, {gifts.first(1), {}}, {gifts, {}}, {gifts, {tenderText(cash, u"£5.79"_s)}}};
    static const QList<Sight> inParts = {
        {}, {kettles, {}}, {kettles, {ten}}, {kettles, {ten, six}}, {kettles, {ten, six, nine}}};
    return sale % 2 == 0 ? inCash : inParts;
}

Cashier::Cashier(Shop &shop, const QString &notes) : m_shop(shop), m_notes(notes)
{
    connect(&m_watch, &QTimer::timeout, this, &Cashier::tick);
    m_watch.setInterval(lookMs);
}

void Cashier::start(int sales)
{
    m_sales = sales;
    if (!readNotes())
        return Q_EMIT amazed(m_notes.errorString());
    furnish();
}

//! "at SOLD STEP" as it was seen, "to SOLD STEP" before it was begun.
bool Cashier::readNotes()
{
    if (!m_notes.open(QIODevice::ReadWrite | QIODevice::Append))
        return false;
    m_notes.seek(0);
    const auto lines = m_notes.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const auto words = line.split(' ');
        if (words.size() != 3)
            continue;
        m_target = {words[1].toInt(), words[2].toInt()};
        if (words[0] == "at")
            m_at = m_target;
    }
    return true;
}

void Cashier::note(const char *what, const Place &place)
{
    m_notes.write(what + (u' ' + place.text() + u'\n').toLatin1());
    m_notes.flush();
    fdatasync(m_notes.handle());
}

void Cashier::furnish()
{
    // The same commands in every life: what was done before finds its first answer.
    const auto fixed = [this](const char *what) {
        return Command::named({1}, what, OwnerOnly::actor(), m_shop.settings().till);
    };
    GoodsReceipt goods{{}, u"opening"_s};
    for (const Product &each : assortment())
        goods.lines.append({each.id, Quantity::pieces(openingPieces)});
    call(m_shop.inventory(), &InventoryService::receive, fixed("goods"), goods)
        .then(this, [](const auto &) {});
    call(m_shop.catalog(), &CatalogService::saveAll, fixed("products"), assortment())
        .then(this, [this](const Result<SavedProducts> &saved) {
            if (!saved)
                return Q_EMIT amazed(saved.error().text());
            openDoors();
        });
}

void Cashier::openDoors()
{
    const auto access = accessTo(m_shop, m_secrets);
    if (!access)
        return Q_EMIT amazed(access.error().text());
    openWindow(*access);
    m_waited.start();
    compareWithShop();
}

Cashier::Sight Cashier::seen()
{
    Sight sight;
    for (int row = 0; row < rows(u"cartLines"_s); ++row)
        sight.goods.append(cell(u"cartLines"_s, row, 0) + u' ' + cell(u"cartLines"_s, row, 1));
    if (!find<QWidget>(u"tenders"_s)->isVisible())
        return sight;
    for (int tender = 0;; ++tender) {
        const auto label = [&](const QString &name) {
            return m_window->findChild<QLabel *>(name + QString::number(tender));
        };
        if (!label(u"tenderKind"_s))
            return sight;
        const QString kind = label(u"tenderKind"_s)->text();
        const QString standing = label(u"tenderStanding"_s)->text();
        if (kind == nameText(TenderKind::Cash) || standing.contains(u"authorised"_s))
            sight.tenders.append(tenderText(kind, label(u"tenderAmount"_s)->text()));
    }
}

void Cashier::compareWithShop()
{
    call(m_shop.cart(), &CartService::openCarts, m_shop.settings().till)
        .then(this, [this](const Result<QList<OrderId>> &open) {
            // Until the window has opened its first.
            if (!open || open->isEmpty())
                return QTimer::singleShot(lookMs, this, &Cashier::compareWithShop);
            call(m_shop.cart(), &CartService::cart, open->first())
                .then(this, [this](const Result<std::optional<Cart>> &cart) {
                    if (cart && cart->has_value())
                        compareWithCart(**cart);
                });
        });
}

void Cashier::compareWithCart(const Cart &cart)
{
    Sight inStore;
    for (const CartLine &line : cart.lines)
        inStore.goods.append(quantityText(line.quantity) + u' ' + line.name);
    for (const CartTender &taken : cart.tenders)
        inStore.tenders.append(
            tenderText(nameText(taken.tender.kind), amountText(taken.tender.amount)));
    const Sight onScreen = seen();
    if (onScreen != inStore) {
        if (m_waited.elapsed() > patienceMs)
            return Q_EMIT amazed(
                u"the screen shows %1, and the cart is %2"_s.arg(onScreen.text(), inStore.text()));
        return QTimer::singleShot(lookMs, this, &Cashier::compareWithShop);
    }
    call(m_shop.cart(), &CartService::xReport, m_shop.settings().till)
        .then(this, [this, onScreen](const Result<std::optional<ShiftReport>> &shift) {
            if (!shift)
                return Q_EMIT amazed(shift.error().text());
            const int sold = *shift ? int((*shift)->totals.receipts) : 0;
            const int step = int(sightsOf(sold).indexOf(onScreen));
            if (step < 0)
                return Q_EMIT amazed(
                    u"after %1 sales the screen shows %2"_s.arg(sold).arg(onScreen.text()));
            resumeAt({sold, step});
        });
}

void Cashier::resumeAt(const Place &place)
{
    if (place < m_at || place > m_target)
        return Q_EMIT amazed(u"the till is at %1; seen was %2, begun %3"_s.arg(
            place.text(), m_at.text(), m_target.text()));
    m_at = m_target = place;
    note("at", place);
    m_until = m_at.sold + m_sales;
    Q_EMIT ready();
    m_watch.start();
}

auto Cashier::shownPlace() -> std::optional<Place>
{
    if (m_target.step > 0) {
        const bool isThere = seen() == sightsOf(m_target.sold).value(m_target.step);
        return isThere ? std::optional(m_target) : std::nullopt;
    }
    const QString receipt = u"-%1"_s.arg(m_target.sold, 6, 10, QLatin1Char('0'));
    const bool isDone = shown(u"doneReceipt"_s) && text(u"doneReceipt"_s).endsWith(receipt) &&
                        rows(u"cartLines"_s) == 0;
    return isDone ? std::optional(m_target) : std::nullopt;
}

void Cashier::tick()
{
    if (m_waited.elapsed() > patienceMs) {
        m_watch.stop();
        return Q_EMIT amazed(u"at %1, on the way to %2 the screen shows %3"_s.arg(
            m_at.text(), m_target.text(), seen().text()));
    }
    if (m_at != m_target) {
        if (!shownPlace())
            return;
        m_at = m_target;
        note("at", m_at);
        m_opensPayment = false;
    }
    if (m_at.sold >= m_until) {
        m_watch.stop();
        return Q_EMIT enough();
    }
    if (m_at.step == 0 && shown(u"doneReceipt"_s))
        return press(Qt::Key_Return);
    act();
}

void Cashier::act()
{
    const Place before = m_target;
    const bool goodsAreThere = m_at.step >= (m_at.sold % 2 == 0 ? 2 : 1);
    if (goodsAreThere)
        pay();
    else if (shown(u"searchField"_s))
        sell();
    if (m_target != before)
        m_waited.start();
}

void Cashier::sell()
{
    m_target = {m_at.sold, m_at.step + 1};
    note("to", m_target);
    if (m_at.sold % 2 == 0 && m_at.step == 0)
        return m_scanner.scan(m_window->windowHandle(), assortment()[0].barcodes.first());
    type(m_at.sold % 2 == 0 ? u"2*beeswax"_s : u"2*71061"_s);
    press(Qt::Key_Return);
}

void Cashier::pay()
{
    const bool isComplete = m_at.step == sightsOf(m_at.sold).size() - 1;
    if (!isComplete && !isPaying()) {
        if (!std::exchange(m_opensPayment, true) && shown(u"searchField"_s))
            press(Qt::Key_F12);
        return;
    }
    if (isComplete && !shown(u"payFinish"_s))
        return;
    const bool isLast = isComplete || m_at.sold % 2 == 0 || m_at.step == 3;
    m_target = isLast ? Place{m_at.sold + 1, 0} : Place{m_at.sold, m_at.step + 1};
    note("to", m_target);
    if (isComplete)
        return press(Qt::Key_Return);
    if (m_at.sold % 2 == 0) {
        type(u"20"_s);
        return press(Qt::Key_Return);
    }
    const QStringList amounts{{}, u"10"_s, u"6"_s, {}};
    type(amounts[m_at.step]);
    press(m_at.step == 1 ? Qt::Key_Return : Qt::Key_F10);
}

} // namespace kontor
