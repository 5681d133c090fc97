// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lines_field.h"

#include "ui/theme/tokens.h"

namespace kontor {

LinesField::LinesField(int lines, QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * metrics::inside + metrics::gap);
}

QStringList LinesField::lines() const
{
    QStringList kept;
    for (const QString &line : toPlainText().split(u'\n')) {
        if (const QString text = line.simplified(); !text.isEmpty())
            kept.append(text);
    }
    return kept;
}

void LinesField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT editingFinished();
}

} // namespace kontor
