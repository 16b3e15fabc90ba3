// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace support {

/// How much of a long series of generated cases is run: all of it, but for the sanitizers, under which a case
/// takes several times as long and says as much about memory as the next, a part.
template<typename Number>
constexpr Number share(Number cases)
{
    return cases / TEST_SHARE;
}

} // namespace support
