// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "services/cart/totals.h"

namespace kontor {

//! Gathers what stands on a paper from the services that know it, and has it printed; without a
//! printer, or where sheets are wanted, it is saved as a PDF.
class PaperDesk : public QObject
{
    Q_OBJECT
public:
    enum class Way
    {
        Printer,
        PrinterIfAny, //!< without one, nothing
        Pdf
    };

    explicit PaperDesk(const ShopAccess &access, QObject *parent = nullptr);

    void receipt(OrderId order) { put(SalePaper{order}, Way::Printer); }
    void gift(OrderId order) { put(SalePaper{order, PrintJobKind::Gift}, Way::Printer); }
    void invoice(OrderId order);
    void packingSlip(OrderId order);
    //! The carrier's, for its parcel.
    void parcelLabel(OrderId order);
    void report(const ShiftReport &report, bool blind, Way way);
    void labels(const QList<Product> &products, Way way);
    //! Of what was put aside in self-service. Without a printer, nothing.
    void numberSlip(const QString &number, const CartTotals &totals);

    //! As papers are for customers now.
    PaperStyle style() const;

    static constexpr int mostSlipLines = 12;

Q_SIGNALS:
    void queued(kontor::PrintJobKind kind);
    void saved(const QString &file);
    void failed(const kontor::Error &error);

private:
    //! With the bill filled as far as the services know it.
    void withBill(const SalePaper &paper);
    void withAddress(const SalePaper &paper, const Payment &payment);
    void withNewestAddress(const SalePaper &paper, const Account &customer);
    void withParcel(SalePaper paper, const QStringList &recipient);
    void put(const WantedPaper &paper, Way way);
    void save(const WantedPaper &paper);
    void saveLabel(const LabelFile &file);

    const ShopAccess &m_access;
    OrderId m_labelled; //!< whose label is awaited
};

PrintJobKind kindOf(const WantedPaper &paper);
//! As it stands on the shelf; of goods that have a weight also the price of a kilogram.
ShelfLabel shelfLabel(const Product &product, const PaperStyle &style);

} // namespace kontor
