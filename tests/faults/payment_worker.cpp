// SPDX-License-Identifier: GPL-3.0-or-later
// One step of an order's payment, taken by a process that is killed while it waits for the answer:
// it came but nobody has noted it, or it did not come for a while.
#include "tests/faults/doomed_process.h"
#include "tests/faults/payment_steps.h"
#include "tests/faults/trap_server.h"

#include <QCommandLineParser>

using namespace kontor;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"stores"_s, u"the folder"_s, u"dir"_s},
                       {u"authority"_s, u"to be trusted"_s, u"file"_s},
                       {u"outside"_s, u"the payment system"_s, u"url"_s},
                       {u"strike"_s, u"where the first call goes"_s, u"url"_s},
                       {u"patience"_s, u"for how long it is waited for"_s, u"ms"_s},
                       {u"step"_s, u"what is asked"_s, u"name"_s},
                       {u"order"_s, u"for which order"_s, u"id"_s},
                       {u"tender"_s, u"and tender"_s, u"id"_s},
                       {u"fulfilment"_s, u"of the order"_s, u"name"_s},
                       {u"now"_s, u"the time, in ms"_s, u"ms"_s}});
    parser.process(application);
    const auto step = enumFromName<PaymentStep>(parser.value(u"step"_s).toStdString());
    const auto order = OrderId::fromText(parser.value(u"order"_s));
    const auto tender = TenderId::fromText(parser.value(u"tender"_s));
    const auto fulfilment = enumFromName<Fulfilment>(parser.value(u"fulfilment"_s).toStdString());
    KONTOR_CHECK(step && order && tender && fulfilment);

    TestCertificates::trust(parser.value(u"authority"_s));
    const QUrl outside(parser.value(u"outside"_s));
    StruckSystem system(outside);
    const int patienceMs = parser.value(u"patience"_s).toInt();
    system.strike({{QUrl(parser.value(u"strike"_s)), patienceMs}});
    // Only where no answer comes in time does it die without one.
    system.observe(
        patienceMs < longPatienceMs ? dieLater : [] {}, die);
    PaymentShop shop(parser.value(u"stores"_s), system, paymentSettings(outside));
    shop.clock.advance(parser.value(u"now"_s).toLongLong() - shop.clock.now().ms);
    beginStep(shop, *step, {*order, *tender, *fulfilment});
    return QCoreApplication::exec();
}
