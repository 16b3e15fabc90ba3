// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/masterreading.h"

#include <cstdio>
#include <cstdlib>

/// Any bytes are some master.cf, read as Postfix reads it; what is in it can be asked for.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray wrong = support::wrongReading(text);
    if (!wrong.isEmpty()) {
        std::fprintf(stderr, "%s\n", wrong.constData());
        std::abort();
    }
    const syntax::MasterCf file(text);
    for (const syntax::Service &service : file.services())
        file.normalizedArguments(service);
    return 0;
}
