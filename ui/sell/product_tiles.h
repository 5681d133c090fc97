// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sell/tiles_model.h"
#include "ui/theme/tokens.h"

#include <QTableView>

namespace kontor {

class PictureCache;
class ProductResultsModel;

struct TileLook
{
    QSize size{metrics::tileWidth, metrics::tileHeight};
    bool showsLevels = true; //!< how many there are
};

//! The products as tiles with their pictures.
class ProductTiles : public QTableView
{
    Q_OBJECT
public:
    ProductTiles(ProductResultsModel &products, PictureCache &pictures, const TileLook &look = {},
                 QWidget *parent = nullptr);

    int currentProduct() const { return m_tiles.listRow(currentIndex()); }
    void chooseProduct(int row);
    int columns() const { return m_tiles.columnCount(); }

Q_SIGNALS:
    void productChanged(int row);
    void productActivated(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TilesModel m_tiles;
    TileLook m_look;
};

} // namespace kontor
