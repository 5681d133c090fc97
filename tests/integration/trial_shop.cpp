// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/trial_shop.h"

#include "services/audit/audit.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto serverVariable = "KONTOR_POSTGRES_URL";
constexpr int waitMs = 30'000;
// Longer than the clients wait for the sandbox.
constexpr int lateMs = 3500;

const Currency &pounds()
{
    static const Currency currency("GBP");
    return currency;
}

Product productFor(const QString &sku, qint64 priceMinor, int taxBasisPoints)
{
    Product product;
    product.id = productIdForSku(sku);
    product.sku = sku;
    product.name = sku;
    product.price = UnitPrice::of(Money{priceMinor, pounds()});
    product.taxRate = {taxBasisPoints};
    product.weightGrams = 250;
    return product;
}

template <class Enum>
QString textOf(Enum value)
{
    const auto name = nameOf(value);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

//! "2 captured 24.00", or nothing where there is nothing.
void addCount(QStringList &parts, const SandboxProgram &sandbox, const QString &kind,
              bool withAmount)
{
    qint64 amount = 0;
    const auto entries = sandbox.ledger(kind);
    for (const QJsonObject &entry : entries)
        amount += entry[u"amount"].toInteger();
    if (entries.isEmpty())
        return;
    const QString count = u"%1 %2"_s.arg(entries.size()).arg(kind.section(u'.', 1));
    parts.append(withAmount ? count + u' ' + Money{amount, pounds()}.toPlainString() : count);
}

} // namespace

void TrialShop::addDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("SQLite") << Dialect::Sqlite;
    if (qEnvironmentVariableIsSet(serverVariable) || qEnvironmentVariableIsSet("KONTOR_CI"))
        QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
}

QString TrialShop::missingFor(Dialect dialect)
{
    const bool missing =
        dialect == Dialect::PostgreSql && !qEnvironmentVariableIsSet(serverVariable);
    return missing ? u"KONTOR_POSTGRES_URL names no server"_s : QString();
}

TrialShop::TrialShop(Dialect dialect)
    : tea(productFor(u"TEA"_s, 1200, 2000))
    , book(productFor(u"BOOK"_s, 1050, 500))
    , m_dialect(dialect)
{
    static int count = 0;
    m_schemas = u"way_%1_%2_"_s.arg(QCoreApplication::applicationPid()).arg(++count);
    open();
    furnish();
}

void TrialShop::open()
{
    ShopSettings settings;
    settings.folder = m_folder.path();
    settings.outside = m_sandbox.baseUrl();
    settings.threads = false;
    const auto services = ShopSettings::services();
    for (const QString &service : services) {
        // What a till needs to sell lies on the till.
        if (m_dialect == Dialect::PostgreSql && service != u"cart"_s)
            settings.stores.insert(
                service,
                u"%1?schema=%2%3"_s.arg(qEnvironmentVariable(serverVariable), m_schemas, service));
    }
    auto shop = Shop::open(settings, m_clock, m_rights);
    if (!shop)
        qFatal("%s", qPrintable(shop.error().text()));
    m_shop = std::move(*shop);
}

void TrialShop::reopen()
{
    m_shop.reset();
    // On a server another process might still be making the calls that were in flight.
    if (m_dialect == Dialect::PostgreSql)
        m_clock.forward(ExternalCalls::leaseMs);
    open();
}

void TrialShop::strike(const QString &path, int nth, const QString &fault)
{
    const QJsonObject rule{{u"path"_s, path},
                           {u"method"_s, u"POST"_s},
                           {u"nth"_s, nth},
                           {u"fault"_s, fault},
                           {u"delayMs"_s, lateMs}};
    m_sandbox.setFaults(QJsonDocument(rule).toJson(QJsonDocument::Compact));
}

void TrialShop::furnish()
{
    must(m_shop->catalog().saveAll(command(), {tea, book}));
    receive(tea, openingPieces);
    receive(book, openingPieces);
    customer = AccountId::make(m_clock.now());
    must(m_shop->account().create(command(), customer,
                                  {u"Ann Archer"_s, u"ann@example.org"_s, {}, {}}));
    address = addressWithZip(u"N1 9GU"_s);
    saveCard(u"pm_card_visa"_s);
}

