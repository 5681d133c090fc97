// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_topic.h"
#include "services/core/clock.h"
#include "services/devices/document.h"
#include "services/devices/paper_style.h"
#include "services/devices/report.h"
#include "services/devices/shelf_label.h"

#include <QStringList>

namespace kontor {

//! What stands on every paper of the shop.
struct ShopHeading
{
    QString name;
    QStringList address;
    QString taxNumber;
    QString policy; //!< how goods come back

    bool operator==(const ShopHeading &) const = default;
};

struct ReceiptFacts
{
    ShoppingCartOrdered sale;
    Timestamp at;
    QString cashier;
    Money change; //!< handed back in cash; zero if none
};

//! To whom an invoice or a packing slip goes, and what an invoice still asks for.
struct Bill
{
    QStringList recipient; //!< name and address, a line each
    Money due;             //!< zero: it is paid
    QString parcel;        //!< PackingSlip: carrier and number; may be empty
};

//! The receipt of a sale. With the mark GIFT it names no price.
Document receiptDocument(const ShopHeading &shop, const ReceiptFacts &facts,
                         const PaperStyle &style, const QList<Mark> &marks);
//! For a sheet of A4, with the customer's address and the tax of each rate.
Document invoiceDocument(const ShopHeading &shop, const ReceiptFacts &facts, const Bill &bill,
                         const PaperStyle &style, const QList<Mark> &marks);
//! What lies in a parcel, or is to be picked: no prices.
Document packingSlip(const ShopHeading &shop, const ReceiptFacts &facts, const Bill &bill,
                     const PaperStyle &style, const QList<Mark> &marks);
Document reportDocument(const ShopHeading &shop, const QString &title, const QList<ReportRow> &rows,
                        const PaperStyle &style, const QList<Mark> &marks);

} // namespace kontor
