// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_call.h"

namespace kontor::sandbox {

//! One condition of a search: a field, for metadata with its key, must be exactly this.
struct SearchClause
{
    QString field;
    QString key;
    QString value;

    bool operator==(const SearchClause &other) const = default;
};

//! Reads "metadata['order']:'4711' AND status:'succeeded'"; none where it is written otherwise.
std::optional<QList<SearchClause>> parseSearch(const QString &query);

//! GET /v1/payment_intents/search. Unlike the real system it finds what was written a moment ago.
HttpResponse searchPaymentIntents(const World &world, const Form &form);

} // namespace kontor::sandbox
