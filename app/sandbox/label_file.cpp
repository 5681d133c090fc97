// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/label_file.h"

#include <QStringList>

namespace kontor::sandbox {

namespace {

QByteArray plainAscii(const QString &text)
{
    QByteArray plain;
    for (const auto character : text) {
        const auto code = character.unicode();
        const bool special =
            code == '(' || code == ')' || code == '\\' || code == '^' || code == '~';
        plain += code >= 0x20 && code < 0x7f && !special ? static_cast<char>(code) : '?';
    }
    return plain;
}

QByteArray zplLabel(const QStringList &lines)
{
    QByteArray label = "^XA\n";
    int y = 60;
    for (const auto &line : lines) {
        label += "^FO60," + QByteArray::number(y) + "^A0N,40,40^FD" + plainAscii(line) + "^FS\n";
        y += 60;
    }
    return label + "^XZ\n";
}

//! Four by six inches, in the points of PDF.
QByteArray pdfLabel(const QStringList &lines)
{
    QByteArray text = "BT /F1 14 Tf 24 390 Td 20 TL\n";
    for (const auto &line : lines)
        text += '(' + plainAscii(line) + ") Tj T*\n";
    text += "ET\n";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray places = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto table = QByteArray::number(pdf.size());
    const auto count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n" + places + "trailer\n<< /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n";
}

} // namespace

HttpResponse drawLabel(const QString &format, const QStringList &lines)
{
    const bool zpl = format == QLatin1StringView("ZPLII");
    HttpResponse response;
    response.body = zpl ? zplLabel(lines) : pdfLabel(lines);
    response.contentType = zpl ? "text/plain" : "application/pdf";
    return response;
}

} // namespace kontor::sandbox
