// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_model.h"
#include "ui/commands/overlay.h"

class QAction;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

class Commands;
class MessageLine;

//! All commands with their keys.
class KeysModel : public TableModel
{
    Q_OBJECT
public:
    enum Column
    {
        PageColumn,
        CommandColumn,
        KeysColumn,
        ColumnCount
    };

    explicit KeysModel(const Commands &commands, QObject *parent = nullptr);

    QAction *command(int row) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int rows() const override;

    const Commands &m_commands;
};

//! The sheet of keys: to look at, to print, and to change a key.
class KeySheet : public Overlay
{
    Q_OBJECT
public:
    KeySheet(Commands &commands, QWidget *parent);

    void open() override;

private:
    void build();
    void ask();
    void take();
    void useUsual();
    void print();
    QString html() const;

    Commands &m_commands;
    KeysModel m_model;
    QTableView *m_table;
    QLabel *m_question;
    QKeySequenceEdit *m_key;
    QPushButton *m_usual;
    MessageLine *m_message;
};

} // namespace kontor
