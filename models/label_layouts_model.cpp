// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/label_layouts_model.h"

#include "services/core/call.h"

#include <algorithm>

namespace kontor {

LabelLayoutsModel::LabelLayoutsModel(const ShopAccess &access, QObject *parent)
    : QAbstractTableModel(parent)
    , m_access(access)
{
}

void LabelLayoutsModel::look()
{
    call(m_access.catalog, &CatalogService::labelLayouts)
        .then(this, [this](const Result<QList<InStoreLayout>> &layouts) {
            if (layouts)
                show(*layouts);
            else
                Q_EMIT failed(layouts.error());
        });
}

void LabelLayoutsModel::show(const QList<InStoreLayout> &layouts)
{
    beginResetModel();
    m_layouts = layouts;
    endResetModel();
}

void LabelLayoutsModel::save(QList<InStoreLayout> layouts)
{
    std::ranges::sort(layouts, {}, &InStoreLayout::prefix);
    show(layouts);
    call(m_access.catalog, &CatalogService::setLabelLayouts, m_access.command(), layouts)
        .then(this, [this](const Result<> &saved) {
            if (saved)
                return;
            Q_EMIT failed(saved.error());
            look();
        });
}

Result<> LabelLayoutsModel::add(const QString &pattern)
{
    const auto layout = parsePattern(pattern);
    if (!layout)
        return layout.error();
    QList<InStoreLayout> layouts = m_layouts;
    layouts.removeIf([&](const InStoreLayout &each) { return each.prefix == layout->prefix; });
    layouts.append(*layout);
    save(std::move(layouts));
    return {};
}

void LabelLayoutsModel::remove(int row)
{
    if (row < 0 || row >= m_layouts.size())
        return;
    QList<InStoreLayout> layouts = m_layouts;
    layouts.removeAt(row);
    save(std::move(layouts));
}

void LabelLayoutsModel::takeUsual() { save(usualInStoreLayouts()); }

QString LabelLayoutsModel::meaning(const InStoreLayout &layout)
{
    switch (layout.value) {
    case InStoreValue::Weight:
        return layout.hasVerifier ? tr("Weight, proved by a digit") : tr("Weight");
    case InStoreValue::Price:
        return layout.hasVerifier ? tr("Price of the pack, proved by a digit")
                                  : tr("Price of the pack");
    case InStoreValue::PriceOfWeight:
        return layout.hasVerifier ? tr("Price, of which the weight follows, proved by a digit")
                                  : tr("Price, of which the weight follows");
    }
    return {};
}

int LabelLayoutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layouts.size());
}

int LabelLayoutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LabelLayoutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const InStoreLayout &layout = m_layouts[index.row()];
    return index.column() == PatternColumn ? patternOf(layout) : meaning(layout);
}

QVariant LabelLayoutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == PatternColumn ? tr("Label") : tr("What it says");
}

} // namespace kontor
