// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/inventory/inventory.h"

namespace kontor {

namespace {

Error badQuantity(Quantity quantity, const char *what)
{
    return Error(InventoryError::BadQuantity, QStringLiteral("%1 thousandths are no %2")
                                                  .arg(quantity.thousandths)
                                                  .arg(QLatin1String(what)));
}

} // namespace

ProductQuantities wantedBy(const QList<GoodsLine> &lines)
{
    ProductQuantities wanted;
    for (const GoodsLine &line : lines)
        wanted[line.product] += line.quantity;
    return wanted;
}

QList<StockMove> movesOf(OrderId order, const QList<GoodsLine> &lines)
{
    QList<StockMove> moves;
    moves.reserve(lines.size());
    const auto add = [&](const GoodsLine &line, MoveKind kind, Quantity quantity) {
        StockMove move;
        move.product = line.product;
        move.quantity = quantity;
        move.kind = kind;
        move.order = order;
        move.line = line.line;
        moves.append(move);
    };
    for (const GoodsLine &line : lines) {
        if (line.quantity.isZero())
            continue;
        add(line, line.quantity.isNegative() ? MoveKind::Return : MoveKind::Sale, -line.quantity);
        if (line.quantity.isNegative() && line.disposition == Disposition::WriteOff)
            add(line, MoveKind::WriteOff, line.quantity);
    }
    return moves;
}

Result<> checked(const GoodsReceipt &goods)
{
    if (goods.lines.isEmpty())
        return Error(InventoryError::NothingReceived);
    for (const ReceivedGoods &line : goods.lines) {
        if (line.product.isNull())
            return Error(InventoryError::NoProduct);
        if (line.quantity <= Quantity() || !line.quantity.isWithinLimit())
            return badQuantity(line.quantity, "goods receipt");
    }
    return {};
}

Result<> checked(const StockCorrection &correction)
{
    if (correction.product.isNull())
        return Error(InventoryError::NoProduct);
    if (correction.difference.isZero() || !correction.difference.isWithinLimit())
        return badQuantity(correction.difference, "correction");
    if (correction.reason.trimmed().isEmpty())
        return Error(InventoryError::NoReason);
    return {};
}

Result<> checkedReorderPoint(ProductId product, std::optional<Quantity> point)
{
    if (product.isNull())
        return Error(InventoryError::NoProduct);
    if (point && (point->isNegative() || !point->isWithinLimit()))
        return badQuantity(*point, "reorder point");
    return {};
}

} // namespace kontor
