// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_html.h"

#include "services/devices/barcode_picture.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int barcodePoints = 32;
constexpr int widestBarcode = 200; //!< in points: what a roll of 80 mm has room for
constexpr int dotsOfModule = 2;    //!< of the picture; on paper a module is a point wide
// In percent of the font of the rest.
constexpr int headingSize = 175;
constexpr int markSize = 150;

QString barcodeHtml(const QString &text)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    const QImage picture = barcodePicture(text);
    if (!picture.save(&buffer, "PNG"))
        return u"<p align='center'>%1</p>"_s.arg(text.toHtmlEscaped());
    const int width = std::min(picture.width() / dotsOfModule, widestBarcode);
    return u"<p align='center'><img width='%1' height='%2' alt='' src='data:image/png;base64,%3'>"
           "<br>%4</p>"_s.arg(QString::number(width), QString::number(barcodePoints),
                              QString::fromLatin1(png.toBase64()), text.toHtmlEscaped());
}

QString columnsHtml(const Block &block)
{
    const QString weight = block.strong ? u"bold"_s : u"normal"_s;
    const auto cell = [&](const QString &align, const QString &width, const QString &text) {
        return u"<td dir='auto' align='%1' width='%2' style='font-weight:%3'>%4</td>"_s.arg(
            align, width, weight, text.toHtmlEscaped());
    };
    const QString middle =
        block.middle.isEmpty() ? QString() : cell(u"right"_s, u"30%"_s, block.middle);
    return u"<table width='100%' cellspacing='0' cellpadding='0'><tr>"_s +
           cell(u"left"_s, block.middle.isEmpty() ? u"70%"_s : u"40%"_s, block.left) + middle +
           cell(u"right"_s, u"30%"_s, block.right) + u"</tr></table>"_s;
}

QString largeHtml(const QString &text, int size)
{
    return u"<p align='center' dir='auto' style='font-size:%1px;font-weight:bold'>%2</p>"_s.arg(
        QString::number(size), text);
}

QString blockHtml(const Block &block, int fontPoints)
{
    const QString text = block.left.toHtmlEscaped();
    switch (block.kind) {
    case BlockKind::Heading:
        return largeHtml(text, headingSize * fontPoints / 100);
    case BlockKind::Mark:
        return largeHtml(text, markSize * fontPoints / 100);
    case BlockKind::Centred:
        return u"<p align='center' dir='auto'>%1</p>"_s.arg(text);
    case BlockKind::Text:
        return u"<p align='left' dir='auto' style='white-space:pre-wrap'>%1</p>"_s.arg(text);
    case BlockKind::Columns:
        return columnsHtml(block);
    case BlockKind::Rule:
        return u"<hr>"_s;
    case BlockKind::Barcode:
        return barcodeHtml(block.left);
    }
    return {};
}

} // namespace

QString paperHtml(const Document &document, int fontPoints)
{
    QString body;
    for (const Block &block : document.blocks)
        body += blockHtml(block, fontPoints);
    return u"<!DOCTYPE html><html><head><meta charset='utf-8'><title>"_s +
           document.title.toHtmlEscaped() +
           u"</title><style>p{margin:1px 0}body{font-family:'Noto Sans',sans-serif;font-size:%1px}"
           "</style></head><body>"_s.arg(fontPoints) +
           body + u"</body></html>"_s;
}

} // namespace kontor
