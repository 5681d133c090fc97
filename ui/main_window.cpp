// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"
#include "ui/shift/shift_page.h"
#include "ui/status_line.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/named.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const ShopAccess &access, QWidget *parent)
    : QMainWindow(parent)
    , m_access(access)
    , m_lookup(u"catalog lookup"_s, access.catalogStore)
    , m_stories(u"stories"_s, access.topics)
    , m_rail(new QButtonGroup(this))
    , m_pages(new QStackedWidget)
    , m_sell(new SellPage(m_access, m_lookup, m_stories))
    , m_orders(new OrdersPage(m_access, m_stories))
    , m_shift(m_access)
    , m_shiftPage(new ShiftPage(m_shift))
    , m_status(new StatusLine(m_access))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Kontor"));
    resize(1366, 768);
    build();
    connect(&m_shift, &TillShift::changed, m_status, [this] { m_status->showShift(m_shift); });
    connect(m_rail, &QButtonGroup::idClicked, this, &MainWindow::go);
    m_sell->start();
    m_shift.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_pages->addWidget(m_sell);
    m_pages->addWidget(m_orders);
    m_pages->addWidget(m_shiftPage);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildRail());
    middle->addWidget(m_pages, 1);
    m_content = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_content.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    setCentralWidget(m_content.get());
}

QWidget *MainWindow::buildRail()
{
    auto *rail = inRole(new QFrame, "rail");
    rail->setFixedWidth(metrics::railWidth);
    auto *layout = new QVBoxLayout(rail);
    layout->setContentsMargins(metrics::inside, metrics::cellPadding, metrics::inside,
                               metrics::cellPadding);
    layout->setSpacing(metrics::gap);
    addPage(layout, Sell, tr("Sell"), LineIcon::Cart);
    addPage(layout, Orders, tr("Orders"), LineIcon::Paper);
    addPage(layout, Shift, tr("Shift"), LineIcon::Drawer);
    layout->addStretch();
    return rail;
}

void MainWindow::addPage(QVBoxLayout *rail, Page page, const QString &name, LineIcon icon)
{
    auto *button = inRole(
        named(new QPushButton(lineIcon(icon), name), u"rail%1"_s.arg(int(page)), name), "rail");
    button->setIconSize({metrics::iconSize, metrics::iconSize});
    button->setCheckable(true);
    button->setChecked(page == Sell);
    m_rail->addButton(button, page);
    rail->addWidget(button);
    addCommand(this, u"page.%1"_s.arg(int(page)), name,
               {QKeySequence(Qt::CTRL | Qt::Key(int(Qt::Key_1) + int(page)))},
               [this, page] { go(page); });
}

void MainWindow::go(int page)
{
    m_rail->button(page)->setChecked(true);
    m_pages->setCurrentIndex(page);
    if (page == Orders)
        m_orders->start();
    else if (page == Shift)
        m_shiftPage->start();
    else
        m_sell->takeFocus();
}

void MainWindow::showTrouble(const QString &service, const QString &detail)
{
    m_status->showTrouble(service, detail);
}

void MainWindow::showRecovered(const QString &service) { m_status->showRecovered(service); }

void MainWindow::showNotice(const QString &text, const QString &detail)
{
    m_status->showNotice(text, detail);
}

} // namespace kontor
