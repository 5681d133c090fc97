// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/service_shape.h"

#include "tests/architecture/include_arrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

bool hasTopic(const QString &service)
{
    return std::any_of(topicArrows().begin(), topicArrows().end(),
                       [&](const TopicArrows &topic) { return topic.service == service; });
}

} // namespace

QList<Finding> shapeFindings(const QString &service, const QStringList &paths)
{
    QStringList wanted{u".h"_s, u"_service.h"_s, u"_service.cpp"_s, u"_store.h"_s, u"_store.cpp"_s};
    if (hasTopic(service))
        wanted.append(u"_topic.h"_s);

    QList<Finding> all;
    const QString folder = u"services/%1/"_s.arg(service);
    for (const QString &ending : std::as_const(wanted)) {
        const QString path = folder + service + ending;
        if (!paths.contains(path))
            all.append({path, 0, u"every service has this file"_s});
    }
    if (!hasTopic(service) && paths.contains(folder + service + u"_topic.h"_s))
        all.append({folder + service + u"_topic.h"_s, 0, u"this service has no topic"_s});

    const bool hasMigrations = std::any_of(paths.begin(), paths.end(), [&](const QString &path) {
        return path.startsWith(folder + u"migrations/"_s) && path.endsWith(u".sql");
    });
    if (!hasMigrations)
        all.append({folder + u"migrations/"_s, 0, u"every service has its migrations"_s});
    return all;
}

QList<Finding> unknownServiceFindings(const QStringList &paths)
{
    const QStringList known =
        systemServices() + QStringList{u"core"_s, u"audit"_s, u"devices"_s, u"CMakeLists.txt"_s};
    QList<Finding> all;
    for (const QString &path : paths) {
        if (path.startsWith(u"services/") && !known.contains(path.section(u'/', 1, 1)))
            all.append({path, 0, u"the system has no such service"_s});
    }
    return all;
}

} // namespace kontor
