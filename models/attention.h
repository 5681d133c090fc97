// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"
#include "services/notification/notification_service.h"
#include "services/order/order_service.h"
#include "services/shipping/shipping_service.h"

#include <map>

namespace kontor {

//! Everything in the shop that needs a person, asked of the services that know it.
class Attention : public QObject
{
    Q_OBJECT
public:
    struct Asked
    {
        OrderService &order;
        PaymentService &payment;
        ShippingService &shipping;
        NotificationService &notification;
        QList<Service *> services; //!< all whose parked events are looked for
    };

    explicit Attention(const Asked &asked, QObject *parent = nullptr);

    void refresh();
    //! As far as it is known; what has waited longest comes first.
    const QList<Concern> &concerns() const { return m_concerns; }
    QList<Concern> concernsAbout(SubjectId about) const;
    //! False while a service cannot say what needs attention.
    bool isKnown() const;

Q_SIGNALS:
    void changed();
    //! All that was asked for by the last refresh() has been answered.
    void answered();
    void failed(const kontor::Error &error);

private:
    //! By what was asked; nothing where there was no answer.
    using Answers = std::map<QString, std::optional<QList<Concern>>>;

    template <class Teller, class Function, class Make>
    void ask(const QString &what, Teller &service, Function function, Make make);
    void gather();
    void askForOrders(const QList<SubjectId> &subjects);
    void compose();
    void endAnswer();

    Asked m_asked;
    Answers m_answers;
    QHash<SubjectId, std::optional<Order>> m_orders; //!< nothing: it is not one, as far as is known
    QList<Concern> m_concerns;
    int m_awaited = 0;
    bool m_wasKnown = true;
};

} // namespace kontor
