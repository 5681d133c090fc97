// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/import_page.h"

#include "ui/error_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

ImportPage::ImportPage(QWidget *parent)
    : QFrame(parent)
    , m_field(named(new QLineEdit, u"importFile"_s, tr("File with the table")))
    , m_figures(named(plainLabel({}, "strong"), u"importFigures"_s, tr("What is in the table")))
    , m_message(new MessageLine(u"importMessage"_s))
    , m_list(named(new QListView, u"importReasons"_s, tr("What is not read as it stands")))
    , m_confirm(inRole(named(new QPushButton(tr("Open the shop")), u"importNext"_s,
                             tr("Open the shop with these products")),
                       "main"))
{
    inRole(this, "card");
    setAcceptDrops(true);
    build();
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        // What was read is no longer what stands here.
        m_file.clear();
        m_figures->clear();
        m_message->say(QString());
        m_list->hide();
        m_confirm->setEnabled(false);
    });
    connect(m_field, &QLineEdit::returnPressed, this, &ImportPage::read);
    connect(m_confirm, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_file); });
}

void ImportPage::build()
{
    m_field->setPlaceholderText(tr("Drop a file here, or type its path and press Enter"));
    m_field->setAcceptDrops(false); // the whole page takes it
    auto *choose = named(new QPushButton(tr("Choose …")), u"importBrowse"_s, tr("Choose a file"));
    connect(choose, &QPushButton::clicked, this, &ImportPage::browse);
    m_list->setModel(&m_reasons);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    auto *hint = plainLabel(
        tr("A CSV file with a name and a price in each row, as spreadsheets and other shops write "
           "it. Nothing is kept before you open the shop."),
        "small");
    m_figures->setWordWrap(true);
    hint->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_field, 1);
    row->addWidget(choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(plainLabel(tr("A table of products"), "title"));
    layout->addWidget(hint);
    layout->addLayout(row);
    layout->addWidget(m_message);
    layout->addWidget(m_figures);
    layout->addWidget(m_list, 1);
    layout->addStretch();
    layout->addWidget(buildButtons());
}

QWidget *ImportPage::buildButtons()
{
    auto *buttons = new QWidget;
    auto *back = named(new QPushButton(tr("Back")), u"importBack"_s, tr("Back"));
    connect(back, &QPushButton::clicked, this, &ImportPage::left);
    m_confirm->setAutoDefault(true);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(back);
    layout->addStretch();
    layout->addWidget(m_confirm);
    return buttons;
}

void ImportPage::start()
{
    // Another currency or tax rate may have been said meanwhile.
    if (m_file.isEmpty()) {
        m_confirm->setEnabled(false);
        m_list->hide();
    } else {
        read();
    }
    m_field->setFocus();
}

void ImportPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a table of products"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt *.gz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_field->setText(file);
        read();
    });
    dialog->open();
}

void ImportPage::read()
{
    const QString typed = m_field->text().trimmed();
    if (typed.isEmpty())
        return;
    m_file = QFileInfo(typed).absoluteFilePath();
    m_reasons.setStringList({});
    m_list->hide();
    m_confirm->setEnabled(false);
    m_message->say(QString());
    m_figures->setText(tr("Reading …"));
    Q_EMIT tableChosen(m_file);
}

void ImportPage::showReport(const QString &file, const Result<ImportReport> &report)
{
    if (file != m_file)
        return;
    m_figures->clear();
    if (!report)
        return m_message->say(report.error());
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    m_figures->setText(tr("Rows read: %1. New products: %2. Added to another row: %3. Refused: %4.")
                           .arg(number(report->read), number(report->newProducts),
                                number(report->merged), number(report->refusedCount)));
    QStringList reasons;
    for (const auto &[rows, text] : {std::pair(&report->refused, tr("Line %1 is refused: %2")),
                                     std::pair(&report->warnings, tr("Line %1: %2"))}) {
        for (const RowRemark &row : *rows) {
            if (reasons.size() < shownReasons)
                reasons.append(text.arg(number(row.line), errorText(row.reason)));
        }
    }
    m_reasons.setStringList(reasons);
    m_list->setVisible(!reasons.isEmpty());
    m_confirm->setEnabled(report->newProducts > 0);
    if (report->newProducts == 0)
        return m_message->say(tr("There is no product in this table. Look at the reasons, mend the "
                                 "table and read it again, or choose another one."));
    m_confirm->setFocus();
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    m_field->setText(event->mimeData()->urls().first().toLocalFile());
    read();
}

} // namespace kontor
