// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace kontor {

//! Gives a control its stable name and the one that screen readers speak.
template <class Widget>
Widget *named(Widget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

//! The part that a widget plays, to which the theme gives a look.
template <class Widget>
Widget *inRole(Widget *widget, const char *role)
{
    widget->setProperty("role", QString::fromLatin1(role));
    return widget;
}

} // namespace kontor
