// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/printer_place.h"

#include <QRegularExpression>
#include <QUrl>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString folderAddress(const QString &path)
{
    QUrl url;
    url.setScheme(u"folder"_s);
    url.setPath(path);
    return url.toString(QUrl::FullyEncoded);
}

std::optional<QString> networkAddress(const QString &place)
{
    const QUrl url(u"tcp://"_s + place, QUrl::StrictMode);
    const bool isHost = url.isValid() && !url.host().isEmpty() && url.port() != 0 &&
                        url.path().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                        url.userInfo().isEmpty();
    return isHost ? std::optional(url.toString(QUrl::FullyEncoded)) : std::nullopt;
}

} // namespace

PrinterPlace PrinterPlace::of(const QString &address)
{
    const QUrl url(address);
    if (url.scheme() == "tcp"_L1)
        return {Kind::Network, url.authority()};
    if (url.isLocalFile())
        return {Kind::Device, url.toLocalFile()};
    if (url.scheme() == "cups"_L1)
        return {Kind::Queue, url.path()};
    if (url.scheme() == "folder"_L1)
        return {Kind::Folder, url.path()};
    return {};
}

std::optional<QString> PrinterPlace::address() const
{
    const QString said = place.trimmed();
    switch (kind) {
    case Kind::None:
        return QString();
    case Kind::Network:
        return networkAddress(said);
    case Kind::Device:
        if (said.startsWith(u'/'))
            return QUrl::fromLocalFile(said).toString(QUrl::FullyEncoded);
        return {};
    case Kind::Queue: {
        // What CUPS takes for the name of a queue.
        static const QRegularExpression name(uR"(^[^\s/#?%'"]{1,127}$)"_s);
        if (name.match(said).hasMatch())
            return u"cups:"_s + said;
        return {};
    }
    case Kind::Folder:
        if (said.startsWith(u'/'))
            return folderAddress(said);
        return {};
    }
    return {};
}

} // namespace kontor
