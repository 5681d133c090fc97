// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"
#include "services/shipping/shipping.h"

#include <functional>

class QNetworkAccessManager;
class QUrl;

namespace kontor {

using LabelFetched = std::function<void(const Result<LabelFile> &)>;

//! Fetches a label from its link, which may lead anywhere: no secret goes along, and only what is a
//! PDF, a PNG or ZPL comes back, at most maxLabelBytes. Over TLS or from this machine. Answers
//! once, at most timeoutMs later; never if the network is gone by then.
void fetchLabelFile(QNetworkAccessManager &network, const QUrl &link, int timeoutMs,
                    LabelFetched fetched);

//! ShippingError::LabelNotThere where these are no label's bytes.
Result<LabelFile> labelFileFrom(const QByteArray &bytes);

inline constexpr qint64 maxLabelBytes = 4 * 1024 * 1024;

} // namespace kontor
