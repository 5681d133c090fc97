// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/folder_printer.h"

namespace kontor {

void FolderPrinter::print(const Document &paper, Printed printed, PaperForm form)
{
    const auto saved = savePdf(m_folder, paper, form);
    if (saved)
        printed({});
    else
        printed({saved.error()});
}

} // namespace kontor
