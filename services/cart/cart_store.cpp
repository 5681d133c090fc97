// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_store.h"

namespace kontor {

namespace {

Cart cartHeader(const Row &row)
{
    Cart cart;
    cart.id = row.id<OrderId>(0);
    cart.till = row.text(1);
    cart.state = row.named<CartState>(2);
    cart.currency = row.currency(3);
    cart.taxIncluded = row.truth(4);
    cart.cashStep = row.integer(5);
    cart.customer = row.id<AccountId>(6);
    cart.address = row.id<AddressId>(7);
    cart.fulfilment = row.named<Fulfilment>(8);
    cart.backorder = row.truth(9);
    cart.collectBy = row.time(10);
    cart.discount = {int(row.integer(11)), row.integer(12)};
    cart.revision = row.integer(13);
    cart.receipt = row.text(14);
    cart.openedAt = row.time(15);
    cart.heldAs = row.text(16);
    cart.note = row.text(17);
    cart.country = row.text(18);
    cart.wishedFor = row.date(19);
    cart.checkedAge = int(row.integer(20));
    if (!row.isNull(21))
        cart.charge = {
            row.money(22, cart.currency), row.truth(24), row.text(21), {int(row.integer(23))}};
    return cart;
}

CartLine cartLine(const Row &row, Currency currency)
{
    CartLine line;
    line.line = int(row.integer(0));
    line.product = row.id<ProductId>(1);
    line.sku = row.text(2);
    line.name = row.text(3);
    line.quantity = row.quantity(4);
    line.unitPrice = {row.integer(5), currency};
    line.taxRate = {int(row.integer(6))};
    line.stocked = row.truth(7);
    line.weightGrams = int(row.integer(8));
    line.disposition = row.named<Disposition>(9);
    line.discount = {int(row.integer(10)), row.integer(11)};
    line.originalOrder = row.id<OrderId>(12);
    line.originalLine = int(row.integer(13));
    line.returnedGross = row.money(14, currency);
    line.returnedTax = row.money(15, currency);
    line.note = row.text(16);
    line.minAge = int(row.integer(17));
    return line;
}

CartTender cartTender(const Row &row, Currency currency)
{
    return {{row.money(2, currency), row.id<TenderId>(0), row.named<TenderKind>(1)},
            row.money(3, currency),
            row.integer(4)};
}

} // namespace

Result<std::optional<Cart>> CartStore::find(OrderId id) const
{
    auto cart = m_store.first(R"(
        SELECT id, till, state, currency, tax_included, cash_step, customer, address, fulfilment, backorder,
               collect_by, discount_percent, discount_amount, revision, receipt, opened_at, held_as, note,
               country, wished_for, checked_age, charge_name, charge_amount, charge_tax, charge_by_hand
        FROM cart WHERE id = ?)",
                              cartHeader, id);
    if (!cart || !cart->has_value())
        return cart;
    const Currency currency = (*cart)->currency;
    auto lines = m_store.all(R"(
        SELECT line, product, sku, name, quantity, unit_price, tax_rate, stocked, weight_grams, disposition,
               discount_percent, discount_amount, original_order, original_line, returned_gross, returned_tax,
               note, min_age
        FROM cart_line WHERE cart = ? ORDER BY line)",
                             [currency](const Row &row) { return cartLine(row, currency); }, id);
    if (!lines)
        return lines.error();
    auto tenders = m_store.all(
        "SELECT id, kind, amount, given, revision FROM cart_tender WHERE cart = ? ORDER BY "
        "position",
        [currency](const Row &row) { return cartTender(row, currency); }, id);
    if (!tenders)
        return tenders.error();
    (*cart)->lines = std::move(*lines);
    (*cart)->tenders = std::move(*tenders);
    return cart;
}

Result<QList<OrderId>> CartStore::openCarts(const QString &till) const
{
    return m_store.all(R"(
        SELECT id FROM cart WHERE state = 'Open' AND held_as = '' AND till = ?
        ORDER BY EXISTS (SELECT 1 FROM cart_line WHERE cart = cart.id) DESC, opened_at DESC, id DESC)",
                       [](const Row &row) { return row.id<OrderId>(0); }, till);
}

