// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paper_desk.h"
#include "models/shift_models.h"
#include "models/till_shift.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace kontor {

class CountForm;
class MessageLine;

//! Opens the till's shift, moves money in and out of the drawer, counts and closes; beside it the
//! report of the open shift, or of one that was closed.
class ShiftPage : public QWidget
{
    Q_OBJECT
public:
    ShiftPage(const ShopAccess &access, TillShift &shift, QWidget *parent = nullptr);

    void start();

private:
    enum Step
    {
        Opening,
        Choosing,
        Moving,
        Counting
    };

    void build();
    QWidget *buildOpening();
    QWidget *buildChoosing();
    QWidget *buildMoving();
    QWidget *buildCounting();
    QWidget *buildReport();
    void buildReports(QVBoxLayout *layout);
    void addCommands();
    QPushButton *button(const QString &name, const QString &text, const QString &key,
                        const char *role = "");
    //! Shows what the model has now, and the step that goes with it.
    void refresh();
    void tellOfOlder();
    void go(Step step);
    void back();
    //! The main thing that can be done in this step.
    void goOn();
    void openShift();
    void ask(DrawerMoveKind kind);
    void moveMoney();
    void close();
    void showReport(const ShiftReport &report);
    //! In the list, if it stands there.
    void selectShown();
    void chosen(int row);
    //! The report beside.
    void print(PaperDesk::Way way);
    void say(const Error &error);

    TillShift &m_shift;
    PaperDesk m_papers;
    ReportLinesModel m_lines;
    ZReportsModel m_reports;
    QLabel *m_state;
    MessageLine *m_message;
    QVBoxLayout *m_column = nullptr;
    QStackedWidget *m_steps;
    QLineEdit *m_float;
    QLabel *m_question;
    QLineEdit *m_amount;
    QLineEdit *m_reason;
    CountForm *m_count;
    QLabel *m_title;
    QTableView *m_report;
    QTableView *m_list;
    MessageLine *m_older;
    DrawerMoveKind m_kind = DrawerMoveKind::PaidIn;
    std::optional<ShiftReport> m_shownReport; //!< the one beside
    int m_shown = 0;                          //!< its number
    bool m_showsOpen = true;                  //!< it is that of the open shift
};

} // namespace kontor
