// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commands.h"

#include <QAction>
#include <QSettings>
#include <QStringList>
#include <QWidget>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString everywhere = u"window"_s;

QString keyOf(const QAction *command) { return u"keys/"_s + command->objectName(); }

} // namespace

Commands::Commands(QWidget *window, const QString &keysFile) : QObject(window), m_file(keysFile)
{
    for (QAction *action : window->findChildren<QAction *>()) {
        if (!action->objectName().contains(u'.'))
            continue;
        m_all.append(action);
        m_usual.insert(action, action->shortcuts());
    }
    read();
}

void Commands::read()
{
    if (m_file.isEmpty())
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    for (QAction *command : std::as_const(m_all)) {
        const QVariant kept = settings.value(keyOf(command));
        if (kept.isValid())
            command->setShortcuts(
                QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText));
    }
}

void Commands::keep(const QAction *command)
{
    Q_EMIT changed();
    if (m_file.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    if (hasUsualKeys(command))
        settings.remove(keyOf(command));
    else
        settings.setValue(keyOf(command), QKeySequence::listToString(command->shortcuts(),
                                                                     QKeySequence::PortableText));
}

QAction *Commands::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, &QAction::objectName);
    return found == m_all.end() ? nullptr : *found;
}

const QAction *Commands::setKey(QAction *command, const QKeySequence &key)
{
    const QString page = pageOf(command);
    for (const QAction *other : std::as_const(m_all)) {
        const bool meet =
            page == pageOf(other) || page == everywhere || pageOf(other) == everywhere;
        if (other != command && meet && other->shortcuts().contains(key))
            return other;
    }
    command->setShortcuts({key});
    keep(command);
    return nullptr;
}

void Commands::useUsualKeys(QAction *command)
{
    command->setShortcuts(m_usual.value(command));
    keep(command);
}

bool Commands::hasUsualKeys(const QAction *command) const
{
    return command->shortcuts() == m_usual.value(command);
}

QString Commands::pageOf(const QAction *command)
{
    return command->objectName().section(u'.', 0, 0);
}

QString Commands::keysText(const QAction *command)
{
    QStringList keys;
    for (const QKeySequence &key : command->shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(u"  ·  "_s);
}

} // namespace kontor
