// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shift/shift_page.h"

#include "models/texts.h"
#include "models/typed_number.h"
#include "ui/commands/add_command.h"
#include "ui/paper/paper_row.h"
#include "ui/shift/count_form.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/scrolled.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QColor lineColour(const QModelIndex &index, const Tokens &tokens)
{
    switch (ReportLine::Kind(index.data(ReportLinesModel::KindRole).toInt())) {
    case ReportLine::Heading:
        return tokens.accent;
    case ReportLine::Warning:
        return tokens.danger;
    case ReportLine::Plain:
    case ReportLine::Sum:
        return {};
    }
    return {};
}

QColor differenceColour(const QModelIndex &index, const Tokens &tokens)
{
    const bool differs = index.column() == ZReportsModel::DifferenceColumn &&
                         index.data(ZReportsModel::RawRole).toLongLong() != 0;
    return differs ? tokens.danger : QColor();
}

QVBoxLayout *formLayout(QWidget *form)
{
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    return layout;
}

} // namespace

ShiftPage::ShiftPage(const ShopAccess &access, TillShift &shift, QWidget *parent)
    : QWidget(parent)
    , m_shift(shift)
    , m_papers(access)
    , m_state(named(plainLabel({}, "title"), u"shiftState"_s, tr("State of the shift")))
    , m_message(new MessageLine(u"shiftMessage"_s))
    , m_steps(new QStackedWidget)
    , m_float(named(new QLineEdit, u"floatAmount"_s, tr("Float")))
    , m_question(plainLabel({}, "strong"))
    , m_amount(named(new QLineEdit, u"moveAmount"_s, tr("Amount")))
    , m_reason(named(new QLineEdit, u"moveReason"_s, tr("Reason")))
    , m_count(new CountForm)
    , m_title(named(plainLabel({}, "title"), u"reportTitle"_s, tr("Report")))
    , m_report(inRole(rowTable(u"shiftReport"_s, tr("Report")), "plain"))
    , m_list(rowTable(u"zReports"_s, tr("Z reports")))
    , m_older(new MessageLine(u"zReportsOlder"_s))
{
    setObjectName(u"shiftPage"_s);
    build();
    addCommands();
    tellOfPapers(m_papers, *m_message);
    connect(&m_shift, &TillShift::changed, this, &ShiftPage::refresh);
    connect(&m_shift, &TillShift::failed, this, &ShiftPage::say);
    connect(&m_shift, &TillShift::done, this, [this] {
        m_message->say(QString());
        if (m_steps->currentIndex() == Moving)
            go(Choosing);
    });
    connect(&m_shift, &TillShift::closed, this, [this](const ShiftReport &report) {
        go(Opening);
        showReport(report);
        print(PaperDesk::Way::PrinterIfAny);
    });
    connect(m_count, &CountForm::finished, this, &ShiftPage::close);
    connect(m_list, &QTableView::clicked, this,
            [this](const QModelIndex &index) { chosen(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { chosen(index.row()); });
}

void ShiftPage::build()
{
    m_steps->addWidget(buildOpening());
    m_steps->addWidget(buildChoosing());
    m_steps->addWidget(buildMoving());
    m_steps->addWidget(buildCounting());
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    m_column->setSpacing(metrics::group);
    m_column->addWidget(m_state);
    m_column->addWidget(m_message);
    m_column->addWidget(m_steps);
    buildReports(m_column);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_column, 3);
    layout->addWidget(buildReport(), 2);
}

QPushButton *ShiftPage::button(const QString &name, const QString &text, const QString &key,
                               const char *role)
{
    auto *made = inRole(named(new QPushButton(text), name, text), role);
    made->setMinimumWidth(metrics::keyedWidth);
    showKey(made, key);
    return made;
}

QWidget *ShiftPage::buildOpening()
{
    auto *form = new QWidget;
    auto *layout = formLayout(form);
    auto *row = new QHBoxLayout;
    m_float->setPlaceholderText(tr("Float: the cash in the drawer now"));
    m_float->setMaximumWidth(metrics::sidePanelWidth);
    auto *open = button(u"openShift"_s, tr("Open the shift"), tr("F12"), "main");
    connect(m_float, &QLineEdit::returnPressed, this, &ShiftPage::openShift);
    connect(open, &QPushButton::clicked, this, &ShiftPage::openShift);
    row->addWidget(m_float, 1);
    row->addWidget(open);
    row->addStretch();
    layout->addLayout(row);
    return form;
}

QWidget *ShiftPage::buildChoosing()
{
    auto *form = new QWidget;
    auto *layout = formLayout(form);
    auto *first = new QHBoxLayout;
    auto *second = new QHBoxLayout;
    auto *third = new QHBoxLayout;
    const auto add = [this](QHBoxLayout *row, const QString &name, const QString &text,
                            const QString &key, auto done, const char *role = "") {
        auto *made = button(name, text, key, role);
        connect(made, &QPushButton::clicked, this, done);
        row->addWidget(made);
    };
    add(first, u"payIn"_s, tr("Pay in"), tr("F4"), [this] { ask(DrawerMoveKind::PaidIn); });
    add(first, u"payOut"_s, tr("Pay out"), tr("F5"), [this] { ask(DrawerMoveKind::PaidOut); });
    add(second, u"drop"_s, tr("To the safe"), tr("F6"), [this] { ask(DrawerMoveKind::Drop); });
    add(second, u"openDrawer"_s, tr("Open the drawer"), tr("F7"),
        [this] { ask(DrawerMoveKind::Opened); });
    add(
        third, u"countShift"_s, tr("Count and close"), tr("F12"), [this] { go(Counting); }, "main");
    first->addStretch();
    second->addStretch();
    third->addStretch();
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addLayout(third);
    return form;
}

QWidget *ShiftPage::buildMoving()
{
    auto *form = new QWidget;
    auto *layout = formLayout(form);
    layout->addWidget(m_question);
    m_amount->setPlaceholderText(tr("Amount"));
    m_amount->setMaximumWidth(metrics::backWidth);
    auto *row = new QHBoxLayout;
    auto *confirm = button(u"confirmMove"_s, tr("Note it"), tr("F12"), "main");
    auto *away = button(u"backFromMove"_s, tr("Back"), tr("Esc"));
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->setFocus(); });
    connect(m_reason, &QLineEdit::returnPressed, this, &ShiftPage::moveMoney);
    connect(confirm, &QPushButton::clicked, this, &ShiftPage::moveMoney);
    connect(away, &QPushButton::clicked, this, &ShiftPage::back);
    row->addWidget(m_amount);
    row->addWidget(m_reason, 1);
    layout->addLayout(row);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(confirm);
    buttons->addWidget(away);
    buttons->addStretch();
    layout->addLayout(buttons);
    return form;
}

