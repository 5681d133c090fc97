// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

Segments::Segments(const QString &objectName, const QString &accessibleName,
                   const QList<Segment> &segments, QWidget *parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this))
{
    named(inRole(this, "segments"), objectName, accessibleName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(0);
    for (const Segment &segment : segments) {
        auto *button = inRole(
            named(new QPushButton(segment.text), segment.objectName, segment.text), "segment");
        button->setCheckable(true);
        m_buttons->addButton(button, int(m_buttons->buttons().size()));
        layout->addWidget(button, 1);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, &Segments::picked);
}

void Segments::choose(int id) { m_buttons->button(id)->setChecked(true); }

int Segments::chosen() const { return m_buttons->checkedId(); }

int Segments::count() const { return int(m_buttons->buttons().size()); }

} // namespace kontor
