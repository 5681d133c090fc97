// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_section.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

SettingsSection::SettingsSection(const QString &objectName, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_saved(named(plainLabel({}, "fine"), objectName + u"Saved"_s, tr("Whether it is saved")))
    , m_message(new MessageLine(objectName + u"Message"_s))
    , m_rows(new QVBoxLayout)
{
    setObjectName(objectName);
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(title, "title"), 1);
    head->addWidget(m_saved);
    auto *card = inRole(new QFrame, "card");
    card->setMaximumWidth(metrics::sheetWidth);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(metrics::page, metrics::group, metrics::page, metrics::group);
    inside->setSpacing(metrics::group);
    inside->addLayout(head);
    inside->addWidget(m_message);
    m_rows->setSpacing(metrics::group);
    inside->addLayout(m_rows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
}

QWidget *SettingsSection::addSetting(const QString &name, const QString &hint, QWidget *control)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(metrics::gap);
    auto *title = plainLabel(name, "strong");
    title->setBuddy(control);
    auto *explained = plainLabel(hint, "small");
    for (QLabel *label : {title, explained}) {
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    texts->addStretch();
    auto *message = new MessageLine(control->objectName() + u"Message"_s);
    message->setFixedWidth(metrics::answerWidth);
    m_refusals.insert(control, message);
    control->setFixedWidth(metrics::answerWidth);
    auto *answer = new QVBoxLayout;
    answer->setSpacing(metrics::gap);
    answer->addWidget(control);
    answer->addWidget(message);
    answer->addStretch();
    auto *row = new QWidget;
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(metrics::group);
    across->addLayout(texts, 1);
    across->addLayout(answer);
    m_rows->addWidget(row);
    return row;
}

void SettingsSection::addBelow(QWidget *widget) { m_rows->addWidget(widget); }

void SettingsSection::refuse(const QWidget *control, const QString &text)
{
    m_saved->clear();
    m_refusals[control]->say(text);
}

void SettingsSection::clearRefusals()
{
    m_message->say(QString());
    for (MessageLine *message : std::as_const(m_refusals))
        message->say(QString());
}

void SettingsSection::tellSaved() { m_saved->setText(tr("Saved; it holds at once.")); }

void SettingsSection::tellNotSaved()
{
    m_saved->clear();
    m_message->say(tr("This cannot be saved. Check who may write in the shop's folder, and whether "
                      "the disk is full. It stays here until then."));
}

void SettingsSection::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    save();
}

} // namespace kontor
