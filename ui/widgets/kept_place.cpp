// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_place.h"

#include <QSettings>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString pageKey = u"window/page"_s;
const QString partsGroup = u"parts"_s;

} // namespace

KeptPlace KeptPlace::read(const QString &file)
{
    KeptPlace place;
    if (file.isEmpty())
        return place;
    QSettings settings(file, QSettings::IniFormat);
    place.geometry = QByteArray::fromBase64(settings.value(geometryKey).toByteArray());
    place.page = settings.value(pageKey).toInt();
    settings.beginGroup(partsGroup);
    for (const QString &part : settings.childKeys())
        place.parts.insert(part, settings.value(part).toString());
    return place;
}

void KeptPlace::write(const QString &file) const
{
    if (file.isEmpty())
        return;
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(geometryKey, QString::fromLatin1(geometry.toBase64()));
    settings.setValue(pageKey, page);
    settings.beginGroup(partsGroup);
    settings.remove({});
    for (auto part = parts.cbegin(); part != parts.cend(); ++part)
        settings.setValue(part.key(), part.value());
}

} // namespace kontor
