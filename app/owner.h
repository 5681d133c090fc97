// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/rights.h"

namespace kontor {

//! Until there are staff and roles one owner works here, and customers in self-service, who may
//! only sell themselves something.
class OwnerOnly final : public Rights
{
public:
    static QString actor() { return QStringLiteral("owner"); }
    static QString customer() { return QStringLiteral("customer"); }
    bool allows(const QString &who, Right right) const override
    {
        return who == actor() || (who == customer() && right == Right::Sell);
    }
};

} // namespace kontor