Result<QList<OrderId>> CartStore::heldCarts(const QString &till) const
{
    return m_store.all(
        "SELECT id FROM cart WHERE state = 'Open' AND held_as <> '' AND till = ? "
        "ORDER BY opened_at, id",
        [](const Row &row) { return row.id<OrderId>(0); }, till);
}

Result<std::optional<CartStep>> CartStore::lastStep(OrderId cart) const
{
    const auto bytes = m_store.first(
        "SELECT before FROM cart_step WHERE cart = ? ORDER BY step DESC LIMIT 1",
        [](const Row &row) { return row.bytes(0); }, cart);
    if (!bytes)
        return bytes.error();
    if (!bytes->has_value())
        return std::optional<CartStep>();
    const auto step = decode<CartStep>(**bytes);
    if (!step)
        return step.error();
    return std::optional(*step);
}

Result<std::optional<Cart>> CartStore::offeredAnew(OrderId original) const
{
    const auto cart = m_store.first(
        "SELECT cart FROM offered_anew WHERE original = ?",
        [](const Row &row) { return row.id<OrderId>(0); }, original);
    if (!cart)
        return cart.error();
    return cart->has_value() ? find(**cart) : Result<std::optional<Cart>>(std::nullopt);
}

Result<bool> CartStore::insert(Transaction &tx, const Cart &cart)
{
    const std::optional<QString> receipt =
        cart.state == CartState::Ordered ? std::optional<QString>(cart.receipt) : std::nullopt;
    const auto added = tx.run(R"(
        INSERT INTO cart (id, till, state, currency, tax_included, cash_step, customer, address, fulfilment,
                          backorder, collect_by, discount_percent, discount_amount, revision, receipt, opened_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING)",
                              cart.id, cart.till, cart.state, cart.currency, cart.taxIncluded,
                              cart.cashStep, cart.customer, cart.address, cart.fulfilment,
                              cart.backorder, cart.collectBy, cart.discount.percentBasisPoints,
                              cart.discount.amountMinor, cart.revision, receipt, cart.openedAt);
    if (!added)
        return added.error();
    return *added > 0;
}

Result<> CartStore::insertLine(Transaction &tx, OrderId cart, const CartLine &line)
{
    return withoutValue(tx.run(R"(
        INSERT INTO cart_line (cart, line, product, sku, name, quantity, unit_price, tax_rate, stocked, weight_grams,
                               disposition, discount_percent, discount_amount, original_order, original_line,
                               returned_gross, returned_tax, note, min_age)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))",
                               cart, line.line, line.product, line.sku, line.name, line.quantity,
                               line.unitPrice, line.taxRate, line.stocked, line.weightGrams,
                               line.disposition, line.discount.percentBasisPoints,
                               line.discount.amountMinor, line.originalOrder, line.originalLine,
                               line.returnedGross, line.returnedTax, line.note, line.minAge));
}

Result<> CartStore::updateLine(Transaction &tx, OrderId cart, const CartLine &line)
{
    return withoutValue(
        tx.run("UPDATE cart_line SET quantity = ?, unit_price = ?, discount_percent = ?, "
               "discount_amount = ?, note = ? WHERE cart = ? AND line = ?",
               line.quantity, line.unitPrice, line.discount.percentBasisPoints,
               line.discount.amountMinor, line.note, cart, line.line));
}

Result<> CartStore::removeLine(Transaction &tx, OrderId cart, int line)
{
    return withoutValue(tx.run("DELETE FROM cart_line WHERE cart = ? AND line = ?", cart, line));
}

Result<> CartStore::insertTender(Transaction &tx, OrderId cart, const CartTender &taken)
{
    return withoutValue(tx.run(R"(
        INSERT INTO cart_tender (id, cart, position, kind, amount, given, revision)
        VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM cart_tender WHERE cart = ?), ?, ?, ?, ?))",
                               taken.tender.id, cart, cart, taken.tender.kind, taken.tender.amount,
                               taken.given, taken.revision));
}

Result<bool> CartStore::removeTender(Transaction &tx, OrderId cart, TenderId tender)
{
    const auto removed = tx.run("DELETE FROM cart_tender WHERE cart = ? AND id = ?", cart, tender);
    if (!removed)
        return removed.error();
    return *removed > 0;
}

