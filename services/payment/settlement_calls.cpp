// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/settlement.h"

namespace kontor {

namespace {

CallRequest requestFor(const PaymentTender &tender)
{
    CallRequest request;
    request.amount = tender.amount;
    request.order = tender.order;
    request.tender = tender.id;
    request.reference = tender.reference;
    return request;
}

} // namespace

// An order's tender is in the store before its first call is wished for, or is added with it.

Result<> Settlement::authorise(Transaction &tx, const Payment &payment, PaymentTender &tender,
                               const QString &method)
{
    tender.state = TenderState::Authorising;
    tender.reference.clear();
    CallRequest request = requestFor(tender);
    request.customer = payment.customer;
    request.receipt = payment.receipt;
    request.method = method;
    return m_calls.wish(tx, PaymentCallKind::Authorise, tender, request);
}

Result<> Settlement::requestLink(Transaction &tx, const Payment &payment, PaymentTender &tender)
{
    tender.state = TenderState::Requesting;
    CallRequest request = requestFor(tender);
    request.customer = payment.customer;
    request.receipt = payment.receipt;
    return m_calls.wish(tx, PaymentCallKind::RequestLink, tender, request);
}

Result<> Settlement::capture(Transaction &tx, PaymentTender &tender, Money amount)
{
    tender.state = TenderState::Capturing;
    CallRequest request = requestFor(tender);
    request.amount = amount;
    if (const auto wished = m_calls.wish(tx, PaymentCallKind::Capture, tender, request); !wished)
        return wished;
    return m_store.save(tx, tender);
}

Result<> Settlement::release(Transaction &tx, PaymentTender &tender, Timestamp notBefore)
{
    tender.state = TenderState::Voiding;
    CallRequest request = requestFor(tender);
    request.amount = tender.authorised;
    const auto wished = m_calls.wish(tx, PaymentCallKind::Void, tender, request, notBefore);
    if (!wished)
        return wished;
    return m_store.save(tx, tender);
}

Result<> Settlement::expireLink(Transaction &tx, PaymentTender &tender)
{
    tender.state = TenderState::Expiring;
    CallRequest request = requestFor(tender);
    request.reference = tender.session;
    if (const auto wished = m_calls.wish(tx, PaymentCallKind::ExpireLink, tender, request); !wished)
        return wished;
    return m_store.save(tx, tender);
}

Result<> Settlement::refund(Transaction &tx, PaymentTender &source, PaymentTender &tender,
                            Money amount, bool cancels)
{
    const bool ofItself = source.id == tender.id;
    source.refunding += amount;
    if (ofItself)
        source.state = TenderState::Refunding;
    else
        tender.refunding += amount;
    CallRequest request = requestFor(tender);
    request.amount = amount;
    request.cancels = cancels;
    request.reference = source.reference;
    request.source = source.id;
    request.sourceOrder = source.order;
    if (const auto wished = m_calls.wish(tx, PaymentCallKind::Refund, tender, request); !wished)
        return wished;
    return m_store.save(tx, source);
}

} // namespace kontor
