// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/display/display_setting.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>

namespace kontor {

using namespace Qt::StringLiterals;

DisplaySetting::DisplaySetting(const QString &screenName, const QString &picture, QWidget *parent)
    : QWidget(parent)
    , m_screenName(screenName)
    , m_picture(picture)
    , m_screens(named(new QComboBox, u"displayScreen"_s, tr("Screen of the customer display")))
{
    auto *choose = named(new QPushButton(tr("Picture …")), u"displayPicture"_s,
                         tr("Choose the picture of the customer display"));
    auto *drawn = named(new QPushButton(tr("No picture")), u"displayDrawn"_s,
                        tr("Show the shop’s name in place of the picture"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_screens, 1);
    layout->addWidget(choose);
    layout->addWidget(drawn);
    fillScreens();
    connect(qApp, &QGuiApplication::screenAdded, this, &DisplaySetting::fillScreens);
    connect(qApp, &QGuiApplication::screenRemoved, this, &DisplaySetting::fillScreens);
    connect(m_screens, &QComboBox::activated, this, [this](int row) {
        m_screenName = m_screens->itemData(row).toString();
        tell();
    });
    connect(choose, &QPushButton::clicked, this, &DisplaySetting::askPicture);
    connect(drawn, &QPushButton::clicked, this, [this] {
        m_picture.clear();
        tell();
    });
}

void DisplaySetting::fillScreens()
{
    m_screens->clear();
    m_screens->addItem(tr("None"), QString());
    for (const QScreen *screen : QGuiApplication::screens())
        m_screens->addItem(screen->name(), screen->name());
    // One that is unplugged just now stays chosen.
    if (m_screens->findData(m_screenName) < 0)
        m_screens->addItem(tr("%1 (not there)").arg(m_screenName), m_screenName);
    m_screens->setCurrentIndex(m_screens->findData(m_screenName));
}

void DisplaySetting::askPicture()
{
    auto *dialog = new QFileDialog(this, tr("Picture of the customer display"), {},
                                   tr("Pictures (*.png *.jpg *.jpeg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_picture = file;
        tell();
    });
    dialog->open();
}

void DisplaySetting::tell() { Q_EMIT chosen(m_screenName, m_picture); }

} // namespace kontor
