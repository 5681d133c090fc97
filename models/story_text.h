// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/story.h"

namespace kontor {

//! One event of an order's story as a sentence.
QString storyText(const StoryEvent &event);
//! The service whose topic the event stands in, as people call it.
QString serviceText(const QString &source);

} // namespace kontor
