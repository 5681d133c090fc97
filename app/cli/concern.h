// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"

#include <QJsonObject>

namespace kontor {

//! A concern as the command line tells it.
struct ToldConcern
{
    QString text;      //!< what is the matter
    QJsonObject facts; //!< the same, for machines
};

//! Such as "parked event".
QString nameText(Concern::Kind kind);
ToldConcern told(const Concern &concern);

} // namespace kontor
