// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a parcel's way, taken by a process that is killed while it waits for the answer: it
// came but nobody has noted it, or it did not come for a while.
#include "tests/faults/doomed_process.h"
#include "tests/faults/logistics_steps.h"
#include "tests/faults/trap_server.h"

#include <QCommandLineParser>
#include <QTimer>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int pumpEveryMs = 5;

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"stores"_s, u"the folder"_s, u"dir"_s},
                       {u"authority"_s, u"to be trusted"_s, u"file"_s},
                       {u"outside"_s, u"the logistics system"_s, u"url"_s},
                       {u"strike"_s, u"where the first call goes"_s, u"url"_s},
                       {u"patience"_s, u"for how long it is waited for"_s, u"ms"_s},
                       {u"step"_s, u"what is asked"_s, u"name"_s},
                       {u"order"_s, u"for which order"_s, u"id"_s},
                       {u"now"_s, u"the time, in ms"_s, u"ms"_s}});
    parser.process(application);
    const auto step = enumFromName<ParcelStep>(parser.value(u"step"_s).toStdString());
    const auto order = OrderId::fromText(parser.value(u"order"_s));
    KONTOR_CHECK(step && order);

    TestCertificates::trust(parser.value(u"authority"_s));
    const ManualClock clock({parser.value(u"now"_s).toLongLong()});
    StruckLogistics logistics(QUrl(parser.value(u"outside"_s)), clock);
    const int patienceMs = parser.value(u"patience"_s).toInt();
    logistics.strike({{QUrl(parser.value(u"strike"_s)), patienceMs}});
    // Only where no answer comes in time does it die without one.
    logistics.observe(
        patienceMs < longPatienceMs ? dieLater : [] {}, die);
    ShippingBench bench(clock, logistics, addressInBerlin(), {}, parser.value(u"stores"_s));
    QTimer pumping;
    pumping.callOnTimeout(&application, [&bench] { bench.pump(); });
    pumping.start(pumpEveryMs);
    beginStep(bench, *step, *order);
    return QCoreApplication::exec();
}
