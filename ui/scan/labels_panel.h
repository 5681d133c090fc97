// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/label_layouts_model.h"

#include <QWidget>

class QLineEdit;

namespace kontor {

class MessageLine;
class ShopTable;

//! Where the layouts of the shop's own labels are told: a pattern for each prefix.
class LabelsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LabelsPanel(const ShopAccess &access, QWidget *parent = nullptr);

    void look() { m_model.look(); }
    //! Ready to tell another one.
    void start();

private:
    void build();
    QLayout *buildButtons();
    void add();

    LabelLayoutsModel m_model;
    QLineEdit *m_pattern;
    MessageLine *m_message;
    ShopTable *m_list;
};

} // namespace kontor
