// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/devices.h"

namespace kontor {

PaperForm formOf(PrintJobKind kind)
{
    switch (kind) {
    case PrintJobKind::Invoice:
    case PrintJobKind::PackingSlip:
        return PaperForm::Sheet;
    case PrintJobKind::Labels:
        return PaperForm::Labels;
    case PrintJobKind::Receipt:
    case PrintJobKind::Drawer:
    case PrintJobKind::Gift:
    case PrintJobKind::Report:
    case PrintJobKind::NumberSlip:
        return PaperForm::Roll;
    }
    return PaperForm::Roll;
}

} // namespace kontor
