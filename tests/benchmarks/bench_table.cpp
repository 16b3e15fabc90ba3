// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"
#include "core/edits/tableedits.h"
#include "core/files/localfilestore.h"
#include "core/model/draft.h"
#include "tests/benchmarks/goals.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using benchmarks::Goals;
using model::FileId;

namespace {

constexpr int rowCount = 1000000;
constexpr FileId tableId = FileId::FirstOther;

bool writeTable(const QString &path)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(60) * rowCount);
    for (int i = 0; i < rowCount; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(7, '0');
        bytes += "user" + number + "@customer" + QByteArray::number(i % 977) + ".example.com\tmailbox"
            + number + "@store.example\n";
    }
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

model::Snapshot load(const QString &path)
{
    const files::LocalFileStore store(QFileInfo(path).path() + QStringLiteral("/state"));
    base::Result<files::FileContent> content = store.read(path);
    if (!content)
        qFatal("The table cannot be read.");
    QList<model::File> files = model::Snapshot().files();
    const model::FileInfo info{.path = path, .name = path, .kind = model::FileKind::KeyValue};
    files.append(
        model::File(info, syntax::Text(std::move(content).value().bytes, syntax::Text::Layout::Chunked)));
    return model::Snapshot(files);
}

const syntax::Table &tableOf(const model::Snapshot &snapshot)
{
    return *snapshot.file(tableId).table();
}

/// A line of /proc/self/status in bytes.
double memory(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size() + 1).trimmed().split(' ').first().toDouble() * 1024;
    }
    return 0;
}

/// The load in a process of its own: its milliseconds, resident and highest resident bytes.
int loadOnly(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const model::Snapshot snapshot = load(path);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (tableOf(snapshot).rowCount() != rowCount)
        return 1;
    std::printf("%.3f %.0f %.0f\n", milliseconds, memory("VmRSS"), memory("VmHWM"));
    return 0;
}

QList<double> loadedInAProcess(const QString &path)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--load"), path});
    process.waitForFinished(-1);
    QList<double> numbers;
    for (const QByteArray &number : process.readAllStandardOutput().trimmed().split(' '))
        numbers.append(number.toDouble());
    if (process.exitCode() != 0 || numbers.size() != 3)
        qFatal("The table was not loaded.");
    return numbers;
}

void measureLoad(Goals &goals, const QString &path)
{
    const auto size = static_cast<double>(QFile(path).size());
    QList<double> words;
    QList<double> ours;
    double resident = 0;
    double highest = 0;
    // Turn and turn about, so that a busy machine is as busy for both.
    for (int run = 0; run < 15; ++run) {
        words.append(benchmarks::milliseconds(1, [&] {
            QProcess process;
            process.start(QStringLiteral("wc"), {QStringLiteral("-l"), path});
            process.waitForFinished(-1);
        }));
        const QList<double> numbers = loadedInAProcess(path);
        ours.append(numbers[0]);
        resident = std::max(resident, numbers[1]);
        highest = std::max(highest, numbers[2]);
    }
    goals.note("file", size / 1e6, "MB");
    const double wordCount = *std::min_element(words.begin(), words.end());
    const double load = *std::min_element(ours.begin(), ours.end());
    goals.note("wc -l", wordCount, "ms");
    goals.note("load: read, cut, index", load, "ms");
    goals.atMost("load, times wc -l", load / wordCount, 5, "x");
    goals.atMost("resident memory, times the file", resident / size, 1.6, "x");
    goals.atMost("highest resident memory, times the file", highest / size, 1.6, "x");
}

void measureEdits(Goals &goals, const model::Snapshot &start)
{
    const qsizetype middle = tableOf(start).rowCount() / 2;
    model::Snapshot edited = start;
    int turn = 0;
    goals.atMost("a row changed in the middle, to the new snapshot",
                 benchmarks::milliseconds(101,
                                          [&] {
                                              model::Draft draft(edited);
                                              edits::setRowValue(draft, tableId, middle,
                                                                 "new" + QByteArray::number(++turn));
                                              edited = draft.snapshot();
                                          }),
                 1, "ms");
    goals.atMost(
        "its diff with what was loaded",
        benchmarks::milliseconds(
            51,
            [&] {
                if (diff::fileDiff(start.file(tableId).text(), edited.file(tableId).text()).hunks.size() != 1)
                    qFatal("One edit is not one hunk.");
            }),
        20, "ms");
    goals.atMost("a row added, moved, switched off and removed",
                 benchmarks::milliseconds(51,
                                          [&] {
                                              model::Draft draft(edited);
                                              edits::addRow(draft, tableId, middle, "new@example.com", "a");
                                              edits::moveRow(draft, tableId, middle, middle + 1000);
                                              edits::setRowEnabled(draft, tableId, middle, false);
                                              edits::removeRow(draft, tableId, middle);
                                          }),
                 10, "ms");
    goals.atMost("10,000 rows split where they are shown",
                 benchmarks::milliseconds(5,
                                          [&] {
                                              qsizetype bytes = 0;
                                              const syntax::Table &table = tableOf(edited);
                                              for (qsizetype row = 0; row < table.rowCount(); row += 100)
                                                  bytes += table.valueOf(table.row(row)).size();
                                              if (bytes == 0)
                                                  qFatal("There are no values.");
                                          }),
                 50, "ms");
}

void measureDiffs(Goals &goals, const model::Snapshot &start, const QString &path)
{
    const syntax::Text &text = start.file(tableId).text();
    syntax::Text scattered = text;
    for (qsizetype line = 500; line < rowCount; line += 1000) {
        const qsizetype at = scattered.lineStart(line);
        scattered = scattered.replaced({at, at + 4}, "changed");
    }
    goals.atMost("diff of 1,000 scattered edits",
                 benchmarks::milliseconds(9,
                                          [&] {
                                              if (diff::fileDiff(text, scattered).hunks.size() != 1000)
                                                  qFatal("A thousand edits are not a thousand hunks.");
                                          }),
                 50, "ms");
    const syntax::Text readAgain = load(path).file(tableId).text();
    goals.note("diff with the same file read again",
               benchmarks::milliseconds(5,
                                        [&] {
                                            if (!diff::fileDiff(text, readAgain).isEmpty())
                                                qFatal("The same file differs.");
                                        }),
               "ms");
    goals.note("diff of 1,000 scattered edits with the file read again",
               benchmarks::milliseconds(5,
                                        [&] {
                                            if (diff::fileDiff(readAgain, scattered).hunks.size() != 1000)
                                                qFatal("A thousand edits are not a thousand hunks.");
                                        }),
               "ms");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--load")
        return loadOnly(QString::fromLocal8Bit(argv[2]));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("virtual"));
    if (!writeTable(path))
        return 1;
    Goals goals("A table of 1,000,000 rows");
    measureLoad(goals, path);
    const model::Snapshot start = load(path);
    measureEdits(goals, start);
    measureDiffs(goals, start, path);
    return goals.exitStatus();
}
