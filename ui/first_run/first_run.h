// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/country_taxes.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kontor {

class MessageLine;

//! What somebody said of a new shop.
struct FirstAnswers
{
    QString name;
    QString country;
    Currency currency;
    TaxRate standardRate;
    TaxRate reducedRate;
    bool demo = false; //!< with the demo shop's products; else empty
};

//! Asks, where there is no shop yet, what a shop must know of itself: three pages, or none for who
//! only wants to look. Afterwards it shows how far the filling is.
class FirstRun : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRun(QWidget *parent = nullptr);

    void showProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void answered(const kontor::FirstAnswers &answers);

private:
    QVBoxLayout *addPage(const QString &title, const QString &hint);
    void addNamePage();
    void addTaxPage();
    void addGoodsPage();
    void addProgressPage();
    void addRow(QVBoxLayout *layout, const QString &name, QWidget *control);
    //! The way back, if there is one, and the ways on; answers the main one.
    QPushButton *addButtons(QVBoxLayout *layout, const QString &objectName, const QString &next,
                            QPushButton *beside = nullptr);
    void takeCountry();
    void go(int page);
    void finish(bool demo);

    QStackedWidget *m_pages;
    QLineEdit *m_name;
    QComboBox *m_country;
    QComboBox *m_currency;
    QLineEdit *m_standard;
    QLineEdit *m_reduced;
    QProgressBar *m_progress;
    MessageLine *m_message;
};

} // namespace kontor