void TrialShop::step()
{
    const auto services = m_shop->all();
    must(services[m_turn++ % services.size()]->pump());
    QCoreApplication::processEvents();
}

bool TrialShop::until(const std::function<bool()> &reached, const Service *asleep)
{
    const auto round = [&] {
        int done = 0;
        const auto services = m_shop->all();
        for (Service *service : services)
            done += service == asleep ? 0 : must(service->pump());
        return done;
    };
    return QTest::qWaitFor(
        [&] {
            while (round() > 0) {
            }
            return QTest::currentTestFailed() || reached();
        },
        waitMs);
}

bool TrialShop::isQuiet() const
{
    return std::ranges::all_of(m_shop->all(),
                               [](const Service *service) { return must(service->isQuiet()); });
}

bool TrialShop::settle()
{
    return until([this] { return isQuiet(); });
}

void TrialShop::saveCard(const QString &token)
{
    must(m_shop->account().saveCard(command(), customer, {token, u"visa"_s, u"4242"_s}));
}

void TrialShop::receive(const Product &product, int pieces)
{
    must(m_shop->inventory().receive(
        command(), {{{product.id, Quantity::pieces(pieces)}}, u"delivery note"_s}));
}

AddressId TrialShop::addressWithZip(const QString &zip, const QString &country)
{
    const Address where{
        u"Ann Archer"_s, u"2 Side Street"_s, {}, u"London"_s, zip, {}, country, {}, {}};
    return must(m_shop->account().addAddress(command(), customer, where));
}

OrderId TrialShop::openCart(Fulfilment fulfilment, bool backorder, Timestamp collectBy)
{
    const auto cart = OrderId::make(m_clock.now());
    must(m_shop->cart().open(command(), cart, {pounds(), true, 1}));
    if (fulfilment == Fulfilment::Counter)
        return cart;
    must(m_shop->cart().setCustomer(command(), cart, customer, address));
    must(m_shop->cart().setFulfilment(command(), cart, fulfilment, backorder, collectBy));
    return cart;
}

void TrialShop::put(OrderId cart, const Product &product, int pieces)
{
    must(m_shop->cart().addLine(command(), cart, product.id, Quantity::pieces(pieces)));
}

Money TrialShop::totalOf(OrderId cart)
{
    return must(totalsOf(*must(m_shop->cart().cart(cart)))).total;
}

TenderId TrialShop::pay(OrderId cart, TenderKind kind, const Money &amount)
{
    const auto tender = TenderId::make(m_clock.now());
    const Money given{kind == TenderKind::Cash ? amount.minor : 0, amount.currency};
    must(m_shop->cart().addTender(command(), cart, {amount, tender, kind}, given));
    return tender;
}

TenderId TrialShop::payByCard(OrderId cart, const QString &token)
{
    const Money amount = totalOf(cart);
    const auto tender = TenderId::make(m_clock.now());
    must(m_shop->payment().authorise(command(), cart, tender, amount, token));
    const bool answered = until([&] {
        const auto state = must(m_shop->payment().tender(tender)).state;
        return state != TenderState::Authorising;
    });
    if (!answered)
        QTest::qFail("the payment system does not answer", __FILE__, __LINE__);
    must(m_shop->cart().addTender(command(), cart, {amount, tender, TenderKind::Card},
                                  {0, pounds()}));
    return tender;
}

Receipt TrialShop::order(OrderId cart) { return must(m_shop->cart().order(command(), cart)); }

OrderId TrialShop::sell(Fulfilment fulfilment, TenderKind tender, int pieces)
{
    const OrderId cart = openCart(fulfilment);
    put(cart, tea, pieces);
    pay(cart, tender, totalOf(cart));
    order(cart);
    return cart;
}

OrderId TrialShop::labelled(int pieces)
{
    const OrderId order = sell(Fulfilment::Delivery, TenderKind::SavedCard, pieces);
    if (!until([&] { return hasLabel(order); }))
        QTest::qFail("no label was bought", __FILE__, __LINE__);
    return order;
}