QWidget *ShiftPage::buildCounting()
{
    auto *form = new QWidget;
    auto *layout = formLayout(form);
    auto *close = button(u"closeShift"_s, tr("Close the shift"), tr("F12"), "main");
    auto *away = button(u"backFromCount"_s, tr("Back"), tr("Esc"));
    connect(close, &QPushButton::clicked, this, &ShiftPage::close);
    connect(away, &QPushButton::clicked, this, &ShiftPage::back);
    layout->addWidget(new Scrolled(m_count), 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(close);
    buttons->addWidget(away);
    buttons->addStretch();
    layout->addLayout(buttons);
    return form;
}

QWidget *ShiftPage::buildReport()
{
    auto *side = inRole(new QFrame, "side");
    side->setMinimumWidth(metrics::sidePanelWidth);
    side->setMaximumWidth(metrics::detailsWidth);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, metrics::page, 0, metrics::inside);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::group, 0, metrics::group, 0);
    head->addWidget(m_title);
    head->addStretch();
    const auto add = [this, head](const QString &name, const QString &text, const QString &spoken,
                                  PaperDesk::Way way) {
        auto *made = inRole(named(new QPushButton(text), name, spoken), "compact");
        connect(made, &QPushButton::clicked, this, [this, way] { print(way); });
        head->addWidget(made);
    };
    add(u"printReport"_s, tr("Print"), tr("Print the report"), PaperDesk::Way::Printer);
    add(u"saveReport"_s, tr("PDF"), tr("Save the report as a PDF and open it"),
        PaperDesk::Way::Pdf);
    layout->addLayout(head);
    m_report->setModel(&m_lines);
    auto *delegate = new RowDelegate(metrics::storyRowHeight, m_report);
    delegate->setBold(ReportLinesModel::AmountColumn);
    delegate->setColour(lineColour);
    delegate->setSeparators(false);
    delegate->setEnds(metrics::group);
    m_report->setItemDelegate(delegate);
    m_report->horizontalHeader()->hide();
    m_report->horizontalHeader()->setSectionResizeMode(ReportLinesModel::TextColumn,
                                                       QHeaderView::Stretch);
    m_report->horizontalHeader()->setSectionResizeMode(ReportLinesModel::AmountColumn,
                                                       QHeaderView::ResizeToContents);
    m_report->verticalHeader()->setDefaultSectionSize(metrics::storyRowHeight);
    layout->addWidget(m_report, 1);
    return side;
}

