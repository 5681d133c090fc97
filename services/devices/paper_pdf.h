// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"
#include "services/devices/document.h"

namespace kontor {

//! What a paper is printed on when there is no receipt printer.
enum class PaperForm
{
    Roll,   //!< 80 mm, as long as it needs
    Sheet,  //!< A4, as many as it needs
    Labels, //!< A4, three in a row and eight rows, as they are sold ready cut
};

//! Whether this program has the fonts for it: those of a QGuiApplication.
bool canDrawPdf();
//! Only where canDrawPdf().
QByteArray paperPdf(const Document &document, PaperForm form = PaperForm::Roll);

//! In a file of a free name in the folder, such as "Title.pdf" or "Title-2.pdf"; answers its path.
Result<QString> saveFile(const QString &folder, const QString &title, const QString &suffix,
                         const QByteArray &bytes);
//! As a file of a free name in the folder; answers its path.
Result<QString> savePdf(const QString &folder, const Document &document, PaperForm form);

} // namespace kontor
