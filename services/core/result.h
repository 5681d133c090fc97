// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace kontor {

//! Names the domain of an error enum; every error enum has one, made with KONTOR_ERROR_DOMAIN.
template <class Code>
struct ErrorDomain;

#define KONTOR_ERROR_DOMAIN(Code)                                                                  \
    template <>                                                                                    \
    struct ErrorDomain<Code>                                                                       \
    {                                                                                              \
        static constexpr const char *name = #Code;                                                 \
    }

//! What went wrong: a code of one domain, and a detail in English for the log. The sentence that a
//! person reads is made in ui/ from the code.
class Error
{
public:
    template <class Code>
    requires std::is_enum_v<Code> Error(Code code, QString detail = {})
        : m_domain(ErrorDomain<Code>::name)
        , m_code(static_cast<int>(code))
        , m_detail(std::move(detail))
    {
    }

    template <class Code>
    bool isIn() const
    {
        return std::string_view(m_domain) == ErrorDomain<Code>::name;
    }
    template <class Code>
    bool is(Code code) const
    {
        return isIn<Code>() && m_code == static_cast<int>(code);
    }
    //! The code as an enum of its domain; ask isIn<Code>() first.
    template <class Code>
    Code as() const
    {
        Q_ASSERT(isIn<Code>());
        return static_cast<Code>(m_code);
    }

    QString domain() const { return QString::fromLatin1(m_domain); }
    int code() const { return m_code; }
    const QString &detail() const { return m_detail; }

    //! For logs and the command line: the detail, or the domain and code where there is none.
    QString text() const;

    bool operator==(const Error &other) const = default;

private:
    const char *m_domain;
    int m_code;
    QString m_detail;
};

//! A value of type T, or the Error that kept it from being made.
template <class T = void>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::move(value)) {}
    Result(Error error) : m_content(std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_content(std::move(error)) {}

    explicit operator bool() const { return m_content.index() == 0; }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<std::monostate, Error> m_content;
};

//! For what is asked only whether it succeeded.
template <class T>
Result<> withoutValue(const Result<T> &result)
{
    if (!result)
        return result.error();
    return {};
}

//! Stops the program, in every kind of build: for what must never be true in money and ledger code.
[[noreturn]] void halt(const char *reason, const char *file, int line);

#define KONTOR_CHECK(condition)                                                                    \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            ::kontor::halt(#condition, __FILE__, __LINE__);                                        \
    } while (false)

} // namespace kontor
