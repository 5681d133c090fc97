// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace kontor {

//! For the process itself: it dies in a moment, if it has not before.
void dieLater();
//! At once, by SIGKILL.
void die();

//! Runs a program of this folder until it has killed itself; otherwise says what it did.
QString runUntilKilled(const QString &program, const QStringList &arguments);

} // namespace kontor
