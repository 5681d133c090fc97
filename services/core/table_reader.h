// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/text_decoder.h"

#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace kontor {

//! Answers for the rows of a table (CSV and its relatives) from outside, which may be anything:
//! reads them one after the other, within limits, and never holds more than one.
class TableReader
{
public:
    //! Reads the file once to learn its encoding and that it is all there, and then the header.
    static Result<std::unique_ptr<TableReader>> open(const QString &path,
                                                     const TableLimits &limits = {});
    //! Reads everything, so that a caller who must not stop half-way knows before it begins.
    static Result<> check(const QString &path, const TableLimits &limits = {});
    Q_DISABLE_COPY_MOVE(TableReader)

    const QStringList &header() const { return m_header; }

    //! Goes to the next row, passing over empty lines; false at the end. A row may have fewer or
    //! more cells than the header.
    Result<bool> next();
    //! Where the row began, counting every line break, also those within quotes; from 1.
    qint64 line() const { return m_line; }
    int columnCount() const { return static_cast<int>(m_cells.size()); }
    //! Empty where the row has no such cell or the column is -1.
    QString cell(int column) const;

    QString delimiterName() const;
    QString encodingName() const;
    //! Of the file on the disk, packed or not.
    qint64 bytesRead() const { return m_text->file().bytesRead(); }
    qint64 bytesTotal() const { return m_text->file().bytesTotal(); }

private:
    struct Cell
    {
        qint64 begin; //!< from the beginning of the row
        qint64 length;
        bool hasQuotes; //!< quotes still stand around it and are doubled within
    };
    enum class Step
    {
        CellEnded,
        RowEnded,
        Failed
    };

    TableReader(std::unique_ptr<TextDecoder> text, const TableLimits &limits);
    Result<> readHeader();
    Result<> checkHeader() const;
    bool findRow();
    Step readRow();
    Step readCell();
    Step readPlainCell(qint64 begin, bool hasQuotes);
    Step readQuotedCell();
    bool skipToQuote();
    Step endCell(Cell cell);
    bool more();
    Step fail(TableError code, qint64 line, const QString &what);
    Step failTooLong();
    const char *row() const { return m_buffer.constData() + m_rowStart; }
    qint64 available() const { return m_end - m_rowStart; }

    std::unique_ptr<TextDecoder> m_text;
    TableLimits m_limits;
    char m_delimiter = '\0';
    std::array<bool, 256> m_endsCell{};
    QStringList m_header;

    QByteArray m_buffer;
    qint64 m_rowStart = 0; //!< in the buffer
    qint64 m_end = 0;      //!< of what has been read into the buffer
    qint64 m_at = 0;       //!< from the beginning of the row
    bool m_atEnd = false;
    bool m_afterReturn = false; //!< a line feed that follows belongs to the row before

    std::vector<Cell> m_cells;
    qint64 m_rows = 0;
    qint64 m_line = 0;
    qint64 m_currentLine = 1;
    qint64 m_quoteLine = 0; //!< where the open quote began; 0 outside of quotes
    std::optional<Error> m_error;
};

} // namespace kontor
