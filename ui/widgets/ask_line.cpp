// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ask_line.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kontor {

AskLine::AskLine(const QString &fieldName, QWidget *parent)
    : QWidget(parent)
    , m_question(plainLabel({}, "muted"))
    , m_field(named(new QLineEdit, fieldName, tr("Answer")))
{
    // What is offered must not be cut off; what is too long is said by whoever asks.
    constexpr int longestAnswer = 1000;
    m_field->setMaxLength(longestAnswer);
    m_question->setBuddy(m_field);
    m_question->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group,
                               metrics::cellPadding);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_question);
    layout->addWidget(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &AskLine::answer);
    hide();
}

void AskLine::ask(const QString &question, const QString &offered, Take take)
{
    m_take = std::move(take);
    m_question->setText(question);
    m_field->setAccessibleName(question);
    m_field->setText(offered);
    m_field->selectAll();
    show();
    m_field->setFocus();
}

bool AskLine::withdraw()
{
    if (!isAsking())
        return false;
    m_take = {};
    hide();
    Q_EMIT ended();
    return true;
}

void AskLine::answer()
{
    if (!isAsking())
        return;
    if (const auto taken = m_take(m_field->text().simplified()); !taken) {
        Q_EMIT refused(taken.error());
        return;
    }
    withdraw();
}

} // namespace kontor
