// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_pictures.h"

#include "app/demo/demo_tables.h"

#include <QDir>
#include <QPainter>
#include <QPainterPath>
#include <QSaveFile>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 256;
constexpr int groundRadius = 28;
constexpr int marks = 5;

const QHash<QString, QColor> &namedColours()
{
    static const QHash<QString, QColor> colours = [] {
        QHash<QString, QColor> byName;
        for (const DemoRow &row : demoTable(u"colours.csv"_s))
            byName.insert(row[u"name"_s], QColor(row[u"colour"_s]));
        return byName;
    }();
    return colours;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto part = [share](qreal x, qreal y) { return float(x * share + y * (1 - share)); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

//! One shape of a drawing after the other.
class Sketch
{
public:
    Sketch(QImage &image, const QColor &main, int number) : m_painter(&image), m_number(number)
    {
        m_colours = namedColours();
        m_colours.insert(u"main"_s, main);
        m_colours.insert(u"shade"_s, mixed(main, m_colours[u"shadow"_s], 0.78));
        m_colours.insert(u"light"_s, mixed(main, m_colours[u"snow"_s], 0.55));
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(mixed(main, m_colours[u"snow"_s], 0.2));
        m_painter.drawRoundedRect(0, 0, side, side, groundRadius, groundRadius);
    }

    void draw(const QString &line)
    {
        QStringList words = line.simplified().split(u' ');
        const QString verb = words.takeFirst();
        if (verb == u"turn"_s) {
            m_painter.translate(side / 2., side / 2.);
            m_painter.rotate(words.first().toDouble());
            m_painter.translate(-side / 2., -side / 2.);
            return;
        }
        const QString colour = words.takeFirst();
        KONTOR_CHECK(m_colours.contains(colour));
        QList<qreal> n;
        for (const QString &word : words)
            n.append(word.toDouble());
        draw(verb, m_colours[colour], n);
    }

private:
    void draw(const QString &verb, const QColor &colour, const QList<qreal> &n)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        if (verb == u"box"_s)
            m_painter.drawRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4]);
        else if (verb == u"disc"_s)
            m_painter.drawEllipse(QPointF(n[0], n[1]), n[2], n[3]);
        else if (verb == u"part"_s)
            m_painter.drawChord(around(n), sixteenths(n[4]), sixteenths(n[5]));
        else if (verb == u"mark"_s)
            drawMark(n[0], n[1], n[2]);
        else if (verb == u"shape"_s)
            drawShape(colour, points(n));
        else
            drawStroke(verb, colour, n);
    }

    void drawStroke(const QString &verb, const QColor &colour, const QList<qreal> &n)
    {
        m_painter.setPen(QPen(colour, n.first(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        const QList<qreal> rest = n.mid(1);
        if (verb == u"line"_s)
            m_painter.drawPolyline(points(rest));
        else if (verb == u"arc"_s)
            m_painter.drawArc(around(rest), sixteenths(rest[4]), sixteenths(rest[5]));
        else
            KONTOR_CHECK(!"a shape that nobody can draw");
    }

    void drawShape(const QColor &colour, const QPolygonF &corners)
    {
        constexpr qreal rounding = 8;
        m_painter.setPen(QPen(colour, rounding, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.drawPolygon(corners);
    }

    void drawMark(qreal x, qreal y, qreal size)
    {
        const QPointF centre(x, y);
        switch (m_number % marks) {
        case 0:
            m_painter.drawEllipse(centre, size, size);
            break;
        case 1:
            m_painter.drawPolygon(QPolygonF{QPointF(x, y - size), QPointF(x + size, y),
                                            QPointF(x, y + size), QPointF(x - size, y)});
            break;
        case 2:
            for (const qreal step : {-1., 0., 1.})
                m_painter.drawRoundedRect(
                    QRectF(x - size, y + step * size * 0.75 - 0.2 * size, 2 * size, 0.4 * size), 2,
                    2);
            break;
        case 3:
            for (const qreal step : {-1., 0., 1.})
                m_painter.drawEllipse(centre + QPointF(step * size, 0), 0.38 * size, 0.38 * size);
            break;
        default:
            drawLeaf(centre, size);
        }
    }

    void drawLeaf(const QPointF &centre, qreal size)
    {
        QPainterPath leaf(centre + QPointF(-size, size));
        leaf.quadTo(centre + QPointF(-size, -size), centre + QPointF(size, -size));
        leaf.quadTo(centre + QPointF(size, size), centre + QPointF(-size, size));
        m_painter.drawPath(leaf);
    }

    static QRectF around(const QList<qreal> &n)
    {
        return {n[0] - n[2], n[1] - n[3], 2 * n[2], 2 * n[3]};
    }
    static int sixteenths(qreal degrees) { return int(degrees * 16); }
    static QPolygonF points(const QList<qreal> &n)
    {
        QPolygonF corners;
        for (qsizetype i = 0; i + 1 < n.size(); i += 2)
            corners.append({n[i], n[i + 1]});
        return corners;
    }

    QPainter m_painter;
    const int m_number;
    QHash<QString, QColor> m_colours;
};

const QHash<QString, QStringList> &drawings()
{
    static const QHash<QString, QStringList> known = [] {
        QHash<QString, QStringList> shapes;
        QString name;
        for (const QString &line : demoLines(u"drawings.txt"_s)) {
            if (line.front().isSpace())
                shapes[name].append(line);
            else
                name = line;
        }
        return shapes;
    }();
    return known;
}

} // namespace

QImage demoPicture(const QString &drawing, const QString &colour, int number)
{
    KONTOR_CHECK(drawings().contains(drawing) && namedColours().contains(colour));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    Sketch sketch(image, namedColours()[colour], number);
    for (const QString &line : drawings()[drawing])
        sketch.draw(line);
    return image;
}

QString demoPictureName(const QString &sku) { return sku.toLower() + u".png"_s; }

Result<> drawDemoPictures(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error(DemoPictureError::NotWritten, folder);
    // Things of one shape and colour bear one mark after the other.
    QHash<std::pair<QString, QString>, int> alike;
    int number = 0;
    for (const DemoRow &row : demoTable(u"products.csv"_s)) {
        const QString drawing = row[u"drawing"_s];
        const QString colour = row[u"colour"_s];
        const std::pair kind{drawing, colour};
        if (!alike.contains(kind))
            alike.insert(kind, number++);
        int &mark = alike[kind];
        QSaveFile file(QDir(folder).filePath(demoPictureName(row[u"sku"_s])));
        const QImage image = demoPicture(drawing, colour, mark++);
        if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
            return Error(DemoPictureError::NotWritten, file.errorString());
    }
    return {};
}

} // namespace kontor
