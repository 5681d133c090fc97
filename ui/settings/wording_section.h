// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_plans_model.h"
#include "ui/settings/settings_section.h"

#include <utility>

class QLineEdit;
class QPushButton;
class QTableView;

namespace kontor {

class LinesField;
class Segments;

//! Which mails customers get, and what each of them says in each language.
class WordingSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit WordingSection(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void save() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildEditor();
    QWidget *buildPreview();
    //! What is kept of the mail and the language that are chosen.
    void show();
    void showPreview();
    void choose(int row);
    MailText said() const;
    MailText kept() const { return m_model.plan(m_row).wording(language()); }
    //! Keeps in mind what is said and not kept yet, or cannot be kept.
    void noteDraft();
    void forgetKeptDrafts();
    MailLanguage language() const;
    QString refusalText(const Error &error) const;

    MailPlansModel m_model;
    int m_row = -1;                                        //!< of the mail that is shown
    QMap<std::pair<int, MailLanguage>, MailText> m_drafts; //!< by row and language
    QTableView *m_list;
    Segments *m_sent;
    Segments *m_language;
    QLineEdit *m_subject;
    LinesField *m_body;
    QLabel *m_names;
    MessageLine *m_refusal;
    QPushButton *m_usual;
    QLabel *m_shownSubject;
    QLabel *m_shownBody;
};

} // namespace kontor
