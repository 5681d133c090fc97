// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_pdf.h"

#include "services/devices/devices.h"
#include "services/devices/paper_html.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// In points. A roll has 80 mm of paper, of which a printer leaves 4 mm at each side.
constexpr int rollWidth = 227;
constexpr int rollMargin = 11;
constexpr int rollFont = 8;
constexpr int sheetMargin = 57;
constexpr int sheetFont = 10;
constexpr int footHeight = 24;
constexpr int labelColumns = 3;
constexpr int labelRows = 8;
constexpr int labelMargin = 9;
constexpr int labelFont = 9;

void layOut(QTextDocument &text, const Document &document, int font, int width)
{
    text.setDocumentMargin(0);
    text.setHtml(paperHtml(document, font));
    text.setTextWidth(width);
}

void drawRoll(QPdfWriter &writer, const Document &document)
{
    QTextDocument text;
    layOut(text, document, rollFont, rollWidth - 2 * rollMargin);
    const int height = text.size().toSize().height() + 2 * rollMargin;
    writer.setPageSize(QPageSize(QSize(rollWidth, height), document.title));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.translate(rollMargin, rollMargin);
    text.drawContents(&painter);
}

void drawSheets(QPdfWriter &writer, const Document &document)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    const QSize page(writer.width() - 2 * sheetMargin,
                     writer.height() - 2 * sheetMargin - footHeight);
    QTextDocument text;
    layOut(text, document, sheetFont, page.width());
    text.setPageSize(page);
    QPainter painter(&writer);
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(rollFont);
    for (int number = 0; number < text.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        painter.save();
        painter.translate(sheetMargin, sheetMargin - number * page.height());
        text.drawContents(&painter, QRect({0, number * page.height()}, page));
        painter.restore();
        painter.setFont(font);
        painter.drawText(
            QRect(sheetMargin, sheetMargin + page.height(), page.width(), footHeight),
            Qt::AlignRight | Qt::AlignBottom,
            u"%1, %2 / %3"_s.arg(document.title).arg(number + 1).arg(text.pageCount()));
    }
}

//! The document cut at its rules.
QList<Document> parts(const Document &labels)
{
    QList<Document> each(1);
    for (const Block &block : labels.blocks) {
        if (block.kind == BlockKind::Rule)
            each.append(Document());
        else
            each.last().blocks.append(block);
    }
    return each;
}

void drawLabel(QPainter &painter, const Document &label, const QRect &place)
{
    QTextDocument text;
    layOut(text, label, labelFont, place.width());
    const int height = text.size().toSize().height();
    // A long name makes the whole label smaller rather than running into the next one.
    QRect shown(place.topLeft(), QSize(place.width(), height));
    if (height > place.height())
        shown.setSize({place.width() * place.height() / height, place.height()});
    shown.moveCenter(place.center());
    painter.save();
    painter.setViewport(shown);
    painter.setWindow(0, 0, place.width(), height);
    text.drawContents(&painter);
    painter.restore();
}

void drawLabels(QPdfWriter &writer, const Document &labels)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    constexpr int perSheet = labelColumns * labelRows;
    QPainter painter(&writer);
    const QList<Document> all = parts(labels);
    for (int i = 0; i < all.size(); ++i) {
        if (i > 0 && i % perSheet == 0)
            writer.newPage();
        const int column = i % labelColumns;
        const int row = i % perSheet / labelColumns;
        const QRect place(
            QPoint(column * writer.width() / labelColumns, row * writer.height() / labelRows),
            QPoint((column + 1) * writer.width() / labelColumns - 1,
                   (row + 1) * writer.height() / labelRows - 1));
        drawLabel(painter, all[i],
                  place.adjusted(labelMargin, labelMargin, -labelMargin, -labelMargin));
    }
}

QString fileNameFor(const QString &title)
{
    QString name;
    for (const QChar c : title)
        name += c.isLetterOrNumber() || c == u'-' ? c : QChar(u'_');
    return name.left(80);
}

//! A name that is not taken: a copy stands beside its original.
QString freePath(const QDir &folder, const QString &name, const QString &suffix)
{
    QString path = folder.filePath(u"%1.%2"_s.arg(name, suffix));
    for (int copy = 2; QFile::exists(path); ++copy)
        path = folder.filePath(u"%1-%2.%3"_s.arg(name).arg(copy).arg(suffix));
    return path;
}

} // namespace

bool canDrawPdf() { return qobject_cast<QGuiApplication *>(QCoreApplication::instance()); }

QByteArray paperPdf(const Document &document, PaperForm form)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setResolution(72); // a point is one of the pixels in which a page is laid out
    switch (form) {
    case PaperForm::Roll:
        drawRoll(writer, document);
        break;
    case PaperForm::Sheet:
        drawSheets(writer, document);
        break;
    case PaperForm::Labels:
        drawLabels(writer, document);
        break;
    }
    return bytes;
}

Result<QString> savePdf(const QString &folder, const Document &document, PaperForm form)
{
    if (!canDrawPdf())
        return Error(DevicesError::NoPrinter, u"a PDF needs the window's fonts"_s);
    return saveFile(folder, document.title, u"pdf"_s, paperPdf(document, form));
}

Result<QString> saveFile(const QString &folder, const QString &title, const QString &suffix,
                         const QByteArray &bytes)
{
    const QDir place(folder);
    if (!place.mkpath(u"."_s))
        return Error(DevicesError::CannotWrite, folder);
    const QString path = freePath(place, fileNameFor(title), suffix);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return Error(DevicesError::CannotWrite, file.errorString());
    return path;
}

} // namespace kontor
