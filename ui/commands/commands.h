// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;
class QWidget;

namespace kontor {

//! All that can be done in the window, for the palette and the sheet of keys; and which keys do it.
class Commands : public QObject
{
    Q_OBJECT
public:
    //! Finds what addCommand() made in the window, and gives it the keys that the file tells; an
    //! empty file name: nothing is kept.
    Commands(QWidget *window, const QString &keysFile);

    //! In the order of the pages.
    const QList<QAction *> &all() const { return m_all; }
    QAction *find(const QString &id) const;
    //! Null if the key is free for this command, which then has it, in place of all it had before;
    //! else nothing changes, and the answer is the command that has the key.
    const QAction *setKey(QAction *command, const QKeySequence &key);
    void useUsualKeys(QAction *command);
    bool hasUsualKeys(const QAction *command) const;

    //! The page that a command belongs to, as in its id; "window" belongs to all.
    static QString pageOf(const QAction *command);
    static QString keysText(const QAction *command);

Q_SIGNALS:
    void changed();

private:
    void read();
    void keep(const QAction *command);

    QString m_file;
    QList<QAction *> m_all;
    QHash<const QAction *, QList<QKeySequence>> m_usual;
};

} // namespace kontor
