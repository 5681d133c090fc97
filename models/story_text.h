// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/story.h"

namespace kontor {

//! One event of an order's story as a sentence.
QString storyText(const StoryEvent &event);
//! A type of events, told without the particulars of one of them.
QString eventText(const QString &type);
//! The service whose topic the event stands in, as people call it.
QString serviceText(const QString &source);

} // namespace kontor
