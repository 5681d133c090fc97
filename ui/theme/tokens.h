// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace kontor {

//! The colours of one appearance; nothing else names a colour.
struct Tokens
{
    QColor window;
    QColor surface;
    QColor raised;
    QColor border;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor selected;
    QColor danger;
    QColor warning;
    QColor good;
    QColor onBadge;
    QColor veil; //!< over what is behind a card
};

const Tokens &lightTokens();
const Tokens &darkTokens();
//! Those that a widget with this palette is drawn in.
const Tokens &tokensOf(const QPalette &palette);

//! Distances in device independent pixels.
namespace metrics {
constexpr int gap = 2;
constexpr int inside = 8;
constexpr int radius = 6;
constexpr int group = 16;
constexpr int page = 24;
constexpr int iconSize = 20;
constexpr int railWidth = 160;
constexpr int sidePanelWidth = 372;
constexpr int detailsWidth = 480;
constexpr int rowHeight = 40;
constexpr int storyRowHeight = 36;
constexpr int tallRowHeight = 52;
constexpr int cellPadding = 12;
constexpr int quantityWidth = 64;
constexpr int barcodeWidth = 150;
constexpr int amountWidth = 110;
constexpr int focusBar = 3;
constexpr int backWidth = 160;
constexpr int holdWidth = 120;
constexpr int paletteWidth = 680;
constexpr int sheetWidth = 900;
constexpr int settingWidth = 420;
constexpr int sectionNameWidth = 176;
constexpr int answerWidth = 340;
constexpr int twoColumnsWidth = 620;
constexpr int twoListsWidth = 1000;
constexpr int tileWidth = 168;
constexpr int tileHeight = 184;
constexpr int pictureRadius = 6;
constexpr int rowPicture = 36;
constexpr int chipHeight = 36;
constexpr int longestChip = 220;
constexpr int keyedWidth = 208;
constexpr int alertRowHeight = 28;
constexpr int timeWidth = 88;
constexpr int filterWidth = 140;
constexpr int codeWidth = 260;
constexpr int kioskTileWidth = 200;
constexpr int kioskTileHeight = 220;
constexpr int kioskCartWidth = 380;
constexpr int kioskAmountWidth = 100;
constexpr int kioskSearchWidth = 300;
constexpr int kioskKeyboardWidth = 1100;
constexpr int kioskPoints = 13;
} // namespace metrics

} // namespace kontor
