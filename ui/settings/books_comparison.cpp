// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/books_comparison.h"

#include "models/stored_text.h"
#include "models/texts.h"
#include "services/core/call.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

BooksComparison::BooksComparison(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_compare(named(new QPushButton(tr("Compare now")), u"booksCompare"_s,
                      tr("Compare the books with the payment system")))
    , m_outcome(new MessageLine(u"booksOutcome"_s))
{
    setObjectName(u"booksComparison"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_compare, 0, Qt::AlignLeft);
    layout->addWidget(m_outcome);
    connect(m_compare, &QPushButton::clicked, this, &BooksComparison::compare);
    connect(&access.payment, &PaymentService::reconciled, this, &BooksComparison::look);
}

void BooksComparison::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void BooksComparison::compare()
{
    m_outcome->notice(tr("Comparing … What differs is looked at again after a minute."));
    call(m_access.payment, &PaymentService::reconcile, m_access.command())
        .then(this, [this](const Result<> &begun) {
            if (!begun)
                m_outcome->say(begun.error());
        });
}

void BooksComparison::look()
{
    call(m_access.payment, &PaymentService::lastReconciliation)
        .then(this, [this](const Result<std::optional<Reconciliation>> &last) {
            if (!last)
                m_outcome->say(last.error());
            else if (*last)
                tell(**last);
            else
                m_outcome->notice(tr("Not compared yet."));
        });
}

void BooksComparison::tell(const Reconciliation &last)
{
    const QString when = momentText(last.at);
    if (!last.trouble.isEmpty())
        return m_outcome->notice(
            tr("%1: nothing to compare with, %2.").arg(when, storedText(last.trouble)));
    if (last.differences.isEmpty())
        return m_outcome->notice(
            tr("%1: no difference, payments compared: %2.").arg(when).arg(last.charges));
    m_outcome->say(tr("%1: differences: %2. Each stands with its order among what needs attention.")
                       .arg(when)
                       .arg(last.differences.size()));
}

} // namespace kontor
