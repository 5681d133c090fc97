// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_topic.h"
#include "services/cart/cart_topic.h"
#include "services/core/service.h"
#include "services/inventory/inventory_topic.h"
#include "services/payment/link_watch.h"
#include "services/payment/reconciler.h"
#include "services/shipping/shipping_topic.h"

namespace kontor {

//! What a person found out about a call whose outcome is unknown. A link whose end did not happen
//! was paid.
enum class CallVerdict
{
    Happened,
    DidNotHappen
};

//! A call to the payment system that has no outcome yet.
struct OpenCall
{
    Intent intent;
    PaymentCallKind kind = PaymentCallKind::Authorise;
    OrderId order;
    TenderId tender;
    Money amount;

    bool operator==(const OpenCall &) const = default;
};

//! Answers for the money of the orders: the payment system, settling, refunds, what is due.
class PaymentService : public Service
{
    Q_OBJECT
public:
    PaymentService(Store &store, PaymentTopic &topic, const Clock &clock, const Rights &rights,
                   PaymentSystem &system, AccountService &account, const PaymentSettings &settings);

    void consume(const AccountTopic &topic);
    void consume(const CartTopic &topic);
    void consume(const InventoryTopic &topic);
    void consume(const ShippingTopic &topic);

    //! Asks for a card's money at the counter, before the cart is ordered; tenderChanged() tells
    //! when tender() knows the answer. The method is the token that the card reader gave.
    Result<> authorise(const Command &command, OrderId cart, TenderId tender, const Money &amount,
                       const QString &method);
    //! Tries once more to capture what is due of the cards.
    Result<> captureAgain(const Command &command, OrderId order);
    //! Gives up what is due.
    Result<> writeOff(const Command &command, OrderId order);
    //! From now on only this till pays out what the customer gets back; answers what that is.
    Result<QList<RefundToPay>> claimRefund(const Command &command, OrderId order,
                                           const QString &till);
    Result<> releaseClaim(const Command &command, OrderId order, const QString &till);
    //! Asks the payment system about a call at once that would be made again only later.
    Result<> askAgain(const Command &command, IntentId call);
    //! Settles a call of unknown outcome by what a person saw at the payment system; the reference
    //! names the charge where an authorisation or a link's payment happened.
    Result<> resolve(const Command &command, IntentId call, CallVerdict verdict,
                     const QString &reference);

    //! Compares the books with what the payment system shows; reconciled() follows, after a minute
    //! or so if there are differences.
    Result<> reconcile(const Command &command);
    //! The newest comparison; nothing if there was none yet.
    Result<std::optional<Reconciliation>> lastReconciliation() const;
    //! What the last whole comparison found and nobody has looked after.
    Result<QList<Difference>> differences() const { return m_reconciler.openDifferences(); }
    //! Somebody looked after it: it is not told again as long as it stays as it is.
    Result<> closeDifference(const Command &command, const Difference &difference);
    //! Speaks to this system from now on; what waited for its key is made at once. Another system
    //! than the one in use is refused with SystemError::OpenElsewhere while payments are open
    //! there, and the one in use stays.
    Result<> useSystem(const PaymentSettings &settings);
    //! Tries a system out that need not be the one in use; checked() follows.
    Result<> checkSystem(const PaymentSettings &settings);

    Result<PaymentOverview> payment(OrderId order) const;
    Result<PaymentTender> tender(TenderId tender) const;
    Result<QList<Payment>> dues() const { return m_store.dues(); }
    Result<QList<RefundToPay>> refundsDue() const { return m_store.refundsDue(); }
    //! Those that are Unknown are tasks for staff.
    Result<QList<OpenCall>> openCalls() const;

Q_SIGNALS:
    void tenderChanged(kontor::TenderId tender);
    //! A call was answered, or it was not and is to be made again.
    void callsChanged();
    void reconciled();
    void checked(const kontor::SystemCheck &check);

private:
    Result<int> reachOut() override;

    Handled on(const AccountCreated &event, Transaction &tx);
    Handled on(const AccountUpdated &event, Transaction &tx);
    Handled on(const AccountDeactivated &event, Transaction &tx);
    Handled on(const ShoppingCartOrdered &event, Transaction &tx);
    Handled on(const ShoppingCartAbandoned &event, Transaction &tx);
    Handled on(const RefundPaidOut &event, Transaction &tx);
    Handled on(const DuePaidIn &event, Transaction &tx);
    Handled on(const InventoryProcessed &event, Transaction &tx);
    Handled on(const InventoryOutOfStock &event, Transaction &tx);
    Handled on(const InventoryBackordered &event, Transaction &tx);
    Handled on(const InventoryReleased &event, Transaction &tx);
    Handled on(const ShippingProcessed &event, Transaction &tx);
    Handled on(const ShippingFailed &event, Transaction &tx);
    Handled on(const ShippingDelivered &event, Transaction &tx);

    //! An event of an order that is not known yet waits for it.
    template <class Act>
    Handled withOrder(OrderId id, Transaction &tx, Act act) const
    {
        auto order = m_settlement.find(tx, id);
        if (!order)
            return order.error();
        return order->has_value() ? act(**order) : Handled::notYet();
    }
    Handled payOut(const RefundPaidOut &event, Payment &payment, PaymentTender &tender,
                   Transaction &tx);
    Result<> orderTenders(const ShoppingCartOrdered &event, PaymentOverview &order,
                          Transaction &tx);
    Result<> orderTender(const Tender &tender, int position, PaymentOverview &order,
                         Transaction &tx);
    Result<> noteReturnedOrders(const ShoppingCartOrdered &event, Transaction &tx);
    Result<PaymentOverview> dueOrder(Transaction &tx, OrderId order) const;
    void tellOf(Transaction &tx, TenderId tender);

    PaymentTopic &m_topic;
    PaymentStore m_store;
    PaymentCalls m_calls;
    Settlement m_settlement;
    PaymentOutcomes m_outcomes;
    LinkWatch m_links;
    Reconciler m_reconciler;
};

} // namespace kontor
