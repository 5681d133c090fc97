// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/number_slip.h"

namespace kontor {

//! A sale with all that a receipt may have to tell.
inline ReceiptFacts sampleSale()
{
    using namespace Qt::StringLiterals;
    const Currency pounds("GBP");
    const auto money = [&](qint64 minor) { return Money{minor, pounds}; };
    ReceiptFacts facts;
    ShoppingCartOrdered &sale = facts.sale;
    sale.order = OrderId::named({}, "sample");
    sale.receipt = u"T1-000123"_s;
    sale.till = u"T1"_s;
    OrderedLine lantern;
    lantern.line = 1;
    lantern.name = u"Lantern, white metal"_s;
    lantern.quantity = Quantity::pieces(2);
    lantern.unitPrice = UnitPrice::of(money(339));
    lantern.discount = money(34);
    lantern.gross = money(644);
    lantern.tax = money(107);
    lantern.taxRate = {2000};
    OrderedLine cheese = lantern;
    cheese.line = 2;
    cheese.name = u"Käse am Stück, würzig, aus der Nähe von Überlingen am Bodensee"_s;
    cheese.quantity = {450};
    cheese.unitPrice = UnitPrice::of(money(1999));
    cheese.discount = money(0);
    cheese.gross = money(900);
    cheese.tax = money(43);
    cheese.taxRate = {500};
    cheese.note = u"mild"_s;
    sale.lines = {lantern, cheese};
    sale.taxes = {{money(900), {500}, money(43)}, {money(644), {2000}, money(107)}};
    sale.total = money(1544);
    sale.cashRounding = money(1);
    sale.tenders = {{money(1000), TenderId::named({}, "card"), TenderKind::Card},
                    {money(545), TenderId::named({}, "cash"), TenderKind::Cash}};
    facts.at = {1'795'000'000'000};
    facts.cashier = u"Anna"_s;
    facts.change = money(455);
    return facts;
}

inline ShopHeading sampleShop()
{
    using namespace Qt::StringLiterals;
    return {u"Müller & Söhne"_s,
            {u"1 High Street"_s, u"London E1 6AN"_s},
            u"GB 123 4567 89"_s,
            u"Goods come back within 30 days with this receipt."_s};
}

inline NumberSlip sampleSlip(const QString &number)
{
    using namespace Qt::StringLiterals;
    return {u"Number "_s + number,
            u"Your number"_s,
            number,
            {{u"2 × Lantern"_s, u"£6.78"_s, true}, {u"Total"_s, u"£6.78"_s, true, true}},
            u"Please pay at the till."_s,
            u"18/11/2026 11:06"_s};
}

inline PaperStyle sampleStyle() { return {QLocale(QStringLiteral("en_GB")), QTimeZone::utc()}; }

} // namespace kontor
