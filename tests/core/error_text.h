// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QByteArray>

namespace kontor {

//! For QVERIFY2, which makes its message also when all is well.
template <class T>
QByteArray errorText(const Result<T> &result)
{
    return result ? QByteArrayLiteral("no error") : result.error().text().toUtf8();
}

} // namespace kontor
