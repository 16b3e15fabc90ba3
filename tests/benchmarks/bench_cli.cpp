// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/goals.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

constexpr int runs = 25;
constexpr int entries = 1000;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// Postfix's programs wait for a file that is younger than two seconds.
void makeOld(const QTemporaryDir &folder)
{
    for (const QString &name : {QStringLiteral("main.cf"), QStringLiteral("master.cf")}) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }
}

void writeConfiguration(const QTemporaryDir &folder)
{
    QByteArray mainCf;
    QByteArray masterCf;
    for (int i = 0; i < entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        mainCf += "# What number " + number + " is for, in a line of its own\nparameter_" + number
            + " = one, two,\n    three, $mydomain\n";
        masterCf +=
            "service" + number + " unix - - n - - smtp\n  -o syslog_name=postfix/service" + number + '\n';
    }
    // A name that no parameter leads to is warned about, and that is not what is timed.
    mainCf += "mydestination = $mydomain";
    for (int i = 0; i < entries; ++i)
        mainCf += "\n    $used_" + QByteArray::number(i);
    mainCf += '\n';
    for (int i = 0; i < entries; ++i)
        mainCf += "used_" + QByteArray::number(i) + " = $parameter_" + QByteArray::number(i) + '\n';
    write(folder.filePath(QStringLiteral("main.cf")), mainCf);
    write(folder.filePath(QStringLiteral("master.cf")), masterCf);
    makeOld(folder);
}

double timeOf(const QTemporaryDir &folder, const QString &program, const QStringList &arguments)
{
    double best = 0;
    for (int i = 0; i < runs; ++i) {
        makeOld(folder);
        const double time = benchmarks::milliseconds(1, [&] {
            QProcess process;
            process.setStandardOutputFile(QProcess::nullDevice());
            process.setStandardErrorFile(QProcess::nullDevice());
            process.start(program, arguments);
            process.waitForFinished();
        });
        best = i == 0 ? time : std::min(best, time);
    }
    return best;
}

} // namespace

/// Whole processes, each on the same configuration of 1,000 settings (twice) and 1,000 services.
int main()
{
    benchmarks::Goals goals(
        "postwright-cli postconf, 1,000 settings and 1,000 services, against Postfix's own");
    const QString ours = QStringLiteral(CLI);
    const QString theirs = QStandardPaths::findExecutable(QStringLiteral("postconf"));
    if (theirs.isEmpty()) {
        std::puts("  Postfix is not installed: nothing to compare with.");
        return 1;
    }
    const QTemporaryDir folder;
    writeConfiguration(folder);
    const QStringList where{QStringLiteral("-c"), folder.path()};
    const QStringList set = where + QStringList{QStringLiteral("-e"), QStringLiteral("parameter_500=four")};
    const QStringList postconf{QStringLiteral("postconf")};

    for (const char *mode : {"-n", "-d", "-x", "-M", "-P"}) {
        const QStringList list = where + QStringList{QLatin1String(mode)};
        const double theirList = timeOf(folder, theirs, list);
        const double ourList = timeOf(folder, ours, postconf + list);
        goals.note((QByteArray("postconf ") + mode).constData(), theirList, "ms");
        goals.note((QByteArray("postwright-cli postconf ") + mode).constData(), ourList, "ms");
        goals.atMost((QByteArray(mode) + ", ours / theirs").constData(), ourList / theirList, 1, "times");
    }
    const double theirEdit = timeOf(folder, theirs, set);
    const double ourEdit = timeOf(folder, ours, postconf + set);
    goals.note("postconf -e", theirEdit, "ms");
    goals.note("postwright-cli postconf -e", ourEdit, "ms");
    goals.atMost("-e, ours / theirs", ourEdit / theirEdit, 1, "times");

    const QString augtool = QStandardPaths::findExecutable(QStringLiteral("augtool"));
    if (augtool.isEmpty()) {
        std::puts("  augtool is not installed: not compared with it.");
        return goals.exitStatus();
    }
    const QString path = folder.filePath(QStringLiteral("main.cf"));
    const double augeas =
        timeOf(folder, augtool,
               {QStringLiteral("-A"), QStringLiteral("-t"), QStringLiteral("Postfix_Main incl ") + path,
                QStringLiteral("set"), QStringLiteral("/files") + path + QStringLiteral("/parameter_500"),
                QStringLiteral("five")});
    goals.note("augtool: load and set, without saving", augeas, "ms");
    goals.atMost("-e, ours / augtool's", ourEdit / augeas, 1.0 / 20, "times");
    return goals.exitStatus();
}
