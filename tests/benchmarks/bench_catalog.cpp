// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/host.h"
#include "core/catalog/reference.h"
#include "tests/benchmarks/goals.h"

namespace {

constexpr int runs = 50;

} // namespace

/// What the command line waits for, and what the first page that explains something waits for.
int main()
{
    benchmarks::Goals goals("The catalog");
    const auto catalog = catalog::Catalog::load();
    if (!catalog) {
        std::puts("  the catalog can't be read");
        return 1;
    }
    qsizetype found = 0;
    goals.atMost(
        "load what postconf needs",
        benchmarks::milliseconds(runs, [&] { found += catalog::Catalog::load()->parameters().size(); }), 5,
        "ms");
    goals.atMost("load everything else",
                 benchmarks::milliseconds(
                     runs, [&] { found += catalog::Reference::load(*catalog)->parameters().size(); }),
                 5, "ms");
    const catalog::Host host;
    goals.note(
        "all defaults of a target",
        benchmarks::milliseconds(
            runs,
            [&] {
                for (const catalog::Parameter &parameter : catalog->parameters())
                    found += catalog::defaultFor(*catalog, parameter, catalog::Catalog::newest, host).size();
            }),
        "ms");
    return found > 0 ? goals.exitStatus() : 1;
}
