// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;

namespace kontor {

//! A choice of one among a few, side by side.
class Segments : public QFrame
{
    Q_OBJECT
public:
    struct Segment
    {
        QString objectName;
        QString text;
    };

    //! The id of a segment is its place, from 0.
    Segments(const QString &objectName, const QString &accessibleName,
             const QList<Segment> &segments, QWidget *parent = nullptr);

    void choose(int id);
    int chosen() const;
    int count() const;

Q_SIGNALS:
    void picked(int id);

private:
    QButtonGroup *m_buttons;
};

} // namespace kontor
