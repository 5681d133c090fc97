// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/store.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace kontor {

StoreUrl StoreUrl::sqlite(const QString &path)
{
    StoreUrl url;
    url.path = path;
    return url;
}

Result<StoreUrl> StoreUrl::parse(const QString &text)
{
    if (text.startsWith(QLatin1String("sqlite:")))
        return sqlite(text.mid(7));
    const QUrl parsed(text);
    if (parsed.scheme() != QLatin1String("postgresql") || parsed.path().size() < 2)
        return Error(
            StoreError::CannotOpen,
            QStringLiteral("'%1' is neither sqlite:FILE nor postgresql://USER@HOST/DATABASE")
                .arg(text));
    StoreUrl url;
    url.dialect = Dialect::PostgreSql;
    const QUrlQuery query(parsed);
    const QString socketFolder = query.queryItemValue(QStringLiteral("host"), QUrl::FullyDecoded);
    url.host = socketFolder.isEmpty() ? parsed.host() : socketFolder;
    url.port = parsed.port(query.queryItemValue(QStringLiteral("port")).toInt());
    if (url.port == 0)
        url.port = 5432;
    url.user = parsed.userName();
    if (url.user.isEmpty())
        url.user = query.queryItemValue(QStringLiteral("user"), QUrl::FullyDecoded);
    url.database = parsed.path().mid(1);
    url.schema = query.queryItemValue(QStringLiteral("schema"), QUrl::FullyDecoded);
    static const QRegularExpression name(QStringLiteral("^[a-z_][a-z0-9_]{0,40}$"));
    if (!url.schema.isEmpty() && !name.match(url.schema).hasMatch())
        return Error(StoreError::CannotOpen,
                     QStringLiteral("'%1' is not a name for a schema").arg(url.schema));
    return url;
}

} // namespace kontor
