// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

//! Copies each piece of a C++ text into the view that it belongs to.
class SourceSplitter
{
public:
    explicit SourceSplitter(SourceFile &file) : m_file(file), m_text(file.text)
    {
        QString blank = m_text;
        for (QChar &c : blank) {
            if (c != u'\n')
                c = u' ';
        }
        m_file.code = m_file.comments = m_file.literals = blank;
    }

    void split()
    {
        while (m_at < m_text.size()) {
            const auto rest = QStringView(m_text).sliced(m_at);
            if (rest.startsWith(u"//"))
                take(m_file.comments, endOf(u"\n"_s, m_at));
            else if (rest.startsWith(u"/*"))
                take(m_file.comments, endOf(u"*/"_s, m_at + 2));
            else if (rest.startsWith(u'"'))
                takeString();
            else if (rest.startsWith(u'\'') && !isDigitSeparator())
                m_at = closing(u'\'') + 1;
            else
                take(m_file.code, m_at + 1);
        }
    }

private:
    void take(QString &view, qsizetype end)
    {
        view.replace(m_at, end - m_at, m_text.mid(m_at, end - m_at));
        m_at = end;
    }

    qsizetype endOf(const QString &what, qsizetype from) const
    {
        const auto found = m_text.indexOf(what, from);
        return found < 0 ? m_text.size() : found + what.size();
    }

    QString wordBefore() const
    {
        auto start = m_at;
        while (start > 0 && isWordCharacter(m_text[start - 1]))
            --start;
        return m_text.mid(start, m_at - start);
    }

    bool isDigitSeparator() const
    {
        const QString word = wordBefore();
        return !word.isEmpty() && word[0].isDigit();
    }

    //! Where the literal that begins here ends: at its quote, or with its line.
    qsizetype closing(QChar quote) const
    {
        auto at = m_at + 1;
        while (at < m_text.size() && m_text[at] != quote && m_text[at] != u'\n')
            at += m_text[at] == u'\\' ? 2 : 1;
        return std::min(at, m_text.size());
    }

    void takeString()
    {
        static const QStringList rawPrefixes{u"R"_s, u"uR"_s, u"u8R"_s, u"UR"_s, u"LR"_s};
        QString quote = u"\""_s;
        auto end = closing(u'"');
        if (rawPrefixes.contains(wordBefore())) {
            const auto open = m_text.indexOf(u'(', m_at);
            quote = u')' + m_text.mid(m_at + 1, open - m_at - 1) + u'"';
            m_at = open;
            end = endOf(quote, open) - quote.size();
        }
        ++m_at;
        take(m_file.literals, std::max(end, m_at));
        m_at += quote.size();
    }

    SourceFile &m_file;
    const QString m_text;
    qsizetype m_at = 0;
};

bool isSource(const QString &path)
{
    static const QRegularExpression kinds(
        u"\\.(?:cpp|h|sql|md|cmake)$|(?:^|/)CMakeLists\\.txt$|^CMakePresets\\.json$|^scripts/"_s);
    return kinds.match(path).hasMatch();
}

} // namespace

SourceFile SourceFile::parse(const QString &path, const QString &text)
{
    SourceFile file{path, text, {}, {}, {}};
    if (path.endsWith(u".cpp") || path.endsWith(u".h"))
        SourceSplitter(file).split();
    else
        file.comments = text;
    return file;
}

int SourceFile::lineAt(qsizetype offset) const
{
    return static_cast<int>(QStringView(text).first(offset).count(u'\n')) + 1;
}

QList<SourceFile> readTree(const QString &root)
{
    const QDir top(root);
    QStringList paths = top.entryList(QDir::Files);
    for (const auto *folder :
         {"app", "cmake", "docs", "models", "resources", "scripts", "services", "tests", "ui"}) {
        QDirIterator files(top.filePath(QLatin1String(folder)), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(top.relativeFilePath(files.next()));
    }
    std::sort(paths.begin(), paths.end());

    QList<SourceFile> tree;
    for (const QString &path : std::as_const(paths)) {
        QFile file(top.filePath(path));
        if (isSource(path) && file.open(QIODevice::ReadOnly))
            tree.append(SourceFile::parse(path, QString::fromUtf8(file.readAll())));
    }
    return tree;
}

} // namespace kontor
