// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sure_line.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace kontor {

using namespace Qt::StringLiterals;

SureLine::SureLine(const QString &place, QWidget *parent)
    : QFrame(parent)
    , m_text(named(plainLabel(), place + u"SureText"_s, tr("What will happen")))
    , m_yes(inRole(named(new QPushButton, place + u"SureYes"_s, {}), "danger"))
    , m_no(named(new QPushButton(tr("No, leave it")), place + u"SureNo"_s, tr("No, leave it")))
{
    inRole(this, "concern");
    m_text->setWordWrap(true);
    for (QPushButton *button : {m_yes, m_no})
        button->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::cellPadding, metrics::cellPadding, metrics::cellPadding,
                               metrics::cellPadding);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        m_before = nullptr;
        hide();
        if (act)
            act();
    });
    connect(m_no, &QPushButton::clicked, this, &SureLine::withdraw);
    hide();
}

void SureLine::ask(const QString &text, const QString &yes, std::function<void()> act)
{
    m_act = std::move(act);
    if (!m_before)
        m_before = QApplication::focusWidget();
    m_text->setText(text);
    m_yes->setText(yes);
    m_yes->setAccessibleName(yes);
    show();
    focusInSight(m_no);
}

bool SureLine::withdraw()
{
    if (!m_act)
        return false;
    m_act = {};
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (QWidget *before = std::exchange(m_before, nullptr); before && hadFocus)
        before->setFocus();
    return true;
}

} // namespace kontor
