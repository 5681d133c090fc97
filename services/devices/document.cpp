// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/document.h"

#include "services/devices/paper_style.h"

#include <QCoreApplication>

namespace kontor {

namespace {

struct Marks
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Marks)
public:
    static const char *text(Mark mark)
    {
        switch (mark) {
        case Mark::Copy:
            return QT_TR_NOOP("COPY");
        case Mark::Training:
            return QT_TR_NOOP("TRAINING – NOT A RECEIPT");
        case Mark::Gift:
            return QT_TR_NOOP("GIFT");
        }
        return "";
    }
};

//! Line breaks and tabs become spaces, other control and direction characters go.
QString printable(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c.isSpace())
            clean += u' ';
        else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            clean += c;
    }
    return clean;
}

} // namespace

void Document::barcode(const QString &data)
{
    QString clean;
    for (const QChar c : data) {
        if (c > u' ' && c < QChar(0x7f))
            clean += c;
    }
    add({BlockKind::Barcode, clean, {}, {}, false});
}

void Document::mark(Mark mark, const PaperStyle &style)
{
    add({BlockKind::Mark, style.say("kontor::Marks", Marks::text(mark)), {}, {}, true});
}

void Document::add(Block block)
{
    block.left = printable(block.left);
    block.middle = printable(block.middle);
    block.right = printable(block.right);
    blocks.append(std::move(block));
}

} // namespace kontor
