// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/world.h"

namespace kontor::sandbox {

//! An error of the payment system, in its own terms.
struct PaymentError
{
    int status = 400;
    QString type;
    QString code;
    QString message;
    QString param;
    QJsonObject more; // further members of the error, such as the payment intent
};

PaymentError invalidRequest(const QString &code, const QString &message, const QString &param = {});
PaymentError notFound(const QString &what, const QString &id, const QString &param);

HttpResponse errorResponse(const PaymentError &error);

//! Refused before anything was tried.
Answer refusal(const PaymentError &error);
//! Refused because of the state of things: the same key gets the same refusal again.
Answer bindingRefusal(const PaymentError &error);

} // namespace kontor::sandbox
