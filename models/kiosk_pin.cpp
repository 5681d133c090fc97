// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kiosk_pin.h"

#include <QSettings>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString hashKey = u"kiosk/pin"_s;
constexpr qint64 firstWaitMs = 1'000;
constexpr int mostDoublings = 20;

bool isPin(const QString &pin)
{
    return pin.size() >= KioskPin::fewestDigits && pin.size() <= KioskPin::mostDigits &&
           std::ranges::all_of(pin, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QByteArray keptIn(const QString &file)
{
    if (file.isEmpty())
        return {};
    return QSettings(file, QSettings::IniFormat).value(hashKey).toString().toLatin1();
}

bool matches(const QByteArray &hash, const QByteArray &pin)
{
    return sodium_init() >= 0 && !hash.isEmpty() &&
           crypto_pwhash_str_verify(hash.constData(), pin.constData(),
                                    static_cast<unsigned long long>(pin.size())) == 0;
}

} // namespace

KioskPin::KioskPin(const QString &file, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_clock(clock)
{
    m_workers.setMaxThreadCount(1);
}

KioskPin::~KioskPin() { m_workers.waitForDone(); }

Result<> KioskPin::keep(const QString &file, const QString &pin)
{
    if (!isPin(pin))
        return Error(PinError::BadPin, u"a PIN has 4 to 12 digits"_s);
    const QByteArray digits = pin.toLatin1();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 || crypto_pwhash_str(hash.data(), digits.constData(),
                                               static_cast<unsigned long long>(digits.size()),
                                               crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                               crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error(PinError::NotKept, u"there is no memory for the hash"_s);
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(hashKey, QString::fromLatin1(hash.data()));
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return Error(PinError::NotKept, u"%1 cannot be written"_s.arg(file));
    return {};
}

bool KioskPin::isSet(const QString &file) { return !keptIn(file).isEmpty(); }

void KioskPin::tryOut(const QString &pin)
{
    if (m_looking || waitMs() > 0)
        return;
    m_looking = true;
    m_workers.start([this, hash = keptIn(m_file), digits = pin.toLatin1()] {
        const bool isRight = matches(hash, digits);
        QMetaObject::invokeMethod(this, [this, isRight] { judge(isRight); });
    });
}

void KioskPin::judge(bool isRight)
{
    m_looking = false;
    if (isRight) {
        m_wrong = 0;
        Q_EMIT right();
        return;
    }
    const qint64 wait = std::min(longestWaitMs, firstWaitMs << std::min(m_wrong, mostDoublings));
    ++m_wrong;
    m_nextAt = {m_clock.now().ms + wait};
    Q_EMIT wrong();
}

qint64 KioskPin::waitMs() const
{
    const qint64 wait = m_nextAt.ms - m_clock.now().ms;
    // None is that long: the clock was set back, and that locks nobody out.
    return wait > longestWaitMs ? 0 : std::max<qint64>(wait, 0);
}

} // namespace kontor
