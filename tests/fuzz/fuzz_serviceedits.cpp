// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/masterfile.h"
#include "tests/support/randomserviceedit.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

/// The first four bytes choose the edits, the rest is the master.cf that they are made in. Each must do what
/// it says and nothing else, and be undone exactly.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    quint32 seed = 0;
    if (size < sizeof seed)
        return 0;
    std::memcpy(&seed, data, sizeof seed);
    const QByteArray text(reinterpret_cast<const char *>(data + sizeof seed),
                          static_cast<qsizetype>(size - sizeof seed));
    support::RandomSource random(seed);
    model::Draft draft(support::withMasterCf(text));
    QByteArray wrong;
    for (int step = 0; step < 3 && wrong.isEmpty(); ++step) {
        bool made = false;
        wrong = support::wrongEdit(draft, random, made);
    }
    if (wrong.isEmpty() && model::applied(draft.snapshot(), draft.inverse()).masterCf().text() != text)
        wrong = "not undone:\n" + text;
    if (!wrong.isEmpty()) {
        std::fprintf(stderr, "%s\n", wrong.constData());
        std::abort();
    }
    return 0;
}
