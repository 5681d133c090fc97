// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/topic_scan.h"

#include <QSet>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace kontor::auditing {

//! A line of an order, and what became of its goods.
struct LineFacts
{
    int line = 0;
    QUuid product;
    qint64 quantity = 0; //!< thousandths; negative: returned
    QString disposition;
    bool stocked = true;
    QUuid originalOrder;
    int originalLine = 0;
    qint64 sold = 0; //!< moves: how many of each kind, and their sum
    qint64 saleMoves = 0;
    qint64 broughtBack = 0;
    qint64 returnMoves = 0;
    qint64 writtenOff = 0;
    qint64 writeOffMoves = 0;
};

struct TenderFacts
{
    QUuid id;
    QString kind;
    qint64 amount = 0;
};

//! Cash that moved in a till's drawer for an order, after it was ordered.
struct CashMoved
{
    qint64 in = 0;
    qint64 out = 0;
    bool operator==(const CashMoved &) const = default;
};

//! All that the topics say about one order.
struct OrderFacts
{
    QUuid id;
    QString source; //!< the cart's topic; empty: never ordered there
    QString receipt;
    QString fulfilment;
    QString currency;
    qint64 total = 0;
    qint64 cashRounding = 0;
    std::vector<LineFacts> lines;
    std::vector<TenderFacts> tenders;
    bool abandoned = false;

    QStringList orderEvents; //!< types, in their order
    bool inventoryProcessed = false;
    bool paid = false;
    qint64 paidTotal = 0;
    bool paymentFailed = false;
    bool refundBegun = false;
    bool refundDone = false;
    qint64 refunded = 0;
    bool shipped = false;
    bool shippingFailed = false;
    bool delivered = false;
    std::map<QString, CashMoved> drawers; //!< by the cart's topic of the till
    bool underWay = false;
    QString waitsFor; //!< the first thing that keeps it under way

    bool isCounter() const { return fulfilment == QLatin1String("Counter"); }
    bool isOrdered() const { return !source.isEmpty(); }
    bool has(QLatin1StringView type) const { return orderEvents.contains(type); }
    bool isCompleted() const { return has(QLatin1StringView("OrderCompleted")); }
    bool isCancelled() const { return has(QLatin1StringView("OrderCancelled")) && !isCompleted(); }
    //! For a finding: the receipt where there is one.
    QString name() const;
    LineFacts *line(qint64 number);
    //! In all drawers together.
    CashMoved cash() const;
    void markUnderWay(const QString &reason);
};

//! Collects what the topics say, order by order, in the order in which they are first told of.
class Facts
{
public:
    explicit Facts(Findings &findings) : m_findings(findings) {}

    //! Takes an event of a source into the facts of its order.
    void take(const QString &source, const LoggedEvent &event);

    OrderFacts *find(const QUuid &id);
    std::deque<OrderFacts> &orders() { return m_orders; }

private:
    OrderFacts &order(const QUuid &id);
    void takeCart(const QString &source, const LoggedEvent &event, OrderFacts &facts);
    void takeOrdered(const QString &source, const QJsonObject &data, OrderFacts &facts);
    void takeOrder(const LoggedEvent &event, OrderFacts &facts);
    void takePayment(const LoggedEvent &event, OrderFacts &facts);
    void compareGoods(const QJsonObject &data, OrderFacts &facts);

    Findings &m_findings;
    std::deque<OrderFacts> m_orders;
    QHash<QUuid, OrderFacts *> m_byId;
};

} // namespace kontor::auditing
