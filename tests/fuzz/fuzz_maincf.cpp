// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/listvalue.h"
#include "core/syntax/maincf.h"
#include "tests/support/mainpromises.h"
#include "tests/support/postfixreading.h"

#include <cstdio>
#include <cstdlib>

namespace {

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace

/// Any bytes are some main.cf: its ranges are sound, and it reads as Postfix reads it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const syntax::MainCf file(text);
    expect(support::brokenPromise(file).isEmpty(), "the ranges are sound");
    const support::PostfixReading expected = support::postfixReading(text);
    QList<support::PostfixSetting> found;
    for (const syntax::Setting &setting : file.settings()) {
        const QByteArray value = file.valueOf(setting);
        const QList<syntax::ByteRange> pieces = file.piecesOf(setting);
        const QByteArrayList items = syntax::itemTexts(text, pieces, syntax::listItems(text, pieces));
        expect(items == support::postfixItems(value), "the items are those that Postfix splits it into");
        if (setting.enabled)
            found.append({file.nameOf(setting).toByteArray(), support::withSingleBlanks(value)});
    }
    expect(found == expected.settings, "the settings are those that Postfix reads");
    return 0;
}
