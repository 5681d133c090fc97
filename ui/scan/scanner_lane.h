// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QLineEdit;
class QWindow;

namespace kontor {

//! Takes what a scanner types out of what people type, wherever the focus is. A scanner is known by
//! its pace; keys that may be its own are held back for a moment, and handed on if they are not.
//! The first key of a code reaches the field that has the focus, where typing must not wait, and is
//! withdrawn from it.
class ScannerLane : public QObject
{
    Q_OBJECT
public:
    explicit ScannerLane(QObject *parent = nullptr);

    //! The longest time between two keys of a code.
    static constexpr int longestGapMs = 35;
    //! The fewest keys that are a code if Enter or Tab follows, and if nothing does.
    static constexpr size_t fewestEnded = 4;
    static constexpr size_t fewestOpen = 6;

Q_SIGNALS:
    //! What came may be the beginning of a code; a key that was handed on may be withdrawn.
    void begun();
    void scanned(const QString &code);
    //! The rest of a code that came too slowly.
    void brokenOff(const QString &part);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Kind
    {
        Character,
        End,
        Modifier,
        Other
    };
    struct Key
    {
        std::unique_ptr<QKeyEvent> event;
        bool isHeld = false; //!< not handed on yet
    };
    //! A field as it was before the first key.
    struct Field
    {
        QPointer<QLineEdit> edit;
        QString text;
        int cursor = 0;
        int selectionStart = -1;
        int selectionLength = 0;
    };

    static Kind kindOf(const QKeyEvent &event);
    bool claimsShortcut(const QKeyEvent &event) const;
    bool press(QWindow *window, const QKeyEvent &event);
    bool takeCharacter(const QKeyEvent &event);
    bool takeEnd(const QKeyEvent &event);
    bool isFast(const QKeyEvent &event) const;
    bool follows(const QKeyEvent &event, quint64 before, quint64 withinMs) const;
    //! What came so far was all.
    void settle();
    void complete();
    //! How many keys before a code were typed by a person.
    size_t typedBefore() const;
    QString textFrom(size_t first) const;
    void remember(QLineEdit *edit);
    void withdraw();
    void handOn(size_t count);

    QPointer<QWindow> m_window;
    std::vector<Key> m_keys;
    Field m_field;
    QTimer m_pause;
    bool m_lookedAgain = false; //!< for keys that waited while the program was busy
    quint64 m_lastAt = 0;
    quint64 m_endedAt = 0; //!< when the last code was over
    quint64 m_openAt = 0;  //!< the same, if nothing ended it
    bool m_handingOn = false;
};

} // namespace kontor
