// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"
#include "models/shop_state.h"
#include "models/shown_sale.h"
#include "models/story_reader.h"
#include "models/till_shift.h"

#include "ui/settings/window_settings.h"
#include "ui/widgets/kept_place.h"

#include <QMainWindow>

#include <memory>

class QAction;
class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;

namespace kontor {

enum class LineIcon;
class Commands;
class DisplayOutlet;
class KeySheet;
class OrdersPage;
class Palette;
class PrintQueue;
class ScanAlert;
class ScannerLane;
class SellPage;
class SettingsPage;
class ShelfLabels;
class ShiftPage;
class StatusLine;

//! Places the pages: a rail on the left, one page at a time, the status below.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const ShopAccess &access, const WindowSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    KeptPlace place() const;
    //! A page that there is not, or a place that is on no screen, is passed over.
    void takePlace(const KeptPlace &place);
    //! Kontor did not end in an orderly way.
    void tellCutOff();

public Q_SLOTS:
    //! A service cannot go on for now; it goes on trying by itself.
    void showTrouble(const QString &service, const QString &detail);
    void showRecovered(const QString &service);
    //! Something that a person should know, and that does not pass by itself.
    void showNotice(const QString &text, const QString &detail);

Q_SIGNALS:
    void settingsChanged(const kontor::WindowSettings &settings);
    void shiftRulesChanged(const kontor::ShiftRules &rules);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Page
    {
        Sell,
        Orders,
        Shift,
        Settings
    };
    void build();
    void buildRail();
    void addPage(QVBoxLayout *rail, Page page, const QString &name, LineIcon icon,
                 const QKeySequence &key);
    void addOverlays();
    void connectSettings();
    void connectScanner();
    void addDisplay();
    void go(int page);
    //! The keys of the page that is shown work beside it as well.
    void lendKeys();
    //! On its own page, wherever it was chosen.
    void perform(QAction *command);

    ShopAccess m_access;
    WindowSettings m_settings;
    ShopState m_state;
    ReaderThread<CatalogLookup> m_lookup;
    ReaderThread<StoryReader> m_stories;
    QButtonGroup *m_rail;
    QWidget *m_railPlace;
    QStackedWidget *m_pages;
    SellPage *m_sell;
    OrdersPage *m_orders;
    SettingsPage *m_settingsPage;
    TillShift m_shift;
    ShiftPage *m_shiftPage;
    StatusLine *m_status;
    Commands *m_commands;
    Palette *m_palette;
    KeySheet *m_keys;
    PrintQueue *m_queue;
    ShelfLabels *m_labels;
    ScanAlert *m_scanAlert;
    ScannerLane *m_scanner;
    std::unique_ptr<QWidget> m_content; // with all pages; goes before the readers that they ask
    std::unique_ptr<ShownSale> m_shownSale;
    std::unique_ptr<DisplayOutlet> m_display;
};

} // namespace kontor
