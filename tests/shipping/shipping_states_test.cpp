// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shipping/shipping_bench.h"

#include "tests/core/error_text.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {
class Parcels;
}

//! State × event: what becomes of a parcel in each state by each event, answer and command.
class ShippingStatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateAnswersEveryEvent_data();
    void everyStateAnswersEveryEvent();

private:
    std::unique_ptr<Parcels> m_parcels;
    QString m_reached;
};

namespace {

QuoteOutcome quoted(QuoteResult result) { return {result, {}, {}, {}, {}, u"because"_s}; }

LabelOutcome labelled(LabelResult result) { return {result, {}, {}, u"because"_s, {}}; }

//! One parcel, brought into a state and then given a stimulus.
class Parcels
{
public:
    Parcels() : m_bench(m_clock, m_logistics, addressInBerlin()) {}

    void reach(const QString &state);
    //! What the stimulus changed: the new state, "/void state" if that is new, "+event" for each
    //! that was told, "!trouble" if that is new; "." for nothing, "-" where it cannot come, the
    //! error of a refused command.
    QString give(const QString &stimulus);
    QString state() const { return text(parcel()); }

private:
    QString change(const QString &stimulus);
    QString changed(const Result<> &done);
    bool look(std::optional<ParcelProgress> progress);
    bool answerVoid(VoidResult result);
    std::optional<Shipment> parcel() const;
    static QString text(const std::optional<Shipment> &shipment);
    void pay() { m_bench.publish(m_bench.paid(m_order)); }
    void refund(RefundStage stage)
    {
        PaymentRefunded event;
        event.order = m_order;
        event.stage = stage;
        m_bench.publish(event);
    }

