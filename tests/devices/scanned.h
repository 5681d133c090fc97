// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/barcode_picture.h"

#define ZX_USE_UTF8 // text() as UTF-8, as in the next version
#include <ZXing/ReadBarcode.h>

namespace kontor {

//! What a reader of barcodes that is not ours finds in a picture.
inline QString scanned(const QImage &picture, ZXing::BarcodeFormat format)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const auto found = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(format));
    return found.isValid() ? QString::fromStdString(found.text()) : QString();
}

} // namespace kontor
