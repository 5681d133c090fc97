// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace kontor::sandbox {

//! Why something was not done, in English, for whoever started the program.
struct Refusal
{
    QString reason;
};

//! A value, or the Refusal that kept it from being made. The sandbox has its own, because it shares
//! no code with the clients that it tests.
template <class T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value) : m_content(std::move(value)) {}
    Outcome(Refusal refusal) : m_content(std::move(refusal)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    T &operator*() { return std::get<0>(m_content); }
    const T &operator*() const { return std::get<0>(m_content); }
    T *operator->() { return &std::get<0>(m_content); }
    const T *operator->() const { return &std::get<0>(m_content); }
    const QString &reason() const { return std::get<1>(m_content).reason; }

private:
    std::variant<T, Refusal> m_content;
};

} // namespace kontor::sandbox
