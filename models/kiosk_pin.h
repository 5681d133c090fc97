// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QObject>
#include <QThreadPool>

namespace kontor {

enum class PinError
{
    NotSet,
    BadPin, //!< not 4 to 12 digits
    NotKept
};
KONTOR_ERROR_DOMAIN(PinError);

//! The PIN that leads out of self-service. What is kept of it is its Argon2id hash; after each
//! wrong one the next is looked at later.
class KioskPin : public QObject
{
    Q_OBJECT
public:
    KioskPin(const QString &file, const Clock &clock, QObject *parent = nullptr);
    ~KioskPin() override;

    //! Takes about a tenth of a second, on purpose.
    static Result<> keep(const QString &file, const QString &pin);
    static bool isSet(const QString &file);

    //! Beside the screen; right() or wrong() follows. Nothing happens while waitMs() is not 0.
    void tryOut(const QString &pin);
    //! Until the next one is looked at.
    qint64 waitMs() const;

    static constexpr qsizetype fewestDigits = 4;
    static constexpr qsizetype mostDigits = 12;
    static constexpr qint64 longestWaitMs = 300'000;

Q_SIGNALS:
    void right();
    void wrong();

private:
    void judge(bool isRight);

    QString m_file;
    const Clock &m_clock;
    bool m_looking = false;
    int m_wrong = 0; //!< in a row
    Timestamp m_nextAt;
    QThreadPool m_workers;
};

} // namespace kontor
