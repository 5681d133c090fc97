// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concern.h"
#include "services/account/account.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace kontor {

struct ShopAccess;
class AddressAdvice;
class ConcernDesk;
class MessageLine;

//! Corrects the address and the measures of a parcel that the carriers refuse.
class ParcelCorrection : public QWidget
{
    Q_OBJECT
public:
    ParcelCorrection(const ShopAccess &access, ConcernDesk &desk, QWidget *parent = nullptr);

    void start(const Concern &concern);

Q_SIGNALS:
    void left();

private:
    struct Measure
    {
        QLineEdit *field;
        int Parcel::*value;
    };

    void build();
    QLineEdit *addField(QFormLayout *form, const QString &objectName, const QString &label);
    void addMeasures(QFormLayout *form);
    void showAddress(const Address &address);
    Address typedAddress() const;
    void save();

    ConcernDesk &m_desk;
    Concern m_concern;
    Address m_address; //!< as it was
    QLineEdit *m_name = nullptr;
    QLineEdit *m_street1 = nullptr;
    QLineEdit *m_street2 = nullptr;
    QLineEdit *m_zip = nullptr;
    QLineEdit *m_city = nullptr;
    QLineEdit *m_country = nullptr;
    QList<Measure> m_measures;
    AddressAdvice *m_advice;
    QPushButton *m_save;
    MessageLine *m_message;
};

} // namespace kontor
