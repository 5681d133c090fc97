// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanner_lane.h"

#include "ui/widgets/bare_key.h"

#include <QApplication>
#include <QLineEdit>
#include <QWindow>

#include <algorithm>

namespace kontor {

namespace {

//! How long to wait for the next key before a code is taken to be over.
constexpr int pauseMs = ScannerLane::longestGapMs + 15;
//! After a code that nothing ended: so long what follows may be its end, or its rest.
constexpr quint64 restMs = 250;
constexpr qsizetype longestText = 20'000;
constexpr QChar groupSeparator = u'\x1d';

} // namespace

ScannerLane::ScannerLane(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_lookedAgain, true))
            settle();
        else
            m_pause.start(0);
    });
    qApp->installEventFilter(this);
}

ScannerLane::Kind ScannerLane::kindOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return Kind::Modifier;
    default:
        break;
    }
    if (event.isAutoRepeat())
        return Kind::Other;
    if (event.text() == groupSeparator)
        return Kind::Character;
    if (!isBare(event))
        return Kind::Other;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        return Kind::End;
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        return Kind::Other;
    default:
        return event.text().size() == 1 ? Kind::Character : Kind::Other;
    }
}

bool ScannerLane::follows(const QKeyEvent &event, quint64 before, quint64 withinMs) const
{
    return before > 0 && event.timestamp() >= before && event.timestamp() - before <= withinMs;
}

bool ScannerLane::isFast(const QKeyEvent &event) const
{
    return !m_keys.empty() && follows(event, m_lastAt, longestGapMs);
}

bool ScannerLane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if ((!isPress && event->type() != QEvent::ShortcutOverride) || m_handingOn ||
        !watched->isWindowType())
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    // What a program made up has no time.
    if (key->timestamp() == 0)
        return false;
    if (isPress)
        return press(static_cast<QWindow *>(watched), *key);
    if (!claimsShortcut(*key))
        return false;
    key->accept();
    return true;
}

//! No key in the middle of a code is a shortcut.
bool ScannerLane::claimsShortcut(const QKeyEvent &event) const
{
    const Kind kind = kindOf(event);
    return (kind == Kind::Character || kind == Kind::End) && isFast(event);
}

bool ScannerLane::press(QWindow *window, const QKeyEvent &event)
{
    const Kind kind = kindOf(event);
    if (kind == Kind::Modifier)
        return false;
    if (!m_keys.empty() && (m_window != window || !isFast(event)))
        settle();
    m_window = window;
    switch (kind) {
    case Kind::Character:
        return takeCharacter(event);
    case Kind::End:
        return takeEnd(event);
    case Kind::Modifier:
    case Kind::Other:
        break;
    }
    settle();
    return false;
}

bool ScannerLane::takeCharacter(const QKeyEvent &event)
{
    const bool isFirst = m_keys.empty();
    // A space pushes buttons, and no code begins with one.
    if (isFirst && event.key() == Qt::Key_Space)
        return false;
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    const bool handsOn = isFirst && edit && !follows(event, m_endedAt, longestGapMs);
    if (handsOn)
        remember(edit);
    m_keys.push_back({std::unique_ptr<QKeyEvent>(event.clone()), !handsOn});
    m_lastAt = event.timestamp();
    m_lookedAgain = false;
    m_pause.start(pauseMs);
    if (m_keys.size() == 2)
        Q_EMIT begun();
    return !handsOn;
}

bool ScannerLane::takeEnd(const QKeyEvent &event)
{
    const bool afterOpen = follows(event, m_openAt, restMs);
    if (m_keys.size() >= fewestEnded) {
        complete();
        m_endedAt = event.timestamp();
        return true;
    }
    if (!afterOpen) {
        settle();
        return false;
    }
    // The end of the code that was over already, or its rest.
    m_openAt = 0;
    if (!m_keys.empty()) {
        const QString part = textFrom(0);
        withdraw();
        m_keys.clear();
        Q_EMIT brokenOff(part);
    }
    return true;
}

void ScannerLane::settle()
{
    m_pause.stop();
    if (m_keys.size() >= fewestOpen) {
        complete();
        m_endedAt = m_openAt = m_lastAt;
        return;
    }
    handOn(m_keys.size());
    m_keys.clear();
}

void ScannerLane::complete()
{
    m_pause.stop();
    m_openAt = 0;
    const size_t typed = typedBefore();
    const QString code = textFrom(typed);
    if (typed == 0)
        withdraw();
    else
        handOn(typed);
    m_keys.clear();
    Q_EMIT scanned(code);
}

// A person's key that happened to come just before a code stands apart from the scanner's even
// pace.
size_t ScannerLane::typedBefore() const
{
    constexpr size_t mostTyped = 3;
    constexpr quint64 leastPauseMs = 12;
    constexpr quint64 apart = 3;
    std::vector<quint64> gaps;
    for (size_t i = 1; i < m_keys.size(); ++i)
        gaps.push_back(m_keys[i].event->timestamp() - m_keys[i - 1].event->timestamp());
    for (size_t typed = std::min(mostTyped, m_keys.size() - fewestEnded); typed > 0; --typed) {
        const quint64 slowest = *std::max_element(gaps.begin() + qsizetype(typed), gaps.end());
        if (gaps[typed - 1] >= leastPauseMs && gaps[typed - 1] >= apart * slowest)
            return typed;
    }
    return 0;
}

QString ScannerLane::textFrom(size_t first) const
{
    QString text;
    for (size_t i = first; i < m_keys.size() && text.size() < longestText; ++i)
        text += m_keys[i].event->text();
    return text;
}

void ScannerLane::remember(QLineEdit *edit)
{
    m_field = {edit, edit->text(), edit->cursorPosition(), edit->selectionStart(),
               int(edit->selectedText().size())};
}

void ScannerLane::withdraw()
{
    QLineEdit *edit = m_field.edit;
    if (!edit || m_keys.empty() || m_keys.front().isHeld)
        return;
    const QString key = m_keys.front().event->text();
    const bool replaced = m_field.selectionLength > 0;
    const int at = replaced ? m_field.selectionStart : m_field.cursor;
    QString expected = m_field.text;
    expected.replace(at, m_field.selectionLength, key);
    // A field that made something else of the key keeps it.
    if (edit->text() == expected) {
        edit->setCursorPosition(at + int(key.size()));
        edit->backspace();
        if (replaced) {
            edit->setText(m_field.text);
            edit->setSelection(at, m_field.selectionLength);
        }
    }
    m_field = {};
}

void ScannerLane::handOn(size_t count)
{
    m_handingOn = true;
    for (size_t i = 0; i < count && m_window; ++i) {
        if (m_keys[i].isHeld)
            QCoreApplication::sendEvent(m_window, m_keys[i].event.get());
    }
    m_handingOn = false;
}

} // namespace kontor
