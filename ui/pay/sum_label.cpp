// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/sum_label.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

namespace kontor {

SumLabel::SumLabel(const QString &objectName, const QString &name, const QByteArray &role)
    : m_role(role)
{
    named(this, objectName, name);
    setTextFormat(Qt::PlainText);
    inRole(this, role.constData());
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void SumLabel::showSum(const QString &text)
{
    setText(text);
    fit();
}

void SumLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void SumLabel::fit()
{
    setRole(this, m_role.constData());
    ensurePolished();
    if (fontMetrics().horizontalAdvance(text()) > contentsRect().width())
        setRole(this, (m_role + "Small").constData());
}

} // namespace kontor
