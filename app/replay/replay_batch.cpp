// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/replay_batch.h"

#include "app/owner.h"
#include "app/replay/made_up_address.h"

namespace kontor {

using namespace Qt::StringLiterals;

Command replayCommand(const QString &till, Timestamp at, const QString &what)
{
    return Command::named(at, "replay/" + what.toUtf8(), OwnerOnly::actor(), till);
}

BatchBuilder::BatchBuilder(ReplayOptions options, QString till)
    : m_options(std::move(options))
    , m_till(std::move(till))
{
}

void BatchBuilder::add(ReplayBatch &batch, const Invoice &invoice)
{
    if (batch.at == Timestamp{})
        batch.at = invoice.at;
    const QChar first = invoice.number.isEmpty() ? QChar() : invoice.number.front().toUpper();
    if (first.isNull()) {
        batch.skipped.append({invoice.number, u"the invoice has no number"_s});
        return;
    }
    const bool isReturn = first == u'C';
    if (first.isLetter() && !isReturn) {
        batch.skipped.append({invoice.number, u"an adjustment of debts, not trade"_s});
        return;
    }
    QList<InvoiceRow> sold;
    bool corrected = false;
    for (const InvoiceRow &row : invoice.rows) {
        if (row.price.micros < 0)
            batch.skipped.append({invoice.number, u"%1 has a negative price"_s.arg(row.stockCode)});
        else if (isReturn && !row.quantity.isNegative())
            batch.skipped.append(
                {invoice.number, u"%1 is sold on a credit note"_s.arg(row.stockCode)});
        else if (isReturn || !row.quantity.isNegative())
            sold.append(row);
        else
            corrected = true;
    }
    if (corrected)
        addCorrections(batch, invoice);
    if (!sold.isEmpty())
        addSale(batch, invoice, sold);
}

void BatchBuilder::addProduct(ReplayBatch &batch, const InvoiceRow &row)
{
    if (m_products.contains(row.stockCode))
        return;
    m_products.insert(row.stockCode);
    Product product;
    product.id = productIdForSku(row.stockCode);
    product.sku = row.stockCode;
    product.name =
        row.description.isEmpty() ? row.stockCode : row.description.left(Product::maxNameLength);
    product.price = row.price;
    product.stocked = isGoods(row.stockCode);
    batch.products.append(product);
}

AccountId BatchBuilder::addCustomer(ReplayBatch &batch, const Invoice &invoice)
{
    const bool delivery = m_options.fulfilment == Fulfilment::Delivery;
    // Who is missing in the file is made up for a delivery, one for each country.
    const QString number = !invoice.customer.isEmpty() ? invoice.customer
                           : delivery                  ? u"unnamed, "_s + invoice.country
                                                       : QString();
    if (number.isEmpty())
        return {};
    const auto id = AccountId::named({}, "customer/" + number.toUtf8());
    if (m_customers.contains(number))
        return id;
    m_customers.insert(number);
    AccountDetails details;
    details.name = u"Customer %1"_s.arg(number);
    const auto command = [&](const QString &what) {
        return replayCommand(m_till, invoice.at, what + u'/' + number);
    };
    batch.accounts.append({command(u"account"_s), id, details});
    if (delivery) {
        batch.addresses.append(
            {command(u"address"_s), id, madeUpAddress(details.name, invoice.country)});
        batch.cards.append({command(u"card"_s), id});
    }
    return id;
}

CartLine BatchBuilder::lineFor(const InvoiceRow &row, int number) const
{
    CartLine line;
    line.line = number;
    line.product = productIdForSku(row.stockCode);
    line.sku = row.stockCode;
    line.name = row.description.left(Product::maxNameLength);
    line.quantity = row.quantity;
    line.unitPrice = row.price;
    line.stocked = isGoods(row.stockCode);
    line.disposition = row.quantity.isNegative() ? Disposition::Restock : Disposition::Sell;
    line.returnedGross = line.returnedTax = Money{0, m_options.currency};
    return line;
}

void BatchBuilder::addSale(ReplayBatch &batch, const Invoice &invoice,
                           const QList<InvoiceRow> &rows)
{
    const bool isReturn = rows.first().quantity.isNegative();
    ImportedSale sale;
    sale.order = OrderId::named(invoice.at, "invoice/" + invoice.number.toUtf8());
    sale.settings.currency = m_options.currency;
    sale.customer = addCustomer(batch, invoice);
    if (!isReturn && m_options.fulfilment == Fulfilment::Delivery) {
        sale.fulfilment = Fulfilment::Delivery;
        sale.tender = TenderKind::SavedCard;
    }
    for (const InvoiceRow &row : rows) {
        addProduct(batch, row);
        sale.lines.append(lineFor(row, int(sale.lines.size()) + 1));
    }
    m_sales += isReturn ? 0 : 1;
    batch.numbers.append(invoice.number);
    batch.sales.append({replayCommand(m_till, invoice.at, u"invoice/"_s + invoice.number), sale});
}

void BatchBuilder::addCorrections(ReplayBatch &batch, const Invoice &invoice)
{
    ++batch.stockCorrections;
    for (qsizetype i = 0; i < invoice.rows.size(); ++i) {
        const InvoiceRow &row = invoice.rows[i];
        if (!row.quantity.isNegative())
            continue;
        addProduct(batch, row);
        const QString reason =
            row.description.isEmpty() ? u"no description given"_s : row.description;
        batch.corrections.append(
            {replayCommand(m_till, invoice.at, u"correction/%1/%2"_s.arg(invoice.number).arg(i)),
             {productIdForSku(row.stockCode), row.quantity, reason}});
    }
}

} // namespace kontor
