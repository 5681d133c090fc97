// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/level_colour.h"

#include "models/product_results_model.h"
#include "ui/theme/tokens.h"

namespace kontor {

QColor levelColour(const QModelIndex &index, const Tokens &tokens)
{
    using Model = ProductResultsModel;
    if (index.column() == Model::BarcodeColumn)
        return tokens.muted;
    if (index.column() != Model::AvailableColumn)
        return {};
    switch (Model::Level(index.data(Model::LevelRole).toInt())) {
    case Model::Level::None:
        return tokens.danger;
    case Model::Level::Low:
        return tokens.warning;
    case Model::Level::Enough:
    case Model::Level::Unknown:
        return {};
    }
    return {};
}

} // namespace kontor
