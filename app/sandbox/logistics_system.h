// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/labels.h"
#include "app/sandbox/router.h"
#include "app/sandbox/shipments.h"

namespace kontor::sandbox {

//! Plays the logistics system: the part of Shippo's API 2018-02-08 that a shop needs. It answers
//! from the world as it is and says what to change; it changes nothing itself.
class LogisticsSystem
{
public:
    explicit LogisticsSystem(const World &world);
    LogisticsSystem(const LogisticsSystem &) = delete;
    LogisticsSystem &operator=(const LogisticsSystem &) = delete;

    //! The 401 for a caller without a token.
    std::optional<HttpResponse> refusesCaller(const HttpRequest &request) const;

    Answer answer(const HttpRequest &request, const QString &baseUrl, bool refuse) const;

    const Labels &labels() const { return m_labels; }
    const Shipments &shipments() const { return m_shipments; }

private:
    Shipments m_shipments;
    Labels m_labels;
    QList<Route<Answer(const LogisticsCall &)>> m_routes;
};

} // namespace kontor::sandbox
