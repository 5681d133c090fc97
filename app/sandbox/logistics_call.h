// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/world.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace kontor::sandbox {

//! One request to the logistics system, taken apart.
struct LogisticsCall
{
    QJsonObject body;
    QUrlQuery query;
    QStringList ids;
    bool refuse = false; // the fault plan wants a definite refusal
    QString baseUrl;     // of this sandbox, without a slash at its end

    QString id() const { return ids.value(0); }
};

Answer logisticsRefusal(int status, const QString &field, const QString &message);
Answer notFoundThere();

//! One entry of a "messages" list.
QJsonObject message(const QString &source, const QString &code, const QString &text);

//! An object with a fresh id, as all of the logistics system's are.
QJsonObject newLogisticsObject();
//! Notes that the object has changed now.
void touch(QJsonObject &object);

//! A page of ids in order of creation, newest first, as page and results ask for.
Answer pagedAnswer(const World &world, const QString &kind, const QStringList &idsByAge,
                   const LogisticsCall &call, const QString &path, int defaultResults);

} // namespace kontor::sandbox
