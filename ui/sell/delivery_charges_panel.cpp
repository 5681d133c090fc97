// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/delivery_charges_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/shop_table.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

DeliveryChargesPanel::DeliveryChargesPanel(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_model(access)
    , m_message(new MessageLine(u"chargeMessage"_s))
    , m_list(new ShopTable(m_model, DeliveryChargesModel::AmountColumn, u"deliveryCharges"_s,
                           tr("Delivery charges"), m_message))
{
    setObjectName(u"charges"_s);
    build();
    // A row is changed by typing over it.
    connect(m_list, &QTableView::activated, this, [this](const QModelIndex &row) {
        offer(m_model.typed(row.row()));
        m_country->setFocus();
    });
}

void DeliveryChargesPanel::build()
{
    auto *back = named(new QPushButton(tr("Back")), u"chargesBack"_s, tr("Back to selling"));
    connect(back, &QPushButton::clicked, this, &DeliveryChargesPanel::left);
    auto *help = plainLabel(
        tr("A delivery costs what the row of its country says that has the highest value which "
           "the goods reach, and then the highest weight. Without rows of its own, a country is "
           "one of all others."),
        "muted");
    help->setWordWrap(true);
    new EmptyNote(m_list,
                  tr("Deliveries cost nothing yet: type above what one costs, then Enter."));
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DeliveryChargesModel::NameColumn, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addLayout(panelHead(tr("Delivery charges"), back));
    layout->addWidget(help);
    layout->addLayout(buildForm());
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    layout->addLayout(buildButtons());
}

QLineEdit *DeliveryChargesPanel::addField(QGridLayout *form, const QString &objectName,
                                          const QString &label)
{
    constexpr int inARow = 3;
    auto *field = named(new QLineEdit, objectName, label);
    auto *name = plainLabel(label, "muted");
    name->setBuddy(field);
    const int place = form->count() / 2;
    form->addWidget(name, place / inARow * 2, place % inARow);
    form->addWidget(field, place / inARow * 2 + 1, place % inARow);
    connect(field, &QLineEdit::returnPressed, this, &DeliveryChargesPanel::add);
    connect(field, &QLineEdit::textEdited, this, [this] { m_message->say(QString()); });
    return field;
}

QLayout *DeliveryChargesPanel::buildForm()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(metrics::inside);
    form->setVerticalSpacing(metrics::inside / 2);
    m_country = addField(form, u"chargeCountry"_s, tr("Country, two letters"));
    m_weight = addField(form, u"chargeWeight"_s, tr("From weight, in kg"));
    m_value = addField(form, u"chargeValue"_s, tr("From value of the goods"));
    m_amount = addField(form, u"chargeAmount"_s, tr("Charge"));
    m_tax = addField(form, u"chargeTax"_s, tr("Tax, in percent"));
    m_name = addField(form, u"chargeName"_s, tr("On the receipt"));
    m_country->setPlaceholderText(tr("All others"));
    m_weight->setPlaceholderText(tr("Any"));
    m_value->setPlaceholderText(tr("Any"));
    return form;
}

QLayout *DeliveryChargesPanel::buildButtons()
{
    auto *add = named(new QPushButton(tr("Add")), u"chargeAdd"_s,
                      tr("Add this charge, or replace that of the same case"));
    showKey(add, tr("Enter"));
    add->setFixedWidth(metrics::keyedWidth);
    connect(add, &QPushButton::clicked, this, &DeliveryChargesPanel::add);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(add);
    buttons->addWidget(m_list->removeButton(u"chargeRemove"_s, tr("Remove the chosen charge")));
    buttons->addStretch();
    return buttons;
}

void DeliveryChargesPanel::start()
{
    m_message->say(QString());
    offer({{}, {}, {}, {}, {}, tr("Delivery")});
    m_country->setFocus();
    m_model.look();
}

void DeliveryChargesPanel::offer(const TypedCharge &typed)
{
    m_country->setText(typed.country);
    m_weight->setText(typed.weight);
    m_value->setText(typed.value);
    m_amount->setText(typed.amount);
    m_tax->setText(typed.tax);
    m_name->setText(typed.name);
}

void DeliveryChargesPanel::add()
{
    const TypedCharge typed{m_country->text(), m_weight->text(), m_value->text(),
                            m_amount->text(),  m_tax->text(),    m_name->text()};
    if (const auto added = m_model.add(typed); !added)
        return m_message->say(added.error());
    m_message->say(QString());
    // The next row is mostly of the same country, with the same tax.
    m_weight->clear();
    m_value->clear();
    m_amount->clear();
    m_weight->setFocus();
}

} // namespace kontor
