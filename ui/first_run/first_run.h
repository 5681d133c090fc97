// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_profile.h"
#include "services/catalog/import_report.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kontor {

class ImportPage;
class MessageLine;

//! What somebody said of a new shop.
struct FirstAnswers
{
    QString name;
    QString country;
    Currency currency;
    TaxRate standardRate;
    TaxRate reducedRate;
    ShopProfile::Filling filling = ShopProfile::Filling::Empty;
    QString importFile; //!< whose products it begins with
};

//! Asks, where there is no shop yet, what a shop must know of itself: three pages, or none for who
//! only wants to look. Afterwards it shows how far the filling is.
class FirstRun : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRun(QWidget *parent = nullptr);

    //! What takes a while: a table is read in, or the demo shop is made.
    void setFilling(bool imports);
    void showProgress(qint64 done, qint64 total);
    //! What would become of a table that was chosen.
    void showTable(const QString &file, const kontor::Result<kontor::ImportReport> &report);

Q_SIGNALS:
    //! To be read without keeping anything, with this for what it does not say.
    void tableChosen(const QString &file, kontor::Currency currency, kontor::TaxRate rate);
    void answered(const kontor::FirstAnswers &answers);

private:
    enum Page
    {
        Name,
        Taxes,
        Goods,
        Import
    };
    QVBoxLayout *addPage(const QString &title, const QString &hint);
    void addNamePage();
    void addTaxPage();
    void addGoodsPage();
    void addProgressPage();
    void connectImport();
    void addRow(QVBoxLayout *layout, const QString &name, QWidget *control);
    //! The way back, if there is one, and the ways on; answers the main one.
    QPushButton *addButtons(QVBoxLayout *layout, const QString &objectName, const QString &next,
                            const QList<QPushButton *> &beside = {});
    void takeCountry();
    void go(int page);
    void finish(ShopProfile::Filling filling, const QString &importFile = {});

    QStackedWidget *m_pages;
    QLineEdit *m_name;
    QComboBox *m_country;
    QComboBox *m_currency;
    QLineEdit *m_standard;
    QLineEdit *m_reduced;
    QProgressBar *m_progress;
    MessageLine *m_message;
    ImportPage *m_import;
    QLabel *m_fillingText = nullptr;
};

} // namespace kontor
