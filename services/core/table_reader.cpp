// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/table_reader.h"

#include "services/core/table_dialect.h"

#include <algorithm>
#include <cstring>

namespace kontor {

TableReader::TableReader(std::unique_ptr<TextDecoder> text, const TableLimits &limits)
    : m_text(std::move(text))
    , m_limits(limits)
{
}

Result<std::unique_ptr<TableReader>> TableReader::open(const QString &path,
                                                       const TableLimits &limits)
{
    auto text = TextDecoder::open(path, limits);
    if (!text)
        return text.error();
    std::unique_ptr<TableReader> reader(new TableReader(std::move(*text), limits));
    if (const auto read = reader->readHeader(); !read)
        return read.error();
    return reader;
}

Result<> TableReader::check(const QString &path, const TableLimits &limits)
{
    const auto reader = open(path, limits);
    if (!reader)
        return reader.error();
    for (;;) {
        const auto found = (*reader)->next();
        if (!found)
            return found.error();
        if (!*found)
            return {};
    }
}

QString TableReader::delimiterName() const { return kontor::delimiterName(m_delimiter); }

QString TableReader::encodingName() const { return kontor::encodingName(m_text->encoding()); }

Result<> TableReader::readHeader()
{
    const QByteArray &beginning = m_text->beginning();
    const TableDialect dialect =
        recogniseDialect(beginning, beginning.size() < m_limits.recordBytes);
    m_delimiter = dialect.delimiter;
    for (const char end : {m_delimiter, '\r', '\n'})
        m_endsCell[static_cast<uchar>(end)] = true;

    auto found = next();
    if (found && *found && dialect.namedInFirstLine)
        found = next();
    m_rows = 0;
    if (!found)
        return found.error();
    if (!*found)
        return tableError(TableError::NotATable, m_text->file().path(), 0,
                          QStringLiteral("is empty"));
    for (int column = 0; column < columnCount(); ++column)
        m_header.append(cell(column).trimmed());
    return checkHeader();
}

Result<> TableReader::checkHeader() const
{
    const auto refuse = [this](const QString &why) {
        return tableError(TableError::NotATable, m_text->file().path(), m_line, why);
    };
    constexpr qsizetype longestOnlyName = 100;
    const QString all = m_header.join(u'\n');
    const bool hasName = std::any_of(all.begin(), all.end(), [](QChar c) { return c.isLetter(); });
    const bool hasControl = std::any_of(all.begin(), all.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && !c.isSpace();
    });
    if (all.startsWith(u'<') || all.startsWith(u'{') || all.startsWith(u'['))
        return refuse(QStringLiteral("this is HTML, XML or JSON, not a table"));
    if (hasControl)
        return refuse(QStringLiteral("control characters stand where the column names should be"));
    if (!hasName)
        return refuse(QStringLiteral("there are no column names"));
    if (m_header.size() == 1 && (!all.front().isLetter() || all.size() > longestOnlyName))
        return refuse(QStringLiteral("there is no delimiter (comma, semicolon, tab or pipe), and "
                                     "this is not the name of a single column"));
    return {};
}

Result<bool> TableReader::next()
{
    m_cells.clear();
    if (!m_error && findRow() && readRow() != Step::Failed) {
        if (++m_rows <= m_limits.rows)
            return true;
        fail(TableError::TooManyRows, m_line,
             QStringLiteral("there are more than %1 rows").arg(m_limits.rows));
    }
    if (m_error)
        return *m_error;
    return false;
}

bool TableReader::findRow()
{
    for (m_rowStart += m_at, m_at = 0;; ++m_rowStart) {
        if (available() == 0 && !more())
            return false;
        const char c = *row();
        if (c != '\r' && c != '\n')
            break;
        if (c == '\r' || !m_afterReturn)
            ++m_currentLine;
        m_afterReturn = c == '\r';
    }
    m_afterReturn = false;
    m_line = m_currentLine;
    return true;
}

TableReader::Step TableReader::readRow()
{
    Step step = Step::CellEnded;
    while (step == Step::CellEnded)
        step = readCell();
    if (step == Step::RowEnded && m_at > m_limits.recordBytes)
        return failTooLong();
    return step;
}

TableReader::Step TableReader::readCell()
{
    if (m_at < available() || more())
        return row()[m_at] == '"' ? readQuotedCell() : readPlainCell(m_at, false);
    return m_error ? Step::Failed : endCell({m_at, 0, false});
}

