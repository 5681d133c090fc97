// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_service.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace kontor {

//! Takes what the payment system's own pages say about a call that was not answered.
class CallAnswer : public QWidget
{
    Q_OBJECT
public:
    //! The controls are named after their place: "payReference".
    explicit CallAnswer(const QString &place, QWidget *parent = nullptr);

    void askAbout(PaymentCallKind kind);
    void clear();

Q_SIGNALS:
    void answered(kontor::CallVerdict verdict, const QString &reference);

private:
    QString reference() const;

    QLineEdit *m_reference;
    QPushButton *m_happened;
    QPushButton *m_notHappened;
    PaymentCallKind m_kind = PaymentCallKind::Authorise;
};

} // namespace kontor
