// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/customer_panel.h"

#include "models/paper_settings.h"
#include "services/core/call.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/address_advice.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

CustomerPanel::CustomerPanel(const ShopAccess &access, QWidget *parent)
    : QFrame(parent)
    , m_access(access)
    , m_model(access)
    , m_search(named(new QLineEdit, u"customerSearch"_s, tr("Find a customer")))
    , m_found(named(new QListView, u"customersFound"_s, tr("Customers found")))
    , m_more(new MessageLine(u"customersMore"_s))
    , m_message(new MessageLine(u"customerMessage"_s))
    , m_advice(new AddressAdvice(access, u"customer"_s))
{
    build();
    connect(m_search, &QLineEdit::textChanged, &m_model, &CustomersModel::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(m_model.index(0)); });
    connect(m_found, &QListView::activated, this, &CustomerPanel::choose);
    connect(m_found, &QListView::clicked, this, &CustomerPanel::choose);
    connect(&m_model, &CustomersModel::searched, this, [this] {
        tellNobody();
        m_more->notice(
            m_model.hasMore()
                ? tr("Only the first %1 are listed. Type more of the name to find the others.")
                      .arg(m_model.rowCount())
                : QString());
    });
    for (QLineEdit *field : {m_name, m_street, m_zip, m_city, m_country})
        connect(field, &QLineEdit::editingFinished, this,
                [this] { m_advice->ask(typedAddress()); });
    connect(m_advice, &AddressAdvice::taken, this, &CustomerPanel::takeAddress);
    connect(&m_model, &CustomersModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
}

void CustomerPanel::build()
{
    inRole(this, "side");
    auto *back = named(new QPushButton(tr("Back")), u"customerBack"_s, tr("Back to the cart"));
    connect(back, &QPushButton::clicked, this, &CustomerPanel::left);
    m_searchPart = buildSearch();
    m_form = buildForm();
    m_form->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::cellPadding);
    layout->addLayout(panelHead(tr("Customer"), back));
    layout->addWidget(m_searchPart, 1);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_message);
}

QWidget *CustomerPanel::buildSearch()
{
    auto *part = new QWidget;
    m_search->setPlaceholderText(tr("Name, mail address or phone …"));
    m_found->setModel(&m_model);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_found);
    delegate->setTallHeight(metrics::tallRowHeight);
    delegate->setDetail(0, CustomersModel::DetailRole);
    m_found->setItemDelegate(delegate);
    m_empty = new EmptyNote(m_found, {});
    auto *walkIn =
        named(new QPushButton(tr("Walk-in customer")), u"walkInCustomer"_s, tr("Walk-in customer"));
    auto *newOne = named(new QPushButton(tr("New customer")), u"newCustomer"_s, tr("New customer"));
    m_edit = named(new QPushButton(tr("Edit")), u"editCustomer"_s, tr("Edit the chosen customer"));
    m_edit->setEnabled(false);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_found->currentIndex()); });
    connect(m_found->selectionModel(), &QItemSelectionModel::currentChanged, m_edit,
            [this](const QModelIndex &row) { m_edit->setEnabled(row.isValid()); });
    connect(&m_model, &QAbstractItemModel::modelReset, m_edit,
            [this] { m_edit->setEnabled(false); });
    connect(walkIn, &QPushButton::clicked, this, [this] { Q_EMIT chosen({}, {}); });
    connect(newOne, &QPushButton::clicked, this, [this] { showForm(true); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(walkIn, 1);
    buttons->addWidget(newOne, 1);
    buttons->addWidget(m_edit);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::cellPadding);
    layout->addWidget(m_search);
    layout->addWidget(m_found, 1);
    layout->addWidget(m_more);
    layout->addLayout(buttons);
    return part;
}

QLineEdit *CustomerPanel::addField(QFormLayout *form, const QString &objectName,
                                   const QString &label)
{
    auto *field = named(new QLineEdit, objectName, label);
    auto *name = plainLabel(label, "muted");
    name->setBuddy(field);
    form->addRow(name, field);
    connect(field, &QLineEdit::returnPressed, this, &CustomerPanel::save);
    return field;
}

QWidget *CustomerPanel::buildForm()
{
    auto *part = new QWidget;
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(metrics::inside / 2);
    m_name = addField(form, u"customerName"_s, tr("Name"));
    m_mail = addField(form, u"customerMail"_s, tr("Mail address"));
    m_phone = addField(form, u"customerPhone"_s, tr("Phone"));
    m_mails = named(new QComboBox, u"customerMails"_s, tr("Messages"));
    m_mails->addItem(tr("In the shop's language"), QString());
    m_mails->addItem(tr("In English"), u"en"_s);
    m_mails->addItem(tr("In German"), u"de"_s);
    m_mails->addItem(tr("None"));
    auto *mails = plainLabel(tr("Messages"), "muted");
    mails->setBuddy(m_mails);
    form->addRow(mails, m_mails);
    m_street = addField(form, u"customerStreet"_s, tr("Street and number"));
    m_zip = addField(form, u"customerZip"_s, tr("Postcode"));
    m_city = addField(form, u"customerCity"_s, tr("Town"));
    m_country = addField(form, u"customerCountry"_s, tr("Country, two letters"));
    for (QLineEdit *field : {m_street, m_zip, m_city, m_country})
        m_addressRows.append({field, form->labelForField(field)});
    m_save = inRole(named(new QPushButton(tr("Save")), u"customerSave"_s, tr("Save the customer")),
                    "main");
    connect(m_save, &QPushButton::clicked, this, &CustomerPanel::save);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_advice);
    layout->addStretch();
    layout->addWidget(m_save);
    return part;
}

