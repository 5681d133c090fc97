// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_goods.h"

#include "services/core/barcode.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! The catalog's forms of a GTIN of 14 digits: without the zeros in front; where the amount varies
//! (it begins with 9) also that of the goods themselves.
QStringList keysOf(const QString &gtin)
{
    constexpr qsizetype eanDigits = 13;
    const auto parsed = parseBarcode(gtin);
    if (!parsed)
        return {};
    QStringList keys{parsed->digits};
    if (gtin.startsWith("000000"_L1))
        keys.append(gtin.last(8));
    if (gtin.startsWith(u'9')) {
        const QString item = gtin.sliced(1, eanDigits - 1);
        keys.append(item + QString::number(gtinCheckDigit(item)));
    }
    return keys;
}

//! 310n, 311n, 314n, 315n, 316n: kilograms, metres, square metres, litres, cubic metres.
bool isSoldMeasure(QStringView identifier)
{
    const auto kinds = {"310"_L1, "311"_L1, "314"_L1, "315"_L1, "316"_L1};
    return identifier.size() == 4 &&
           std::find(kinds.begin(), kinds.end(), identifier.first(3)) != kinds.end();
}

//! The same in pounds, feet, gallons and the like, net.
bool isForeignMeasure(QStringView identifier)
{
    const auto kinds = {"320"_L1, "321"_L1, "322"_L1, "323"_L1, "350"_L1, "351"_L1, "352"_L1,
                        "356"_L1, "357"_L1, "360"_L1, "361"_L1, "364"_L1, "365"_L1, "366"_L1};
    return identifier.size() == 4 &&
           std::find(kinds.begin(), kinds.end(), identifier.first(3)) != kinds.end();
}

//! Six digits, of which some are decimals, in thousandths.
Quantity measured(const Gs1Element &element)
{
    constexpr int thousandths = 3;
    const int decimals = element.identifier.last(1).toInt();
    Int128 value = element.value.toLongLong();
    Int128 divisor = 1;
    for (int i = decimals; i < thousandths; ++i)
        value *= 10;
    for (int i = thousandths; i < decimals; ++i)
        divisor *= 10;
    return {divideRounded(value, divisor)};
}

Result<> takePrice(const Gs1Element &element, Gs1Goods &goods)
{
    constexpr qsizetype currencyDigits = 3;
    QString amount = element.value;
    if (element.identifier.startsWith("393"_L1)) {
        const auto currency = Currency::fromNumber(amount.first(currencyDigits));
        if (!currency)
            return Error(ScanError::OtherCurrency, currency.error().text());
        goods.priceCurrency = *currency;
        amount.remove(0, currencyDigits);
    }
    const ScaledDecimal price{amount.toLongLong(), element.identifier.last(1).toInt()};
    const auto inMicros = price.scaledTo(std::max(price.digits, 6));
    if (price.value == 0)
        return Error(ScanError::NothingInside);
    if (!inMicros || price.value > Money::maxMinor)
        return Error(ScanError::BadElement, u"the price is too high"_s);
    goods.price = price;
    return {};
}

void takeDate(const Gs1Element &element, QDate today, Gs1Goods &goods)
{
    const QDate day = gs1Date(element.value, today);
    if (element.identifier == "17"_L1)
        goods.useBy = day;
    else if (!goods.bestBefore.isValid() || day < goods.bestBefore)
        goods.bestBefore = day;
}

//! The counted pieces (30), or how many are contained (37).
Result<> takeCount(const Gs1Element &element, Gs1Goods &goods)
{
    const qint64 count = element.value.toLongLong();
    if (count == 0)
        return Error(ScanError::NothingInside);
    if (!goods.isMeasured)
        goods.quantity = Quantity::pieces(count);
    return {};
}

} // namespace

Result<Gs1Goods> readGs1Goods(const QList<Gs1Element> &elements, QDate today)
{
    Gs1Goods goods;
    bool isForeign = false;
    for (const Gs1Element &element : elements) {
        const QString &identifier = element.identifier;
        Result<> taken;
        if (identifier == "01"_L1 || identifier == "02"_L1) {
            goods.keys = keysOf(element.value);
        } else if (identifier == "10"_L1) {
            goods.lot = element.value;
        } else if (identifier == "21"_L1) {
            goods.serial = element.value;
        } else if (identifier == "15"_L1 || identifier == "16"_L1 || identifier == "17"_L1) {
            takeDate(element, today, goods);
        } else if (identifier == "30"_L1 || identifier == "37"_L1) {
            taken = takeCount(element, goods);
        } else if (isSoldMeasure(identifier)) {
            goods.quantity = measured(element);
            goods.isMeasured = true;
        } else if (identifier.startsWith("392"_L1) || identifier.startsWith("393"_L1)) {
            taken = takePrice(element, goods);
        } else {
            isForeign = isForeign || isForeignMeasure(identifier);
        }
        if (!taken)
            return taken.error();
    }
    if (goods.keys.isEmpty())
        return Error(ScanError::NoGoods);
    if (isForeign && !goods.isMeasured && !goods.price)
        return Error(ScanError::ForeignMeasure);
    if (goods.quantity && goods.quantity->isZero())
        return Error(ScanError::NothingInside);
    return goods;
}

} // namespace kontor
