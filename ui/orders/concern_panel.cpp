// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/concern_panel.h"

#include "models/concern_text.h"
#include "models/texts.h"
#include "ui/orders/concern_card.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sure_line.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

ConcernPanel::ConcernPanel(const ShopAccess &access, const Attention &attention, QWidget *parent)
    : QWidget(parent)
    , m_access(access)
    , m_attention(attention)
    , m_desk(access)
    , m_place(new QVBoxLayout)
    , m_sure(new SureLine(u"concern"_s))
    , m_message(new MessageLine(u"concernMessage"_s))
{
    build();
    connect(&attention, &Attention::changed, this, &ConcernPanel::follow);
    connect(&m_desk, &ConcernDesk::done, this, &ConcernPanel::acted);
    connect(&m_desk, &ConcernDesk::offered, this, &ConcernPanel::offered);
    connect(&m_desk, &ConcernDesk::refused, this, [this](SubjectId about, const Error &error) {
        if (about == m_about)
            m_message->say(error);
    });
}

void ConcernPanel::build()
{
    m_place->setSpacing(metrics::inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, 0);
    layout->setSpacing(metrics::inside);
    layout->addLayout(m_place);
    layout->addWidget(m_sure);
    layout->addWidget(m_message);
    hide();
}

void ConcernPanel::showAbout(SubjectId about)
{
    if (about == m_about)
        return;
    m_about = about;
    m_message->say(QString());
    m_sure->withdraw();
    follow();
}

void ConcernPanel::follow()
{
    const QList<Concern> concerns = m_attention.concernsAbout(m_about);
    // What is being typed stays while a call is only tried once more.
    if (!std::ranges::equal(concerns, m_cards, readAlike, {}, &ConcernCard::concern))
        return refill(concerns);
    for (qsizetype i = 0; i < concerns.size(); ++i)
        m_cards[i]->follow(concerns[i]);
}

void ConcernPanel::refill(const QList<Concern> &concerns)
{
    for (ConcernCard *card : std::as_const(m_cards)) {
        card->hide(); // deleted later: it may be telling of a click
        card->deleteLater();
    }
    m_cards.clear();
    m_message->say(QString());
    m_sure->withdraw();
    for (const Concern &concern : concerns) {
        auto *card = new ConcernCard(concern, remediesFor(concern, m_access.till),
                                     int(m_cards.size()), this);
        connect(card, &ConcernCard::wanted, this,
                [this, card](Remedy remedy) { take(remedy, card->concern()); });
        connect(card, &ConcernCard::answered, this,
                [this, card](CallVerdict verdict, const QString &reference) {
                    m_message->say(QString());
                    m_desk.enterAnswer(card->concern(), verdict, reference);
                });
        m_cards.append(card);
        m_place->addWidget(card);
    }
    setVisible(!m_cards.isEmpty());
    Q_EMIT changed();
}

QString ConcernPanel::consequence(Remedy remedy, const Concern &concern) const
{
    switch (remedy) {
    case Remedy::GiveUpParcel:
    case Remedy::CancelOrder:
        return tr("Order %1 will be cancelled: its goods go back to the shelf, and what was paid "
                  "goes back in the way it came.")
            .arg(concern.receipt);
    case Remedy::WriteOff:
        return tr("The customer will no longer owe %1; the shop bears it.")
            .arg(amountText(concern.as<Payment>().due));
    case Remedy::LetGo:
        return tr("Order %1 stays cancelled, and nobody is reminded of it any more.")
            .arg(concern.receipt);
    case Remedy::TryAgain:
    case Remedy::AskAgain:
    case Remedy::EnterAnswer:
    case Remedy::CorrectParcel:
    case Remedy::CloseVoid:
    case Remedy::CloseTrouble:
    case Remedy::HandOver:
    case Remedy::OfferAnew:
    case Remedy::CaptureAgain:
    case Remedy::PayIn:
    case Remedy::PayOut:
    case Remedy::SendAgain:
    case Remedy::CloseDifference:
        break;
    }
    return {};
}

void ConcernPanel::take(Remedy remedy, const Concern &concern)
{
    m_message->say(QString());
    if (remedy == Remedy::CorrectParcel) {
        Q_EMIT correctionWanted(concern);
        return;
    }
    const QString text = consequence(remedy, concern);
    if (text.isEmpty())
        return m_desk.apply(remedy, concern);
    m_sure->ask(text, nameText(remedy, concern),
                [this, remedy, concern] { m_desk.apply(remedy, concern); });
}

bool ConcernPanel::withdrawQuestion() { return m_sure->withdraw(); }

} // namespace kontor
