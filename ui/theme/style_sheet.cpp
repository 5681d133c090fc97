// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QGuiApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *sheet = R"(
QFrame[role="rail"] { background: @surface; border: none; border-@end: 1px solid @border; }
QFrame[role="side"] { background: @surface; border: none; border-@start: 1px solid @border; }
QFrame[role="status"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[role="sheet"] { background: @window; border: 1px solid @border; border-radius: 6px; }
QFrame[role="overlay"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[role="toast"] { background: @text; border: none; border-radius: 6px; }
QFrame[role="toast"] QLabel { color: @surface; }
QPushButton[role="toast"], #sellPage QPushButton[role="toast"] { background: transparent; color: @selected;
    border: 1px solid transparent; font-weight: 600; min-height: 30px; padding: 0 10px; }
QPushButton[role="toast"]:hover { border-color: @selected; }
QFrame[role="alertBand"] { background: @surface; border: none; border-bottom: 3px solid @danger; }
QFrame[role="concern"] { background: @window; border: none; border-left: 3px solid @danger; }
QFrame[role="segments"] { background: @raised; border: none; border-radius: 6px; }
QFrame[role="rule"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QScrollArea, QStackedWidget { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: 13pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="accent"] { color: @accent; }
QLabel[role="gain"] { color: @good; }
QLabel[role="small"] { color: @muted; font-size: 9pt; }
QLabel[role="total"] { font-size: 20pt; font-weight: 700; }
QLabel[role="amount"] { font-size: 24pt; font-weight: 700; }
QLabel[role="change"] { font-size: 24pt; font-weight: 700; color: @good; }
QLabel[role="amountSmall"] { font-size: 14pt; font-weight: 700; }
QLabel[role="changeSmall"] { font-size: 14pt; font-weight: 700; color: @good; }
QLabel[role="price"] { font-size: 40pt; font-weight: 700; }
QLabel[role="titleLost"] { font-size: 13pt; font-weight: 600; color: @danger; }
QLabel[role="alert"] { font-size: 12pt; font-weight: 600; color: @danger; }
QLabel[role="message"] { color: @danger; }
QLabel[role="notice"] { color: @warning; }
QPushButton[role="attention"] { background: transparent; color: @danger; font-weight: 600; font-size: 9pt;
    border: 1px solid transparent; min-height: 20px; padding: 0 6px; }
QPushButton[role="attention"]:hover, QPushButton[role="attention"]:focus { border-color: @danger; }
QLabel[role="trouble"] { color: @danger; font-size: 9pt; }
QLabel[role="fine"] { color: @good; font-size: 9pt; }
QLabel[role="badge"] { background: @warning; color: @onBadge; font-size: 8pt; font-weight: 700;
    border-radius: 3px; padding: 2px 8px; }
QLabel[role="key"] { color: @muted; border: 1px solid @muted; border-radius: 4px; font-size: 8pt;
    padding: 1px 6px; }
QLabel[role="keyOnAccent"] { color: @onAccent; border: 1px solid @onAccent; border-radius: 4px;
    font-size: 8pt; padding: 1px 6px; }
QLabel[role="keyOnAccent"]:disabled { color: @muted; border-color: @muted; }
QLabel[role="stepDone"] { background: @selected; color: @accent; font-weight: 600; border-radius: 6px;
    padding: 6px 12px; }
QLabel[role="stepAhead"] { background: @raised; color: @muted; border-radius: 6px; padding: 6px 12px; }
QLabel[role="stepLost"] { color: @danger; border: 1px solid @danger; font-weight: 600; border-radius: 6px;
    padding: 5px 11px; }

QPushButton { background: @raised; color: @text; border: 1px solid @raised; border-radius: 6px;
    padding: 0 14px; min-height: 34px; }
QPushButton:hover { border-color: @border; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13px; min-height: 32px; }
QPushButton:pressed { background: @border; }
QPushButton:disabled { color: @muted; background: @window; border-color: @border; }
#sellPage QPushButton { min-height: 42px; }
#sellPage QPushButton:focus { min-height: 40px; }

QPushButton[role="main"], #sellPage QPushButton[role="main"] { background: @accent; color: @onAccent;
    border-color: @accent; font-size: 12pt; font-weight: 600; min-height: 50px; }
#sellPage QPushButton[role="main"]:focus { border: 2px solid @text; min-height: 48px; }
QPushButton[role="main"]:hover { border-color: @text; }
QPushButton[role="main"]:disabled, #sellPage QPushButton[role="main"]:disabled { background: @raised;
    color: @muted; border-color: @raised; }
QPushButton[role="besideMain"], #sellPage QPushButton[role="besideMain"] { text-align: left; min-height: 50px; }
#sellPage QPushButton[role="besideMain"]:focus { min-height: 48px; }
QPushButton[role="digit"], #sellPage QPushButton[role="digit"] { font-size: 13pt; font-weight: 600;
    min-height: 54px; }
QPushButton[role="quick"], #sellPage QPushButton[role="quick"] { font-size: 11pt; min-height: 54px; }
#sellPage QPushButton[role="quick"]:focus { min-height: 52px; }
QPushButton[role="flat"] { background: transparent; border-color: transparent; text-align: left;
    font-weight: 600; padding: 0 2px; }
QPushButton[role="flat"]:focus { padding: 0 1px; }
QPushButton[role="flat"]:hover { background: @raised; }
QPushButton[role="compact"], #sellPage QPushButton[role="compact"] { padding: 0 8px; font-size: 9pt;
    min-height: 26px; }
QPushButton[role="compact"]:focus, #sellPage QPushButton[role="compact"]:focus { padding: 0 7px;
    min-height: 24px; }