Result<> CartStore::updateHeader(Transaction &tx, const Cart &cart)
{
    const CartCharge charge = cart.charge.value_or(CartCharge{});
    const auto chargeName = cart.charge ? std::optional(charge.name) : std::nullopt;
    return withoutValue(
        tx.run("UPDATE cart SET customer = ?, address = ?, country = ?, fulfilment = ?, "
               "backorder = ?, collect_by = ?, wished_for = ?, checked_age = ?, charge_name = ?, "
               "charge_amount = ?, charge_tax = ?, charge_by_hand = ?, discount_percent = ?, "
               "discount_amount = ?, note = ?, held_as = ?, revision = revision + 1 WHERE id = ?",
               cart.customer, cart.address, cart.country, cart.fulfilment, cart.backorder,
               cart.collectBy, cart.wishedFor, cart.checkedAge, chargeName, charge.amount,
               charge.taxRate, charge.byHand, cart.discount.percentBasisPoints,
               cart.discount.amountMinor, cart.note, cart.heldAs, cart.id));
}

Result<> CartStore::insertStep(Transaction &tx, OrderId cart, const CartStep &step)
{
    return withoutValue(tx.run(R"(
        INSERT INTO cart_step (cart, step, before)
        VALUES (?, (SELECT coalesce(max(step), 0) + 1 FROM cart_step WHERE cart = ?), ?))",
                               cart, cart, encode(step)));
}

Result<> CartStore::removeLastStep(Transaction &tx, OrderId cart)
{
    return withoutValue(tx.run("DELETE FROM cart_step WHERE cart = ? AND step = "
                               "(SELECT max(step) FROM cart_step WHERE cart = ?)",
                               cart, cart));
}

Result<> CartStore::removeSteps(Transaction &tx, OrderId cart)
{
    return withoutValue(tx.run("DELETE FROM cart_step WHERE cart = ?", cart));
}

Result<> CartStore::setOrdered(Transaction &tx, OrderId cart, const QString &receipt)
{
    return withoutValue(tx.run(
        "UPDATE cart SET state = 'Ordered', receipt = ?, revision = revision + 1 WHERE id = ?",
        receipt, cart));
}

Result<> CartStore::setAbandoned(Transaction &tx, OrderId cart)
{
    return withoutValue(
        tx.run("UPDATE cart SET state = 'Abandoned', revision = revision + 1 WHERE id = ?", cart));
}

Result<> CartStore::noteOfferedAnew(Transaction &tx, OrderId original, OrderId cart)
{
    return withoutValue(tx.run("INSERT INTO offered_anew (original, cart) VALUES (?, ?) "
                               "ON CONFLICT (original) DO UPDATE SET cart = excluded.cart",
                               original, cart));
}

Result<QString> CartStore::nextReceipt(Transaction &tx, const QString &till)
{
    const auto number = tx.store().first(
        "INSERT INTO receipt_series (till, last) VALUES (?, 1) "
        "ON CONFLICT (till) DO UPDATE SET last = receipt_series.last + 1 RETURNING last",
        [](const Row &row) { return row.integer(0); }, till);
    if (!number)
        return number.error();
    KONTOR_CHECK(number->has_value());
    return QStringLiteral("%1-%2").arg(till).arg(**number, 6, 10, QLatin1Char('0'));
}

Result<bool> CartStore::insertPayout(Transaction &tx, const Command &command,
                                     const RefundPayout &payout)
{
    const auto added = tx.run(R"(
        INSERT INTO drawer_move (command, till, kind, order_id, amount, currency, at, tender, paid_before)
        VALUES (?, ?, 'RefundPaidOut', ?, ?, ?, ?, ?, ?) ON CONFLICT (tender, paid_before) DO NOTHING)",
                              command.id, command.till, payout.order, payout.amount,
                              payout.amount.currency, tx.at(), payout.tender, payout.paidBefore);
    if (!added)
        return added.error();
    return *added > 0;
}

Result<> CartStore::insertPaidIn(Transaction &tx, const Command &command, OrderId order,
                                 const Money &amount)
{
    return withoutValue(tx.run(R"(
        INSERT INTO drawer_move (command, till, kind, order_id, amount, currency, at)
        VALUES (?, ?, 'DuePaidIn', ?, ?, ?, ?))",
                               command.id, command.till, order, amount, amount.currency, tx.at()));
}

} // namespace kontor
