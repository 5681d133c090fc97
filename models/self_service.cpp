// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/self_service.h"

#include "services/core/call.h"

#include <QSettings>

#include <utility>

namespace kontor {

using namespace Qt::StringLiterals;

SelfService::SelfService(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                         QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_session(access)
    , m_desk(access, lookup, m_session)
    , m_checkout(access)
    , m_papers(access)
{
    // What is scanned is looked at before it is sold.
    m_desk.setPurpose(ScanDesk::Purpose::CheckPrice);
    connect(&m_desk, &ScanDesk::priceFound, this, [this](const Identified &found) {
        const bool isPastUse = found.useBy.isValid() && found.useBy < m_session.today();
        if (found.goods.isMeasured || found.goods.price || isPastUse ||
            found.goods.quantity != Quantity::pieces(1))
            Q_EMIT staffNeeded(found.product->name);
        else
            add(*found.product);
    });
    connect(&m_desk, &ScanDesk::scanRefused, this,
            [this](const QString &, const Error &error) { Q_EMIT refused(error); });
    connect(&m_session, &CartSession::refused, this, [this](const Error &error) {
        m_way.reset();
        Q_EMIT refused(error);
    });
    connect(&m_session, &CartSession::changed, this, &SelfService::goOn);
    connect(&m_session, &CartSession::held, this, [this](OrderId, const QString &name) {
        if (name != std::exchange(m_number, {}))
            return;
        Q_EMIT putAside(name);
        m_papers.numberSlip(name, m_aside);
    });
    connect(&m_checkout, &Checkout::refused, this, &SelfService::refused);
    connect(&m_checkout, &Checkout::stepped, this, &SelfService::stepped);
    connect(&m_checkout, &Checkout::takenBack, &m_session, &CartSession::reload);
    connect(&m_checkout, &Checkout::ordered, this, [this] {
        m_session.startNext();
        Q_EMIT paid(m_checkout.receipt().number);
    });
}

void SelfService::start()
{
    m_starting = true;
    m_session.resume();
}

bool SelfService::isPaying() const
{
    return m_checkout.step() == Checkout::Step::Working ||
           m_checkout.step() == Checkout::Step::AskingCard ||
           m_checkout.step() == Checkout::Step::Taken;
}

void SelfService::add(const Product &product)
{
    if (isPaying())
        return;
    if (product.minAge > 0) {
        Q_EMIT staffNeeded(product.name);
        return;
    }
    // What was left here before is put aside first.
    if (m_starting)
        m_early.append(product.id);
    else
        m_session.add(product.id, Quantity::pieces(1));
}

void SelfService::finish(Fulfilment fulfilment, Way way)
{
    if (m_session.isEmpty() || isPaying())
        return;
    m_fulfilment = fulfilment;
    m_way = way;
    if (m_session.cart().fulfilment == fulfilment)
        goOn();
    else
        // Nobody could tell these customers that their order was cancelled for want of goods.
        m_session.setFulfilment(fulfilment, fulfilment == Fulfilment::Pickup);
}

void SelfService::goOn()
{
    if (std::exchange(m_starting, false) && !m_session.isEmpty()) {
        if (m_session.isFrozen()) {
            m_early.clear();
            Q_EMIT interrupted();
        } else {
            m_session.hold(m_session.usualHoldName());
        }
        return;
    }
    for (const ProductId product : std::exchange(m_early, {}))
        m_session.add(product, Quantity::pieces(1));
    Q_EMIT changed();
    if (!m_way || m_session.cart().fulfilment != m_fulfilment)
        return;
    const Way way = *std::exchange(m_way, std::nullopt);
    if (way == Way::Till) {
        m_number = nextNumber();
        m_aside = m_session.totals();
        m_session.hold(m_number);
        return;
    }
    m_checkout.begin(m_session.cart(), m_session.totals().total);
    // There may be nothing to pay.
    if (m_checkout.step() == Checkout::Step::Taken)
        return m_checkout.finish();
    m_checkout.payByCard(m_checkout.due(TenderKind::Card));
}

QString SelfService::nextNumber() const
{
    const QString key = u"kiosk/number"_s;
    QSettings settings(m_access.windowFile, QSettings::IniFormat);
    const int number = settings.value(key).toInt() % mostNumbers + 1;
    settings.setValue(key, number);
    return u"S%1"_s.arg(number);
}

void SelfService::abandon()
{
    if (isPaying() || m_session.isEmpty())
        return;
    call(m_access.cart, &CartService::abandon, m_access.command(), m_session.cart().id)
        .then(this, [this](const Result<> &done) {
            if (!done)
                Q_EMIT refused(done.error());
            m_session.startNext();
        });
}

} // namespace kontor
