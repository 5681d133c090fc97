// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/folder_printer.h"

#include "services/devices/paper_html.h"

#include <QDir>
#include <QGuiApplication>
#include <QSaveFile>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString fileNameFor(const QString &title)
{
    QString name;
    for (const QChar c : title)
        name += c.isLetterOrNumber() || c == u'-' ? c : QChar(u'_');
    return name.left(80);
}

//! A name that is not taken: a copy stands beside its original.
QString freePath(const QDir &folder, const QString &name)
{
    QString path = folder.filePath(name + u".pdf"_s);
    for (int copy = 2; QFile::exists(path); ++copy)
        path = folder.filePath(u"%1-%2.pdf"_s.arg(name).arg(copy));
    return path;
}

} // namespace

void FolderPrinter::print(const Document &paper, Printed printed)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return printed({Error(DevicesError::NoPrinter, u"a PDF needs the window's fonts"_s)});
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return printed({Error(DevicesError::CannotWrite, m_folder)});
    QSaveFile file(freePath(folder, fileNameFor(paper.title)));
    const QByteArray pdf = paperPdf(paper);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(pdf) != pdf.size() || !file.commit())
        return printed({Error(DevicesError::CannotWrite, file.errorString())});
    printed({});
}

} // namespace kontor
