// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"
#include "models/shop_access.h"

namespace kontor {

//! Does what a person chose to do about what needs them.
class ConcernDesk : public QObject
{
    Q_OBJECT
public:
    explicit ConcernDesk(const ShopAccess &access, QObject *parent = nullptr);

    //! Not for what asks for more: EnterAnswer and CorrectParcel.
    void apply(Remedy remedy, const Concern &concern);
    //! What the payment system's own pages say about a call; the reference names the charge.
    void enterAnswer(const Concern &concern, CallVerdict verdict, const QString &reference);
    //! What is null or zero stays; an empty address is none.
    void correctParcel(const Concern &concern, const std::optional<Address> &address,
                       const Parcel &parcel);

    //! The address that the parcel was to go to.
    void askAddress(const Shipment &parcel, std::function<void(const Address &address)> take);

Q_SIGNALS:
    //! It was taken up; what comes of it is told by the services.
    void done(kontor::SubjectId about);
    void refused(kontor::SubjectId about, const kontor::Error &error);
    //! What is offered anew lies in this cart, among those on hold.
    void offered(kontor::OrderId cart);

private:
    //! Tells what came of a command.
    std::function<void(const Result<> &)> answerAbout(SubjectId about);
    Service *service(const QString &name) const;
    void tryAgain(const Concern &concern);
    void askAgain(const Concern &concern);
    void offerAnew(const Order &order);
    void copyCart(const Order &order);
    void payIn(const Payment &debt);
    void payOut(const RefundToPay &refund);
    void handOutCash(const RefundToPay &refund);
    void bookAgain(OrderId order, const Correction &correction);
    void openDrawer();

    const ShopAccess &m_access;
    QHash<OrderId, Payment> m_paidIn; //!< the debts that were settled here, as they were then
};

} // namespace kontor
