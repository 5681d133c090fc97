// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"
#include "services/devices/paper_lines.h"

namespace kontor {

enum class EscPosError
{
    UnknownCommand,
    Truncated, //!< the bytes end within a command
};
KONTOR_ERROR_DOMAIN(EscPosError);

//! The bytes that print a document on a receipt printer and cut the paper.
QByteArray escPosBytes(const Document &document, int columns);
//! The bytes that open the drawer at the printer's first connector.
QByteArray escPosDrawerKick();

//! What a printer would make of bytes.
struct PrintedPaper
{
    QList<PaperLine> lines;
    int cuts = 0;
    int drawerKicks = 0;
};

//! Reads bytes as a printer does; refuses a command that escPosBytes() does not use.
Result<PrintedPaper> interpretEscPos(QByteArrayView bytes);

} // namespace kontor
