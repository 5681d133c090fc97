// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_history.h"

#include "app/demo/demo_pictures.h"
#include "app/demo/demo_tables.h"
#include "services/core/decimal.h"

#include <QRandomGenerator>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 seed = 20'240'229;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
constexpr int days = 30;
constexpr int openingHour = 9;
constexpr int minutesOpen = 9 * 60;
constexpr int percent = 100;
constexpr int microDigits = 6;

struct Goods
{
    Product product;
    QString unit;
    qint64 stock = 0;
    qint64 reorder = 0;
    Quantity sold;
};

//! Makes one shop's history, order after order.
class HistoryWriter
{
public:
    HistoryWriter(const ShopProfile &profile, QString actor, QString till)
        : m_profile(profile)
        , m_actor(std::move(actor))
        , m_till(std::move(till))
        , m_random(seed)
    {
        m_history.begin = {profile.founded.ms - days * dayMs};
        m_history.parcelsLeave = {profile.founded.ms - dayMs};
    }

    DemoHistory write()
    {
        writeProducts();
        writeCustomers();
        for (int day = 0; day < days; ++day)
            writeDay(day);
        writeOpenOrders();
        writeStock();
        return m_history;
    }

private:
    Command command(Timestamp at, const QString &what) const
    {
        return demoCommand(at, what, m_actor, m_till);
    }
    int below(int limit) { return m_random.bounded(limit); }
    bool happens(int chance) { return below(percent) < chance; }

    void writeProducts();
    void writeCustomers();
    void writeDay(int day);
    void writeOrder(Timestamp at);
    void writeReturn(Timestamp at);
    void writeOpenOrders();
    void writeStock();

    ImportedSale emptySale(Timestamp at);
    CartLine lineOf(const Goods &goods, Quantity quantity, int number) const;
    Quantity someOf(const Goods &goods);
    void addLines(ImportedSale &sale);
    void giveCustomer(ImportedSale &sale);
    void add(Timestamp at, const ImportedSale &sale);
    qsizetype indexOf(const QString &sku) const;
    //! One order of one product, at the end of the history.
    ImportedSale special(Timestamp at, Fulfilment fulfilment, const QString &sku, qint64 pieces);

    const ShopProfile &m_profile;
    const QString m_actor;
    const QString m_till;
    QRandomGenerator m_random;
    DemoHistory m_history;
    QList<Goods> m_goods;
    QList<qsizetype> m_favourites; //!< the best sold first
    int m_orders = 0;
};

void HistoryWriter::writeProducts()
{
    for (const DemoRow &row : demoTable(u"products.csv"_s)) {
        Goods goods;
        Product &product = goods.product;
        product.sku = row[u"sku"_s];
        product.id = productIdForSku(product.sku);
        product.name = row[u"name"_s];
        product.category = row[u"category"_s];
        product.picture = demoPictureName(product.sku);
        product.price = {*parseDecimal(row[u"price"_s], microDigits)->scaledTo(microDigits),
                         m_profile.currency};
        product.taxRate =
            row[u"tax"_s] == u"reduced"_s ? m_profile.reducedRate : m_profile.standardRate;
        product.weightGrams = row[u"grams"_s].toInt();
        product.minAge = row[u"age"_s].toInt();
        if (!row[u"barcode"_s].isEmpty())
            product.barcodes = {row[u"barcode"_s]};
        goods.unit = row[u"unit"_s];
        product.stocked = goods.unit != u"service"_s;
        goods.stock = row[u"stock"_s].toLongLong();
        goods.reorder = row[u"reorder"_s].toLongLong();
        m_favourites.insert(below(int(m_goods.size()) + 1), m_goods.size());
        m_goods.append(goods);
        m_history.products.append(product);
    }
}

void HistoryWriter::writeCustomers()
{
    for (const DemoRow &row : demoTable(u"customers.csv"_s)) {
        const QString name = row[u"name"_s];
        const auto id = AccountId::named(m_history.begin, "demo customer/" + name.toUtf8());
        const Timestamp at = m_history.begin;
        m_history.accounts.append(
            {command(at, u"account/"_s + name), id, {name, row[u"email"_s], row[u"phone"_s], {}}});
        Address address;
        address.name = name;
        address.street1 = row[u"street"_s];
        address.city = row[u"city"_s];
        address.zip = row[u"zip"_s];
        address.country = row[u"country"_s];
        m_history.addresses.append({command(at, u"address/"_s + name), id, address});
        m_history.cards.append({command(at, u"card/"_s + name), id});
    }
}

