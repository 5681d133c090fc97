// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/form.h"

#include <QJsonArray>

namespace kontor::sandbox {

//! One request to the payment system, taken apart.
struct PaymentCall
{
    Form form;           // the body's, or for a GET the query's
    QStringList ids;     // out of the path
    bool refuse = false; // the fault plan wants a definite refusal
    QString baseUrl;     // of this sandbox, without a slash at its end

    QString id() const { return ids.value(0); }
};

//! One page of a list, newest first.
struct ListPage
{
    QStringList ids;
    bool hasMore = false;
};

//! The names that every list takes.
QStringList listParameters();

//! Cuts the page that limit, starting_after and ending_before ask for out of ids in order of
//! creation.
ListPage listPage(const QStringList &idsByAge, FormReader &in);

HttpResponse listResponse(const QJsonArray &data, bool hasMore, const QString &url);

//! Seconds since 1970, as the payment system counts them.
qint64 nowSeconds();

//! What every payment line of the ledger says.
QJsonObject paymentDetails(const QJsonObject &intent, qint64 amount);

} // namespace kontor::sandbox
