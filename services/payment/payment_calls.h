// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_service.h"
#include "services/core/system_gate.h"
#include "services/payment/payment_settings.h"
#include "services/payment/payment_store.h"
#include "services/payment/payment_system.h"

namespace kontor {

//! What an intent wants of the payment system.
struct CallRequest
{
    Money amount;
    bool cancels = false; //!< a refund that is dropped if the parcel turns out to have left
    AccountId customer;
    QString method;
    OrderId order;
    QString receipt;
    QString reference;
    OrderId sourceOrder; //!< Refund: whose charge it is
    TenderId source;     //!< Refund: the tender that was charged
    TenderId tender;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("cancels", self.cancels);
        a("customer", self.customer);
        a("method", self.method);
        a("order", self.order);
        a("receipt", self.receipt);
        a("reference", self.reference);
        a("source", self.source);
        a("sourceOrder", self.sourceOrder);
        a("tender", self.tender);
    }
};

//! The way from a wish to its certain outcome: each call to the payment system is committed, made,
//! repeated exactly while its key is honoured, then looked for.
class PaymentCalls : public QObject
{
    Q_OBJECT
public:
    using Outcome = std::function<Result<>(PaymentCallKind, const CallRequest &,
                                           const PaymentOutcome &, Transaction &)>;

    PaymentCalls(Store &store, const Clock &clock, PaymentSystem &system, AccountService &account,
                 PaymentSettings settings, Outcome outcome);

    //! Commits the wish and counts it on the tender, which the caller saves.
    Result<> wish(Transaction &tx, PaymentCallKind kind, PaymentTender &tender,
                  const CallRequest &request, Timestamp notBefore = {});
    //! By this system from now on. Another than the one in use: SystemError::OpenElsewhere while
    //! anything is open there, and the one before stays.
    Result<> use(const PaymentSettings &settings);
    void check(const PaymentSettings &settings, std::function<void(const SystemCheck &)> answered)
    {
        m_system.check(settings, std::move(answered));
    }
    const PaymentSettings &settings() const { return m_settings; }
    SystemGate &gate() { return m_gate; }
    ExternalCalls &external() { return m_external; }
    const ExternalCalls &external() const { return m_external; }

    //! The payment system honours a key for a day.
    static constexpr qint64 keyHonouredMs = 23LL * 60 * 60 * 1000;

private:
    using Reply = PaymentSystem::Reply;

    void send(const Intent &intent, const Reply &reply);
    //! What a call about a charge comes to where that was made at another system; nothing if it
    //! was made here.
    Result<std::optional<PaymentOutcome>> chargedElsewhere(PaymentCallKind kind,
                                                           const CallRequest &request) const;
    Result<bool> isWanted(PaymentCallKind kind, const CallRequest &request) const;
    void sendFirst(PaymentCallKind kind, PaymentCall call, const Reply &reply);
    void sendWithSavedCard(AccountId customer, const PaymentCall &call, const Reply &reply);
    void sendAgain(PaymentCallKind kind, PaymentCall call, const FirstSend &first,
                   const Reply &reply);
    Timestamp linkEnd(const FirstSend &first) const;

    Store &m_db;
    PaymentStore m_store;
    const Clock &m_clock;
    PaymentSystem &m_system;
    AccountService &m_account;
    PaymentSettings m_settings;
    SystemGate m_gate;
    ExternalCalls m_external;
};

} // namespace kontor
