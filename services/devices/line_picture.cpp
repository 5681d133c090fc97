// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/line_picture.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace kontor {

namespace {

constexpr int fontDots = 21;
constexpr int darkest = 128; //!< of 256: what is darker becomes a dot

bool isWide(char32_t c)
{
    // Unicode's East Asian Width, as far as its letters lie together.
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) ||
           (c >= 0x20000 && c <= 0x3fffd);
}

int cellsFor(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return 0;
    default:
        return isWide(c) ? 2 : 1;
    }
}

//! Narrows what would not fit, and leaves the rest as it is.
void drawPart(QPainter &painter, const QString &text, const QRect &place, Qt::Alignment alignment)
{
    constexpr int whole = 100; // percent
    painter.save();
    const int width = QFontMetrics(painter.font()).horizontalAdvance(text);
    if (width > place.width()) {
        QFont narrow = painter.font();
        narrow.setStretch(std::max(1, whole * place.width() / width));
        painter.setFont(narrow);
    }
    painter.drawText(
        place, int(alignment | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter.restore();
}

Dots dotsOf(const QImage &picture)
{
    Dots dots{picture.width() / 8, picture.height(),
              QByteArray(qsizetype(picture.width()) / 8 * picture.height(), '\0')};
    for (int y = 0; y < picture.height(); ++y) {
        const uchar *row = picture.constScanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            if (row[x] < darkest)
                dots.dots[qsizetype(y) * dots.bytesWide + x / 8] |= char(0x80 >> x % 8);
        }
    }
    return dots;
}

} // namespace

Dots linePicture(const LineToDraw &line)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return {};
    const int scale = line.large ? 2 : 1;
    const int width = (line.columns * cellDotsWide + 7) / 8 * 8;
    QImage picture(width, cellDotsHigh * scale, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(fontDots * scale);
    font.setBold(line.strong);
    painter.setFont(font);
    const int tail = int(line.right.size()) * cellDotsWide;
    const QRect all(0, 0, line.columns * cellDotsWide, picture.height());
    if (line.right.isEmpty()) {
        drawPart(painter, line.left, all, line.centred ? Qt::AlignHCenter : Qt::AlignLeft);
    } else {
        drawPart(painter, line.left, all.adjusted(0, 0, -tail - cellDotsWide, 0), Qt::AlignLeft);
        drawPart(painter, line.right.trimmed(), all.adjusted(all.width() - tail, 0, 0, 0),
                 Qt::AlignRight);
    }
    painter.end();
    return dotsOf(picture);
}

qsizetype cellsOf(const QString &text)
{
    qsizetype cells = 0;
    for (const char32_t c : text.toUcs4())
        cells += cellsFor(c);
    return cells;
}

qsizetype fittingLength(const QString &text, qsizetype cells)
{
    qsizetype length = 0;
    for (const char32_t c : text.toUcs4()) {
        cells -= cellsFor(c);
        if (cells < 0 && length > 0)
            break;
        length += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    return length;
}

} // namespace kontor
