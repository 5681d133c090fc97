// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/held_carts_model.h"

#include <QFrame>

class QListView;

namespace kontor {

class MessageLine;

//! The carts on hold, to choose the one that goes on.
class HeldPanel : public QFrame
{
    Q_OBJECT
public:
    explicit HeldPanel(HeldCartsModel &model, QWidget *parent = nullptr);

    //! Looks anew, ready to choose.
    void start();

Q_SIGNALS:
    void chosen(kontor::OrderId cart);
    void left();

private:
    void build();
    void choose(const QModelIndex &row);

    HeldCartsModel &m_model;
    QListView *m_list;
    MessageLine *m_message;
};

} // namespace kontor
