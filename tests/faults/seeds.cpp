// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/seeds.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

Seeds::Seeds(int usual)
    : m_first(fromEnvironment("KONTOR_FAULT_FIRST", 1))
    , m_count(fromEnvironment("KONTOR_FAULT_PAIRS", usual))
{
}

void Seeds::run(const std::function<QString(quint32 seed)> &pair)
{
    QElapsedTimer timer;
    timer.start();
    for (int seed = m_first; seed < m_first + m_count; ++seed) {
        const QString wrong = pair(quint32(seed));
        if (wrong.isEmpty())
            continue;
        m_doubles += wrong.contains(u" times") ? 1 : 0;
        m_findings.append(
            u"%1; again: KONTOR_FAULT_FIRST=%2 KONTOR_FAULT_PAIRS=1 build/ci/bin/%3"_s.arg(
                wrong, QString::number(seed),
                QFileInfo(QCoreApplication::applicationFilePath()).fileName()));
    }
    m_ms = timer.elapsed();
}

QString Seeds::summary() const
{
    return u"%1 pairs from seed %2 in %3 s: %4 wrong, %5 of them an effect that came twice"_s
        .arg(m_count)
        .arg(m_first)
        .arg(m_ms / 1000)
        .arg(m_findings.size())
        .arg(m_doubles);
}

} // namespace kontor
