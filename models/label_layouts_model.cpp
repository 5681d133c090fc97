// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/label_layouts_model.h"

namespace kontor {

LabelLayoutsModel::LabelLayoutsModel(const ShopAccess &access, QObject *parent)
    : ShopTableOf(access, &CatalogService::labelLayouts, &CatalogService::setLabelLayouts,
                  {tr("Label"), tr("What it says")}, parent)
{
}

Result<> LabelLayoutsModel::add(const QString &pattern)
{
    const auto layout = parsePattern(pattern);
    if (!layout)
        return layout.error();
    put(*layout);
    return {};
}

void LabelLayoutsModel::takeUsual() { keep(usualInStoreLayouts()); }

bool LabelLayoutsModel::isBefore(const InStoreLayout &one, const InStoreLayout &other) const
{
    return one.prefix < other.prefix;
}

QString LabelLayoutsModel::text(const InStoreLayout &layout, int column) const
{
    return column == PatternColumn ? patternOf(layout) : meaning(layout);
}

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

} // namespace kontor
