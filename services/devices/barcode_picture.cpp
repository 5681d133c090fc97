// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/barcode_picture.h"

#include "services/core/barcode.h"

#include <algorithm>
#include <memory>
#include <zint.h>

namespace kontor {

namespace {

constexpr int modulesHigh = 40;  //!< in modules
constexpr int quietModules = 10; //!< in modules, on either side

} // namespace

bool isEan13(const QString &text)
{
    constexpr qsizetype digits = 13;
    return text.size() == digits &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }) &&
           hasRightCheckDigit(text);
}

QImage barcodePicture(const QString &text)
{
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(),
                                                                          &ZBarcode_Delete);
    if (!symbol || text.isEmpty())
        return {};
    symbol->symbology = isEan13(text) ? BARCODE_EANX : BARCODE_CODE128;
    symbol->height = modulesHigh;
    symbol->whitespace_width = quietModules;
    symbol->show_hrt = 0;
    const QByteArray data = text.toLatin1();
    if (ZBarcode_Encode_and_Buffer(symbol.get(),
                                   reinterpret_cast<const unsigned char *>(data.constData()),
                                   int(data.size()), 0) >= ZINT_ERROR)
        return {};
    const int width = symbol->bitmap_width;
    return QImage(symbol->bitmap, width, symbol->bitmap_height, 3 * width, QImage::Format_RGB888)
        .copy();
}

} // namespace kontor
