// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/payment_error.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace kontor::sandbox {

//! Form fields by their full name, such as "line_items[0][quantity]"; "expand[]" becomes
//! "expand[0]".
using Form = QMap<QString, QString>;

Form parseForm(const QByteArray &encoded);

//! Reads the fields of one request and remembers the first thing that is wrong with them.
class FormReader
{
public:
    //! In the known names, "[]" stands for any index and "metadata[]" for any key.
    FormReader(const Form &form, const QStringList &known);

    bool has(const QString &name) const { return m_form.contains(name); }
    //! Empty where the field is absent.
    QString text(const QString &name);
    QString requiredText(const QString &name);
    //! Absent: the fallback; all others must be in the list.
    QString choice(const QString &name, const QStringList &allowed, const QString &fallback);
    bool flag(const QString &name);
    //! A positive amount in minor units; 0 where something is wrong.
    qint64 requiredAmount(const QString &name);
    std::optional<qint64> amount(const QString &name);
    std::optional<qint64> integer(const QString &name);
    //! In lower case.
    QString requiredCurrency(const QString &name);
    QJsonObject metadata(const QString &name);
    QStringList list(const QString &name);

    void fail(const PaymentError &error);
    const std::optional<PaymentError> &error() const { return m_error; }

private:
    const Form &m_form;
    std::optional<PaymentError> m_error;
};

} // namespace kontor::sandbox
