// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace kontor {

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .window = QColor(0xF5F6F8),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xEDEFF2),
        .border = QColor(0xD9DDE3),
        .text = QColor(0x1B1F24),
        .muted = QColor(0x59626E),
        .accent = QColor(0x0B6E62),
        .onAccent = QColor(0xFFFFFF),
        .selected = QColor(0xD5EDE9),
        .danger = QColor(0xB3261E),
        .warning = QColor(0x8A5A00),
        .good = QColor(0x1E7B34),
        .onBadge = QColor(0xFFFFFF),
        .veil = QColor(0x1B, 0x1F, 0x24, 0x59),
    };
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .window = QColor(0x15181B),
        .surface = QColor(0x1D2125),
        .raised = QColor(0x262B31),
        .border = QColor(0x363D45),
        .text = QColor(0xE8EBEE),
        .muted = QColor(0xA3ADB8),
        .accent = QColor(0x4CC2B0),
        .onAccent = QColor(0x06231F),
        .selected = QColor(0x1F3D3A),
        .danger = QColor(0xFF8A80),
        .warning = QColor(0xF2C14E),
        .good = QColor(0x7BD88F),
        .onBadge = QColor(0x15181B),
        .veil = QColor(0x00, 0x00, 0x00, 0x99),
    };
    return tokens;
}

const Tokens &tokensOf(const QPalette &palette)
{
    const bool dark =
        palette.color(QPalette::Text).lightness() > palette.color(QPalette::Base).lightness();
    return dark ? darkTokens() : lightTokens();
}

} // namespace kontor
