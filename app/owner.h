// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/rights.h"

namespace kontor {

//! Until there are staff and roles one owner works here, and nobody else may do anything.
class OwnerOnly final : public Rights
{
public:
    static QString actor() { return QStringLiteral("owner"); }
    bool allows(const QString &who, Right) const override { return who == actor(); }
};

} // namespace kontor