void HistoryWriter::writeDay(int day)
{
    constexpr int usualOrders = 10;
    constexpr int saturdayOrders = 18;
    constexpr int spread = 6;
    const QDateTime moment = Timestamp{m_history.begin.ms + day * dayMs}.toUtc().toLocalTime();
    if (moment.date().dayOfWeek() == Qt::Sunday)
        return;
    const int usual = moment.date().dayOfWeek() == Qt::Saturday ? saturdayOrders : usualOrders;
    QList<int> minutes;
    for (int left = usual + below(spread); left > 0; --left)
        minutes.append(below(minutesOpen));
    std::sort(minutes.begin(), minutes.end());
    const qint64 opening = QDateTime(moment.date(), QTime(openingHour, 0)).toMSecsSinceEpoch();
    for (const int minute : minutes) {
        const Timestamp at{opening + minute * minuteMs + below(int(minuteMs))};
        if (at.ms < m_profile.founded.ms - hourMs)
            writeOrder(at);
    }
}

ImportedSale HistoryWriter::emptySale(Timestamp at)
{
    ImportedSale sale;
    sale.order = OrderId::named(at, "demo order/" + QByteArray::number(m_orders++));
    sale.settings.currency = m_profile.currency;
    return sale;
}

CartLine HistoryWriter::lineOf(const Goods &goods, Quantity quantity, int number) const
{
    CartLine line;
    line.line = number;
    line.product = goods.product.id;
    line.sku = goods.product.sku;
    line.name = goods.product.name;
    line.quantity = quantity;
    line.unitPrice = goods.product.price;
    line.taxRate = goods.product.taxRate;
    line.stocked = goods.product.stocked;
    line.weightGrams = goods.product.weightGrams;
    line.disposition = quantity.isNegative() ? Disposition::Restock : Disposition::Sell;
    line.returnedGross = line.returnedTax = Money{0, m_profile.currency};
    return line;
}

Quantity HistoryWriter::someOf(const Goods &goods)
{
    constexpr int gramsAtLeast = 180;
    constexpr int gramsMore = 1600;
    constexpr int dearMicros = 12;
    if (goods.unit == u"kg"_s)
        return {gramsAtLeast + 2 * qint64(below(gramsMore / 2))};
    const bool isDear = goods.product.price.micros > dearMicros * UnitPrice::scale;
    return Quantity::pieces(isDear || happens(65) ? 1 : 2 + below(3));
}

void HistoryWriter::addLines(ImportedSale &sale)
{
    constexpr int mostLines = 5;
    QSet<qsizetype> taken;
    for (int left = 1 + below(mostLines); left > 0; --left) {
        // The lower of two, so that some things are sold more often than others.
        const int many = int(m_favourites.size());
        const qsizetype index = m_favourites[std::min(below(many), below(many))];
        if (taken.contains(index))
            continue;
        taken.insert(index);
        Goods &goods = m_goods[index];
        const Quantity quantity = someOf(goods);
        goods.sold += quantity;
        sale.lines.append(lineOf(goods, quantity, int(sale.lines.size()) + 1));
    }
}

void HistoryWriter::giveCustomer(ImportedSale &sale)
{
    sale.customer = m_history.accounts[below(int(m_history.accounts.size()))].id;
}

void HistoryWriter::add(Timestamp at, const ImportedSale &sale)
{
    m_history.sales.append({command(at, u"order/"_s + sale.order.toString()), sale});
}

void HistoryWriter::writeOrder(Timestamp at)
{
    constexpr int returns = 4;
    constexpr int pickups = 10;
    constexpr int deliveries = 8;
    if (m_orders > 0 && happens(returns))
        return writeReturn(at);
    ImportedSale sale = emptySale(at);
    addLines(sale);
    if (happens(pickups)) {
        giveCustomer(sale);
        sale.fulfilment = Fulfilment::Pickup;
        const Timestamp collected{
            std::min(at.ms + (2 + below(20)) * hourMs, m_profile.founded.ms - hourMs / 2)};
        m_history.steps.append({DemoStep::Kind::Collected,
                                command(collected, u"collect/"_s + sale.order.toString()),
                                sale.order});
    } else if (happens(deliveries)) {
        giveCustomer(sale);
        sale.fulfilment = Fulfilment::Delivery;
        sale.tender = happens(60) ? TenderKind::SavedCard : TenderKind::Outside;
    } else {
        if (happens(20))
            giveCustomer(sale);
        sale.tender = happens(45) ? TenderKind::Cash : TenderKind::Outside;
    }
    add(at, sale);
}

