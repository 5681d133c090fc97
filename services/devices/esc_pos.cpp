// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/esc_pos.h"

#include "services/devices/barcode_picture.h"
#include "services/devices/code_page.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr char esc = 0x1b;
constexpr char gs = 0x1d;
constexpr char fs = 0x1c;
constexpr char lineFeed = 0x0a;
constexpr char codePage858 = 19;
constexpr char barcodeDots = 80;
constexpr char barcodeModule = 2;
constexpr char code128 = 73;
constexpr char ean13 = 67;
constexpr char doubleSize = 0x11;
constexpr char linesBeforeCut = 4;

QByteArray command(std::initializer_list<char> bytes)
{
    return QByteArray(bytes.begin(), qsizetype(bytes.size()));
}

QByteArray barcodeBytes(const QString &text)
{
    const QByteArray dress =
        command({gs, 'h', barcodeDots}) + command({gs, 'w', barcodeModule}) + command({gs, 'H', 2});
    if (isEan13(text))
        return dress + command({gs, 'k', ean13, char(text.size())}) + text.toLatin1() + lineFeed;
    // Code set B; a brace introduces a code set and is doubled where it is meant.
    const QByteArray data = "{B" + text.toLatin1().replace('{', "{{").left(250);
    return dress + command({gs, 'k', code128, char(data.size())}) + data + lineFeed;
}

//! A picture of dots; it needs no line feed.
QByteArray pictureBytes(const Dots &picture)
{
    return command({gs, 'v', '0', 0, char(picture.bytesWide % 256), char(picture.bytesWide / 256),
                    char(picture.height % 256), char(picture.height / 256)}) +
           picture.dots;
}

QByteArray lineBytes(const PaperLine &line)
{
    if (!line.picture.dots.isEmpty())
        return pictureBytes(line.picture);
    QByteArray bytes;
    if (line.centred)
        bytes += command({esc, 'a', 1});
    if (line.strong)
        bytes += command({esc, 'E', 1});
    if (line.large)
        bytes += command({gs, '!', doubleSize});
    bytes +=
        line.barcode.isEmpty() ? toCodePage858(line.text) + lineFeed : barcodeBytes(line.barcode);
    if (line.large)
        bytes += command({gs, '!', 0});
    if (line.strong)
        bytes += command({esc, 'E', 0});
    if (line.centred)
        bytes += command({esc, 'a', 0});
    return bytes;
}

//! Reads commands one after the other and keeps what they set.
class Interpreter
{
public:
    explicit Interpreter(QByteArrayView bytes) : m_bytes(bytes) {}

    Result<PrintedPaper> run()
    {
        while (m_at < m_bytes.size() && !m_wrong) {
            const char byte = take();
            if (byte == esc)
                escape();
            else if (byte == gs)
                group();
            else if (byte == fs)
                leaveKanji();
            else if (byte == lineFeed)
                endLine();
            else if (uchar(byte) >= 0x20 && byte != 0x7f)
                m_text += byte;
            else
                refuse(byte);
        }
        if (m_wrong)
            return *m_wrong;
        return m_paper;
    }

private:
    char take()
    {
        if (m_at < m_bytes.size())
            return m_bytes[m_at++];
        m_wrong = Error(EscPosError::Truncated, u"the bytes end within a command"_s);
        return 0;
    }

    void refuse(char byte)
    {
        if (!m_wrong)
            m_wrong = Error(
                EscPosError::UnknownCommand,
                u"byte %1 at %2"_s.arg(QString::number(uchar(byte), 16), QString::number(m_at)));
    }

    void escape()
    {
        switch (const char name = take()) {
        case '@':
            m_style = {};
            break;
        case 't':
            if (const char page = take(); page != codePage858)
                refuse(page);
            break;
        case 'a':
            m_style.centred = take() == 1;
            break;
        case 'E':
            m_style.strong = take() == 1;
            break;
        case 'p':
            take();
            take();
            take();
            ++m_paper.drawerKicks;
            break;
        case 'd':
            take();
            break;
        default:
            refuse(name);
        }
    }

    void leaveKanji()
    {
        if (const char name = take(); name != '.')
            refuse(name);
    }

    void group()
    {
        switch (const char name = take()) {
        case '!':
            m_style.large = take() == doubleSize;
            break;
        case 'h':
        case 'w':
        case 'H':
            take();
            break;
        case 'k':
            readBarcode();
            break;
        case 'v':
            readPicture();
            break;
        case 'V':
            if (const char kind = take(); kind != 1)
                refuse(kind);
            ++m_paper.cuts;
            break;
        default:
            refuse(name);
        }
    }

    //! So many bytes; fewer are an error.
    QByteArray takeMany(qsizetype size)
    {
        if (m_at + size > m_bytes.size()) {
            m_at = m_bytes.size();
            take();
            return {};
        }
        m_at += size;
        return m_bytes.sliced(m_at - size, size).toByteArray();
    }

    void readBarcode()
    {
        const char kind = take();
        if (kind != code128 && kind != ean13)
            return refuse(kind);
        const QByteArray data = takeMany(uchar(take()));
        if (m_wrong)
            return;
        if (kind == ean13)
            m_style.barcode = QString::fromLatin1(data);
        else if (data.startsWith("{B"))
            m_style.barcode = QString::fromLatin1(data.mid(2).replace("{{", "{"));
        else
            refuse('{');
    }

    int takeSize()
    {
        const int low = uchar(take());
        return low + 256 * uchar(take());
    }

    void readPicture()
    {
        if (const char kind = take(); kind != '0')
            return refuse(kind);
        if (const char scale = take(); scale != 0)
            return refuse(scale);
        PaperLine line;
        line.picture.bytesWide = takeSize();
        line.picture.height = takeSize();
        line.picture.dots = takeMany(qsizetype(line.picture.bytesWide) * line.picture.height);
        if (!m_wrong)
            m_paper.lines.append(line);
    }

    void endLine()
    {
        PaperLine line = m_style;
        line.text = fromCodePage858(m_text);
        m_paper.lines.append(line);
        m_text.clear();
        m_style.barcode.clear();
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QByteArray m_text;
    PaperLine m_style; //!< of the line that is being written
    PrintedPaper m_paper;
    std::optional<Error> m_wrong;
};

} // namespace

QByteArray escPosBytes(const Document &document, int columns)
{
    // Without FS . a printer for Chinese reads two bytes of the code page as one character.
    QByteArray bytes = command({esc, '@'}) + command({fs, '.'}) + command({esc, 't', codePage858});
    for (const PaperLine &line : paperLines(document, columns))
        bytes += lineBytes(line);
    return bytes + command({esc, 'd', linesBeforeCut}) + command({gs, 'V', 1});
}

QByteArray escPosDrawerKick() { return command({esc, 'p', 0, 25, 125}); }

Result<PrintedPaper> interpretEscPos(QByteArrayView bytes) { return Interpreter(bytes).run(); }

} // namespace kontor
