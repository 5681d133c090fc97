// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/paper_picture.h"

#include "services/devices/barcode_picture.h"

#include <QFontDatabase>
#include <QPainter>

namespace kontor {

namespace {

constexpr int cellWidth = cellDotsWide;
constexpr int cellHeight = cellDotsHigh;
constexpr int fontPixels = 21;
constexpr int margin = 24;
constexpr int barcodePixels = 80;

int heightOf(const PaperLine &line)
{
    if (!line.picture.dots.isEmpty())
        return line.picture.height;
    if (!line.barcode.isEmpty())
        return barcodePixels + 2 * cellHeight;
    return line.large ? 2 * cellHeight : cellHeight;
}

//! Draws lines from top to bottom.
class PaperPainter
{
public:
    PaperPainter(QPainter &painter, int width) : m_painter(painter), m_width(width) {}

    void draw(const PaperLine &line)
    {
        if (!line.picture.dots.isEmpty())
            drawDots(line.picture);
        else if (line.barcode.isEmpty())
            drawText(line, m_top);
        else
            drawBarcode(line);
        m_top += heightOf(line);
    }

private:
    void drawDots(const Dots &dots)
    {
        QImage picture(reinterpret_cast<const uchar *>(dots.dots.constData()), 8 * dots.bytesWide,
                       dots.height, dots.bytesWide, QImage::Format_Mono);
        picture.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
        m_painter.drawImage(margin, m_top, picture);
    }

    void drawText(const PaperLine &line, int top)
    {
        const int scale = line.large ? 2 : 1;
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(fontPixels * scale);
        font.setBold(line.strong);
        m_painter.setFont(font);
        const int cell = cellWidth * scale;
        int left = margin;
        if (line.centred)
            left += (m_width - cell * int(line.text.size())) / 2;
        // Cell by cell, as a printer does: columns stand whatever the font.
        for (const QChar c : line.text) {
            m_painter.drawText(QRect(left, top, cell, cellHeight * scale), Qt::AlignCenter,
                               QString(c));
            left += cell;
        }
    }

    void drawBarcode(const PaperLine &line)
    {
        const QImage bars = barcodePicture(line.barcode);
        if (!bars.isNull())
            m_painter.drawImage(QRect(margin + (m_width - bars.width()) / 2, m_top + cellHeight / 2,
                                      bars.width(), barcodePixels),
                                bars);
        drawText({line.barcode, {}, true, false, false}, m_top + cellHeight / 2 + barcodePixels);
    }

    QPainter &m_painter;
    int m_width;
    int m_top = margin;
};

} // namespace

QImage paperPicture(const PrintedPaper &paper, int columns)
{
    const int width = columns * cellWidth;
    int height = 2 * margin;
    for (const PaperLine &line : paper.lines)
        height += heightOf(line);
    QImage picture(width + 2 * margin, height, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setPen(Qt::black);
    PaperPainter lines(painter, width);
    for (const PaperLine &line : paper.lines)
        lines.draw(line);
    return picture;
}

} // namespace kontor
