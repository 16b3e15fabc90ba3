// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace base {

/// Why an operation on the outside world failed. `subject` is what it failed on: a path, a command, a host.
struct Error
{
    enum class Code {
        NotFound, ///< no such file, folder or program
        NotPermitted, ///< EACCES, EPERM
        ReadOnly, ///< a read-only file system
        NoSpace, ///< a full disk or quota
        Unreachable, ///< a mount or host that went away, or an input/output error
        NotAFile, ///< a folder, a socket, a device where a file was expected
        TooLarge, ///< beyond a stated limit
        ChangedOnDisk, ///< not what was read before
        Timeout,
        Cancelled,
        ProcessFailed,
        Malformed,
        Other
    };

    Code code = Code::Other;
    QString subject;
    QString detail = {}; ///< what the system or the tool said, untranslated
};

/// A value or an Error. Spelled like std::expected so that it can become that one day.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::move(value)) { }
    Result(Error error) : m_state(std::move(error)) { }

    bool has_value() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return std::get<T>(m_state); }
    T &&value() && { return std::get<T>(std::move(m_state)); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Unit
{
};
using Status = Result<Unit>;

} // namespace base
