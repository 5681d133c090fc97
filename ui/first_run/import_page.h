// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/import_report.h"

#include <QFrame>
#include <QStringListModel>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace kontor {

class MessageLine;

//! Which table a new shop's products come from, and what would become of its rows.
class ImportPage : public QFrame
{
    Q_OBJECT
public:
    explicit ImportPage(QWidget *parent = nullptr);

    void start();
    //! What came of a file; passed over if another one was chosen since.
    void showReport(const QString &file, const Result<ImportReport> &report);

    //! So many reasons are shown; the counts are of all.
    static constexpr qsizetype shownReasons = 200;

Q_SIGNALS:
    void left();
    //! Its rows are to be looked at; nothing is kept of it yet.
    void tableChosen(const QString &file);
    void confirmed(const QString &file);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildButtons();
    void browse();
    void read();

    QLineEdit *m_field;
    QLabel *m_figures;
    MessageLine *m_message;
    QStringListModel m_reasons;
    QListView *m_list;
    QPushButton *m_confirm;
    QString m_file; //!< that is looked at, or was
};

} // namespace kontor
