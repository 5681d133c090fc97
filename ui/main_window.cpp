// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/commands/add_command.h"
#include "ui/commands/commands.h"
#include "ui/commands/key_sheet.h"
#include "ui/commands/palette.h"
#include "ui/display/display_outlet.h"
#include "ui/error_text.h"
#include "ui/orders/orders_page.h"
#include "ui/paper/print_queue.h"
#include "ui/paper/shelf_labels.h"
#include "ui/scan/scan_alert.h"
#include "ui/scan/scanner_lane.h"
#include "ui/sell/sell_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shift/shift_page.h"
#include "ui/status_line.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const ShopAccess &access, const WindowSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_access(access)
    , m_settings(settings)
    , m_state(m_access)
    , m_lookup(u"catalog lookup"_s, access.catalogStore)
    , m_stories(u"stories"_s, access.topics)
    , m_rail(new QButtonGroup(this))
    , m_railPlace(inRole(new QFrame, "rail"))
    , m_pages(new QStackedWidget)
    , m_sell(new SellPage(m_access, m_lookup, m_stories))
    , m_orders(new OrdersPage(m_access, m_state, m_stories))
    , m_settingsPage(new SettingsPage(m_access, settings))
    , m_shift(m_access)
    , m_shiftPage(new ShiftPage(m_access, m_shift))
    , m_status(new StatusLine(m_access, m_state))
    , m_scanAlert(new ScanAlert(m_access.clock))
    , m_scanner(new ScannerLane(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Kontor"));
    resize(1366, 768);
    build();
    addDisplay();
    addOverlays();
    connectSettings();
    connect(&m_shift, &TillShift::changed, m_status, [this] { m_status->showShift(m_shift); });
    connect(m_rail, &QButtonGroup::idClicked, this, &MainWindow::go);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::lendKeys);
    lendKeys();
    connect(m_orders, &OrdersPage::returnWanted, this, [this](const QString &receipt) {
        go(Sell);
        m_sell->returnFrom(receipt);
    });
    connect(m_orders, &OrdersPage::offered, this, [this](OrderId cart) {
        go(Sell);
        m_sell->takeUp(cart);
    });
    connect(m_status, &StatusLine::attentionWanted, this, [this] {
        go(Orders);
        m_orders->showAttention();
    });
    connectScanner();
    m_state.refresh();
    m_sell->start();
    m_shift.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_pages->addWidget(m_sell);
    m_pages->addWidget(m_orders);
    m_pages->addWidget(m_shiftPage);
    m_pages->addWidget(m_settingsPage);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    buildRail();
    middle->addWidget(m_railPlace);
    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_scanAlert);
    pages->addWidget(m_pages, 1);
    middle->addLayout(pages, 1);
    m_content = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_content.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    setCentralWidget(m_content.get());
}

void MainWindow::buildRail()
{
    m_railPlace->setFixedWidth(metrics::railWidth);
    auto *layout = new QVBoxLayout(m_railPlace);
    layout->setContentsMargins(metrics::inside, metrics::cellPadding, metrics::inside,
                               metrics::cellPadding);
    layout->setSpacing(metrics::gap);
    addPage(layout, Sell, tr("Sell"), LineIcon::Cart, Qt::CTRL | Qt::Key_1);
    addPage(layout, Orders, tr("Orders"), LineIcon::Paper, Qt::CTRL | Qt::Key_2);
    addPage(layout, Shift, tr("Shift"), LineIcon::Drawer, Qt::CTRL | Qt::Key_3);
    layout->addStretch();
    addPage(layout, Settings, tr("Settings"), LineIcon::Sliders, Qt::CTRL | Qt::Key_Comma);
}

void MainWindow::addPage(QVBoxLayout *rail, Page page, const QString &name, LineIcon icon,
                         const QKeySequence &key)
{
    auto *button = inRole(
        named(new QPushButton(lineIcon(icon), name), u"rail%1"_s.arg(int(page)), name), "rail");
    button->setIconSize({metrics::iconSize, metrics::iconSize});
    button->setCheckable(true);
    button->setChecked(page == Sell);
    m_rail->addButton(button, page);
    rail->addWidget(button);
    addCommand(this, u"window.page%1"_s.arg(int(page) + 1), name, {key},
               [this, page] { go(page); });
}