QPushButton[role="choice"] { background: @selected; color: @accent; font-weight: 600; }
QPushButton[role="status"] { background: transparent; border-color: transparent; color: @danger;
    font-size: 9pt; padding: 0 4px; min-height: 20px; }
QPushButton[role="status"]:focus { padding: 0 3px; min-height: 18px; }
QPushButton[role="status"]:hover { text-decoration: underline; }
QPushButton[role="danger"] { color: @danger; }
QPushButton[role="danger"]:disabled { color: @muted; }
QPushButton[role="step"], #sellPage QPushButton[role="step"] { padding: 0; font-size: 13pt;
    min-width: 42px; max-width: 42px; }

QPushButton[role="segment"], #sellPage QPushButton[role="segment"] { background: transparent; color: @muted;
    border: 1px solid transparent; min-height: 34px; padding: 0 8px; font-weight: 600; }
QPushButton[role="segment"]:checked, #sellPage QPushButton[role="segment"]:checked { background: @surface; color: @text; border-color: @border; }
QPushButton[role="segment"]:focus, #sellPage QPushButton[role="segment"]:focus { border: 1px solid @accent; }

QPushButton[role="chip"], #sellPage QPushButton[role="chip"] { background: @surface; color: @text;
    border: 1px solid @border; border-radius: 6px; padding: 0 12px; min-height: 30px; max-height: 30px; }
QPushButton[role="chip"]:checked, #sellPage QPushButton[role="chip"]:checked { background: @selected;
    color: @accent; border-color: @selected; font-weight: 600; }
QPushButton[role="chip"]:focus, #sellPage QPushButton[role="chip"]:focus { border: 1px solid @accent; min-height: 30px; }

QPushButton[role="rail"] { background: transparent; color: @muted; border: 1px solid transparent;
    text-align: left; padding: 0 10px; min-height: 38px; font-weight: 600; }
QPushButton[role="rail"]:hover { background: @raised; }
QPushButton[role="rail"]:checked { background: @selected; color: @accent; }
QPushButton[role="rail"]:focus { border: 1px solid @accent; }

QPushButton[keyed="true"] { padding-right: 64px; }
QPushButton[keyed="true"]:focus { padding-right: 63px; }
QPushButton[role="besideMain"][keyed="true"] { padding-right: 48px; }

#kioskWindow QAbstractButton, #kioskWindow QTableView { font-size: 13pt; }
#kioskWindow QPushButton { min-height: 64px; font-size: 14pt; padding: 0 20px; }
#kioskWindow QPushButton:focus { min-height: 62px; padding: 0 19px; }
#kioskWindow QPushButton[role="kioskStep"] { min-width: 64px; max-width: 64px; font-size: 20pt; padding: 0; }
#kioskWindow QPushButton[role="kioskKey"] { min-height: 50px; font-size: 15pt; padding: 0; background: @surface;
    border: 1px solid @border; }
#kioskWindow QPushButton[role="kioskKey"]:pressed { background: @selected; border-color: @accent; }
#kioskWindow QLineEdit { min-height: 64px; font-size: 14pt; }
#kioskWindow QLineEdit:focus { border: 2px solid @accent; min-height: 62px; padding: 0 9px; }
#kioskWindow QLabel { font-size: 13pt; }
#kioskWindow QLabel[role="total"], #kioskWindow QLabel[role="amount"] { font-size: 24pt; }
#kioskWindow QLabel[role="price"] { font-size: 40pt; }
#kioskWindow QLabel[role="title"] { font-size: 18pt; }

QComboBox { min-height: 34px; }
QProgressBar { background: @raised; color: @text; border: none; border-radius: 6px;
    text-align: center; min-height: 24px; }
QProgressBar::chunk { background: @selected; border-radius: 6px; }
QLineEdit { background: @surface; border: 1px solid @border; border-radius: 6px;
    padding: 0 10px; min-height: 34px; selection-background-color: @accent;
    selection-color: @onAccent; }
QLineEdit:focus { border-color: @accent; }
QPlainTextEdit { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px 6px;
    selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border-color: @accent; }
QLineEdit:disabled { background: @window; }
#sellPage QLineEdit { min-height: 42px; }
#sellPage QLineEdit[role="received"] { font-size: 24pt; font-weight: 700; border: none;
    border-bottom: 2px solid @border; border-radius: 0; padding: 0; min-height: 46px; }
#sellPage QLineEdit[role="received"]:focus { border-bottom: 2px solid @accent; }

QTableView, QListView { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px;
    selection-background-color: @selected; selection-color: @text; }
QTableView[role="plain"], QListView[role="plain"] { border: none; border-radius: 0; }
QTableView[role="tiles"] { selection-background-color: @surface; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 0 12px; font-size: 9pt; min-height: 34px; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @border; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
)";

} // namespace

QString Theme::styleSheet(const Tokens &tokens)
{
    // The longer of two names that begin alike comes first.
    const std::pair<const char *, QColor> values[] = {
        {"@onAccent", tokens.onAccent}, {"@onBadge", tokens.onBadge}, {"@window", tokens.window},
        {"@surface", tokens.surface},   {"@raised", tokens.raised},   {"@border", tokens.border},
        {"@text", tokens.text},         {"@muted", tokens.muted},     {"@accent", tokens.accent},
        {"@selected", tokens.selected}, {"@danger", tokens.danger},   {"@warning", tokens.warning},
        {"@good", tokens.good},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, colour] : values)
        text.replace(QLatin1String(name), colour.name());
    const bool isRightToLeft = QGuiApplication::isRightToLeft();
    text.replace("@start"_L1, isRightToLeft ? "right"_L1 : "left"_L1);
    text.replace("@end"_L1, isRightToLeft ? "left"_L1 : "right"_L1);
    return text;
}

} // namespace kontor
