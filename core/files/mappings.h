// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <mutex>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace files::posix {

/// Files mapped into memory, for as long as this lives. Safe to use from several threads at once.
class Mappings
{
public:
    Mappings() = default;
    ~Mappings();
    Mappings(const Mappings &) = delete;
    Mappings &operator=(const Mappings &) = delete;
    Mappings(Mappings &&) = delete;
    Mappings &operator=(Mappings &&) = delete;

    /// The bytes of the file, without a copy of them; null where the file is none to be mapped.
    QByteArray map(int fd, const struct stat &status);

private:
    std::mutex m_mutex;
    std::vector<std::pair<void *, size_t>> m_all;
};

} // namespace files::posix
