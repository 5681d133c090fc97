// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/age_question.h"

#include "models/texts.h"
#include "ui/commands/key_cap.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

AgeQuestion::AgeQuestion(CartSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_question(named(plainLabel({}, "strong"), u"ageQuestion"_s, tr("Question of age")))
    , m_born(named(plainLabel({}, "muted"), u"ageBorn"_s, tr("Date of birth")))
    , m_no(named(new QPushButton(tr("No")), u"ageNo"_s, tr("No: take it out of the cart")))
    , m_yes(named(new QPushButton(tr("Yes")), u"ageYes"_s, tr("Yes, the customer is old enough")))
{
    build();
    connect(m_no, &QPushButton::clicked, this, &AgeQuestion::refuse);
    connect(m_yes, &QPushButton::clicked, this, &AgeQuestion::confirm);
    connect(&m_session, &CartSession::changed, this, &AgeQuestion::refresh);
    refresh();
}

void AgeQuestion::build()
{
    showKey(m_no, tr("Esc"));
    placeKey(m_yes, new KeyCap(u"sell.oldEnough"_s));
    m_question->setWordWrap(true);
    m_born->setWordWrap(true);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::inside);
    answers->addWidget(m_no, 1);
    answers->addWidget(m_yes, 1);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group,
                               metrics::cellPadding);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_question);
    layout->addWidget(m_born);
    layout->addLayout(answers);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(rule());
    outer->addLayout(layout);
}

bool AgeQuestion::isAsking() const { return m_session.cart().ageToAsk() > 0; }

void AgeQuestion::confirm()
{
    if (!isAsking())
        return;
    m_session.confirmAge();
    Q_EMIT answered();
}

void AgeQuestion::refuse()
{
    if (!isAsking())
        return;
    m_session.refuseAge();
    Q_EMIT answered();
}

void AgeQuestion::takeFocus() { m_yes->setFocus(); }

void AgeQuestion::refresh()
{
    const int years = m_session.cart().ageToAsk();
    setVisible(years > 0);
    if (years == 0)
        return;
    m_question->setText(tr("Is the customer %1 or older?").arg(years));
    m_born->setText(tr("Born on or before %1, for: %2")
                        .arg(dayText(m_session.today().addYears(-years)),
                             m_session.goodsWithAge().join(u", "_s)));
}

} // namespace kontor
