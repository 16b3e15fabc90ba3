// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/parametercase.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

/// The first four bytes choose the edits, the rest is the main.cf that they are made in. Each must do what it
/// says and nothing else, and be undone exactly.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    quint32 seed = 0;
    if (size < sizeof seed)
        return 0;
    std::memcpy(&seed, data, sizeof seed);
    const QByteArray text(reinterpret_cast<const char *>(data + sizeof seed),
                          static_cast<qsizetype>(size - sizeof seed));
    support::RandomSource random(seed);
    support::RandomMainCf generator(random);
    QByteArray now = support::withoutFeeds(text);
    for (int step = 0; step < 3; ++step) {
        support::ParameterCase one(random, generator, now);
        const QByteArray wrong = one.run();
        if (!wrong.isEmpty()) {
            std::fprintf(stderr, "%s\n", wrong.constData());
            std::abort();
        }
        now = one.draft().mainCf().text();
    }
    return 0;
}
