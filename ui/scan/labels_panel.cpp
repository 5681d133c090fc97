// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/labels_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/shop_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

LabelsPanel::LabelsPanel(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_model(access)
    , m_pattern(named(new QLineEdit, u"labelPattern"_s, tr("Pattern of a label")))
    , m_message(new MessageLine(u"labelMessage"_s))
    , m_list(new ShopTable(m_model, LabelLayoutsModel::PatternColumn, u"labelLayouts"_s,
                           tr("Labels with a weight or a price"), m_message))
{
    setObjectName(u"labels"_s);
    build();
    connect(m_pattern, &QLineEdit::returnPressed, this, &LabelsPanel::add);
    connect(m_pattern, &QLineEdit::textEdited, this, [this] { m_message->say(QString()); });
    // A layout is changed by typing over it.
    connect(m_list, &QTableView::activated, this, [this](const QModelIndex &row) {
        m_pattern->setText(row.siblingAtColumn(LabelLayoutsModel::PatternColumn).data().toString());
        m_pattern->setFocus();
    });
}

void LabelsPanel::build()
{
    m_pattern->setPlaceholderText(tr("Such as 21 IIIII WW.WWW, then Enter"));
    auto *help = plainLabel(
        tr("A letter stands for a digit after the prefix (02, or 20 to 29): I the number of the "
           "item, W a weight, P a price, T a price of which the weight follows, V the digit that "
           "proves it. The check digit at the end is left out; together there are 12."),
        "muted");
    help->setWordWrap(true);
    new EmptyNote(m_list, tr("No labels with a weight or a price: type the pattern of yours above, "
                             "or take the usual ones."));
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionResizeMode(LabelLayoutsModel::PatternColumn, QHeaderView::Fixed);
    header->resizeSection(LabelLayoutsModel::PatternColumn, metrics::codeWidth);
    header->setSectionResizeMode(LabelLayoutsModel::MeaningColumn, QHeaderView::Stretch);
    auto *card = inRole(new QFrame, "card");
    card->setMaximumWidth(metrics::sheetWidth);
    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->addWidget(card);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(metrics::page, metrics::group, metrics::page, metrics::group);
    layout->setSpacing(metrics::group);
    layout->addWidget(plainLabel(tr("Labels with a weight or a price"), "title"));
    layout->addWidget(help);
    layout->addWidget(m_pattern);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    layout->addLayout(buildButtons());
}

QLayout *LabelsPanel::buildButtons()
{
    auto *usual = named(new QPushButton(tr("Take the usual ones")), u"labelsUsual"_s,
                        tr("Take the usual labels instead of these"));
    connect(usual, &QPushButton::clicked, &m_model, &LabelLayoutsModel::takeUsual);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(m_list->removeButton(u"labelRemove"_s, tr("Remove the chosen label")));
    buttons->addWidget(usual);
    buttons->addStretch();
    return buttons;
}

void LabelsPanel::start()
{
    m_message->say(QString());
    m_pattern->clear();
    m_pattern->setFocus();
    m_model.look();
}

void LabelsPanel::add()
{
    if (const auto added = m_model.add(m_pattern->text()); !added)
        return m_message->say(added.error());
    m_message->say(QString());
    m_pattern->clear();
}

} // namespace kontor
