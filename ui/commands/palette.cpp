// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/palette.h"

#include "ui/theme/line_icon.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

Palette::Palette(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                 const Commands &commands, QWidget *parent)
    : Overlay(u"palette"_s, metrics::paletteWidth, parent)
    , m_model(access, lookup, commands)
    , m_field(named(new QLineEdit, u"paletteField"_s, tr("What to do or find")))
    , m_found(rowTable(u"paletteFound"_s, tr("What can be done, and what was found")))
{
    build();
    connect(m_field, &QLineEdit::textChanged, &m_model, &PaletteModel::search);
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::choose);
    connect(m_found, &QTableView::clicked, this, &Palette::choose);
    connect(&m_model, &PaletteModel::found, this, [this] { select(0); });
}

void Palette::build()
{
    m_field->setPlaceholderText(tr("A command, product, customer or receipt …"));
    m_field->addAction(lineIcon(LineIcon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_found->setModel(&m_model);
    m_found->setFocusPolicy(Qt::NoFocus);
    inRole(m_found, "plain");
    auto *delegate = new RowDelegate(metrics::tallRowHeight, m_found);
    delegate->setDetail(PaletteModel::TextColumn, PaletteModel::DetailRole);
    delegate->setTyped(PaletteModel::TextColumn, PaletteModel::TypedRole);
    delegate->setMuted(PaletteModel::KindColumn);
    delegate->setSeparators(false);
    m_found->setItemDelegate(delegate);
    m_found->verticalHeader()->setDefaultSectionSize(metrics::tallRowHeight);
    m_found->horizontalHeader()->hide();
    m_found->horizontalHeader()->setSectionResizeMode(PaletteModel::TextColumn,
                                                      QHeaderView::Stretch);
    m_found->horizontalHeader()->setSectionResizeMode(PaletteModel::KindColumn,
                                                      QHeaderView::ResizeToContents);
    new EmptyNote(m_found, tr("Nothing has a word that begins so."));
    card()->addWidget(m_field);
    card()->addWidget(m_found, 1);
}

void Palette::open()
{
    Overlay::open();
    m_field->clear();
    m_model.search({});
    m_field->setFocus();
}

void Palette::select(int row)
{
    const int rows = m_model.rowCount();
    if (rows > 0)
        m_found->selectRow(std::clamp(row, 0, rows - 1));
}

void Palette::choose()
{
    const QModelIndex current = m_found->currentIndex();
    if (!current.isValid())
        return;
    const PaletteModel::Entry entry = m_model.entry(current.row());
    close();
    if (const auto *command = std::get_if<QAction *>(&entry))
        Q_EMIT commandChosen(*command);
    else if (const auto *product = std::get_if<Product>(&entry))
        Q_EMIT productChosen(*product);
    else if (const auto *customer = std::get_if<Account>(&entry))
        Q_EMIT customerChosen(*customer);
    else if (const auto *order = std::get_if<Order>(&entry))
        Q_EMIT orderChosen(*order);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const int row = m_found->currentIndex().row();
    constexpr int aPage = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        select(row + 1);
        return true;
    case Qt::Key_Up:
        select(row - 1);
        return true;
    case Qt::Key_PageDown:
        select(row + aPage);
        return true;
    case Qt::Key_PageUp:
        select(row - aPage);
        return true;
    default:
        return false;
    }
}

} // namespace kontor
