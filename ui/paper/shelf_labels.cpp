// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/shelf_labels.h"

#include "services/devices/paper_picture.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleColumns = 32;

//! A label as the till's printer prints it.
QPixmap sampleOf(const Product &product, const PaperStyle &style, qreal ratio)
{
    const auto printed =
        interpretEscPos(escPosBytes(labelsDocument({shelfLabel(product, style)}), sampleColumns));
    if (!printed)
        return {};
    QImage picture = paperPicture(*printed, sampleColumns);
    picture.setDevicePixelRatio(ratio);
    return QPixmap::fromImage(picture);
}

} // namespace

ShelfLabels::ShelfLabels(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                         QWidget *parent)
    : Overlay(u"shelfLabels"_s, metrics::paletteWidth, parent)
    , m_desk(access)
    , m_listed(lookup)
    , m_choice(new Segments(u"labelChoice"_s, tr("For which products"),
                            {{u"labelChosen"_s, tr("The chosen product")},
                             {u"labelListed"_s, tr("All that is listed")}}))
    , m_what(named(plainLabel({}, "strong"), u"labelProducts"_s, tr("What gets labels")))
    , m_sample(named(new QLabel, u"labelSample"_s, tr("The first label")))
    , m_message(new MessageLine(u"shelfLabelMessage"_s))
    , m_sheets(inRole(named(new QPushButton(tr("Sheets of A4 (PDF)")), u"labelSheets"_s,
                            tr("Save sheets of labels as a PDF and open it")),
                      "main"))
    , m_roll(named(new QPushButton(tr("On the till's printer")), u"labelRoll"_s,
                   tr("Print the labels on the till's printer")))
    , m_close(
          named(new QPushButton(tr("Close")), u"shelfLabelsClose"_s, tr("Close the shelf labels")))
{
    build();
    tellOfPapers(m_desk, *m_message);
    connect(&m_listed, &ListedProducts::done, this, &ShelfLabels::refresh);
    connect(&m_listed, &ListedProducts::failed, this,
            [this](const Error &error) { m_message->say(error); });
    connect(m_choice, &Segments::picked, this, &ShelfLabels::choose);
    connect(m_sheets, &QPushButton::clicked, this, [this] { print(PaperDesk::Way::Pdf); });
    connect(m_roll, &QPushButton::clicked, this, [this] { print(PaperDesk::Way::Printer); });
    connect(m_close, &QPushButton::clicked, this, &ShelfLabels::close);
}

void ShelfLabels::build()
{
    m_what->setWordWrap(true);
    m_sample->setAlignment(Qt::AlignCenter);
    m_sheets->setAutoDefault(true);
    m_roll->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(m_roll);
    buttons->addStretch();
    buttons->addWidget(m_sheets);
    card()->addLayout(panelHead(tr("Shelf labels"), m_close));
    card()->addWidget(m_choice);
    card()->addWidget(m_what);
    card()->addWidget(m_sample, 1);
    card()->addWidget(m_message);
    card()->addLayout(buttons);
}

void ShelfLabels::openFor(const LabelWish &wish)
{
    m_wish = wish;
    m_message->say(QString());
    m_choice->setVisible(wish.chosen.has_value());
    Overlay::open();
    m_listed.read(wish.listed);
    choose(wish.chosen ? Chosen : Listed);
    m_sheets->setFocus();
}

void ShelfLabels::choose(int which)
{
    m_which = which;
    m_choice->choose(which);
    refresh();
}

QList<Product> ShelfLabels::products() const
{
    return m_which == Chosen && m_wish.chosen ? QList{*m_wish.chosen} : m_listed.products();
}

void ShelfLabels::refresh()
{
    const QList<Product> all = products();
    m_sheets->setEnabled(!all.isEmpty());
    m_roll->setEnabled(!all.isEmpty());
    m_sample->setPixmap(all.isEmpty() ? QPixmap()
                                      : sampleOf(all.first(), m_desk.style(), devicePixelRatioF()));
    if (m_which == Chosen && m_wish.chosen)
        m_what->setText(m_wish.chosen->name);
    else if (m_wish.listed.category.isEmpty() || !m_wish.listed.text.isEmpty())
        m_what->setText(tr("Labels: %L1").arg(all.size()));
    else
        m_what->setText(
            tr("%1, labels: %L2").arg(categoryName(m_wish.listed.category)).arg(all.size()));
    if (m_which == Listed && all.size() >= ListedProducts::limit && !m_listed.isComplete())
        m_message->notice(tr("These are the first %L1; choose a category for the others.")
                              .arg(ListedProducts::limit));
}

void ShelfLabels::print(PaperDesk::Way way)
{
    m_message->say(QString());
    m_desk.labels(products(), way);
}

} // namespace kontor
