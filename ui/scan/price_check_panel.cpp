// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/price_check_panel.h"

#include "models/texts.h"
#include "services/catalog/scan_error.h"
#include "services/core/call.h"
#include "services/core/quote.h"
#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

PriceCheckPanel::PriceCheckPanel(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_field(named(new QLineEdit, u"priceField"_s, tr("Code, number or name")))
    , m_message(new MessageLine(u"priceMessage"_s))
    , m_name(named(plainLabel({}, "amount"), u"priceName"_s, tr("Product")))
    , m_price(named(plainLabel({}, "price"), u"priceAmount"_s, tr("Price")))
    , m_each(named(plainLabel({}, "muted"), u"priceEach"_s, tr("Price of one")))
    , m_available(named(plainLabel({}, "title"), u"priceAvailable"_s, tr("Available")))
    , m_details(named(plainLabel({}, "muted"), u"priceDetails"_s, tr("Category and numbers")))
    , m_invitation(plainLabel(tr("Scan something, or type its number or name. Nothing is sold "
                                 "until you go back."),
                              "muted"))
{
    setObjectName(u"priceCheck"_s);
    build();
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_field->text().trimmed();
        m_field->clear();
        if (!text.isEmpty())
            Q_EMIT entered(text);
    });
}

void PriceCheckPanel::build()
{
    auto *back = named(new QPushButton(tr("Back")), u"priceBack"_s, tr("Back to selling"));
    connect(back, &QPushButton::clicked, this, &PriceCheckPanel::left);
    inRole(m_field, "search");
    m_field->setPlaceholderText(tr("Scan, or type …"));
    m_field->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_invitation->setWordWrap(true);
    m_card = buildCard();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addLayout(panelHead(tr("Price check"), back));
    layout->addWidget(m_field);
    layout->addWidget(m_message);
    layout->addWidget(m_invitation);
    layout->addWidget(m_card);
    layout->addStretch();
    auto *labels = named(new QPushButton(tr("Labels with a weight or a price …")), u"priceLabels"_s,
                         tr("Labels with a weight or a price"));
    connect(labels, &QPushButton::clicked, this, &PriceCheckPanel::labelsWanted);
    layout->addWidget(labels, 0, Qt::AlignLeft);
}

QWidget *PriceCheckPanel::buildCard()
{
    auto *card = inRole(new QFrame, "card");
    for (QLabel *label : {m_name, m_details})
        label->setWordWrap(true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_name);
    layout->addWidget(m_details);
    layout->addSpacing(metrics::group);
    layout->addWidget(m_price);
    layout->addWidget(m_each);
    layout->addSpacing(metrics::group);
    layout->addWidget(m_available);
    return card;
}

void PriceCheckPanel::start()
{
    m_product = {};
    m_card->hide();
    m_invitation->show();
    m_message->say(QString());
    m_field->clear();
    m_field->setFocus();
}

void PriceCheckPanel::showGoods(const Identified &found)
{
    const Product &product = *found.product;
    m_product = product.id;
    m_message->say(QString());
    m_invitation->hide();
    m_name->setText(product.name);
    QStringList details;
    for (const QString &each : {product.category, product.sku, product.barcodes.join(u", "_s)}) {
        if (!each.isEmpty())
            details.append(each);
    }
    m_details->setText(details.join(u" · "_s));
    showPrice(found);
    m_available->clear();
    m_available->setVisible(product.stocked);
    m_card->show();
    if (product.stocked)
        askAvailability(product);
}

void PriceCheckPanel::showPrice(const Identified &found)
{
    const UnitPrice &each = found.product->price;
    const LabelledGoods &goods = found.goods;
    const auto total = goods.price ? Result<Money>(*goods.price) : lineTotal(each, goods.quantity);
    const bool isOne = goods.quantity == Quantity::pieces(1) && !goods.price;
    m_price->setText(isOne || !total ? unitPriceText(each) : amountText(*total));
    m_each->setVisible(!isOne);
    m_each->setText(tr("%1 at %2 each").arg(quantityText(goods.quantity), unitPriceText(each)));
}

void PriceCheckPanel::askAvailability(const Product &product)
{
    call(m_access.inventory, &InventoryService::availabilities, QList<ProductId>{product.id})
        .then(this, [this, id = product.id](const Result<QList<Availability>> &levels) {
            if (m_product != id)
                return;
            if (!levels || levels->isEmpty()) {
                setRole(m_available, "title");
                m_available->setText(tr("It is not known how much there is."));
                return;
            }
            const Quantity available = levels->first().available();
            const bool none = available <= Quantity{};
            setRole(m_available, none ? "titleLost" : "title");
            m_available->setText(none ? tr("None available")
                                      : tr("Available: %1").arg(quantityText(available)));
        });
}

void PriceCheckPanel::refuse(const QString &text, const Error &error)
{
    start();
    if (error.is(ScanError::UnknownProduct) || error.is(ScanError::Unreadable))
        m_message->say(tr("No product for “%1”.").arg(readable(text)));
    else
        m_message->say(error);
}

} // namespace kontor
