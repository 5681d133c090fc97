// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/flat_style.h"

#include <QApplication>
#include <QFont>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const Tokens &tokensFor(Theme::Scheme scheme, const QPalette &system)
{
    switch (scheme) {
    case Theme::Scheme::Light:
        return lightTokens();
    case Theme::Scheme::Dark:
        return darkTokens();
    case Theme::Scheme::System:
        return tokensOf(system);
    }
    return lightTokens();
}

} // namespace

void Theme::apply(QApplication &application, Scheme scheme,
                  const std::function<void()> &makeWindows)
{
    application.setStyleSheet({});
    QApplication::setPalette({}); // or the system's would be what was chosen before
    const Tokens &tokens = tokensFor(scheme, QApplication::palette());
    QApplication::setStyle(new FlatStyle);
    QApplication::setPalette(palette(tokens));
    // Its figures are all of one width, so columns of amounts align.
    QFont font(u"Noto Sans"_s);
    font.setPointSize(10);
    QApplication::setFont(font);
    makeWindows();
    application.setStyleSheet(styleSheet(tokens));
}

QPalette Theme::palette(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.window);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.window);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Button, tokens.raised);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::BrightText, tokens.danger);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.raised);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    palette.setColor(QPalette::Light, tokens.surface);
    palette.setColor(QPalette::Midlight, tokens.raised);
    palette.setColor(QPalette::Mid, tokens.border);
    palette.setColor(QPalette::Dark, tokens.border);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, tokens.muted);
    palette.setColor(QPalette::Disabled, QPalette::Text, tokens.muted);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, tokens.muted);
    return palette;
}

} // namespace kontor
