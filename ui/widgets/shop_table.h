// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QPushButton;

namespace kontor {

class MessageLine;
class ShopTableModel;

//! The rows of a table that the shop keeps. Del removes the chosen one.
class ShopTable : public QTableView
{
    Q_OBJECT
public:
    //! The message says what the shop does not take.
    ShopTable(ShopTableModel &model, int boldColumn, const QString &objectName,
              const QString &accessibleName, MessageLine *message);

    //! Does what Del does.
    QPushButton *removeButton(const QString &objectName, const QString &accessibleName);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void remove();

    ShopTableModel &m_model;
};

} // namespace kontor
