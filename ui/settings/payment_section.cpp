// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/payment_section.h"

#include "ui/settings/books_comparison.h"
#include "ui/widgets/named.h"

#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

PaymentSection::PaymentSection(const ShopAccess &access, QWidget *parent)
    : SystemSection(access, SystemSettings::Kind::Payment,
                    {u"payment"_s, tr("Payment"), tr("Cards and payment links"),
                     tr("In the sandbox of this machine and in the provider's test mode no money "
                        "moves. Live is trade."),
                     tr("From the developers' pages of Stripe; it begins with sk_ or rk_.")},
                    parent)
    , m_returnUrl(named(new QLineEdit, u"paymentReturnUrl"_s, tr("Page after paying")))
{
    addOwn(tr("Page after paying"),
           tr("Where a customer's browser goes when a payment link was paid."), m_returnUrl);
    addSetting(tr("Books and payment system"),
               tr("Compared by themselves once a day: money that only one of them knows is told."),
               new BooksComparison(access));
    begin();
}

void PaymentSection::fillOwn(const SystemSettings &system)
{
    m_returnUrl->setText(system.returnUrl);
}

bool PaymentSection::takeOwn(SystemSettings &system)
{
    const QUrl page(m_returnUrl->text().trimmed(), QUrl::StrictMode);
    if (!page.isValid() || page.scheme() != u"https" || page.host().isEmpty()) {
        refuse(m_returnUrl, tr("This is no page. Type its address, such as "
                               "https://shop.example/thanks."));
        return false;
    }
    system.returnUrl = page.toString(QUrl::FullyEncoded);
    return true;
}

} // namespace kontor
