// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::test {

void writeFile(const QString &path, const QByteArray &bytes);
QByteArray gzipped(const QByteArray &bytes);
//! A gzip of a header and one line of so many bytes, written a piece at a time.
void writeLongLine(const QString &path, qint64 bytes);

QByteArray products(int count);
//! A history of so many invoices of three lines, every tenth one a return.
QByteArray invoices(int count);

} // namespace kontor::test
