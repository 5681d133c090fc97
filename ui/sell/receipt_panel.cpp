// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/receipt_panel.h"

#include "services/core/call.h"
#include "services/devices/paper_picture.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

ReceiptPanel::ReceiptPanel(const ShopAccess &access, QWidget *parent)
    : QFrame(parent)
    , m_access(access)
    , m_paper(named(new QLabel, u"lastReceipt"_s, tr("The last receipt")))
    , m_message(new MessageLine(u"receiptMessage"_s))
    , m_papers(new PaperRow(access, *m_message, u"lastReceipt"_s))
    , m_print(inRole(named(new QPushButton(tr("Print it again")), u"receiptPrint"_s,
                           tr("Print the last receipt again")),
                     "main"))
{
    build();
    connect(m_print, &QPushButton::clicked, this, &ReceiptPanel::print);
}

void ReceiptPanel::build()
{
    inRole(this, "side");
    m_paper->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    auto *scroll = named(new QScrollArea, u"receiptScroll"_s, tr("The last receipt"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_paper);
    auto *back = named(new QPushButton(tr("Back")), u"receiptBack"_s, tr("Back to the cart"));
    connect(back, &QPushButton::clicked, this, &ReceiptPanel::left);
    m_print->setAutoDefault(true);
    m_papers->receipt()->hide(); // its button is the main one
    showKey(m_print, tr("Enter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::cellPadding);
    layout->addLayout(panelHead(tr("Last receipt"), back));
    layout->addWidget(scroll, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_papers);
    layout->addWidget(m_print);
}

void ReceiptPanel::start()
{
    m_message->say(QString());
    m_print->setEnabled(false);
    m_papers->showSale({});
    m_paper->clear();
    call(m_access.devices, &DevicesService::lastSale)
        .then(this, [this](const Result<OrderId> &order) {
            if (!order)
                return m_message->say(order.error());
            look(*order);
        });
}

void ReceiptPanel::look(OrderId order)
{
    m_order = order;
    call(m_access.devices, &DevicesService::preview, SalePaper{order})
        .then(this, [this](const Result<QByteArray> &bytes) {
            if (!bytes)
                return m_message->say(bytes.error());
            showPaper(*bytes);
            m_print->setEnabled(true);
            m_papers->showSale(m_order);
            focusInSight(m_print);
        });
}

void ReceiptPanel::showPaper(const QByteArray &bytes)
{
    const auto printed = interpretEscPos(bytes);
    if (!printed)
        return m_message->say(printed.error());
    QImage picture = paperPicture(*printed, m_access.devices.columns());
    const int room = metrics::sidePanelWidth - 2 * metrics::group -
                     style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    picture = picture.scaledToWidth(int(room * devicePixelRatioF()), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_paper->setPixmap(QPixmap::fromImage(picture));
}

void ReceiptPanel::print()
{
    m_print->setEnabled(false);
    call(m_access.devices, &DevicesService::print, m_access.command(), SalePaper{m_order})
        .then(this, [this](const Result<PrintJobId> &queued) {
            m_print->setEnabled(true);
            focusInSight(m_print);
            if (!queued)
                return m_message->say(queued.error());
            m_message->notice(tr("The copy is on its way to the printer."));
        });
}

} // namespace kontor
