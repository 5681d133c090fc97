// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace kontor {

//! A field for a few lines of plain text. Tab leads on to the next control.
class LinesField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit LinesField(int lines, QWidget *parent = nullptr);

    //! Without empty ones and without spaces around them.
    QStringList lines() const;

Q_SIGNALS:
    void editingFinished();

protected:
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace kontor