    ManualClock m_clock{{1'700'000'000'000}};
    HeldLogistics m_logistics;
    ShippingBench m_bench;
    OrderId m_order = OrderId::make({1'700'000'000'000});
};

//! How each state is reached: the stimuli from the beginning.
const QList<std::pair<QString, QStringList>> &waysToStates()
{
    static const QStringList buying{u"paid"_s, u"offered"_s};
    static const QStringList labelledParcel = buying + QStringList{u"bought"_s};
    static const QList<std::pair<QString, QStringList>> ways{
        {u"nothing"_s, {}},
        {u"Quoting"_s, {u"paid"_s}},
        {u"Buying"_s, buying},
        {u"Labelled"_s, labelledParcel},
        {u"HandedOver"_s, labelledParcel + QStringList{u"handOver"_s}},
        {u"Delivered"_s, labelledParcel + QStringList{u"delivered"_s}},
        {u"NeedsCorrection"_s, {u"paid"_s, u"correctable"_s}},
        {u"Failed"_s, {u"paid"_s, u"notServed"_s}},
        {u"Recalling, label being bought"_s, buying + QStringList{u"recall"_s}},
        {u"Recalling, label being voided"_s, labelledParcel + QStringList{u"recall"_s}},
        {u"Recalled, quote under way"_s, {u"paid"_s, u"recall"_s}},
        {u"Recalled, label being bought"_s, buying + QStringList{u"recall"_s, u"giveUp"_s}},
        {u"Recalled, label being voided"_s, labelledParcel + QStringList{u"recall"_s, u"giveUp"_s}},
        {u"Recalled, void pending"_s, labelledParcel + QStringList{u"recall"_s, u"voidPending"_s}},
        {u"Recalled, void refused"_s, labelledParcel + QStringList{u"recall"_s, u"voidRefused"_s}},
        {u"Dropped, quote under way"_s, {u"paid"_s, u"refundBegun"_s}},
        {u"Dropped, label being bought"_s, buying + QStringList{u"refundBegun"_s}},
        {u"Dropped, label being voided"_s, labelledParcel + QStringList{u"refundBegun"_s}},
        {u"HandedOver, label being voided"_s,
         labelledParcel + QStringList{u"recall"_s, u"scanned"_s}},
        {u"HandedOver, comes back"_s, labelledParcel + QStringList{u"returned"_s}},
        {u"HandedOver, not delivered"_s, labelledParcel + QStringList{u"failed"_s}},
        {u"HandedOver, seen to"_s, labelledParcel + QStringList{u"returned"_s, u"giveUp"_s}},
    };
    return ways;
}

std::optional<Shipment> Parcels::parcel() const
{
    const auto shipment = m_bench.shipping->shipment(m_order);
    return shipment ? std::optional(*shipment) : std::nullopt;
}

QString Parcels::text(const std::optional<Shipment> &shipment)
{
    if (!shipment)
        return u"nothing"_s;
    const auto name = nameOf(shipment->state);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

bool Parcels::look(std::optional<ParcelProgress> progress)
{
    const int before = m_logistics.tracked;
    m_logistics.progress = progress;
    m_clock.advance(ShippingBench::lookEveryMs);
    m_bench.pump();
    return m_logistics.tracked > before;
}

bool Parcels::answerVoid(VoidResult result)
{
    if (m_logistics.answer(u"void"_s, VoidOutcome{u"because"_s, result}))
        return true;
    if (!parcel() || parcel()->voidState != VoidState::Pending || result == VoidResult::ParcelLeft)
        return false;
    m_logistics.voidResult = result;
    return !look({}) && m_logistics.voidsAsked > 0;
}

QString Parcels::changed(const Result<> &done)
{
    if (done)
        return {};
    if (done.error().is(ShippingError::NoShipment))
        return u"NoShipment"_s;
    if (done.error().is(ShippingError::NotLabelled))
        return u"NotLabelled"_s;
    if (done.error().is(ShippingError::ParcelHasLeft))
        return u"ParcelHasLeft"_s;
    if (done.error().is(ShippingError::NotSent))
        return u"NotSent"_s;
    if (done.error().is(ShippingError::NothingToCorrect))
        return u"NothingToCorrect"_s;
    if (done.error().is(ShippingError::NothingToGiveUp))
        return u"NothingToGiveUp"_s;
    return done.error().text();
}

QString Parcels::change(const QString &stimulus)
{
    using Stimulus = std::function<QString()>;
    const auto arrives = [](bool came) { return came ? QString() : u"-"_s; };
    const auto shipping = m_bench.shipping.get();
    const QHash<QString, Stimulus> stimuli{
        {u"paid"_s, [&] { return pay(), QString(); }},
        {u"paidAtCounter"_s,
         [&] { return m_bench.publish(m_bench.paid(m_order, Fulfilment::Counter)), QString(); }},
        {u"paidForPickup"_s,
         [&] { return m_bench.publish(m_bench.paid(m_order, Fulfilment::Pickup)), QString(); }},
        {u"refundBegun"_s, [&] { return refund(RefundStage::Begun), QString(); }},
        {u"refundDone"_s, [&] { return refund(RefundStage::Done), QString(); }},
        {u"paymentFailed"_s,
         [&] {
             return m_bench.publish(PaymentFailed{m_order, {}, {}}), QString();
         }},
        {u"paymentRequested"_s,
         [&] {
             return m_bench.publish(PaymentRequested{m_order, {}, {}, {}, {}}), QString();
         }},
        {u"authorisationVoided"_s,
         [&] {
             return m_bench.publish(AuthorisationVoided{m_order, {}, {}}), QString();
         }},
        {u"offered"_s, [&] { return arrives(m_logistics.answer(u"quote"_s, upsOffer)); }},
        {u"correctable"_s,
         [&] { return arrives(m_logistics.answer(u"quote"_s, quoted(QuoteResult::Correctable))); }},
        {u"notServed"_s,
         [&] { return arrives(m_logistics.answer(u"quote"_s, quoted(QuoteResult::NotServed))); }},
        {u"bought"_s, [&] { return arrives(m_logistics.answer(u"label"_s, upsLabel)); }},
        {u"labelRefused"_s,
         [&] { return arrives(m_logistics.answer(u"label"_s, labelled(LabelResult::Refused))); }},
        {u"rateGone"_s,
         [&] { return arrives(m_logistics.answer(u"label"_s, labelled(LabelResult::RateGone))); }},
        {u"notWanted"_s,
         [&] { return arrives(m_logistics.answer(u"label"_s, labelled(LabelResult::NotWanted))); }},
        {u"voided"_s, [&] { return arrives(answerVoid(VoidResult::Voided)); }},
        {u"voidPending"_s, [&] { return arrives(answerVoid(VoidResult::Pending)); }},
        {u"voidRefused"_s, [&] { return arrives(answerVoid(VoidResult::Refused)); }},
        {u"parcelLeft"_s, [&] { return arrives(answerVoid(VoidResult::ParcelLeft)); }},
        {u"notLearnt"_s, [&] { return arrives(look({})); }},
        {u"unscanned"_s, [&] { return arrives(look(ParcelProgress::Unscanned)); }},
        {u"scanned"_s, [&] { return arrives(look(ParcelProgress::Scanned)); }},
        {u"delivered"_s, [&] { return arrives(look(ParcelProgress::Delivered)); }},
        {u"returned"_s, [&] { return arrives(look(ParcelProgress::Returned)); }},
        {u"failed"_s, [&] { return arrives(look(ParcelProgress::Failed)); }},
        {u"handOver"_s, [&] { return changed(shipping->handOver(m_bench.command(), m_order)); }},
        {u"recall"_s, [&] { return changed(shipping->recall(m_bench.command(), m_order)); }},
        {u"giveUp"_s, [&] { return changed(shipping->giveUp(m_bench.command(), m_order)); }},
        {u"correct"_s, [&] { return changed(shipping->correct(m_bench.command(), m_order, {})); }},
    };
    KONTOR_CHECK(stimuli.contains(stimulus));
    const QString refused = stimuli.value(stimulus)();
    m_bench.pump();
    return refused;
}

void Parcels::reach(const QString &state)
{
    for (const auto &[name, way] : waysToStates()) {
        if (name != state)
            continue;
        for (const QString &stimulus : way)
            KONTOR_CHECK(change(stimulus).isEmpty());
        // The state's own name begins with where it should be.
        KONTOR_CHECK(state.startsWith(text(parcel())));
        return;
    }
    KONTOR_CHECK(false);
}

QString Parcels::give(const QString &stimulus)
{
    const auto before = parcel();
    const auto toldBefore = m_bench.told().size();
    if (const QString refused = change(stimulus); !refused.isEmpty())
        return parcel() == before && m_bench.told().size() == toldBefore
                   ? refused
                   : u"refused, and yet changed"_s;
    const auto after = parcel();
    QString result = text(after) == text(before) ? u"."_s : text(after);
    if (after && after->voidState != (before ? before->voidState : VoidState::None)) {
        const auto name = nameOf(after->voidState);
        result += u'/' + QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    if (after && after->trouble != (before ? before->trouble : ParcelTrouble::None)) {
        const auto name = nameOf(after->trouble);
        result += u'!' + QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    const auto told = m_bench.told().sliced(toldBefore);
    for (const QString &event : told)
        result += u'+' + QString(event).remove(u"Shipping"_s);
    return result;
}

//! For each stimulus what becomes of each state, in the order of waysToStates().
struct Outcomes
{
    QString stimulus;
    QStringList becomes;
};

const QString handedOver = u"HandedOver+Processed"_s;
const QString leftAfterAll = u"HandedOver/None+Processed"_s;
const QString deliveredAtOnce = u"Delivered+Processed+Delivered"_s;
const QString recalledNow = u"Recalled+Failed Recalled"_s;

QStringList repeated(const QString &cell, int times)
{
    QStringList cells;
    for (int i = 0; i < times; ++i)
        cells.append(cell);
    return cells;
}

//! The cells that are not named are all the same.
QStringList allBut(const QString &rest, const QList<std::pair<QString, QString>> &named)
{
    QStringList cells;
    for (const auto &[state, way] : waysToStates()) {
        QString cell = rest;
        for (const auto &[name, becomes] : named) {
            if (name == state)
                cell = becomes;
        }
        cells.append(cell);
    }
    return cells;
}

QList<Outcomes> answersOfTheLogisticsSystem()
{
    const QString boughtRecalling = u"Recalling, label being bought"_s;
    const QString boughtRecalled = u"Recalled, label being bought"_s;
    const QString boughtDropped = u"Dropped, label being bought"_s;
    const QString quoteRecalled = u"Recalled, quote under way"_s;
    const QString quoteDropped = u"Dropped, quote under way"_s;
    const QString voidRecalling = u"Recalling, label being voided"_s;
    const QString voidRecalled = u"Recalled, label being voided"_s;
    const QString voidDropped = u"Dropped, label being voided"_s;
    const QString voidLeft = u"HandedOver, label being voided"_s;
    const QString pending = u"Recalled, void pending"_s;
    const auto quotes = [&](const QString &becomes) {
        return allBut(u"-"_s,
                      {{u"Quoting"_s, becomes}, {quoteRecalled, u"."_s}, {quoteDropped, u"."_s}});
    };
    const auto labels = [&](const QString &buying, const QString &recalling, const QString &late) {
        return allBut(u"-"_s, {{u"Buying"_s, buying},
                               {boughtRecalling, recalling},
                               {boughtRecalled, late},
                               {boughtDropped, late}});
    };
    const auto voids = [&](const QString &name, const QString &ofPending, const QString &ofLeft) {
        return allBut(u"-"_s, {{voidRecalling, u"Recalled/%1+Failed Recalled"_s.arg(name)},
                               {voidRecalled, u"./"_s + name},
                               {voidDropped, u"./"_s + name},
                               {pending, ofPending},
                               {voidLeft, ofLeft}});
    };
    return {
        {u"offered"_s, quotes(u"Buying"_s)},
        {u"correctable"_s, quotes(u"NeedsCorrection"_s)},
        {u"notServed"_s, quotes(u"Failed+Failed NotDeliverable"_s)},
        {u"bought"_s, labels(u"Labelled"_s, u"./Wanted"_s, u"./Wanted"_s)},
        {u"labelRefused"_s, labels(u"NeedsCorrection"_s, recalledNow, u"."_s)},
        {u"rateGone"_s, labels(u"Quoting"_s, recalledNow, u"."_s)},
        {u"notWanted"_s, labels(u"Quoting"_s, recalledNow, u"."_s)},
        {u"voided"_s, voids(u"Voided"_s, u"./Voided"_s, u"./Voided"_s)},
        {u"voidPending"_s, voids(u"Pending"_s, u"."_s, u"./None"_s)},
        {u"voidRefused"_s, voids(u"Refused"_s, u"./Refused"_s, u"./None"_s)},
        {u"parcelLeft"_s, allBut(u"-"_s, {{voidRecalling, leftAfterAll},
                                          {voidRecalled, leftAfterAll},
                                          {voidDropped, leftAfterAll},
                                          {voidLeft, u"./None"_s}})},
    };
}

QList<Outcomes> looksOfTheCarrier()
{
    const QStringList watched{u"Labelled"_s, u"Recalling, label being voided"_s,
                              u"Recalled, label being voided"_s, u"Recalled, void refused"_s,
                              u"Dropped, label being voided"_s};
    const QString lateInTrouble = u"Delivered!None+Delivered"_s;
    const auto looks = [&](const QString &before, const QString &after,
                           const QStringList &ofTrouble) {
        QList<std::pair<QString, QString>> named{{u"HandedOver"_s, after},
                                                 {u"HandedOver, label being voided"_s, after},
                                                 {u"HandedOver, comes back"_s, ofTrouble[0]},
                                                 {u"HandedOver, not delivered"_s, ofTrouble[1]},
                                                 {u"HandedOver, seen to"_s, ofTrouble[2]}};
        for (const QString &state : watched)
            named.append({state, before});
        return allBut(u"-"_s, named);
    };
    return {
        {u"notLearnt"_s, looks(u"."_s, u"."_s, {u"."_s, u"."_s, u"."_s})},
        {u"unscanned"_s, looks(u"."_s, u"."_s, {u"."_s, u"."_s, u"."_s})},
        {u"scanned"_s, looks(handedOver, u"."_s, {u".!None"_s, u".!None"_s, u"."_s})},
        {u"returned"_s, looks(u"HandedOver!Returned+Processed"_s, u".!Returned"_s,
                              {u"."_s, u".!Returned"_s, u"."_s})},
        {u"failed"_s,
         looks(u"HandedOver!Failed+Processed"_s, u".!Failed"_s, {u".!Failed"_s, u"."_s, u"."_s})},
        {u"delivered"_s, looks(deliveredAtOnce, u"Delivered+Delivered"_s,
                               {lateInTrouble, lateInTrouble, lateInTrouble})},
    };
}

QList<Outcomes> events()
{
    const auto nothing = repeated(u"."_s, int(waysToStates().size()));
    return {
        {u"paid"_s, allBut(u"."_s, {{u"nothing"_s, u"Quoting"_s}})},
        {u"paidAtCounter"_s, nothing},
        {u"paidForPickup"_s, nothing},
        {u"refundBegun"_s, allBut(u"."_s, {{u"Quoting"_s, u"Dropped"_s},
                                           {u"Buying"_s, u"Dropped"_s},
                                           {u"Labelled"_s, u"Dropped/Wanted"_s},
                                           {u"NeedsCorrection"_s, u"Dropped"_s},
                                           {u"Recalling, label being bought"_s, u"Dropped"_s},
                                           {u"Recalling, label being voided"_s, u"Dropped"_s}})},
        {u"refundDone"_s, nothing},
        {u"paymentFailed"_s, nothing},
        {u"paymentRequested"_s, nothing},
        {u"authorisationVoided"_s, nothing},
    };
}

QList<Outcomes> commands()
{
    const QString none = u"NoShipment"_s;
    const QString left = u"ParcelHasLeft"_s;
    const QString refusedVoid = u"Recalled, void refused"_s;
    const QList<std::pair<QString, QString>> gone{
        {u"nothing"_s, none},
        {u"HandedOver"_s, left},
        {u"Delivered"_s, left},
        {u"HandedOver, label being voided"_s, left},
        {u"HandedOver, comes back"_s, left},
        {u"HandedOver, not delivered"_s, left},
        {u"HandedOver, seen to"_s, left},
    };
    return {
        {u"handOver"_s, allBut(u"NotSent"_s, {{u"nothing"_s, none},
                                              {u"Quoting"_s, u"NotLabelled"_s},
                                              {u"Buying"_s, u"NotLabelled"_s},
                                              {u"NeedsCorrection"_s, u"NotLabelled"_s},
                                              {u"Labelled"_s, handedOver},
                                              {u"HandedOver"_s, u"."_s},
                                              {u"Delivered"_s, u"."_s},
                                              {u"HandedOver, label being voided"_s, u"."_s},
                                              {u"HandedOver, comes back"_s, u"."_s},
                                              {u"HandedOver, not delivered"_s, u"."_s},
                                              {u"HandedOver, seen to"_s, u"."_s}})},
        {u"recall"_s,
         allBut(u"."_s,
                gone + QList<std::pair<QString, QString>>{{u"Quoting"_s, recalledNow},
                                                          {u"Buying"_s, u"Recalling"_s},
                                                          {u"Labelled"_s, u"Recalling/Wanted"_s},
                                                          {u"NeedsCorrection"_s, recalledNow}})},
        {u"giveUp"_s,
         allBut(u"."_s, gone +
                            QList<std::pair<QString, QString>>{
                                {u"Quoting"_s, u"NothingToGiveUp"_s},
                                {u"Buying"_s, u"NothingToGiveUp"_s},
                                {u"Labelled"_s, u"NothingToGiveUp"_s},
                                {u"NeedsCorrection"_s, u"Failed+Failed NotDeliverable"_s},
                                {u"Recalling, label being bought"_s, recalledNow},
                                {u"Recalling, label being voided"_s, recalledNow},
                                {refusedVoid, u"./GivenUp"_s},
                                {u"HandedOver, comes back"_s, u".!Closed"_s},
                                {u"HandedOver, not delivered"_s, u".!Closed"_s}})},
        {u"correct"_s, allBut(u"NothingToCorrect"_s,
                              {{u"nothing"_s, none}, {u"NeedsCorrection"_s, u"Quoting"_s}})},
    };
}

} // namespace

void ShippingStatesTest::everyStateAnswersEveryEvent_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("stimulus");
    QTest::addColumn<QString>("becomes");
    const auto rows = events() + answersOfTheLogisticsSystem() + looksOfTheCarrier() + commands();
    for (qsizetype i = 0; i < waysToStates().size(); ++i) {
        const QString &state = waysToStates()[i].first;
        for (const Outcomes &row : rows)
            QTest::addRow("%s × %s", qPrintable(state), qPrintable(row.stimulus))
                << state << row.stimulus << row.becomes[i];
    }
}

void ShippingStatesTest::everyStateAnswersEveryEvent()
{
    QFETCH(QString, state);
    QFETCH(QString, stimulus);
    QFETCH(QString, becomes);
    if (m_reached != state) {
        m_parcels = std::make_unique<Parcels>();
        m_parcels->reach(state);
        m_reached = state;
    }
    const QString became = m_parcels->give(stimulus);
    QCOMPARE(became, becomes);
    // What could not come or was refused left no trace, so the next one may follow.
    const bool untouched = became == u"-" || became.front().isUpper();
    if (!untouched || m_parcels->state() != state.section(u',', 0, 0))
        m_reached.clear();
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippingStatesTest)
#include "shipping_states_test.moc"
