// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace kontor {

//! A file of the tree, taken apart. The views of a C++ file are as long as its text, and blank
//! where the text is something else; in any other file all of the text counts as comment.
struct SourceFile
{
    QString path; //!< from the root of the tree
    QString text;
    QString code;
    QString comments;
    QString literals; //!< what stands inside string literals

    static SourceFile parse(const QString &path, const QString &text);
    int lineAt(qsizetype offset) const;
};

//! All files of the tree that people write, in the order of their paths.
QList<SourceFile> readTree(const QString &root);

} // namespace kontor
