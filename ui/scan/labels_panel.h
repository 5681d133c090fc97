// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/label_layouts_model.h"

#include <QWidget>

class QLineEdit;
class QTableView;

namespace kontor {

class EmptyNote;
class MessageLine;

//! Where the layouts of the shop's own labels are told: a pattern for each prefix.
class LabelsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LabelsPanel(const ShopAccess &access, QWidget *parent = nullptr);

    void look() { m_model.look(); }
    //! Ready to tell another one.
    void start();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildButtons();
    void add();
    void remove();

    LabelLayoutsModel m_model;
    QLineEdit *m_pattern;
    MessageLine *m_message;
    QTableView *m_list;
    EmptyNote *m_empty;
};

} // namespace kontor
