// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/test_page.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

class TestPage
{
    Q_DECLARE_TR_FUNCTIONS(kontor::TestPage)
public:
    explicit TestPage(const PaperStyle &style) : m_style(style) {}

    QString title() const { return say(QT_TR_NOOP("Test page")); }
    QString whatIsGood() const
    {
        return say(QT_TR_NOOP("All is well if the row of digits ends at the right edge, the "
                              "letters above are whole, and the bar code can be scanned."));
    }

private:
    QString say(const char *text) const { return m_style.say("kontor::TestPage", text); }

    const PaperStyle &m_style;
};

//! "1234567890123…", as wide as the paper.
QString ruler(int columns)
{
    QString digits;
    for (int column = 1; column <= columns; ++column)
        digits += QString::number(column % 10);
    return digits;
}

} // namespace

Document testPage(const ShopHeading &shop, Timestamp at, const PaperStyle &style, int columns)
{
    const TestPage words(style);
    Document page;
    page.title = words.title();
    if (!shop.name.isEmpty())
        page.heading(shop.name);
    page.columns(page.title, {},
                 style.locale.toString(at.toUtc().toTimeZone(style.zone), QLocale::ShortFormat));
    page.rule();
    page.text(ruler(columns));
    page.text(u"ÄÖÜ äöü ß € £ é à ñ ç ø å"_s);
    page.rule();
    page.text(words.whatIsGood());
    page.barcode(u"KONTOR-TEST"_s);
    return page;
}

} // namespace kontor