TableReader::Step TableReader::readPlainCell(qint64 begin, bool hasQuotes)
{
    for (;;) {
        const char *bytes = row();
        const qint64 size = available();
        while (m_at < size && !m_endsCell[static_cast<uchar>(bytes[m_at])])
            ++m_at;
        if (m_at < size || !more())
            break;
    }
    return m_error ? Step::Failed : endCell({begin, m_at - begin, hasQuotes});
}

// RFC 4180 §2, and as spreadsheets do: what follows a closing quote belongs to the cell.
TableReader::Step TableReader::readQuotedCell()
{
    const qint64 begin = m_at;
    bool doubled = false;
    m_quoteLine = m_currentLine;
    ++m_at;
    for (;; ++m_at, doubled = true) {
        if (!skipToQuote())
            return Step::Failed;
        if (m_at == available() && !more())
            break;
        if (row()[m_at] != '"')
            break;
    }
    if (m_error)
        return Step::Failed;
    m_quoteLine = 0;
    if (m_at < available() && !m_endsCell[static_cast<uchar>(row()[m_at])])
        return readPlainCell(begin, true);
    if (doubled)
        return endCell({begin, m_at - begin, true});
    return endCell({begin + 1, m_at - begin - 2, false});
}

//! Goes past the next quote, counting lines; fails where there is none.
bool TableReader::skipToQuote()
{
    for (;;) {
        const char *bytes = row();
        const qint64 size = available();
        for (; m_at < size && bytes[m_at] != '"'; ++m_at) {
            if (bytes[m_at] == '\r' || (bytes[m_at] == '\n' && bytes[m_at - 1] != '\r'))
                ++m_currentLine;
        }
        if (m_at < size) {
            ++m_at;
            return true;
        }
        if (!more())
            break;
    }
    if (!m_error)
        fail(TableError::UnbalancedQuote, m_quoteLine,
             QStringLiteral("the quote that opens here is never closed"));
    return false;
}

TableReader::Step TableReader::endCell(Cell cell)
{
    if (columnCount() == m_limits.columns)
        return fail(TableError::TooManyColumns, m_line,
                    QStringLiteral("there are more than %1 columns").arg(m_limits.columns));
    m_cells.push_back(cell);
    if (m_at == available())
        return Step::RowEnded;
    const char end = row()[m_at++];
    if (end == m_delimiter)
        return Step::CellEnded;
    m_afterReturn = end == '\r';
    ++m_currentLine;
    return Step::RowEnded;
}

//! Reads on, behind the row as far as it is known; false at the end of the file or on failure.
bool TableReader::more()
{
    if (m_atEnd || m_error)
        return false;
    if (available() > m_limits.recordBytes) {
        failTooLong();
        return false;
    }
    if (m_rowStart > 0)
        std::memmove(m_buffer.data(), row(), static_cast<size_t>(available()));
    m_end -= m_rowStart;
    m_rowStart = 0;
    if (m_buffer.size() < m_end + m_limits.chunkBytes)
        m_buffer.resize(2 * m_end + m_limits.chunkBytes);
    const auto got = m_text->read(m_buffer.data() + m_end, m_limits.chunkBytes);
    if (!got) {
        m_error = got.error();
        return false;
    }
    m_end += *got;
    m_atEnd = *got == 0;
    return !m_atEnd;
}

TableReader::Step TableReader::fail(TableError code, qint64 line, const QString &what)
{
    m_error = tableError(code, m_text->file().path(), line, what);
    return Step::Failed;
}

TableReader::Step TableReader::failTooLong()
{
    if (m_quoteLine > 0)
        return fail(TableError::UnbalancedQuote, m_quoteLine,
                    QStringLiteral("the quote that opens here is not closed within the %1 bytes "
                                   "that a row may have")
                        .arg(m_limits.recordBytes));
    return fail(TableError::LineTooLong, m_line,
                QStringLiteral("the row is longer than %1 bytes").arg(m_limits.recordBytes));
}

QString TableReader::cell(int column) const
{
    if (column < 0 || column >= columnCount())
        return {};
    const Cell &cell = m_cells[static_cast<size_t>(column)];
    const QByteArrayView bytes(row() + cell.begin, cell.length);
    if (!cell.hasQuotes)
        return m_text->text(bytes);
    QByteArray plain;
    plain.reserve(bytes.size());
    bool quoted = true;
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        if (quoted && bytes[i] == '"') {
            if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                plain.append(bytes[++i]);
            else
                quoted = false;
        } else {
            plain.append(bytes[i]);
        }
    }
    return m_text->text(plain);
}

} // namespace kontor
