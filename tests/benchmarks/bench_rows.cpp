// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"
#include "core/tables/replacing.h"
#include "core/tables/rowsearch.h"
#include "core/tables/shadowing.h"
#include "core/tables/sorting.h"
#include "tests/benchmarks/goals.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

using benchmarks::Goals;
using model::FileId;

namespace {

constexpr int rowCount = 1000000;
constexpr FileId tableId = FileId::FirstOther;

model::Snapshot tableOf(int rows)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(60) * rows);
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number((i * 7919LL) % rows).rightJustified(7, '0');
        bytes += "user" + number + "@customer" + QByteArray::number(i % 977) + ".example.com\tmailbox"
            + number + "@store.example\n";
    }
    QList<model::File> files = model::Snapshot().files();
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/virtual"),
                               .name = QStringLiteral("virtual"),
                               .kind = model::FileKind::KeyValue};
    files.append(model::File(info, syntax::Text(bytes, syntax::Text::Layout::Chunked)));
    return model::Snapshot(files);
}

/// How long a search took until there was something to show, and until all was there.
struct Answered
{
    double first = 0;
    double all = 0;
    qsizetype rows = 0;
};

Answered answered(tables::RowSearch &search, const model::File &file, const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    const auto now = [&] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
    QFuture<tables::RowNumbers> future = search.start(file, text);
    Answered result;
    for (int slice = 0;; ++slice) {
        while (!future.isResultReadyAt(slice) && !future.isFinished())
            QThread::usleep(20);
        if (!future.isResultReadyAt(slice))
            break;
        if (slice == 0)
            result.first = now();
        result.rows += future.resultAt(slice).size();
    }
    result.all = now();
    if (result.rows == 0)
        result.first = result.all;
    return result;
}

/// Texts are typed letter by letter and taken back; each key is a search.
void measureFilter(Goals &goals, const model::File &file)
{
    const QByteArrayList texts{"user0012345",    "customer976.example.com", "mailbox99", "store.example",
                               "nobody@nowhere", "EXAMPLE.COM\tmail",       "0042",      "@customer1."};
    QList<double> first;
    QList<double> all;
    tables::RowSearch search;
    for (const QByteArray &text : texts) {
        for (qsizetype size = 1; size <= text.size(); ++size) {
            const Answered answer = answered(search, file, text.first(size));
            first.append(answer.first);
            all.append(answer.all);
        }
        for (qsizetype size = text.size() - 1; size > 0; size -= 3)
            all.append(answered(search, file, text.first(size)).all);
    }
    const auto percentile = [](QList<double> values, int percent) {
        std::sort(values.begin(), values.end());
        return values[std::min(values.size() - 1, values.size() * percent / 100)];
    };
    goals.note("keys typed into the filter", static_cast<double>(all.size()), "");
    goals.atMost("first rows of a filter, 95 of 100 keys", percentile(first, 95), 16, "ms");
    goals.note("all rows of a filter, the middle", percentile(all, 50), "ms");
    goals.atMost("all rows of a filter, 95 of 100 keys", percentile(all, 95), 50, "ms");
}

void measureEdits(Goals &goals, const model::Snapshot &snapshot)
{
    const model::File &file = snapshot.file(tableId);
    tables::ReplacePlan plan{file.text()};
    goals.note(
        "a text replaced in all rows, worked out",
        benchmarks::milliseconds(
            3, [&] { plan = tables::planReplacing(file, {.find = "store.example", .by = "shop.example"}); }),
        "ms");
    if (plan.count != rowCount || !plan.left.isEmpty())
        qFatal("Not every row was replaced.");
    const auto made = [&] {
        model::Draft draft(snapshot);
        if (tables::replace(draft, tableId, plan))
            qFatal("It was refused.");
    };
    goals.note("the same, made", benchmarks::milliseconds(3, made), "ms");
    model::Draft replaced(snapshot);
    if (tables::replace(replaced, tableId, plan))
        qFatal("It was refused.");
    const auto differenceTo = [&](const model::Draft &draft) {
        const syntax::Text &after = draft.snapshot().file(tableId).text();
        return benchmarks::milliseconds(1, [&] {
            if (diff::fileDiff(file.text(), after).hunks.isEmpty())
                qFatal("There is no difference.");
        });
    };
    goals.note("its difference, all rows", differenceTo(replaced), "ms");
    tables::SortPlan sorted{file.text()};
    goals.atMost("a million rows sorted, worked out",
                 benchmarks::milliseconds(3, [&] { sorted = tables::planSorting(file, {}); }), 5000, "ms");
    goals.note("the same, made",
               benchmarks::milliseconds(3,
                                        [&] {
                                            model::Draft draft(snapshot);
                                            if (tables::sort(draft, tableId, sorted))
                                                qFatal("It was refused.");
                                        }),
               "ms");
    model::Draft inOrder(snapshot);
    if (tables::sort(inOrder, tableId, sorted))
        qFatal("It was refused.");
    goals.note("its difference", differenceTo(inOrder), "ms");
    goals.note("rows that others shadow",
               benchmarks::milliseconds(5,
                                        [&] {
                                            if (!tables::shadowedRows(file).isEmpty())
                                                qFatal("There are none.");
                                        }),
               "ms");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Goals goals("Filter, replace and sort in 1,000,000 rows");
    const model::Snapshot snapshot = tableOf(rowCount);
    measureFilter(goals, snapshot.file(tableId));
    measureEdits(goals, snapshot);
    return goals.exitStatus();
}
