// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/wording_section.h"

#include "ui/error_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lines_field.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/segments.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordingLines = 8;
constexpr int listWidth = 240;

QVBoxLayout *column(QWidget *part)
{
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    return layout;
}

void addField(QVBoxLayout *layout, const QString &name, QWidget *field)
{
    auto *label = plainLabel(name, "muted");
    label->setBuddy(field);
    auto *both = new QVBoxLayout;
    both->setSpacing(metrics::gap);
    both->addWidget(label);
    both->addWidget(field);
    layout->addLayout(both);
}

} // namespace

WordingSection::WordingSection(const ShopAccess &access, QWidget *parent)
    : SettingsSection(u"wordingSection"_s, tr("Messages to customers"), parent)
    , m_model(access)
    , m_list(rowTable(u"wordingKinds"_s, tr("Messages to customers")))
    , m_sent(new Segments(
          u"wordingSent"_s, tr("Whether customers get it"),
          {{u"wordingOn"_s, tr("Customers get it")}, {u"wordingOff"_s, tr("Nobody gets it")}}))
    , m_language(
          new Segments(u"wordingLanguage"_s, tr("Language"),
                       {{u"wordingEnglish"_s, u"English"_s}, {u"wordingGerman"_s, u"Deutsch"_s}}))
    , m_subject(named(new QLineEdit, u"wordingSubject"_s, tr("Subject")))
    , m_body(named(new LinesField(wordingLines), u"wordingBody"_s, tr("Text")))
    , m_names(plainLabel({}, "small"))
    , m_refusal(new MessageLine(u"wordingRefusal"_s))
    , m_usual(named(new QPushButton(tr("Kontor's words")), u"wordingUsual"_s,
                    tr("Take the words that come with Kontor")))
    , m_shownSubject(named(plainLabel({}, "strong"), u"wordingShownSubject"_s, tr("Subject")))
    , m_shownBody(named(plainLabel(), u"wordingShownBody"_s, tr("As a customer reads it")))
{
    auto *across = new QWidget;
    auto *layout = new QHBoxLayout(across);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::page);
    layout->addWidget(buildList(), 0, Qt::AlignTop);
    layout->addWidget(buildEditor(), 1);
    addBelow(across);
    m_language->choose(int(m_model.usualLanguage()));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { choose(row.row()); });
    connect(m_sent, &Segments::picked, this,
            [this](int choice) { m_model.switchOff(m_row, choice == 1); });
    connect(m_language, &Segments::picked, this, &WordingSection::show);
    connect(m_subject, &QLineEdit::editingFinished, this, &WordingSection::save);
    connect(m_body, &LinesField::editingFinished, this, &WordingSection::save);
    connect(m_subject, &QLineEdit::textChanged, this, &WordingSection::noteDraft);
    connect(m_body, &LinesField::textChanged, this, &WordingSection::noteDraft);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        const MailText usual = usualWording(m_model.plan(m_row).kind, language());
        m_subject->setText(usual.subject);
        m_body->setPlainText(usual.body.trimmed());
        save();
    });
    connect(&m_model, &MailPlansModel::saved, this, &WordingSection::tellSaved);
    connect(&m_model, &MailPlansModel::failed, m_refusal,
            [this](const Error &error) { m_refusal->say(error); });
    connect(&m_model, &MailPlansModel::looked, this, [this] {
        if (m_row < 0)
            m_list->selectRow(0);
        forgetKeptDrafts();
    });
}

