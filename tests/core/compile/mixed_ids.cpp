// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/id.h"

// An id of one kind is not an id of another.
kontor::ProductId product() { return kontor::OrderId(); }
