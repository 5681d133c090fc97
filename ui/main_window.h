// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"
#include "models/story_reader.h"
#include "models/till_shift.h"

#include <QMainWindow>

#include <memory>

class QButtonGroup;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kontor {

enum class LineIcon;
class OrdersPage;
class SellPage;
class ShiftPage;
class StatusLine;

//! Places the pages: a rail on the left, one page at a time, the status below.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const ShopAccess &access, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    //! A service cannot go on for now; it goes on trying by itself.
    void showTrouble(const QString &service, const QString &detail);
    void showRecovered(const QString &service);
    //! Something that a person should know, and that does not pass by itself.
    void showNotice(const QString &text, const QString &detail);

private:
    enum Page
    {
        Sell,
        Orders,
        Shift
    };
    void build();
    QWidget *buildRail();
    void addPage(QVBoxLayout *rail, Page page, const QString &name, LineIcon icon);
    void go(int page);

    ShopAccess m_access;
    ReaderThread<CatalogLookup> m_lookup;
    ReaderThread<StoryReader> m_stories;
    QButtonGroup *m_rail;
    QStackedWidget *m_pages;
    SellPage *m_sell;
    OrdersPage *m_orders;
    TillShift m_shift;
    ShiftPage *m_shiftPage;
    StatusLine *m_status;
    std::unique_ptr<QWidget> m_content; // with all pages; goes before the readers that they ask
};

} // namespace kontor