void TrialShop::putReturn(OrderId cart, OrderId original, int line, int pieces,
                          Disposition disposition)
{
    const ReturnRequest request{ReturnHoldId::make(m_clock.now()), original, line,
                                Quantity::pieces(pieces), cart};
    const HeldReturn held = must(m_shop->order().holdReturn(command(), request));
    must(m_shop->cart().addReturn(command(), cart, held, disposition));
}

QString TrialShop::stateOf(OrderId order)
{
    const auto known = must(m_shop->order().order(order));
    const auto paid = m_shop->payment().payment(order);
    return (known ? textOf(known->state) : u"no order"_s) + u", "_s +
           (paid ? textOf(paid->payment.state) : u"no payment"_s);
}

QString TrialShop::stockOf(const Product &product)
{
    const Availability level = must(m_shop->inventory().availability(product.id));
    return u"%1 on hand, %2 reserved"_s.arg(level.onHand.thousandths / 1000)
        .arg(level.reserved.thousandths / 1000);
}

QString TrialShop::mailsAbout(OrderId order)
{
    QStringList kinds;
    const auto mails = must(m_shop->notification().about(order));
    for (const QueuedMail &mail : mails)
        kinds.append(textOf(mail.kind));
    kinds.sort();
    return kinds.join(u", "_s);
}

QString TrialShop::moneyOutside() const
{
    QStringList parts;
    addCount(parts, m_sandbox, u"payment.authorised"_s, false);
    addCount(parts, m_sandbox, u"payment.declined"_s, false);
    addCount(parts, m_sandbox, u"payment.captured"_s, true);
    addCount(parts, m_sandbox, u"payment.canceled"_s, false);
    addCount(parts, m_sandbox, u"payment.refunded"_s, true);
    addCount(parts, m_sandbox, u"payment.refund_failed"_s, false);
    return parts.join(u", "_s);
}

QString TrialShop::labelsOutside() const
{
    QStringList parts;
    addCount(parts, m_sandbox, u"label.purchased"_s, false);
    addCount(parts, m_sandbox, u"label.voided"_s, false);
    return parts.join(u", "_s);
}

ShipmentState TrialShop::shipmentOf(OrderId order)
{
    return must(m_shop->shipping().shipment(order)).state;
}

bool TrialShop::hasLabel(OrderId order) const
{
    const auto shipment = m_shop->shipping().shipment(order);
    return shipment && shipment->state == ShipmentState::Labelled;
}

QStringList TrialShop::chargedTwice() const
{
    QStringList twice;
    QHash<QString, int> captures;
    const auto entries = m_sandbox.ledger(u"payment.captured"_s);
    for (const QJsonObject &entry : entries) {
        const QString tender = entry[u"metadata"][u"tender"].toString();
        if (tender.isEmpty() || ++captures[tender] > 1)
            twice.append(u"tender '%1' was charged %2 times"_s.arg(tender).arg(captures[tender]));
    }
    return twice;
}

QStringList TrialShop::troubles()
{
    QStringList found;
    if (!settle())
        found.append(u"it does not come to rest"_s);
    for (const Service *service : m_shop->all()) {
        const auto parked = must(service->parkedEvents());
        for (const ParkedEvent &event : parked)
            found.append(u"parked: %1, %2"_s.arg(event.type, event.reason));
    }
    const auto failed = must(m_shop->notification().inState(MailState::Failed));
    for (const QueuedMail &mail : failed)
        found.append(u"mail %1: %2"_s.arg(textOf(mail.kind), mail.note));
    found += chargedTwice();

    AuditInput input;
    const ShopSettings &settings = m_shop->settings();
    const auto services = ShopSettings::services();
    for (const QString &service : services)
        input.stores.insert(
            service == u"cart"_s ? settings.sourceOf(service) : service,
            settings.stores.value(service, u"sqlite:%1/%2.sqlite"_s.arg(settings.folder, service)));
    input.ledger = m_sandbox.ledgerPath();
    input.nowMs = m_clock.now().ms;
    const auto report = audit(input);
    if (!report)
        return found << report.error().text();
    if (!report->quiet)
        found.append(u"the audit finds it at work"_s);
    for (const Finding &finding : report->findings)
        found.append(u"%1 %2 %3: %4, not %5"_s.arg(finding.invariant, finding.store, finding.row,
                                                   finding.expected, finding.found));
    return found;
}

} // namespace kontor
