// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/scan/labels_panel.h"
#include "ui/settings/logistics_section.h"
#include "ui/settings/mail_section.h"
#include "ui/settings/paper_section.h"
#include "ui/settings/payment_section.h"
#include "ui/settings/self_service_section.h"
#include "ui/settings/shift_section.h"
#include "ui/settings/shop_section.h"
#include "ui/settings/window_section.h"
#include "ui/settings/wording_section.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/arrangement.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/scrolled.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const ShopAccess &access, const WindowSettings &settings,
                           QWidget *parent)
    : QWidget(parent)
    , m_names(new QButtonGroup(this))
    , m_list(new QVBoxLayout)
    , m_sections(new QStackedWidget)
    , m_labels(new LabelsPanel(access))
{
    setObjectName(u"settingsPage"_s);
    build(access, settings);
    connect(m_names, &QButtonGroup::idToggled, this, [this](int section, bool chosen) {
        if (chosen)
            go(section);
    });
    m_names->button(0)->setChecked(true);
}

void SettingsPage::build(const ShopAccess &access, const WindowSettings &settings)
{
    auto *shifts = new ShiftSection(access);
    auto *window = new WindowSection(settings);
    addSection(tr("Shop"), new ShopSection(access));
    addSection(tr("Printer and paper"), new PaperSection(access));
    addSection(tr("Payment"), new PaymentSection(access));
    addSection(tr("Logistics"), new LogisticsSection(access));
    addSection(tr("E-mail"), new MailSection(access));
    addSection(tr("Messages"), new WordingSection(access));
    addSection(tr("Shifts"), shifts);
    addSection(tr("Labels"), m_labels);
    addSection(tr("Self-service"), new SelfServiceSection(access.windowFile));
    addSection(tr("Window"), window);
    connect(shifts, &ShiftSection::rulesChanged, this, &SettingsPage::shiftRulesChanged);
    connect(window, &WindowSection::languageChosen, this, &SettingsPage::languageChosen);
    connect(window, &WindowSection::schemeChosen, this, &SettingsPage::schemeChosen);
    connect(window, &WindowSection::displayChosen, this, &SettingsPage::displayChosen);
    connect(window, &WindowSection::keysWanted, this, &SettingsPage::keysWanted);

    m_list->setSpacing(metrics::gap);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::group);
    left->addWidget(plainLabel(tr("Settings"), "title"));
    left->addLayout(m_list);
    left->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::page);
    layout->addLayout(left);
    layout->addWidget(m_sections, 1);
}

void SettingsPage::addSection(const QString &name, QWidget *section)
{
    auto *button =
        inRole(named(new QPushButton(name), section->objectName() + u"Choice"_s, name), "rail");
    button->setCheckable(true);
    button->setFixedWidth(metrics::sectionNameWidth);
    keepArrangement(button);
    m_names->addButton(button, m_sections->count());
    m_list->addWidget(button);
    m_sections->addWidget(new Scrolled(section));
}

void SettingsPage::go(int section)
{
    m_sections->setCurrentIndex(section);
    if (m_sections->currentWidget()->isAncestorOf(m_labels))
        m_labels->look();
}

void SettingsPage::start() { m_names->checkedButton()->setFocus(); }

void SettingsPage::showLabels()
{
    for (int section = 0; section < m_sections->count(); ++section) {
        if (m_sections->widget(section)->isAncestorOf(m_labels))
            m_names->button(section)->setChecked(true);
    }
    m_labels->start();
}

} // namespace kontor
