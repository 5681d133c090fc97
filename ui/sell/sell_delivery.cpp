// SPDX-License-Identifier: GPL-3.0-or-later
// How the goods reach the customer, on the page where things are sold, and whether the customer may
// have them.
#include "ui/commands/add_command.h"
#include "ui/sell/age_question.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/delivery_charges_panel.h"
#include "ui/sell/fulfilment_panel.h"
#include "ui/sell/sell_page.h"

#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

void SellPage::addDeliveryCommands()
{
    addCommand(this, u"sell.fulfilment"_s, tr("Counter, pickup or delivery"), {Qt::Key_F9}, [this] {
        if (m_cart->isOpen())
            m_cart->fulfilment().next();
    });
    addQuestion(u"sell.day"_s, tr("Day of the delivery or the pickup"), Qt::SHIFT | Qt::Key_F9,
                [this] { m_cart->askDay(); });
    addQuestion(u"sell.charge"_s, tr("Another delivery charge"), Qt::CTRL | Qt::Key_G,
                [this] { m_cart->askCharge(); });
    addQuestion(u"sell.waiting"_s, tr("Wait for goods, or not"), Qt::CTRL | Qt::Key_W, [this] {
        if (m_cart->isOpen())
            m_cart->fulfilment().changeWaiting();
    });
    addQuestion(u"sell.oldEnough"_s, tr("The customer is old enough"), Qt::ALT | Qt::Key_Y,
                [this] { m_cart->age().confirm(); });
    addCommand(this, u"sell.charges"_s, tr("Table of delivery charges"), {},
               [this] { editCharges(); });
    connect(m_charges, &DeliveryChargesPanel::left, this, &SellPage::goSelling);
}

void SellPage::editCharges()
{
    if (isPaying())
        return;
    m_cart->withdrawQuestion();
    m_right->setCurrentWidget(m_cart);
    showLeft(m_charges);
    m_charges->start();
}

bool SellPage::mustAskAge()
{
    if (!m_cart->age().isAsking())
        return false;
    m_cart->insistOnAge();
    return true;
}

} // namespace kontor
