// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self_service.h"
#include "ui/language.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace kontor {

class KioskCart;
class KioskGoods;
class KioskPay;
class KioskPin;
class Overlay;
class PinPad;

//! How long a customer may be silent.
struct KioskTimes
{
    int aloneMs = 60'000;      //!< then it is asked whether anybody is there
    int countdownSeconds = 20; //!< and then it begins anew
    int doneMs = 20'000;       //!< so long the number stands on the screen
};

//! The whole screen of self-service: its first page, goods and cart, the payment, the number. It
//! has none of the till's commands, and is not left but by the staff's PIN.
class KioskWindow : public QWidget
{
    Q_OBJECT
public:
    KioskWindow(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                SelfService &sale, KioskPin &pin, const KioskTimes &times);
    ~KioskWindow() override;

    //! On to what there is to buy.
    void begin();

Q_SIGNALS:
    void languageChosen(kontor::Language language);
    //! Back on the first page.
    void leftAlone();
    void tillWanted();
    void closeWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildStart(const QString &shopName);
    QWidget *buildShop();
    QWidget *buildDone();
    QWidget *buildStaff();
    void buildQuestion();
    void connectSale();
    void goHome();
    void turnTo(QWidget *page);
    void showDone(const QString &number, const QString &next);
    void say(const QString &text);
    void askWhetherAlone();
    void countDown();

    SelfService &m_sale;
    KioskTimes m_times;
    QStackedWidget *m_pages;
    KioskGoods *m_goods;
    KioskCart *m_cart;
    KioskPay *m_pay;
    PinPad *m_pinPad;
    Overlay *m_question;
    QLabel *m_countdown;
    QLabel *m_notice;
    QLabel *m_number;
    QLabel *m_next;
    QWidget *m_start = nullptr;
    QWidget *m_shop = nullptr;
    QWidget *m_done = nullptr;
    QWidget *m_staff = nullptr;
    QTimer m_alone;
    QTimer m_second;
    int m_secondsLeft = 0;
};

} // namespace kontor
