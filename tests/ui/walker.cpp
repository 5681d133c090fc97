// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/walker.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QTest>

#include <memory>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStops = 200;

//! Made by Qt for another control, which speaks for it.
bool isInner(const QWidget *widget)
{
    if (widget->objectName().startsWith(u"qt_"_s))
        return true;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        const auto *field = qobject_cast<const QLineEdit *>(above);
        if (field || qobject_cast<const QComboBox *>(above) ||
            qobject_cast<const QKeySequenceEdit *>(above) ||
            qobject_cast<const QAbstractItemView *>(above))
            return true;
    }
    return false;
}

bool isControl(const QWidget *widget)
{
    const bool is =
        widget->focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(widget) ||
        qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
    return is && widget->isVisible() && widget->isEnabled() && !isInner(widget);
}

QString described(const QWidget *widget)
{
    return u"%1 (%2)"_s.arg(widget->objectName(),
                            QString::fromLatin1(widget->metaObject()->className()));
}

//! The one that is named, of those that a control consists of.
const QWidget *whole(const QWidget *focused)
{
    while (focused && isInner(focused))
        focused = focused->parentWidget();
    return focused;
}

//! Buttons of which one is chosen: nothing is chosen while the arrows go through them.
class Quiet
{
public:
    explicit Quiet(QButtonGroup *group)
    {
        m_blockers.push_back(std::make_unique<QSignalBlocker>(group));
        for (QAbstractButton *button : group->buttons())
            m_blockers.push_back(std::make_unique<QSignalBlocker>(button));
    }

private:
    std::vector<std::unique_ptr<QSignalBlocker>> m_blockers;
};

class Walk
{
public:
    explicit Walk(QWidget *part) : m_part(part) {}

    void go(Qt::Key key)
    {
        const QWidget *first = nullptr;
        for (int stop = 0; stop < mostStops; ++stop) {
            QWidget *at = QApplication::focusWidget();
            const QWidget *control = whole(at);
            if (!at || !m_part->isAncestorOf(at) || control == first)
                return;
            if (!first)
                first = control;
            m_reached.insert(control);
            if (auto *button = qobject_cast<QAbstractButton *>(at); button && button->group())
                goThrough(button);
            QTest::keyClick(at, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            // It may be the only one; else the others are out of reach.
            if (QApplication::focusWidget() == at)
                return;
        }
        m_faults.append(u"the focus comes back to nowhere"_s);
    }

    bool hasReached(const QWidget *control) const { return m_reached.contains(control); }
    const QStringList &faults() const { return m_faults; }

private:
    void goThrough(QAbstractButton *from)
    {
        const Quiet quiet(from->group());
        for (const auto &[there, back] :
             {std::pair(Qt::Key_Right, Qt::Key_Left), std::pair(Qt::Key_Left, Qt::Key_Right),
              std::pair(Qt::Key_Down, Qt::Key_Up), std::pair(Qt::Key_Up, Qt::Key_Down)}) {
            int steps = 0;
            while (steps < mostStops && moves(from->group(), there))
                ++steps;
            while (steps-- > 0)
                moves(from->group(), back);
            from->setFocus();
        }
        if (from->isCheckable() && from->group()->exclusive())
            from->setChecked(true);
    }

    //! False: the key leads to none of the group that was not reached before.
    bool moves(const QButtonGroup *group, Qt::Key key)
    {
        QWidget *at = QApplication::focusWidget();
        QTest::keyClick(at, key);
        auto *now = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        if (!now || now == at || now->group() != group)
            return false;
        m_reached.insert(now);
        return true;
    }

    QWidget *m_part;
    QSet<const QWidget *> m_reached;
    QStringList m_faults;
};

} // namespace

QStringList outOfReach(QWidget *part, const QStringList &haveOwnKeys)
{
    QWidget *start = QApplication::focusWidget();
    if (!start || !part->isAncestorOf(start))
        return {u"nothing has the focus"_s};
    Walk forwards(part);
    forwards.go(Qt::Key_Tab);
    start->setFocus();
    Walk backwards(part);
    backwards.go(Qt::Key_Backtab);
    start->setFocus();
    QStringList faults = forwards.faults() + backwards.faults();
    int controls = 0;
    for (const QWidget *widget : part->findChildren<QWidget *>()) {
        if (!isControl(widget))
            continue;
        ++controls;
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
            faults.append(u"%1 has no name"_s.arg(described(widget)));
        const bool hasOwnKey = std::ranges::any_of(haveOwnKeys, [widget](const QString &name) {
            return widget->objectName().startsWith(name);
        });
        if (hasOwnKey)
            continue;
        if (!forwards.hasReached(widget))
            faults.append(u"Tab does not lead to %1"_s.arg(described(widget)));
        if (!backwards.hasReached(widget))
            faults.append(u"Shift+Tab does not lead to %1"_s.arg(described(widget)));
    }
    if (controls == 0)
        faults.append(u"there is nothing to use"_s);
    return faults;
}

} // namespace kontor