QWidget *WordingSection::buildList()
{
    m_list->setModel(&m_model);
    m_list->setFixedWidth(listWidth);
    auto *delegate = new RowDelegate(metrics::storyRowHeight, m_list);
    delegate->setMuted(MailPlansModel::StateColumn);
    m_list->setItemDelegate(delegate);
    QHeaderView *header = m_list->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(MailPlansModel::KindColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(MailPlansModel::StateColumn, QHeaderView::ResizeToContents);
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    endAtLastRow(m_list);
    m_list->setSizeAdjustPolicy(QAbstractItemView::AdjustToContents);
    return m_list;
}

QWidget *WordingSection::buildEditor()
{
    m_subject->setMaxLength(int(maxMailSubject));
    m_names->setWordWrap(true);
    auto *part = new QWidget;
    QVBoxLayout *layout = column(part);
    layout->setSpacing(metrics::cellPadding);
    layout->addWidget(m_sent);
    layout->addWidget(m_language);
    addField(layout, tr("Subject"), m_subject);
    addField(layout, tr("Text"), m_body);
    layout->addWidget(m_names);
    layout->addWidget(m_refusal);
    layout->addWidget(m_usual, 0, Qt::AlignLeft);
    layout->addWidget(buildPreview());
    return part;
}

QWidget *WordingSection::buildPreview()
{
    auto *part = new QWidget;
    QVBoxLayout *layout = column(part);
    m_shownSubject->setWordWrap(true);
    m_shownBody->setWordWrap(true);
    auto *sheet = inRole(new QFrame, "sheet");
    auto *inside = new QVBoxLayout(sheet);
    inside->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    inside->setSpacing(metrics::cellPadding);
    inside->addWidget(m_shownSubject);
    inside->addWidget(m_shownBody);
    layout->addWidget(plainLabel(tr("As a customer reads it"), "muted"));
    layout->addWidget(sheet);
    return part;
}

void WordingSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    m_model.look();
}

MailLanguage WordingSection::language() const { return MailLanguage(m_language->chosen()); }

MailText WordingSection::said() const
{
    return {m_subject->text().trimmed(), m_body->toPlainText().trimmed() + u'\n'};
}

void WordingSection::choose(int row)
{
    if (row < 0 || row == m_row)
        return;
    m_row = row;
    show();
}

void WordingSection::show()
{
    if (m_row < 0)
        return;
    const MailText wording = m_drafts.value({m_row, language()}, kept());
    {
        const QSignalBlocker subjectBlocked(m_subject);
        const QSignalBlocker bodyBlocked(m_body);
        m_subject->setText(wording.subject);
        m_body->setPlainText(wording.body.trimmed());
    }
    showPreview();
    m_sent->choose(m_model.plan(m_row).isOff ? 1 : 0);
    const auto names = placeholdersOf(m_model.plan(m_row).kind);
    const auto listed = [](const QStringList &all) {
        return all.isEmpty() ? QString() : u"{"_s + all.join(u"}, {"_s) + u"}"_s;
    };
    m_names->setText(
        names.sometimes.isEmpty()
            ? tr("In curly brackets: what is filled in, here %1.").arg(listed(names.always))
            : tr("In curly brackets: what is filled in, here %1. Not every message has %2: put the "
                 "part that names it in [square brackets], and it is left out.")
                  .arg(listed(names.always), listed(names.sometimes)));
}

void WordingSection::noteDraft()
{
    if (said() == kept())
        m_drafts.remove({m_row, language()});
    else
        m_drafts.insert({m_row, language()}, said());
    showPreview();
}

void WordingSection::forgetKeptDrafts()
{
    m_drafts.removeIf([this](const auto &draft) {
        const auto &[row, language] = draft.key();
        return m_model.plan(row).wording(language) == draft.value();
    });
}

QString WordingSection::refusalText(const Error &error) const
{
    if (error.is(NotificationError::PlaceholderUnknown) && error.detail() != u"{"_s)
        return tr("{%1} is not known in this message.").arg(error.detail());
    if (error.is(NotificationError::PlaceholderUnknown))
        return tr("A curly bracket is opened and not closed.");
    return errorText(error);
}

void WordingSection::showPreview()
{
    const auto text = m_model.preview(m_row, language(), said());
    m_refusal->say(text ? QString() : refusalText(text.error()));
    m_usual->setEnabled(said() != usualWording(m_model.plan(m_row).kind, language()));
    if (!text)
        return;
    m_shownSubject->setText(text->subject);
    m_shownBody->setText(text->body.trimmed());
}

void WordingSection::save()
{
    if (m_row < 0 || said() == kept() || !m_model.preview(m_row, language(), said()))
        return;
    m_model.reword(m_row, language(), said());
}

} // namespace kontor
