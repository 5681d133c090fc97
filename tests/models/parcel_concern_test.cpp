// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concern_text.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! What people are told of a parcel that cannot go on, and what they can do.
class ParcelConcernTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aParcelNeedsAPerson_data();
    void aParcelNeedsAPerson();
};

void ParcelConcernTest::aParcelNeedsAPerson_data()
{
    QTest::addColumn<Shipment>("parcel");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QList<Remedy>>("remedies");
    Shipment parcel;
    parcel.carrierName = u"UPS"_s;
    parcel.trackingNumber = u"1Z999"_s;
    const auto add = [&](const char *name, const QString &title, const QList<Remedy> &remedies) {
        QTest::newRow(name) << parcel << title << remedies;
        parcel.voidState = VoidState::None;
        parcel.trouble = ParcelTrouble::None;
    };
    parcel.state = ShipmentState::NeedsCorrection;
    add("refused", u"The carriers refuse the parcel"_s,
        {Remedy::CorrectParcel, Remedy::GiveUpParcel});
    parcel.state = ShipmentState::Recalled;
    parcel.voidState = VoidState::Refused;
    add("void refused", u"The label was not taken back"_s, {Remedy::CloseVoid});
    parcel.voidState = VoidState::Wanted;
    add("void unknown", u"Unknown whether the label was taken back"_s, {});
    parcel.state = ShipmentState::HandedOver;
    parcel.trouble = ParcelTrouble::Returned;
    add("comes back", u"The parcel comes back"_s, {Remedy::CloseTrouble});
    parcel.trouble = ParcelTrouble::Failed;
    add("not delivered", u"The parcel was not delivered"_s, {Remedy::CloseTrouble});
}

void ParcelConcernTest::aParcelNeedsAPerson()
{
    QFETCH(const Shipment, parcel);
    QFETCH(const QString, title);
    QFETCH(const QList<Remedy>, remedies);
    const Concern concern = concernOf(parcel);
    QCOMPARE(titleText(concern), title);
    QCOMPARE(remediesFor(concern, u"T1"_s), remedies);
    if (parcel.trouble != ParcelTrouble::None)
        QVERIFY(explanation(concern).contains(u"UPS"_s) &&
                explanation(concern).contains(u"1Z999"_s));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ParcelConcernTest)
#include "parcel_concern_test.moc"
