// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/advice.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

namespace kontor {

namespace {

QByteArray printable(const QString &line)
{
    QString shown = line;
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = u'\ufffd';
    }
    return shown.toUtf8() + '\n';
}

} // namespace

void Console::print(const QJsonObject &object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

void Console::complain(const Error &error)
{
    complain(error.text());
    if (const QString help = advice(error); !help.isEmpty())
        complain(help);
}

Terminal::~Terminal() { clearProgress(); }

void Terminal::clearProgress()
{
    if (m_showsProgress)
        std::fputs("\r\033[K", stderr);
    m_showsProgress = false;
}

bool Terminal::hasPrinted() const { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

void Terminal::print(const QString &line)
{
    clearProgress();
    std::fputs(printable(line).constData(), stdout);
    std::fflush(stdout);
}

void Terminal::complain(const QString &line)
{
    clearProgress();
    std::fputs(printable(line).constData(), stderr);
}

void Terminal::progress(const QString &what, qint64 done, qint64 total)
{
    if (!isatty(STDERR_FILENO))
        return;
    const int percent = total > 0 ? int(done * 100 / total) : 0;
    std::fprintf(stderr, "\r\033[K%s %d %%", qPrintable(what), percent);
    std::fflush(stderr);
    m_showsProgress = true;
}

} // namespace kontor
