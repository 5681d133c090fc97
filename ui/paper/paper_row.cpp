// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_row.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QUrl>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct PaperNotices
{
    Q_DECLARE_TR_FUNCTIONS(kontor::PaperNotices)
};

QString queuedText(PrintJobKind kind)
{
    switch (kind) {
    case PrintJobKind::Receipt:
        return PaperNotices::tr("The receipt is on its way to the printer.");
    case PrintJobKind::Gift:
        return PaperNotices::tr("The gift receipt is on its way to the printer.");
    case PrintJobKind::Report:
        return PaperNotices::tr("The report is on its way to the printer.");
    case PrintJobKind::Labels:
        return PaperNotices::tr("The labels are on their way to the printer.");
    case PrintJobKind::Drawer:
    case PrintJobKind::Invoice:
    case PrintJobKind::PackingSlip:
    case PrintJobKind::NumberSlip:
        return PaperNotices::tr("The paper is on its way to the printer.");
    }
    return {};
}

} // namespace

void tellOfPapers(PaperDesk &desk, MessageLine &message)
{
    QObject::connect(&desk, &PaperDesk::queued, &message,
                     [&message](PrintJobKind kind) { message.notice(queuedText(kind)); });
    QObject::connect(&desk, &PaperDesk::saved, &message,
                     [&message](const QString &file) { tellSaved(message, file); });
    QObject::connect(&desk, &PaperDesk::failed, &message,
                     [&message](const Error &error) { message.say(error); });
}

void tellSaved(MessageLine &message, const QString &file)
{
    message.notice(PaperNotices::tr("Saved as %1").arg(file));
    QDesktopServices::openUrl(QUrl::fromLocalFile(file));
}

PaperRow::PaperRow(const ShopAccess &access, MessageLine &message, const QString &prefix,
                   QWidget *parent)
    : QWidget(parent)
    , m_desk(access)
    , m_prefix(prefix)
{
    tellOfPapers(m_desk, message);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_receipt = add(u"Print"_s, tr("Print"), tr("Print the receipt"), &PaperDesk::receipt);
    add(u"Gift"_s, tr("Gift receipt"), tr("Print a receipt without prices"), &PaperDesk::gift);
    add(u"Invoice"_s, tr("Invoice"), tr("Save an invoice as a PDF and open it"),
        &PaperDesk::invoice);
    m_packing = add(u"Packing"_s, tr("Packing slip"),
                    tr("Save a packing slip as a PDF and open it"), &PaperDesk::packingSlip);
    m_label = add(u"Label"_s, tr("Label"), tr("Save the parcel's label and open it"),
                  &PaperDesk::parcelLabel);
    m_label->hide();
    layout->addStretch();
}

QPushButton *PaperRow::add(const QString &name, const QString &text, const QString &spoken,
                           void (PaperDesk::*paper)(OrderId))
{
    auto *button = inRole(named(new QPushButton(text), m_prefix + name, spoken), "compact");
    connect(button, &QPushButton::clicked, this, [this, paper] { (m_desk.*paper)(m_order); });
    layout()->addWidget(button);
    return button;
}

void PaperRow::showSale(OrderId order, Fulfilment fulfilment)
{
    m_order = order;
    setEnabled(!order.isNull());
    m_packing->setVisible(fulfilment != Fulfilment::Counter);
}

void PaperRow::showLabel(bool isThere) { m_label->setVisible(isThere); }

} // namespace kontor
