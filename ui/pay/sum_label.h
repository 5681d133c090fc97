// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace kontor {

//! An amount that is read from afar, and smaller where it would not be whole.
class SumLabel : public QLabel
{
    Q_OBJECT
public:
    //! \a role has a role beside it for the smaller size, with "Small" behind its name.
    SumLabel(const QString &objectName, const QString &name, const QByteArray &role);

    void showSum(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QByteArray m_role;
};

} // namespace kontor
