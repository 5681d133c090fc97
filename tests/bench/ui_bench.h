// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kontor {

//! `kontor-bench ui`: how fast the window starts and answers on a shop with a catalog, as JSON.
//! Answers the exit code.
int runUiBench();

} // namespace kontor
