// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/open.h"
#include "tests/benchmarks/goals.h"

#include <QRandomGenerator>

namespace {

constexpr int rowCount = 1'000'000;
constexpr int lookupCount = 10'000;

QByteArray keyOf(int row)
{
    return "user" + QByteArray::number(row) + "@Example" + QByteArray::number(row % 1000) + ".com";
}

} // namespace

int main()
{
    QByteArray text;
    for (int row = 0; row < rowCount; ++row)
        text += keyOf(row) + "   mailbox" + QByteArray::number(row) + "@store.example.net\n";
    benchmarks::Goals goals("Lookups in a table of 1,000,000 rows");
    goals.note("size of its text", static_cast<double>(text.size()) / 1e6, "MB");
    const syntax::Table table(syntax::Text(text, syntax::Text::Layout::Chunked), syntax::TableKind::KeyValue);
    const lookup::Opening opening{
        .read = [&](const QByteArray &, syntax::TableKind) { return base::Result<syntax::Table>(table); }};
    lookup::MapPointer map;
    goals.note("open it: read every key into the index",
               benchmarks::milliseconds(3, [&] { map = lookup::open("hash:/virtual", opening); }), "ms");
    QRandomGenerator random(1);
    double slowest = 0;
    const double all = benchmarks::milliseconds(1, [&] {
        for (int i = 0; i < lookupCount; ++i) {
            const int row = static_cast<int>(random.bounded(rowCount));
            const QByteArray key = keyOf(row).toUpper();
            lookup::Answer answer;
            slowest = std::max(slowest, benchmarks::milliseconds(1, [&] { answer = map->find(key); }));
            if (answer.value != "mailbox" + QByteArray::number(row) + "@store.example.net"
                || answer.rows.first().line != row + 1)
                qFatal("The wrong row answers.");
        }
    });
    goals.atMost("one key, on average of 10,000", all / lookupCount, 1, "ms");
    goals.note("the slowest of them", slowest, "ms");
    goals.atMost("a key that is not there",
                 benchmarks::milliseconds(9,
                                          [&] {
                                              if (map->find("nobody@nowhere.example").isFound())
                                                  qFatal("There is no such key.");
                                          }),
                 1, "ms");
    return goals.exitStatus();
}