void CustomerPanel::tellNobody()
{
    m_empty->setText(m_search->text().trimmed().isEmpty()
                         ? tr("Type the beginning of a name, or make a new customer.")
                         : tr("Nobody is called so. “New customer” takes it along."));
}

void CustomerPanel::start()
{
    showForm(false);
    m_search->clear();
    tellNobody();
    m_search->setFocus();
}

void CustomerPanel::showForm(bool shown)
{
    m_message->say(QString());
    m_searchPart->setVisible(!shown);
    m_form->setVisible(shown);
    if (!shown)
        return;
    m_saving = AccountId::make(m_access.clock.now());
    m_created.reset();
    fill({});
    m_advice->forget();
    m_taken = {};
    for (QLineEdit *field : {m_street, m_zip, m_city})
        field->clear();
    for (QWidget *row : std::as_const(m_addressRows))
        row->show();
    fieldFor(m_search->text())->setText(m_search->text().trimmed());
    const QString here = QLocale::territoryToCode(QLocale().territory());
    const QString shops = PaperSettings::in(m_access.folder).country;
    m_country->setText(shops.isEmpty() ? here : shops);
    m_save->setEnabled(true);
    m_name->setFocus();
}

void CustomerPanel::edit(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const Account account = m_model.account(row.row());
    showForm(true);
    for (QWidget *part : std::as_const(m_addressRows))
        part->hide();
    m_saving = account.id;
    m_created = account.details;
    fill(account.details);
}

void CustomerPanel::fill(const AccountDetails &details)
{
    m_name->setText(details.name);
    m_mail->setText(details.email);
    m_phone->setText(details.phone);
    const int known = m_mails->findData(details.mailLanguage);
    m_mails->setCurrentIndex(details.wantsMails ? std::max(known, 0) : m_mails->count() - 1);
}

AccountDetails CustomerPanel::said() const
{
    AccountDetails details = m_created.value_or(AccountDetails());
    details.name = m_name->text().trimmed();
    details.email = m_mail->text().trimmed();
    details.phone = m_phone->text().trimmed();
    details.wantsMails = m_mails->currentIndex() < m_mails->count() - 1;
    if (details.wantsMails)
        details.mailLanguage = m_mails->currentData().toString();
    return details;
}

QLineEdit *CustomerPanel::fieldFor(const QString &text) const
{
    static const QRegularExpression number(u"^[0-9 +/().-]*[0-9][0-9 +/().-]*$"_s);
    if (text.contains(u'@'))
        return m_mail;
    return number.match(text).hasMatch() ? m_phone : m_name;
}

void CustomerPanel::choose(const QModelIndex &row)
{
    if (row.isValid())
        choosePlace(m_model.account(row.row()).id);
}

void CustomerPanel::choosePlace(AccountId customer)
{
    call(m_access.account, &AccountService::addresses, customer)
        .then(this, [this, customer](const Result<QList<AccountAddress>> &places) {
            if (!places)
                return m_message->say(places.error());
            Q_EMIT chosen(customer, places->value(0));
        });
}

void CustomerPanel::save()
{
    if (!m_save->isEnabled())
        return;
    const AccountDetails details = said();
    m_save->setEnabled(false);
    const auto saved = [this, details](const auto &done) {
        m_save->setEnabled(true);
        if (!done)
            return m_message->say(done.error());
        m_created = details;
        if (m_street->isHidden())
            return choosePlace(m_saving);
        if (!m_street->text().trimmed().isEmpty())
            return saveAddress(m_saving);
        Q_EMIT chosen(m_saving, {});
    };
    // Of an account that is there already, creating it would change nothing.
    if (m_created && *m_created != details)
        call(m_access.account, &AccountService::update, m_access.command(), m_saving, details)
            .then(this, saved);
    else
        call(m_access.account, &AccountService::create, m_access.command(), m_saving, details)
            .then(this, saved);
}

Address CustomerPanel::typedAddress() const
{
    Address address;
    address.name = m_name->text().trimmed();
    address.street1 = m_street->text().trimmed();
    address.zip = m_zip->text().trimmed();
    address.city = m_city->text().trimmed();
    address.country = m_country->text().trimmed().toUpper();
    address.phone = m_phone->text().trimmed();
    address.email = m_mail->text().trimmed();
    if (address.street1 == m_taken.street1 && address.zip == m_taken.zip &&
        address.city == m_taken.city && address.country == m_taken.country) {
        address.street2 = m_taken.street2;
        address.state = m_taken.state;
    }
    return address;
}

void CustomerPanel::takeAddress(const Address &address)
{
    m_taken = address;
    m_street->setText(address.street1);
    m_zip->setText(address.zip);
    m_city->setText(address.city);
    m_country->setText(address.country);
    m_save->setFocus();
}

void CustomerPanel::saveAddress(AccountId customer)
{
    const Address address = typedAddress();
    m_save->setEnabled(false);
    call(m_access.account, &AccountService::addAddress, m_access.command(), customer, address)
        .then(this, [this, customer, address](const Result<AddressId> &added) {
            m_save->setEnabled(true);
            if (!added)
                return m_message->say(added.error());
            Q_EMIT chosen(customer, {*added, address});
        });
}

} // namespace kontor
