// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_place.h"

#include <QSettings>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString pageKey = u"window/page"_s;

} // namespace

KeptPlace KeptPlace::read(const QString &file)
{
    KeptPlace place;
    if (file.isEmpty())
        return place;
    const QSettings settings(file, QSettings::IniFormat);
    place.geometry = QByteArray::fromBase64(settings.value(geometryKey).toByteArray());
    place.page = settings.value(pageKey).toInt();
    return place;
}

void KeptPlace::write(const QString &file) const
{
    if (file.isEmpty())
        return;
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(geometryKey, QString::fromLatin1(geometry.toBase64()));
    settings.setValue(pageKey, page);
}

} // namespace kontor
