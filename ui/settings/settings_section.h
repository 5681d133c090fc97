// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace kontor {

class MessageLine;

//! A card of settings, one below the other. What is changed is kept as soon as its field is left;
//! what makes no sense is told where it stands, and nothing is kept until it is mended.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    SettingsSection(const QString &objectName, const QString &title, QWidget *parent = nullptr);

protected:
    //! Answers the row, to be hidden where it has no sense.
    QWidget *addSetting(const QString &name, const QString &hint, QWidget *control);
    //! Below all settings.
    void addBelow(QWidget *widget);
    //! Tells at a control of a setting what is wrong with it.
    void refuse(const QWidget *control, const QString &text);
    //! Nothing is wrong, as far as is known.
    void clearRefusals();
    void tellSaved();
    void tellNotSaved();
    //! Keeps what is said, if it makes sense and differs from what is kept.
    virtual void save() {}

    void hideEvent(QHideEvent *event) override;

private:
    QLabel *m_saved;
    MessageLine *m_message;
    QVBoxLayout *m_rows;
    QHash<const QWidget *, MessageLine *> m_refusals;
};

} // namespace kontor
