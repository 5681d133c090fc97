// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/error_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace kontor {

QLabel *plainLabel(const QString &text, const char *role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(onScreen(Qt::AlignLeft | Qt::AlignVCenter));
    label->setText(text);
    return role ? inRole(label, role) : label;
}

Qt::Alignment onScreen(Qt::Alignment alignment)
{
    return QStyle::visualAlignment(QGuiApplication::layoutDirection(), alignment);
}

void keepFree(QLineEdit *field, int before, int behind)
{
    if (field->layoutDirection() == Qt::RightToLeft)
        std::swap(before, behind);
    field->setTextMargins(before, 0, behind, 0);
}

QFrame *rule() { return inRole(new QFrame, "rule"); }

void setRole(QWidget *widget, const char *role)
{
    const QString name = QString::fromLatin1(role);
    if (widget->property("role").toString() == name)
        return;
    widget->setProperty("role", name);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void showKey(QPushButton *button, const QString &key) { placeKey(button, plainLabel(key)); }

void placeKey(QPushButton *button, QLabel *cap)
{
    const bool main = button->property("role").toString() == QLatin1String("main");
    setRole(cap, main ? "keyOnAccent" : "key");
    cap->setAttribute(Qt::WA_TransparentForMouseEvents);
    button->setProperty("keyed", true); // its text leaves room
    auto *layout = new QHBoxLayout(button);
    layout->setContentsMargins(metrics::cellPadding, 0, metrics::cellPadding, 0);
    layout->addStretch();
    layout->addWidget(cap, 0, Qt::AlignVCenter);
}

QHBoxLayout *panelHead(const QString &title, QPushButton *back)
{
    showKey(back, MessageLine::tr("Esc"));
    back->setFixedWidth(metrics::backWidth);
    auto *head = new QHBoxLayout;
    head->addWidget(plainLabel(title, "title"));
    head->addStretch();
    head->addWidget(back);
    return head;
}

MessageLine::MessageLine(const QString &objectName, QWidget *parent) : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setAlignment(onScreen(Qt::AlignLeft | Qt::AlignVCenter));
    setWordWrap(true);
    inRole(this, "message");
    hide();
}

void MessageLine::say(const QString &text)
{
    setRole(this, "message");
    setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void MessageLine::say(const Error &error) { say(errorText(error)); }

void MessageLine::notice(const QString &text)
{
    say(text);
    setRole(this, "notice");
}

void MessageLine::withdrawNotice()
{
    if (property("role").toString() == QLatin1String("notice"))
        say(QString());
}

} // namespace kontor
