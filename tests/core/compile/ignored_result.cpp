// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/result.h"

kontor::Result<> sell();

// Nobody looks whether it was sold.
void close() { sell(); }
