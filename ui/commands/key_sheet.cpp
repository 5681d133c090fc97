// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_sheet.h"

#include "ui/commands/commands.h"
#include "ui/commands/palette_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPdfWriter>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextDocument>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

KeysModel::KeysModel(const Commands &commands, QObject *parent)
    : TableModel({tr("Where"), tr("What"), tr("Keys")}, parent)
    , m_commands(commands)
{
    connect(&commands, &Commands::changed, this, [this] {
        Q_EMIT dataChanged(index(0, KeysColumn), index(rowCount() - 1, KeysColumn));
    });
}

int KeysModel::rows() const { return int(m_commands.all().size()); }

QAction *KeysModel::command(int row) const { return m_commands.all().value(row); }

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const QAction *command = m_commands.all()[index.row()];
    switch (Column(index.column())) {
    case PageColumn:
        return PaletteModel::pageName(Commands::pageOf(command));
    case CommandColumn:
        return command->text();
    case KeysColumn:
        return Commands::keysText(command);
    case ColumnCount:
        break;
    }
    return {};
}

KeySheet::KeySheet(Commands &commands, QWidget *parent)
    : Overlay(u"keySheet"_s, metrics::sheetWidth, parent)
    , m_commands(commands)
    , m_model(commands)
    , m_table(rowTable(u"keyList"_s, tr("Commands and their keys")))
    , m_question(plainLabel())
    , m_key(named(new QKeySequenceEdit, u"newKey"_s, tr("New key")))
    , m_usual(named(new QPushButton(tr("The usual key")), u"usualKey"_s, tr("The usual key")))
    , m_message(new MessageLine(u"keyMessage"_s))
{
    build();
    connect(m_table, &QTableView::activated, this, &KeySheet::ask);
    connect(m_table, &QTableView::clicked, this, &KeySheet::ask);
    connect(m_key, &QKeySequenceEdit::editingFinished, this, &KeySheet::take);
    connect(m_usual, &QPushButton::clicked, this, &KeySheet::useUsual);
}

void KeySheet::build()
{
    auto *print = named(new QPushButton(tr("Save as PDF")), u"printKeys"_s, tr("Save as PDF"));
    auto *back = named(new QPushButton(tr("Close")), u"closeKeys"_s, tr("Close"));
    connect(print, &QPushButton::clicked, this, &KeySheet::print);
    connect(back, &QPushButton::clicked, this, &Overlay::close);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    head->addWidget(plainLabel(tr("Keys"), "title"), 1);
    head->addWidget(print);
    head->addWidget(back);

    inRole(m_table, "plain");
    m_table->setModel(&m_model);
    auto *delegate = new RowDelegate(metrics::storyRowHeight, m_table);
    delegate->setMuted(KeysModel::PageColumn);
    delegate->setBold(KeysModel::KeysColumn);
    m_table->setItemDelegate(delegate);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::storyRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(KeysModel::CommandColumn,
                                                      QHeaderView::Stretch);

    auto *asking = new QHBoxLayout;
    asking->setSpacing(metrics::inside);
    asking->addWidget(m_question, 1);
    asking->addWidget(m_key);
    asking->addWidget(m_usual);
    card()->addLayout(head);
    card()->addWidget(m_table, 1);
    card()->addLayout(asking);
    card()->addWidget(m_message);
}

void KeySheet::open()
{
    Overlay::open();
    m_message->say(QString());
    m_question->setText(tr("Enter on a command gives it another key."));
    m_key->hide();
    m_usual->hide();
    m_table->selectRow(std::max(0, m_table->currentIndex().row()));
    m_table->setFocus();
}

void KeySheet::ask()
{
    const QAction *command = m_model.command(m_table->currentIndex().row());
    if (!command)
        return;
    m_message->say(QString());
    m_question->setText(tr("Press the new key for “%1”.").arg(command->text()));
    m_key->clear();
    m_key->show();
    m_usual->setVisible(!m_commands.hasUsualKeys(command));
    m_key->setFocus();
}

void KeySheet::take()
{
    const QKeySequence key = m_key->keySequence();
    QAction *command = m_model.command(m_table->currentIndex().row());
    if (key.isEmpty() || !command)
        return;
    // One key does it; a second one pressed soon after is not meant as the second of a chord.
    const QKeySequence first(key[0]);
    if (const QAction *has = m_commands.setKey(command, first)) {
        m_message->say(tr("%1 is the key of “%2”. Press another one.")
                           .arg(first.toString(QKeySequence::NativeText), has->text()));
        m_key->clear();
        return;
    }
    open();
    m_message->notice(tr("“%1” has the key %2 now.")
                          .arg(command->text(), first.toString(QKeySequence::NativeText)));
}

void KeySheet::useUsual()
{
    if (QAction *command = m_model.command(m_table->currentIndex().row()))
        m_commands.useUsualKeys(command);
    open();
}

QString KeySheet::html() const
{
    QString rows;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        rows += u"<tr>"_s;
        for (int column = 0; column < KeysModel::ColumnCount; ++column)
            rows +=
                u"<td>%1</td>"_s.arg(m_model.index(row, column).data().toString().toHtmlEscaped());
        rows += u"</tr>"_s;
    }
    return u"<h2>%1</h2><table cellpadding=\"4\" width=\"100%\">%2</table>"_s.arg(
        tr("Keys of Kontor").toHtmlEscaped(), rows);
}

void KeySheet::print()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = u"%1/%2.pdf"_s.arg(folder, tr("Kontor keys"));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) {
        m_message->say(tr("The sheet cannot be written to %1.").arg(file));
        return;
    }
    QPdfWriter paper(&out);
    paper.setPageSize(QPageSize(QPageSize::A4));
    paper.setTitle(tr("Keys of Kontor"));
    QTextDocument document;
    document.setHtml(html());
    document.print(&paper);
    if (out.commit())
        m_message->notice(tr("The sheet is in %1.").arg(file));
    else
        m_message->say(tr("The sheet cannot be written to %1.").arg(file));
}

} // namespace kontor
