// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/pin_pad.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

PinPad::PinPad(KioskPin &pin, QWidget *parent)
    : Overlay(u"pinPad"_s, metrics::settingWidth, parent)
    , m_pin(pin)
    , m_dots(inRole(named(plainLabel(), u"pinDots"_s, tr("PIN")), "total"))
    , m_message(named(plainLabel({}, "message"), u"pinMessage"_s, tr("What is wrong")))
    , m_digits(buildDigits())
    , m_ways(buildWays())
{
    m_dots->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    card()->addWidget(plainLabel(tr("For our staff: the PIN"), "title"));
    card()->addWidget(m_dots);
    card()->addWidget(m_message);
    card()->addWidget(m_digits);
    card()->addWidget(m_ways);
    m_unlocked.setSingleShot(true);
    m_unlocked.setInterval(unlockedMs);
    connect(&m_unlocked, &QTimer::timeout, this, &Overlay::close);
    m_wait.setInterval(msPerSecond);
    connect(&m_wait, &QTimer::timeout, this, &PinPad::showWait);
    connect(&m_pin, &KioskPin::wrong, this, [this] {
        m_typed.clear();
        m_wait.start();
        showWait();
    });
    connect(&m_pin, &KioskPin::right, this, [this] {
        m_typed.clear();
        say({});
        m_digits->hide();
        m_ways->show();
        m_unlocked.start();
    });
}

QWidget *PinPad::buildDigits()
{
    auto *part = new QWidget;
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::inside);
    const auto add = [&](const QString &text, const QString &name, int row, int column) {
        auto *button = named(new QPushButton(text), name, text);
        grid->addWidget(button, row, column);
        return button;
    };
    constexpr int columns = 3;
    for (int digit = 0; digit <= 9; ++digit) {
        const QString text = QString::number(digit);
        const int place = digit == 0 ? 10 : digit - 1;
        auto *button = add(text, u"pin"_s + text, place / columns, place % columns);
        button->setFocusPolicy(Qt::NoFocus); // on a keyboard Enter means Enter
        connect(button, &QPushButton::clicked, this, [this, text] { type(text); });
    }
    auto *eraser = add(tr("Erase"), u"pinErase"_s, columns, 0);
    eraser->setFocusPolicy(Qt::NoFocus);
    connect(eraser, &QPushButton::clicked, this, &PinPad::erase);
    connect(inRole(add(tr("Enter"), u"pinEnter"_s, columns, 2), "main"), &QPushButton::clicked,
            this, &PinPad::tryOut);
    auto *back = named(new QPushButton(tr("Back")), u"pinBack"_s, tr("Back to self-service"));
    grid->addWidget(back, columns + 1, 0, 1, columns);
    connect(back, &QPushButton::clicked, this, &Overlay::close);
    return part;
}

QWidget *PinPad::buildWays()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *till = inRole(
        named(new QPushButton(tr("Open the till")), u"pinTill"_s, tr("Open the till")), "main");
    auto *leave = named(new QPushButton(tr("Close Kontor")), u"pinClose"_s, tr("Close Kontor"));
    auto *stay = named(new QPushButton(tr("Go on with self-service")), u"pinStay"_s,
                       tr("Go on with self-service"));
    for (QPushButton *button : {till, leave, stay})
        layout->addWidget(button);
    connect(till, &QPushButton::clicked, this, &PinPad::tillWanted);
    connect(leave, &QPushButton::clicked, this, &PinPad::closeWanted);
    connect(stay, &QPushButton::clicked, this, &Overlay::close);
    return part;
}

void PinPad::open()
{
    Overlay::open();
    m_typed.clear();
    m_ways->hide();
    m_digits->show();
    m_unlocked.stop();
    say({});
    m_wait.start();
    showWait();
    setFocus();
}

void PinPad::type(const QString &digit)
{
    if (m_pin.waitMs() > 0)
        return;
    if (m_typed.size() < KioskPin::mostDigits)
        m_typed += digit;
    say({});
}

void PinPad::erase()
{
    m_typed.chop(1);
    say({});
}

void PinPad::tryOut()
{
    if (m_digits->isVisible() && !m_typed.isEmpty())
        m_pin.tryOut(m_typed);
}

void PinPad::say(const QString &message)
{
    m_dots->setText(QString(m_typed.size(), u'•'));
    m_message->setText(message);
}

void PinPad::showWait()
{
    const qint64 seconds = (m_pin.waitMs() + msPerSecond - 1) / msPerSecond;
    if (seconds > 0)
        return say(tr("This is not the PIN. The next one is looked at in %1 s.").arg(seconds));
    if (m_wait.isActive())
        say({});
    m_wait.stop();
}

void PinPad::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.size() == 1 && text.front() >= u'0' && text.front() <= u'9')
        type(text);
    else if (event->key() == Qt::Key_Backspace)
        erase();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        tryOut();
    else
        return Overlay::keyPressEvent(event);
    event->accept();
}

} // namespace kontor
