// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/table_error.h"

#include <QByteArrayView>

namespace kontor {

//! Looks once at all bytes of a file that claims to be text, and finds out its encoding.
class TextSurvey
{
public:
    TextSurvey(const QString &path, const TableLimits &limits);

    Result<> add(QByteArrayView bytes);

    //! After the last byte: true for UTF-8, false for Windows-1252, an error for neither. A file
    //! with more good UTF-8 than bad was UTF-8 once and has been damaged: that is an error too,
    //! for read as Windows-1252 every foreign letter of it would silently become two wrong ones.
    Result<bool> isUtf8(bool promisedByMark);

private:
    bool takeControl(uchar byte);
    void takeHigh(uchar byte);
    void startSequence(uchar byte);
    void invalid();
    Error fail(TableError code, qint64 line, const QString &what) const;

    QString m_path;
    TableLimits m_limits;
    qint64 m_line = 1;
    qint64 m_lineBytes = 0;
    bool m_afterReturn = false;

    int m_missing = 0; //!< continuation bytes of the sequence that has begun
    uchar m_lowest = 0x80;
    uchar m_highest = 0xBF;
    qint64 m_validSequences = 0;
    qint64 m_invalidSequences = 0;
    qint64 m_firstInvalidLine = 0;
    qint64 m_firstUndefinedLine = 0; //!< with a byte that Windows-1252 does not have
};

} // namespace kontor
