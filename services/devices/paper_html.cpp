// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_html.h"

#include "services/devices/barcode_picture.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// In points: 80 mm of paper, of which a printer leaves 4 mm at each side.
constexpr int pageWidth = 227;
constexpr int pageMargin = 11;
constexpr int barcodePoints = 32;

QString barcodeHtml(const QString &text)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!barcodePicture(text).save(&buffer, "PNG"))
        return u"<p align='center'>%1</p>"_s.arg(text.toHtmlEscaped());
    return u"<p align='center'><img height='%1' alt='' src='data:image/png;base64,%2'><br>%3</p>"_s
        .arg(QString::number(barcodePoints), QString::fromLatin1(png.toBase64()),
             text.toHtmlEscaped());
}

QString columnsHtml(const Block &block)
{
    const QString weight = block.strong ? u"bold"_s : u"normal"_s;
    const auto cell = [&](const QString &align, const QString &width, const QString &text) {
        return u"<td align='%1' width='%2' style='font-weight:%3'>%4</td>"_s.arg(
            align, width, weight, text.toHtmlEscaped());
    };
    const QString middle =
        block.middle.isEmpty() ? QString() : cell(u"right"_s, u"30%"_s, block.middle);
    return u"<table width='100%' cellspacing='0' cellpadding='0'><tr>"_s +
           cell(u"left"_s, block.middle.isEmpty() ? u"70%"_s : u"40%"_s, block.left) + middle +
           cell(u"right"_s, u"30%"_s, block.right) + u"</tr></table>"_s;
}

QString blockHtml(const Block &block)
{
    const QString text = block.left.toHtmlEscaped();
    switch (block.kind) {
    case BlockKind::Heading:
        return u"<p align='center' style='font-size:14px;font-weight:bold'>%1</p>"_s.arg(text);
    case BlockKind::Mark:
        return u"<p align='center' style='font-size:12px;font-weight:bold'>%1</p>"_s.arg(text);
    case BlockKind::Centred:
        return u"<p align='center'>%1</p>"_s.arg(text);
    case BlockKind::Text:
        return u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(text);
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

QString paperHtml(const Document &document)
{
    QString body;
    for (const Block &block : document.blocks)
        body += blockHtml(block);
    return u"<!DOCTYPE html><html><head><meta charset='utf-8'><title>"_s +
           document.title.toHtmlEscaped() +
           u"</title><style>p{margin:1px 0}body{font-family:'Noto Sans',sans-serif;font-size:8px}"
           "</style></head><body>"_s +
           body + u"</body></html>"_s;
}

QByteArray paperPdf(const Document &document)
{
    QTextDocument page;
    page.setDocumentMargin(0);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setResolution(72); // a point is one of the pixels in which the page is laid out
    page.setHtml(paperHtml(document));
    page.setTextWidth(pageWidth - 2 * pageMargin);
    const int height = page.size().toSize().height() + 2 * pageMargin;
    writer.setPageSize(QPageSize(QSize(pageWidth, height), document.title));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.translate(pageMargin, pageMargin);
    page.drawContents(&painter);
    painter.end();
    return bytes;
}

} // namespace kontor
