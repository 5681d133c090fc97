// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/parcel_correction.h"

#include "models/concern_desk.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/address_advice.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QFormLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

ParcelCorrection::ParcelCorrection(const ShopAccess &access, ConcernDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_advice(new AddressAdvice(access, u"correction"_s))
    , m_save(inRole(named(new QPushButton(tr("Try again with this")), u"correctionSave"_s,
                          tr("Try again with this")),
                    "main"))
    , m_message(new MessageLine(u"correctionMessage"_s))
{
    build();
    connect(m_save, &QPushButton::clicked, this, &ParcelCorrection::save);
    for (QLineEdit *field : {m_name, m_street1, m_street2, m_zip, m_city, m_country})
        connect(field, &QLineEdit::editingFinished, this,
                [this] { m_advice->ask(typedAddress()); });
    connect(m_advice, &AddressAdvice::taken, this, [this](const Address &address) {
        m_address.state = address.state;
        showAddress(address);
        m_save->setFocus();
    });
    connect(&m_desk, &ConcernDesk::done, this, [this](SubjectId about) {
        if (isVisible() && about == m_concern.about)
            Q_EMIT left();
    });
    connect(&m_desk, &ConcernDesk::refused, this, [this](SubjectId about, const Error &error) {
        if (about != m_concern.about)
            return;
        m_save->setEnabled(true);
        m_message->say(error);
    });
}

void ParcelCorrection::build()
{
    auto *back = named(new QPushButton(tr("Back")), u"correctionBack"_s, tr("Back to the order"));
    connect(back, &QPushButton::clicked, this, &ParcelCorrection::left);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(metrics::inside / 2);
    m_name = addField(form, u"correctionName"_s, tr("Name"));
    m_street1 = addField(form, u"correctionStreet"_s, tr("Street and number"));
    m_street2 = addField(form, u"correctionStreet2"_s, tr("Addition to the address"));
    m_zip = addField(form, u"correctionZip"_s, tr("Postcode"));
    m_city = addField(form, u"correctionCity"_s, tr("Town"));
    m_country = addField(form, u"correctionCountry"_s, tr("Country, two letters"));
    form->addRow(m_advice);
    addMeasures(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::cellPadding);
    layout->addLayout(panelHead(tr("Correct the parcel"), back));
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(m_save);
}

QLineEdit *ParcelCorrection::addField(QFormLayout *form, const QString &objectName,
                                      const QString &label)
{
    auto *field = named(new QLineEdit, objectName, label);
    auto *name = plainLabel(label, "muted");
    name->setBuddy(field);
    form->addRow(name, field);
    connect(field, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    return field;
}

void ParcelCorrection::addMeasures(QFormLayout *form)
{
    const struct
    {
        QString objectName;
        QString label;
        int Parcel::*value;
        int most;
    } measures[] = {
        {u"correctionWeight"_s, tr("Weight in g"), &Parcel::weightGrams, 1'000'000},
        {u"correctionLength"_s, tr("Length in mm"), &Parcel::lengthMm, 10'000},
        {u"correctionWidth"_s, tr("Width in mm"), &Parcel::widthMm, 10'000},
        {u"correctionHeight"_s, tr("Height in mm"), &Parcel::heightMm, 10'000},
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    for (const auto &measure : measures) {
        auto *column = new QFormLayout;
        column->setRowWrapPolicy(QFormLayout::WrapAllRows);
        column->setVerticalSpacing(metrics::inside / 2);
        auto *field = addField(column, measure.objectName, measure.label);
        field->setValidator(new QIntValidator(1, measure.most, field));
        m_measures.append({field, measure.value});
        row->addLayout(column);
    }
    form->addRow(row);
}

void ParcelCorrection::start(const Concern &concern)
{
    m_concern = concern;
    m_address = {};
    m_message->say(QString());
    m_save->setEnabled(false);
    m_advice->forget();
    showAddress({});
    const auto &parcel = concern.as<Shipment>();
    for (const Measure &measure : std::as_const(m_measures))
        measure.field->setText(QString::number(parcel.parcel.*measure.value));
    m_desk.askAddress(parcel, [this, about = concern.about](const Address &address) {
        if (about != m_concern.about)
            return;
        m_address = address;
        showAddress(address);
        m_save->setEnabled(true);
        m_street1->selectAll();
        focusInSight(m_street1);
    });
}

void ParcelCorrection::showAddress(const Address &address)
{
    m_name->setText(address.name);
    m_street1->setText(address.street1);
    m_street2->setText(address.street2);
    m_zip->setText(address.zip);
    m_city->setText(address.city);
    m_country->setText(address.country);
}

Address ParcelCorrection::typedAddress() const
{
    Address address = m_address;
    address.name = m_name->text().simplified();
    address.street1 = m_street1->text().simplified();
    address.street2 = m_street2->text().simplified();
    address.zip = m_zip->text().simplified();
    address.city = m_city->text().simplified();
    address.country = m_country->text().simplified().toUpper();
    return address;
}

void ParcelCorrection::save()
{
    m_save->setEnabled(false);
    m_message->say(QString());
    Parcel parcel;
    for (const Measure &measure : std::as_const(m_measures))
        parcel.*measure.value = measure.field->text().toInt();
    const Address address = typedAddress();
    m_desk.correctParcel(m_concern, address == m_address ? std::nullopt : std::optional(address),
                         parcel);
}

} // namespace kontor
