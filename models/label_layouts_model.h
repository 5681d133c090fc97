// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_table_model.h"

namespace kontor {

//! How the shop's own labels are laid out, to be looked at and changed.
class LabelLayoutsModel : public ShopTableOf<InStoreLayout>
{
    Q_OBJECT
public:
    enum Column
    {
        PatternColumn,
        MeaningColumn,
    };

    explicit LabelLayoutsModel(const ShopAccess &access, QObject *parent = nullptr);

    //! Takes the place of the one with its prefix.
    Result<> add(const QString &pattern);
    void takeUsual();

private:
    bool isBefore(const InStoreLayout &one, const InStoreLayout &other) const override;
    QString text(const InStoreLayout &layout, int column) const override;
    static QString meaning(const InStoreLayout &layout);
};

} // namespace kontor