void ShiftPage::buildReports(QVBoxLayout *layout)
{
    m_list->setModel(&m_reports);
    auto *delegate = new RowDelegate(metrics::rowHeight, m_list);
    delegate->setBold(ZReportsModel::TotalColumn);
    delegate->setColour(differenceColour);
    m_list->setItemDelegate(delegate);
    m_list->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    auto *header = m_list->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ZReportsModel::ClosedColumn, QHeaderView::Stretch);
    new EmptyNote(m_list, tr("No Z reports yet: closing a shift makes the first one."));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_older);
}

void ShiftPage::addCommands()
{
    addCommand(this, u"shift.payIn"_s, tr("Pay in"), {Qt::Key_F4},
               [this] { ask(DrawerMoveKind::PaidIn); });
    addCommand(this, u"shift.payOut"_s, tr("Pay out"), {Qt::Key_F5},
               [this] { ask(DrawerMoveKind::PaidOut); });
    addCommand(this, u"shift.drop"_s, tr("To the safe"), {Qt::Key_F6},
               [this] { ask(DrawerMoveKind::Drop); });
    addCommand(this, u"shift.openDrawer"_s, tr("Open the drawer"), {Qt::Key_F7},
               [this] { ask(DrawerMoveKind::Opened); });
    addCommand(this, u"shift.goOn"_s, tr("Open, count or close the shift"),
               {Qt::Key_F12, QKeySequence(Qt::CTRL | Qt::Key_Return)}, [this] { goOn(); });
    addCommand(this, u"shift.print"_s, tr("Print the report"), {Qt::CTRL | Qt::Key_P},
               [this] { print(PaperDesk::Way::Printer); });
    addCommand(this, u"shift.back"_s, tr("One step back"), {Qt::Key_Escape}, [this] { back(); });
}

void ShiftPage::start()
{
    m_shift.refresh();
    if (m_steps->currentIndex() == Opening || m_steps->currentIndex() == Choosing)
        go(m_shift.xReport() ? Choosing : Opening);
}

void ShiftPage::refresh()
{
    const auto &x = m_shift.xReport();
    m_state->setText(x ? tr("Shift since %1").arg(momentText(x->shift.openedAt))
                       : tr("No shift is open"));
    m_reports.setReports(m_shift.zReports());
    tellOfOlder();
    // A header measures its sections when a mode is set, not when rows come.
    m_list->horizontalHeader()->setSectionResizeMode(ZReportsModel::ClosedColumn,
                                                     QHeaderView::Stretch);
    selectShown();
    const auto step = m_steps->currentIndex();
    if (x && step == Opening) {
        m_float->clear();
        go(Choosing);
    } else if (!x && step != Opening) {
        go(Opening);
    }
    if (x && (m_showsOpen || m_lines.rowCount() == 0))
        showReport(*x);
    else if (!x && m_showsOpen && !m_shift.zReports().isEmpty())
        showReport(m_shift.zReports().first());
}

void ShiftPage::tellOfOlder()
{
    // Their numbers have no gap.
    const QList<ShiftReport> &zs = m_shift.zReports();
    const bool listed = m_steps->currentIndex() != Counting && !zs.isEmpty();
    m_older->notice(!listed || zs.last().number <= 1
                        ? QString()
                        : tr("These are the newest %1; the older ones are kept, but not listed.")
                              .arg(zs.size()));
}

void ShiftPage::go(Step step)
{
    // A step takes the height that it needs itself, not that of the highest.
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == step ? QSizePolicy::Preferred
                                                                            : QSizePolicy::Ignored);
    const bool counting = step == Counting;
    m_steps->setSizePolicy(QSizePolicy::Preferred,
                           counting ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    m_column->setStretchFactor(m_steps, counting ? 1 : 0);
    m_steps->setCurrentIndex(step);
    m_list->setVisible(!counting);
    tellOfOlder();
    if (step != Opening && m_shift.xReport())
        showReport(*m_shift.xReport());
    switch (step) {
    case Opening:
        focusInSight(m_float);
        return;
    case Choosing:
        focusInSight(findChild<QPushButton *>(u"payIn"_s));
        return;
    case Moving:
        focusInSight(m_kind == DrawerMoveKind::Opened ? m_reason : m_amount);
        return;
    case Counting:
        if (m_shift.xReport())
            m_count->start(*m_shift.xReport(), m_shift.isBlind());
        return;
    }
}

