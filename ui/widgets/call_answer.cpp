// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/call_answer.h"

#include "models/concern_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QPushButton *verdictButton(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setAutoDefault(true);
    return button;
}

void say(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setAccessibleName(text);
}

} // namespace

CallAnswer::CallAnswer(const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_reference(named(new QLineEdit, place + u"Reference"_s, tr("Reference of the charge")))
    , m_happened(verdictButton(place + u"Charged"_s))
    , m_notHappened(verdictButton(place + u"NotCharged"_s))
{
    m_reference->setPlaceholderText(tr("Reference, such as pi_…"));
    // One above the other: long words want the whole width.
    auto *verdicts = new QVBoxLayout;
    verdicts->setSpacing(metrics::inside);
    verdicts->addWidget(m_happened);
    verdicts->addWidget(m_notHappened);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_reference);
    layout->addLayout(verdicts);
    connect(m_happened, &QPushButton::clicked, this, [this] {
        const bool charged = m_kind == PaymentCallKind::Authorise;
        Q_EMIT answered(CallVerdict::Happened, charged ? reference() : QString());
    });
    connect(m_notHappened, &QPushButton::clicked, this, [this] {
        const bool charged = m_kind == PaymentCallKind::ExpireLink;
        Q_EMIT answered(CallVerdict::DidNotHappen, charged ? reference() : QString());
    });
    connect(m_reference, &QLineEdit::returnPressed, this, [this] {
        (m_kind == PaymentCallKind::ExpireLink ? m_notHappened : m_happened)->click();
    });
    askAbout(m_kind);
}

QString CallAnswer::reference() const { return m_reference->text().simplified(); }

void CallAnswer::askAbout(PaymentCallKind kind)
{
    m_kind = kind;
    m_reference->setVisible(kind == PaymentCallKind::Authorise ||
                            kind == PaymentCallKind::ExpireLink);
    say(m_happened, happenedText(kind));
    say(m_notHappened, notHappenedText(kind));
}

void CallAnswer::clear() { m_reference->clear(); }

} // namespace kontor
