// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tablecase.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

/// The first byte chooses the kind of table, the next four the edits, and the rest is the table.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    quint32 seed = 0;
    if (size < 1 + sizeof seed)
        return 0;
    constexpr model::FileKind kinds[] = {model::FileKind::KeyValue, model::FileKind::Aliases,
                                         model::FileKind::Pattern, model::FileKind::Cidr};
    const model::FileKind kind = kinds[data[0] % 4];
    std::memcpy(&seed, data + 1, sizeof seed);
    QByteArray bytes(reinterpret_cast<const char *>(data + 1 + sizeof seed),
                     static_cast<qsizetype>(size - 1 - sizeof seed));
    support::RandomSource random(seed);
    for (int step = 0; step < 3; ++step) {
        support::TableCase one(random, kind, bytes, support::TableCase::Rows::Any);
        const QByteArray wrong = one.run();
        if (!wrong.isEmpty()) {
            std::fprintf(stderr, "%s\n", wrong.constData());
            std::abort();
        }
        bytes = one.after();
    }
    return 0;
}