void ShiftPage::back()
{
    m_message->say(QString());
    if (m_shift.xReport())
        go(Choosing);
}

void ShiftPage::goOn()
{
    switch (Step(m_steps->currentIndex())) {
    case Opening:
        return openShift();
    case Choosing:
        return go(Counting);
    case Moving:
        return moveMoney();
    case Counting:
        return close();
    }
}

void ShiftPage::openShift()
{
    const Currency currency = m_shift.currency();
    const auto amount = typedNumber(m_float->text(), currency.exponent());
    if (!amount)
        return say(amount.error());
    m_showsOpen = true;
    m_shift.open({*amount, currency});
}

void ShiftPage::ask(DrawerMoveKind kind)
{
    if (!m_shift.xReport() || m_steps->currentIndex() == Counting)
        return;
    m_kind = kind;
    m_message->say(QString());
    m_amount->clear();
    m_reason->clear();
    m_amount->setVisible(kind != DrawerMoveKind::Opened);
    m_reason->setPlaceholderText(kind == DrawerMoveKind::PaidOut || kind == DrawerMoveKind::Opened
                                     ? tr("Reason")
                                     : tr("Reason, if you like"));
    switch (kind) {
    case DrawerMoveKind::PaidIn:
        m_question->setText(tr("What is put into the drawer?"));
        break;
    case DrawerMoveKind::PaidOut:
        m_question->setText(tr("What is taken out of the drawer, and for what?"));
        break;
    case DrawerMoveKind::Drop:
        m_question->setText(tr("What is taken to the safe?"));
        break;
    case DrawerMoveKind::Opened:
        m_question->setText(tr("Why is the drawer opened?"));
        break;
    }
    go(Moving);
}

void ShiftPage::moveMoney()
{
    const Currency currency = m_shift.currency();
    if (m_kind == DrawerMoveKind::Opened)
        return m_shift.move(m_kind, {0, currency}, m_reason->text());
    const auto amount = typedNumber(m_amount->text(), currency.exponent());
    if (!amount)
        return say(amount.error());
    m_shift.move(m_kind, {*amount, currency}, m_reason->text());
}

void ShiftPage::close()
{
    const auto count = m_count->count();
    if (!count)
        return say(count.error());
    if (const QString missing = m_count->goToUncounted(); !missing.isEmpty())
        return m_message->say(
            tr("%1 was not counted. Enter 0 if there is nothing of it.").arg(missing));
    m_shift.close(*count);
}

void ShiftPage::showReport(const ShiftReport &report)
{
    m_showsOpen = !report.isZ();
    m_shown = report.number;
    m_shownReport = report;
    selectShown();
    m_title->setText(reportTitle(report));
    m_lines.setLines(reportLines(report, m_shift.isBlind()));
    m_report->clearSpans();
    for (int row = 0; row < m_lines.rowCount(); ++row) {
        if (m_lines.index(row, ReportLinesModel::AmountColumn).data().toString().isEmpty())
            m_report->setSpan(row, ReportLinesModel::TextColumn, 1, ReportLinesModel::ColumnCount);
    }
}

void ShiftPage::selectShown()
{
    if (m_shown == 0)
        return m_list->setCurrentIndex({});
    for (int row = 0; row < m_reports.rowCount(); ++row) {
        if (m_reports.report(row).number == m_shown)
            return m_list->selectRow(row);
    }
}

void ShiftPage::chosen(int row)
{
    if (row >= 0 && row < m_reports.rowCount() && m_reports.report(row).number != m_shown)
        showReport(m_reports.report(row));
}

void ShiftPage::print(PaperDesk::Way way)
{
    if (m_shownReport)
        m_papers.report(*m_shownReport, m_shift.isBlind(), way);
}

void ShiftPage::say(const Error &error)
{
    m_message->say(error);
    if (error.is(CartError::NeedsReason))
        m_count->askForReason();
}

} // namespace kontor