void MainWindow::addOverlays()
{
    addCommand(this, u"window.palette"_s, tr("Find anything"), {Qt::CTRL | Qt::Key_K},
               [this] { m_palette->open(); });
    addCommand(this, u"window.keys"_s, tr("All keys"), {Qt::Key_F1}, [this] { m_keys->open(); });
    addCommand(this, u"window.printQueue"_s, tr("Print queue"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
               [this] { m_queue->open(); });
    addCommand(this, u"window.shelfLabels"_s, tr("Shelf labels"),
               {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, [this] {
                   m_labels->openFor({m_sell->chosenProduct(), m_sell->listed()});
               });
    m_commands = new Commands(this, m_access.windowFile);
    m_palette = new Palette(m_access, m_lookup, *m_commands, m_content.get());
    m_keys = new KeySheet(*m_commands, m_content.get());
    m_queue = new PrintQueue(m_access, m_content.get());
    m_labels = new ShelfLabels(m_access, m_lookup, m_content.get());
    connect(m_status, &StatusLine::printerClicked, m_queue, &PrintQueue::open);
    connect(m_palette, &Palette::commandChosen, this, &MainWindow::perform);
    connect(m_palette, &Palette::productChosen, this, [this](const Product &product) {
        go(Sell);
        m_sell->find(product.sku);
    });
    connect(m_palette, &Palette::customerChosen, this, [this](const Account &customer) {
        go(Sell);
        m_sell->serve(customer.id);
    });
    connect(m_palette, &Palette::orderChosen, this, [this](const Order &order) {
        go(Orders);
        m_orders->find(order.receipt);
    });
}

KeptPlace MainWindow::place() const
{
    return {saveGeometry(), m_pages->currentIndex(), arrangementOf(*this)};
}

void MainWindow::takePlace(const KeptPlace &place)
{
    restoreGeometry(place.geometry);
    arrange(*this, place.parts);
    if (place.page >= 0 && place.page < m_pages->count())
        go(place.page);
}

void MainWindow::tellCutOff() { m_sell->tellLastSale(); }

void MainWindow::connectSettings()
{
    connect(m_settingsPage, &SettingsPage::keysWanted, this, [this] { m_keys->open(); });
    connect(m_settingsPage, &SettingsPage::languageChosen, this, [this](Language language) {
        m_settings.language = language;
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_settingsPage, &SettingsPage::schemeChosen, this, [this](Theme::Scheme scheme) {
        m_settings.scheme = scheme;
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_settingsPage, &SettingsPage::shiftRulesChanged, this,
            [this](const ShiftRules &rules) {
                m_access.blindCount = rules.blindCount;
                m_shift.refresh();
                Q_EMIT shiftRulesChanged(rules);
            });
    connect(m_sell, &SellPage::labelsWanted, this, [this] {
        go(Settings);
        m_settingsPage->showLabels();
    });
    m_orders->useFilters(m_settings.orders);
    connect(m_orders, &OrdersPage::filtersPicked, this, [this](const OrderFilters &filters) {
        m_settings.orders = filters;
        Q_EMIT settingsChanged(m_settings);
    });
    connect(m_settingsPage, &SettingsPage::displayChosen, this,
            [this](const QString &screenName, const QString &picture) {
                m_settings.displayScreen = screenName;
                m_settings.displayPicture = picture;
                m_display->use(screenName, picture);
                Q_EMIT settingsChanged(m_settings);
            });
    m_sell->showTiles(m_settings.tiles);
    connect(m_sell, &SellPage::tilesChosen, this, [this](bool tiles) {
        m_settings.tiles = tiles;
        Q_EMIT settingsChanged(m_settings);
    });
}

void MainWindow::addDisplay()
{
    m_shownSale = std::make_unique<ShownSale>(m_sell->session(), m_sell->checkout());
    m_display = std::make_unique<DisplayOutlet>(*m_shownSale, m_access.shopName);
    connect(m_sell, &SellPage::payingChanged, m_shownSale.get(), &ShownSale::setPaying);
    addCommand(this, u"window.customerDisplay"_s, tr("Customer display"), {},
               [this] { m_display->toggle(); });
    m_display->use(m_settings.displayScreen, m_settings.displayPicture);
}

void MainWindow::perform(QAction *command)
{
    for (int page = 0; page < m_pages->count(); ++page) {
        const QWidget *widget = m_pages->widget(page);
        if (command->parent() == widget && m_pages->currentIndex() != page)
            go(page);
    }
    command->trigger();
}

void MainWindow::connectScanner()
{
    connect(m_scanner, &ScannerLane::begun, m_sell, &SellPage::scanBegins);
    connect(m_scanner, &ScannerLane::scanned, m_sell, &SellPage::scan);
    connect(m_scanner, &ScannerLane::brokenOff, m_sell, &SellPage::scanBroken);
    connect(m_sell, &SellPage::scanRefused, m_scanAlert,
            [this](const QString &code, const Error &error) {
                m_scanAlert->refuse(code, errorText(error));
            });
    connect(m_sell, &SellPage::goodsDoubtful, m_scanAlert, &ScanAlert::warn);
    connect(m_sell, &SellPage::scanTaken, this, [this] {
        if (m_pages->currentWidget() != m_sell)
            go(Sell);
    });
    connect(m_sell, &SellPage::receiptScanned, this, [this](const QString &number) {
        go(Sell);
        m_sell->returnFrom(number);
    });
    addCommand(this, u"window.scanSeen"_s, tr("Understood: close the scanner's message"),
               {Qt::Key_F11}, [this] { m_scanAlert->acknowledge(); });
}

void MainWindow::go(int page)
{
    m_palette->close();
    m_keys->close();
    m_queue->close();
    m_labels->close();
    m_rail->button(page)->setChecked(true);
    m_pages->setCurrentIndex(page);
    if (page == Orders)
        m_orders->start();
    else if (page == Settings)
        m_settingsPage->start();
    else if (page == Shift)
        m_shiftPage->start();
    else
        m_sell->takeFocus();
}

void MainWindow::lendKeys()
{
    for (QWidget *beside : {m_railPlace, static_cast<QWidget *>(m_scanAlert)}) {
        for (QAction *lent : beside->actions())
            beside->removeAction(lent);
        beside->addActions(m_pages->currentWidget()->actions());
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // What is typed while the rail has the focus is meant for the page.
    if (m_pages->currentWidget() != m_sell || !m_sell->takeKey(*event))
        QMainWindow::keyPressEvent(event);
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
