// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/table_dialect.h"

#include <algorithm>
#include <array>
#include <vector>

namespace kontor {

namespace {

constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};
constexpr size_t rowsLookedAt = 50;

//! Splits just well enough to count cells.
class CellCounter
{
public:
    CellCounter(QByteArrayView text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    //! Cells of each row, 0 for a row in which something follows a closing quote.
    std::vector<int> count(bool isWholeText)
    {
        std::vector<int> rows;
        while (m_at < m_text.size() && rows.size() < rowsLookedAt) {
            const int cells = countRow();
            if (m_at >= m_text.size() && !m_complete && !isWholeText)
                break;
            if (!m_blank)
                rows.push_back(cells);
        }
        return rows;
    }

private:
    int countRow()
    {
        const qsizetype start = m_at;
        int cells = 1;
        bool clean = true;
        m_complete = false;
        for (; m_at < m_text.size() && !m_complete; ++m_at) {
            if (m_text[m_at] == '"')
                clean = skipQuoted() && clean;
            while (m_at < m_text.size() && !isEnd(m_text[m_at]))
                ++m_at;
            if (m_at >= m_text.size())
                break;
            if (m_text[m_at] == m_delimiter)
                ++cells;
            else
                m_complete = true;
        }
        m_blank = m_at - start <= 1 && m_complete;
        return clean ? cells : 0;
    }

    bool skipQuoted()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != '"')
                continue;
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                return m_at >= m_text.size() || isEnd(m_text[m_at]);
        }
        return true;
    }

    bool isEnd(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }

    QByteArrayView m_text;
    char m_delimiter;
    qsizetype m_at = 0;
    bool m_complete = false;
    bool m_blank = false;
};

} // namespace

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return QStringLiteral("comma");
    case ';':
        return QStringLiteral("semicolon");
    case '\t':
        return QStringLiteral("tab");
    case '|':
        return QStringLiteral("pipe");
    default:
        return QStringLiteral("none");
    }
}

TableDialect recogniseDialect(QByteArrayView beginning, bool isWholeFile)
{
    if (beginning.size() > 5 && beginning.first(4).compare("sep=", Qt::CaseInsensitive) == 0 &&
        (beginning[5] == '\r' || beginning[5] == '\n'))
        return {beginning[4], true};

    TableDialect best;
    int bestPermille = 0;
    int bestColumns = 0;
    for (const char delimiter : delimiters) {
        const std::vector<int> rows = CellCounter(beginning, delimiter).count(isWholeFile);
        if (rows.empty() || rows.front() < 2)
            continue;
        const auto even = std::count(rows.begin(), rows.end(), rows.front());
        const int permille = static_cast<int>(1000 * even / static_cast<int>(rows.size()));
        if (permille > bestPermille || (permille == bestPermille && rows.front() > bestColumns)) {
            best.delimiter = delimiter;
            bestPermille = permille;
            bestColumns = rows.front();
        }
    }
    return best;
}

} // namespace kontor
