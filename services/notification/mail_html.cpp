// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_html.h"

#include <QUrl>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString lineHtml(const QString &line)
{
    const QString escaped = line.toHtmlEscaped();
    const QUrl address(line.trimmed(), QUrl::StrictMode);
    const bool isLink =
        line.trimmed().startsWith(u"https://"_s) && address.isValid() && !address.host().isEmpty();
    if (!isLink)
        return escaped;
    return u"<a href=\"%1\">%1</a>"_s.arg(escaped.trimmed());
}

} // namespace

QString mailHtml(const QString &title, const QString &text)
{
    QString page = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"_s +
                   title.toHtmlEscaped() +
                   u"</title></head>\n<body style=\"font-family:sans-serif;font-size:16px;"
                   "line-height:1.5;max-width:36em\">\n"_s;
    QStringList lines;
    const auto close = [&] {
        if (!lines.isEmpty())
            page += u"<p>"_s + lines.join(u"<br>\n"_s) + u"</p>\n"_s;
        lines.clear();
    };
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            close();
        else
            lines.append(lineHtml(line));
    }
    close();
    return page + u"</body></html>\n"_s;
}

} // namespace kontor
