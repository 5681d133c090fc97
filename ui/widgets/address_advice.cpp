// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/address_advice.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

AddressAdvice::AddressAdvice(const ShopAccess &access, const QString &form, QWidget *parent)
    : QWidget(parent)
    , m_advisor(access)
    , m_words(new MessageLine(form + u"Advice"_s))
    , m_take(named(new QPushButton(tr("Take it so")), form + u"Take"_s,
                   tr("Take the address as it should be written")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_take);
    connect(&m_advisor, &AddressAdvisor::advised, this, &AddressAdvice::show);
    connect(m_take, &QPushButton::clicked, this, [this] {
        const Address suggestion = m_check.suggestion;
        show({AddressCheck::Result::Valid, {}, {}});
        Q_EMIT taken(suggestion);
    });
    forget();
}

void AddressAdvice::forget()
{
    m_advisor.forget();
    m_words->say(QString());
    m_take->hide();
}

void AddressAdvice::show(const AddressCheck &check)
{
    m_check = check;
    if (check.result == AddressCheck::Result::Doubtful)
        m_words->say(adviceText(check));
    else
        m_words->notice(adviceText(check));
    m_take->setVisible(check.result == AddressCheck::Result::Corrected);
}

} // namespace kontor
