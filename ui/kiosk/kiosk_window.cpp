// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_window.h"

#include "ui/display/shop_front.h"
#include "ui/error_text.h"
#include "ui/kiosk/kiosk_cart.h"
#include "ui/kiosk/kiosk_goods.h"
#include "ui/kiosk/kiosk_pay.h"
#include "ui/kiosk/pin_pad.h"
#include "ui/scan/scanner_lane.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

class Question final : public Overlay
{
public:
    explicit Question(QWidget *parent) : Overlay(u"aloneQuestion"_s, metrics::paletteWidth, parent)
    {
    }
    using Overlay::card;
};

QLabel *large(const QString &name, const QString &accessibleName, const char *role)
{
    auto *label = inRole(named(plainLabel(), name, accessibleName), role);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

KioskWindow::KioskWindow(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                         SelfService &sale, KioskPin &pin, const KioskTimes &times)
    : m_sale(sale)
    , m_times(times)
    , m_pages(new QStackedWidget)
    , m_goods(new KioskGoods(access, lookup))
    , m_cart(new KioskCart(sale))
    , m_pay(new KioskPay(sale))
    , m_pinPad(new PinPad(pin, this))
    , m_question(nullptr)
    , m_countdown(large(u"aloneCountdown"_s, tr("Seconds left"), "muted"))
    , m_notice(large(u"kioskNotice"_s, tr("Notice"), "notice"))
    , m_number(large(u"kioskNumber"_s, tr("Your number"), "price"))
    , m_next(large(u"kioskNext"_s, tr("What to do now"), "title"))
{
    setObjectName(u"kioskWindow"_s);
    setWindowTitle(tr("Self-service"));
    QFont larger = font();
    larger.setPointSize(metrics::kioskPoints);
    setFont(larger);
    m_start = buildStart(access.shopName);
    m_shop = buildShop();
    m_done = buildDone();
    m_staff = buildStaff();
    for (QWidget *page : {m_start, m_shop, static_cast<QWidget *>(m_pay), m_done, m_staff})
        m_pages->addWidget(page);
    auto *staff = named(new QPushButton(tr("For our staff")), u"kioskStaff"_s, tr("For our staff"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(metrics::page, 0, metrics::page, metrics::cellPadding);
    foot->addWidget(m_notice, 1);
    foot->addWidget(staff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    buildQuestion();
    connect(staff, &QPushButton::clicked, m_pinPad, &PinPad::open);
    connect(m_pinPad, &PinPad::tillWanted, this, &KioskWindow::tillWanted);
    connect(m_pinPad, &PinPad::closeWanted, this, &KioskWindow::closeWanted);
    connectSale();
    m_alone.setSingleShot(true);
    m_alone.setInterval(m_times.aloneMs);
    connect(&m_alone, &QTimer::timeout, this, &KioskWindow::askWhetherAlone);
    m_second.setInterval(PinPad::msPerSecond);
    connect(&m_second, &QTimer::timeout, this, &KioskWindow::countDown);
    qApp->installEventFilter(this);
    turnTo(m_start);
}

KioskWindow::~KioskWindow() = default;

QWidget *KioskWindow::buildStart(const QString &shopName)
{
    auto *page = new QWidget;
    auto *languages = new QHBoxLayout;
    languages->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    languages->setSpacing(metrics::page);
    const auto add = [&](const QString &text, const QString &name, Language language) {
        auto *button = inRole(named(new QPushButton(text), name, text), "main");
        connect(button, &QPushButton::clicked, this,
                [this, language] { Q_EMIT languageChosen(language); });
        languages->addWidget(button);
    };
    // Each in its own language, whatever is spoken now.
    add(u"English: start here"_s, u"kioskEnglish"_s, Language::English);
    add(u"Deutsch: hier beginnen"_s, u"kioskGerman"_s, Language::German);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new ShopFront(shopName), 1);
    layout->addLayout(languages);
    return page;
}

QWidget *KioskWindow::buildShop()
{
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_goods, 1);
    layout->addWidget(m_cart);
    connect(m_goods, &KioskGoods::chosen, &m_sale, &SelfService::add);
    connect(m_cart, &KioskCart::startOverWanted, this, &KioskWindow::goHome);
    connect(m_cart, &KioskCart::payWanted, this, [this] {
        m_pay->start();
        turnTo(m_pay);
    });
    connect(m_pay, &KioskPay::left, this, [this] { turnTo(m_shop); });
    return page;
}

QWidget *KioskWindow::buildDone()
{
    auto *page = new QWidget;
    auto *done = inRole(named(new QPushButton(tr("Done")), u"kioskDone"_s, tr("Done")), "main");
    done->setMaximumWidth(metrics::paletteWidth);
    connect(done, &QPushButton::clicked, this, &KioskWindow::goHome);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(metrics::page);
    layout->addStretch();
    auto *thanks = large(u"kioskThanks"_s, tr("Thanks"), "title");
    thanks->setText(tr("Thank you! Your number is"));
    layout->addWidget(thanks);
    layout->addWidget(m_number);
    layout->addWidget(m_next);
    layout->addWidget(done, 0, Qt::AlignHCenter);
    layout->addStretch();
    return page;
}

QWidget *KioskWindow::buildStaff()
{
    auto *page = new QWidget;
    auto *text = large(u"kioskStaffNeeded"_s, tr("What to do now"), "title");
    text->setText(tr("A payment was interrupted here. Please call our staff."));
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(text);
    return page;
}

void KioskWindow::buildQuestion()
{
    auto *question = new Question(this);
    m_question = question;
    auto *title = plainLabel(tr("Are you still there?"), "amount");
    title->setAlignment(Qt::AlignCenter);
    auto *stay =
        inRole(named(new QPushButton(tr("Yes, go on")), u"aloneStay"_s, tr("Yes, go on")), "main");
    connect(stay, &QPushButton::clicked, question, &Overlay::close);
    question->card()->addWidget(title);
    question->card()->addWidget(m_countdown);
    question->card()->addWidget(stay);
}

void KioskWindow::connectSale()
{
    auto *scanner = new ScannerLane(this);
    connect(scanner, &ScannerLane::scanned, this, [this](const QString &code) {
        m_question->close();
        if (m_pages->currentWidget() == m_start)
            begin();
        if (m_pages->currentWidget() == m_shop)
            m_sale.scan(code);
    });
    connect(scanner, &ScannerLane::brokenOff, this,
            [this] { say(tr("This was not read. Please scan it again.")); });
    connect(&m_sale, &SelfService::staffNeeded, this,
            [this](const QString &product) { say(tr("%1: please ask our staff.").arg(product)); });
    connect(&m_sale, &SelfService::refused, this, [this](const Error &error) {
        // The page of payment says it itself.
        if (m_pages->currentWidget() != m_pay)
            say(error.isIn<ScanError>() ? errorText(error)
                                        : tr("This does not work just now. Please ask our staff."));
    });
    connect(&m_sale, &SelfService::interrupted, this, [this] { turnTo(m_staff); });
    connect(&m_sale, &SelfService::paid, this, [this](const QString &receipt) {
        const bool later = m_sale.checkout().cart().fulfilment == Fulfilment::Pickup;
        showDone(receipt, later ? tr("Your order is paid. Show this number when you collect it.")
                                : tr("Your purchase is paid. Have a good day."));
    });
    connect(&m_sale, &SelfService::putAside, this, [this](const QString &number) {
        showDone(number, tr("Please go to the till and tell them this number."));
    });
}

void KioskWindow::begin()
{
    m_goods->start();
    turnTo(m_shop);
}

void KioskWindow::goHome()
{
    m_sale.abandon();
    turnTo(m_start);
    Q_EMIT leftAlone();
}

void KioskWindow::turnTo(QWidget *page)
{
    say({});
    m_pages->setCurrentWidget(page);
    if (page == m_start || page == m_staff)
        m_alone.stop();
    else
        m_alone.start(page == m_done ? m_times.doneMs : m_times.aloneMs);
}

void KioskWindow::showDone(const QString &number, const QString &next)
{
    m_number->setText(number);
    m_next->setText(next);
    turnTo(m_done);
}

void KioskWindow::say(const QString &text) { m_notice->setText(text); }

void KioskWindow::askWhetherAlone()
{
    if (m_pages->currentWidget() == m_done)
        return goHome();
    if (m_sale.isPaying())
        return m_alone.start();
    m_pinPad->close();
    m_secondsLeft = m_times.countdownSeconds + 1;
    countDown();
    m_second.start();
    m_question->open();
}

void KioskWindow::countDown()
{
    --m_secondsLeft;
    m_countdown->setText(tr("Otherwise all begins anew in %1 s.").arg(m_secondsLeft));
    if (m_secondsLeft > 0 && !m_sale.isPaying())
        return;
    m_second.stop();
    m_question->close();
    if (!m_sale.isPaying())
        goHome();
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
        m_second.stop();
        say({});
        // A window hears of a touch before it is looked what was touched: the question has to be
        // there still, or what lies under it would be pressed.
        if (m_question->isVisible() && watched->isWidgetType())
            m_question->close();
        if (m_alone.isActive() || m_pages->currentWidget() == m_shop ||
            m_pages->currentWidget() == m_pay)
            m_alone.start();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::keyPressEvent(QKeyEvent *event)
{
    if (m_pages->currentWidget() != m_shop || !m_goods->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void KioskWindow::closeEvent(QCloseEvent *event) { event->ignore(); }

} // namespace kontor
