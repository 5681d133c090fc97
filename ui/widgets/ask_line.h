// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace kontor {

//! Asks one thing in place: a line that says what, and a field. Takes no room while nothing is
//! asked.
class AskLine : public QWidget
{
    Q_OBJECT
public:
    //! Does what was answered; an error is said, and the question stands.
    using Take = std::function<Result<>(const QString &answer)>;

    explicit AskLine(const QString &fieldName, QWidget *parent = nullptr);

    //! Offers an answer, which typing replaces.
    void ask(const QString &question, const QString &offered, Take take);
    bool isAsking() const { return bool(m_take); }
    //! Answers whether it was asking.
    bool withdraw();

Q_SIGNALS:
    //! Nothing is asked any more.
    void ended();
    void refused(const kontor::Error &error);

private:
    void answer();

    QLabel *m_question;
    QLineEdit *m_field;
    Take m_take;
};

} // namespace kontor
