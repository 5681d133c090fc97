// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/overlay.h"
#include "ui/commands/palette_model.h"

class QLineEdit;
class QTableView;

namespace kontor {

//! Everything by any word: what can be done, products, customers, receipts.
class Palette : public Overlay
{
    Q_OBJECT
public:
    Palette(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
            const Commands &commands, QWidget *parent);

    void open() override;

Q_SIGNALS:
    void commandChosen(QAction *command);
    void productChosen(const kontor::Product &product);
    void customerChosen(const kontor::Account &customer);
    void orderChosen(const kontor::Order &order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void select(int row);
    void choose();

    PaletteModel m_model;
    QLineEdit *m_field;
    QTableView *m_found;
};

} // namespace kontor
