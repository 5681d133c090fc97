// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/order_filters.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QGridLayout;

namespace kontor {

class Segments;

//! Chooses which orders are listed, and in which order.
class OrderFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit OrderFilterBar(QWidget *parent = nullptr);

    void choose(const OrderFilters &filters);
    const OrderFilters &filters() const { return m_filters; }
    void offerTills(const QStringList &tills);

Q_SIGNALS:
    void picked(const kontor::OrderFilters &filters);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QComboBox *addChoice(const QString &objectName, const QString &accessibleName,
                         const QStringList &texts);
    QWidget *buildRange();
    //! In so many columns.
    void arrange(int columns);
    void take();

    OrderFilters m_filters;
    Segments *m_show;
    QGridLayout *m_place;
    QList<QComboBox *> m_choices; //!< in the order in which they stand
    QComboBox *m_fulfilment;
    QComboBox *m_period;
    QComboBox *m_till;
    QComboBox *m_sort;
    QWidget *m_range;
    QDateEdit *m_from;
    QDateEdit *m_to;
    int m_columns = 0;
};

} // namespace kontor
