// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/concern_card.h"

#include "models/concern_text.h"
#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/call_answer.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString objectNameOf(Remedy remedy)
{
    switch (remedy) {
    case Remedy::TryAgain:
        return u"concernTryAgain"_s;
    case Remedy::AskAgain:
        return u"concernAskAgain"_s;
    case Remedy::EnterAnswer:
        return u"concernEnterAnswer"_s;
    case Remedy::CorrectParcel:
        return u"concernCorrect"_s;
    case Remedy::GiveUpParcel:
        return u"concernGiveUp"_s;
    case Remedy::CloseVoid:
        return u"concernCloseVoid"_s;
    case Remedy::CloseTrouble:
        return u"concernCloseTrouble"_s;
    case Remedy::HandOver:
        return u"concernHandOver"_s;
    case Remedy::CancelOrder:
        return u"concernCancel"_s;
    case Remedy::OfferAnew:
        return u"concernOfferAnew"_s;
    case Remedy::LetGo:
        return u"concernLetGo"_s;
    case Remedy::CaptureAgain:
        return u"concernCapture"_s;
    case Remedy::PayIn:
        return u"concernPayIn"_s;
    case Remedy::WriteOff:
        return u"concernWriteOff"_s;
    case Remedy::PayOut:
        return u"concernPayOut"_s;
    case Remedy::CloseDifference:
        return u"concernCloseDifference"_s;
    case Remedy::SendAgain:
        return u"concernSendAgain"_s;
    }
    return {};
}

bool givesUp(Remedy remedy)
{
    return remedy == Remedy::GiveUpParcel || remedy == Remedy::CancelOrder ||
           remedy == Remedy::WriteOff;
}

} // namespace

ConcernCard::ConcernCard(const Concern &concern, const QList<Remedy> &remedies, int place,
                         QWidget *parent)
    : QFrame(parent)
    , m_concern(concern)
    , m_place(place)
{
    inRole(this, "concern");
    auto *title = named(plainLabel(titleText(concern), "strong"), u"concernTitle%1"_s.arg(place),
                        tr("What needs you"));
    auto *text = named(plainLabel(explanation(concern), "muted"), u"concernText%1"_s.arg(place),
                       tr("What it means"));
    title->setWordWrap(true);
    text->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    head->addWidget(title, 1);
    head->addWidget(plainLabel(momentText(concern.since), "small"), 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::cellPadding, metrics::inside, metrics::cellPadding,
                               metrics::inside);
    layout->setSpacing(metrics::inside);
    layout->addLayout(head);
    layout->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    for (const Remedy remedy : remedies) {
        if (remedy != Remedy::EnterAnswer) {
            addRemedy(row, remedy, remedy == remedies.first());
            continue;
        }
        m_answer = new CallAnswer(u"concern%1"_s.arg(place));
        m_answer->askAbout(concern.as<OpenCall>().kind);
        connect(m_answer, &CallAnswer::answered, this, &ConcernCard::answered);
    }
    row->addStretch();
    if (!remedies.isEmpty())
        layout->addLayout(row);
    if (m_answer)
        layout->addWidget(m_answer);
}

void ConcernCard::addRemedy(QHBoxLayout *row, Remedy remedy, bool isFirst)
{
    const QString text = nameText(remedy, m_concern);
    auto *button =
        named(new QPushButton(text), objectNameOf(remedy) + QString::number(m_place), text);
    button->setAutoDefault(true);
    if (isFirst)
        inRole(button, "choice");
    else if (givesUp(remedy))
        inRole(button, "danger");
    connect(button, &QPushButton::clicked, this, [this, remedy] { Q_EMIT wanted(remedy); });
    row->addWidget(button);
}

} // namespace kontor
