// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/labels_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

LabelsPanel::LabelsPanel(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_model(access)
    , m_pattern(named(new QLineEdit, u"labelPattern"_s, tr("Pattern of a label")))
    , m_message(new MessageLine(u"labelMessage"_s))
    , m_list(rowTable(u"labelLayouts"_s, tr("Labels with a weight or a price")))
    , m_empty(new EmptyNote(m_list, tr("No labels with a weight or a price: type the pattern of "
                                       "yours above, or take the usual ones.")))
{
    setObjectName(u"labels"_s);
    build();
    connect(m_pattern, &QLineEdit::returnPressed, this, &LabelsPanel::add);
    connect(m_pattern, &QLineEdit::textEdited, this, [this] { m_message->say(QString()); });
    connect(&m_model, &LabelLayoutsModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
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
    m_list->setModel(&m_model);
    m_list->installEventFilter(this);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_list);
    delegate->setBold(LabelLayoutsModel::PatternColumn);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
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
    layout->addWidget(buildButtons());
}

QWidget *LabelsPanel::buildButtons()
{
    auto *remove =
        named(new QPushButton(tr("Remove")), u"labelRemove"_s, tr("Remove the chosen label"));
    auto *usual = named(new QPushButton(tr("Take the usual ones")), u"labelsUsual"_s,
                        tr("Take the usual labels instead of these"));
    showKey(remove, tr("Del"));
    remove->setFixedWidth(metrics::keyedWidth);
    connect(remove, &QPushButton::clicked, this, &LabelsPanel::remove);
    connect(usual, &QPushButton::clicked, &m_model, &LabelLayoutsModel::takeUsual);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(remove);
    layout->addWidget(usual);
    layout->addStretch();
    return row;
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

void LabelsPanel::remove()
{
    const int row = m_list->currentIndex().row();
    m_model.remove(row);
    m_list->selectRow(std::min(row, m_model.rowCount() - 1));
}

bool LabelsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor
