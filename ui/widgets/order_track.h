// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace kontor {

class OrderView;

//! The states that an order passes, and how far it is.
class OrderTrack : public QWidget
{
    Q_OBJECT
public:
    //! The steps are named after their place: "donePaid".
    explicit OrderTrack(const QString &place, QWidget *parent = nullptr);

    void showOrder(OrderView &view);

private:
    enum Step
    {
        Placed,
        Paid,
        Parcel,
        Ready,
        Completed,
        Cancelled,
        StepCount
    };
    void showStep(Step step, bool used, bool reached);

    QLabel *m_steps[StepCount];
};

} // namespace kontor
