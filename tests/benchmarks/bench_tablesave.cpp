// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/goals.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

// One row of a large table changed and saved by a process of its own, beside a plain copy that is forced to
// the disk. In the folder it is called in: /tmp may be memory.

namespace {

struct Ran
{
    double milliseconds = 0;
    double highest = 0; ///< bytes
    int status = -1;
};

Ran run(const QByteArrayList &words)
{
    std::vector<char *> arguments;
    QByteArrayList kept = words;
    for (QByteArray &word : kept)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    QElapsedTimer timer;
    timer.start();
    const pid_t child = ::fork();
    if (child == 0) {
        const int nothing = ::open("/dev/null", O_WRONLY);
        ::dup2(nothing, 1);
        ::dup2(nothing, 2);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    struct rusage usage = {};
    ::wait4(child, &status, 0, &usage);
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6, static_cast<double>(usage.ru_maxrss) * 1024,
            WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

Ran checked(const QByteArrayList &words)
{
    const Ran ran = run(words);
    if (ran.status != 0)
        qFatal("%s failed.", words.join(' ').constData());
    return ran;
}

bool writeTable(const QByteArray &path, int rows)
{
    QFile file(QString::fromUtf8(path));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray bytes;
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(8, '0');
        bytes += "user" + number + "@d" + QByteArray::number(i % 977) + ".example\tbox" + number
            + "@store.example\n";
        if (bytes.size() > 4000000) {
            file.write(bytes);
            bytes.clear();
        }
    }
    return file.write(bytes) == bytes.size() && file.flush();
}

/// Turn and turn about; the quickest of each.
void measure(benchmarks::Goals &goals, const QByteArray &folder, int rows, int runs)
{
    const QByteArray path = folder + "/virtual";
    if (!writeTable(path, rows))
        qFatal("The table can't be written.");
    const auto size = static_cast<double>(QFile(QString::fromUtf8(path)).size());
    const QByteArray name = "texthash:" + path;
    const QByteArray row = "user" + QByteArray::number(rows / 2).rightJustified(8, '0') + "@d"
        + QByteArray::number(rows / 2 % 977) + ".example";
    double copied = 0;
    Ran saved;
    Ran found;
    for (int i = 0; i < runs; ++i) {
        const QByteArray copy = folder + "/copy";
        const double time =
            checked({"sh", "-c", "cp --reflink=never " + path + ' ' + copy + " && sync " + copy})
                .milliseconds;
        copied = i == 0 ? time : std::min(copied, time);
        QFile::remove(QString::fromUtf8(copy));
        const auto least = [i](Ran &best, const Ran &ran) {
            best.milliseconds = i == 0 ? ran.milliseconds : std::min(best.milliseconds, ran.milliseconds);
            best.highest = std::max(best.highest, ran.highest);
        };
        least(saved, checked({CLI, "table", "set", "-c", folder, name, row, "new" + QByteArray::number(i)}));
        least(found, checked({CLI, "table", "find", "-c", folder, name, row}));
    }
    goals.note("rows", rows, "");
    goals.note("the file", size / 1e6, "MB");
    goals.note("cp and sync", copied, "ms");
    goals.note("postwright-cli table find", found.milliseconds, "ms");
    goals.note("postwright-cli table set", saved.milliseconds, "ms");
    goals.atMost("table set, times cp and sync", saved.milliseconds / copied, 2, "x");
    goals.atMost("its highest memory, times the file", saved.highest / size, 1.5, "x");
    goals.note("its highest memory", saved.highest / 1e6, "MB");
    goals.atMost("the highest memory of table find", found.highest / 1e9, 4, "GB");
}

} // namespace

/// bench_tablesave [ROWS]: 1,000,000 and 10,000,000 without a number.
int main(int argc, char **argv)
{
    benchmarks::Goals goals("One row changed and saved on the disk");
    const QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/tablesave-XXXXXX"));
    const QByteArray path = QFile::encodeName(folder.path());
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    measure(goals, path, rows > 0 ? rows : 1000000, 7);
    if (rows == 0)
        measure(goals, path, 10000000, 2);
    return goals.exitStatus();
}
