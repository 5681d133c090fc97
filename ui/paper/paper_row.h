// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper_desk.h"

#include <QWidget>

class QPushButton;

namespace kontor {

class MessageLine;

//! Says what came of a paper that was asked for; a saved one is opened.
void tellOfPapers(PaperDesk &desk, MessageLine &message);

//! Says where a paper was saved, and opens it.
void tellSaved(MessageLine &message, const QString &file);

//! The papers about one sale: its receipt, one without prices, an invoice, a packing slip.
class PaperRow : public QWidget
{
    Q_OBJECT
public:
    //! The buttons' names begin with the prefix.
    PaperRow(const ShopAccess &access, MessageLine &message, const QString &prefix,
             QWidget *parent = nullptr);

    //! A null order: none. There is a packing slip only of what is not taken along at the counter.
    void showSale(OrderId order, Fulfilment fulfilment = Fulfilment::Counter);
    //! Whether the carrier's label can be printed now.
    void showLabel(bool isThere);
    QPushButton *receipt() const { return m_receipt; }

private:
    QPushButton *add(const QString &name, const QString &text, const QString &spoken,
                     void (PaperDesk::*paper)(OrderId));

    PaperDesk m_desk;
    OrderId m_order;
    QString m_prefix;
    QPushButton *m_receipt;
    QPushButton *m_packing;
    QPushButton *m_label;
};

} // namespace kontor