void HistoryWriter::writeReturn(Timestamp at)
{
    const auto &before = m_history.sales[below(int(m_history.sales.size()))].second;
    const CartLine line = before.lines.first();
    if (before.fulfilment != Fulfilment::Counter || line.quantity.isNegative() || !line.stocked)
        return;
    Goods &goods = m_goods[indexOf(line.sku)];
    ImportedSale sale = emptySale(at);
    sale.tender = TenderKind::Cash;
    sale.lines = {lineOf(goods, -line.quantity, 1)};
    if (happens(30))
        sale.lines.first().disposition = Disposition::WriteOff;
    else
        goods.sold += -line.quantity;
    add(at, sale);
}

qsizetype HistoryWriter::indexOf(const QString &sku) const
{
    for (qsizetype i = 0; i < m_goods.size(); ++i) {
        if (m_goods[i].product.sku == sku)
            return i;
    }
    KONTOR_CHECK(!"a product that the demo shop does not have");
    return -1;
}

ImportedSale HistoryWriter::special(Timestamp at, Fulfilment fulfilment, const QString &sku,
                                    qint64 pieces)
{
    ImportedSale sale = emptySale(at);
    giveCustomer(sale);
    sale.fulfilment = fulfilment;
    sale.tender = TenderKind::SavedCard;
    sale.lines = {lineOf(m_goods[indexOf(sku)], Quantity::pieces(pieces), 1)};
    return sale;
}

//! What shows an order's other ways: two wait to be collected, one of them for too long; one was
//! cancelled; one asks for more than there is; one waits for goods.
void HistoryWriter::writeOpenOrders()
{
    const auto ago = [this](qint64 ms) { return Timestamp{m_profile.founded.ms - ms}; };
    ImportedSale cancelled = special(ago(50 * minuteMs), Fulfilment::Pickup, u"KIT-07"_s, 1);
    add(ago(50 * minuteMs), cancelled);
    m_history.steps.append({DemoStep::Kind::Cancelled,
                            command(ago(20 * minuteMs), u"cancel/"_s + cancelled.order.toString()),
                            cancelled.order});
    ImportedSale late = special(ago(48 * minuteMs), Fulfilment::Pickup, u"KIT-18"_s, 2);
    late.collectBy = ago(5 * minuteMs);
    m_goods[indexOf(u"KIT-18"_s)].sold += Quantity::pieces(2);
    add(ago(48 * minuteMs), late);
    ImportedSale ready = special(ago(40 * minuteMs), Fulfilment::Pickup, u"PLA-01"_s, 1);
    ready.collectBy = ago(-2 * dayMs);
    m_goods[indexOf(u"PLA-01"_s)].sold += Quantity::pieces(1);
    add(ago(40 * minuteMs), ready);
    add(ago(35 * minuteMs), special(ago(35 * minuteMs), Fulfilment::Delivery, u"PLA-08"_s, 6));
    ImportedSale waiting = special(ago(30 * minuteMs), Fulfilment::Delivery, u"CAK-10"_s, 4);
    waiting.backorder = true;
    add(ago(30 * minuteMs), waiting);
}

void HistoryWriter::writeStock()
{
    GoodsReceipt receipt{{}, u"opening stock"_s};
    for (const Goods &goods : m_goods) {
        if (!goods.product.stocked)
            continue;
        const Quantity quantity = Quantity::pieces(goods.stock) + goods.sold;
        if (!quantity.isZero())
            receipt.lines.append({goods.product.id, quantity});
        m_history.reorderPoints.append({command(m_history.begin, u"reorder/"_s + goods.product.sku),
                                        goods.product.id, Quantity::pieces(goods.reorder)});
    }
    m_history.goods = {command(m_history.begin, u"goods"_s), receipt};
}

} // namespace

Command demoCommand(Timestamp at, const QString &what, const QString &actor, const QString &till)
{
    return Command::named(at, "demo shop/" + what.toUtf8(), actor, till);
}

DemoHistory DemoHistory::make(const ShopProfile &profile, const QString &actor, const QString &till)
{
    return HistoryWriter(profile, actor, till).write();
}

} // namespace kontor
