// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/customers_model.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListView;
class QPushButton;

namespace kontor {

class AddressAdvice;
class EmptyNote;
class MessageLine;

//! Finds the customer of a cart, or makes a new one in place.
class CustomerPanel : public QFrame
{
    Q_OBJECT
public:
    explicit CustomerPanel(const ShopAccess &access, QWidget *parent = nullptr);

    //! Starts anew, ready to type.
    void start();
    //! Chooses this customer, to be delivered to the first address.
    void choosePlace(AccountId customer);

Q_SIGNALS:
    //! A null customer is a walk-in customer; the address is null where there is none.
    void chosen(kontor::AccountId customer, const kontor::AccountAddress &address);
    void left();

private:
    void build();
    QWidget *buildSearch();
    QWidget *buildForm();
    QLineEdit *addField(QFormLayout *form, const QString &objectName, const QString &label);
    void choose(const QModelIndex &row);
    void showForm(bool shown);
    //! For a customer that is there already: what is known but the addresses.
    void edit(const QModelIndex &row);
    void fill(const AccountDetails &details);
    AccountDetails said() const;
    //! Where of the form belongs what was searched for.
    QLineEdit *fieldFor(const QString &text) const;
    //! What stands in an empty list.
    void tellNobody();
    void save();
    void saveAddress(AccountId customer);
    Address typedAddress() const;
    void takeAddress(const Address &address);

    const ShopAccess &m_access;
    CustomersModel m_model;
    QLineEdit *m_search;
    QListView *m_found;
    EmptyNote *m_empty = nullptr;
    MessageLine *m_more;
    MessageLine *m_message;
    QWidget *m_searchPart = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_mail = nullptr;
    QLineEdit *m_phone = nullptr;
    QComboBox *m_mails = nullptr; //!< in which language; the last choice: none
    QList<QWidget *> m_addressRows;
    QPushButton *m_edit = nullptr;
    QLineEdit *m_street = nullptr;
    QLineEdit *m_zip = nullptr;
    QLineEdit *m_city = nullptr;
    QLineEdit *m_country = nullptr;
    AddressAdvice *m_advice;
    Address m_taken; //!< as the carriers write it; with what the form has no field for
    QPushButton *m_save = nullptr;
    std::optional<AccountDetails> m_created; //!< of the form, as they were saved last
    AccountId m_saving;                      //!< of the form; the same however often it is tried
};

} // namespace kontor
