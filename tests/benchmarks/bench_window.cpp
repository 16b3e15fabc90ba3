// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/goals.h"
#include "tests/benchmarks/screen.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QStandardPaths>
#include <QTableView>

#include <map>
#include <vector>

// A table of 1,000,000 rows from the start of a program to its rows on the screen and to the end of all its
// work: the window beside a bare QTableView over an index of the file, and beside the editors that are
// installed. Turn and turn about, each in a process of its own on the same virtual screen.

namespace {

using benchmarks::Started;

constexpr int rowCount = 1000000;

/// The least that shows a table: where each line begins, and a view over that.
class BareTable : public QAbstractTableModel
{
public:
    explicit BareTable(const QString &path) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadOnly))
            return;
        m_bytes = reinterpret_cast<const char *>(m_file.map(0, m_file.size()));
        const char *end = m_bytes + m_file.size();
        for (const char *at = m_bytes; at && at < end; ++at) {
            m_starts.push_back(static_cast<quint32>(at - m_bytes));
            at = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at)));
            if (!at)
                break;
        }
    }
    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_starts.size());
    }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const char *begin = m_bytes + m_starts[static_cast<size_t>(index.row())];
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', 4096));
        const QByteArrayView line(begin, end ? end - begin : 0);
        const qsizetype blank = line.indexOf('\t');
        return QString::fromUtf8(index.column() == 0 ? line.first(blank) : line.sliced(blank + 1));
    }

private:
    QFile m_file;
    const char *m_bytes = nullptr;
    std::vector<quint32> m_starts;
};

int bare(const QString &path)
{
    BareTable table(path);
    QMainWindow window;
    QTableView view;
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setModel(&table);
    for (const int column : {0, 1})
        view.setColumnWidth(column, 400);
    window.setCentralWidget(&view);
    window.resize(1280, 900);
    window.show();
    return QApplication::exec();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A folder with a table of user00001@d1.example to mailbox00001@store.example, and the parameter that names
/// it.
bool writeFolder(const QTemporaryDir &folder, const QByteArray &parameter)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(50) * rowCount);
    for (int i = 0; i < rowCount; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(7, '0');
        bytes +=
            "u" + number + "@d" + QByteArray::number(i % 977) + ".example\tbox" + number + "@store.example\n";
    }
    return write(folder.filePath(QStringLiteral("virtual")), bytes)
        && write(folder.filePath(QStringLiteral("main.cf")),
                 "alias_maps =\nalias_database =\n" + parameter
                     + " = texthash:" + folder.filePath(QStringLiteral("virtual")).toUtf8() + '\n')
        && write(folder.filePath(QStringLiteral("master.cf")),
                 "smtp      inet  n       -       n       -       -       smtpd\n");
}

struct Program
{
    QString name;
    QString path;
    QStringList arguments;
    QProcessEnvironment environment;
    QImage end = {};
    std::vector<Started> runs = {};

    double least(double Started::*what) const
    {
        double best = 0;
        for (const Started &run : runs)
            best = best == 0 ? run.*what : std::min(best, run.*what);
        return best;
    }
};

QList<Program> programs(const QString &table, const QString &aliases, const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), home + QStringLiteral("/state"));
    QList<Program> all{
        {QStringLiteral("a bare QTableView"),
         QCoreApplication::applicationFilePath(),
         {QStringLiteral("--table"), table},
         environment},
        {QStringLiteral("our page of tables"), QStringLiteral(WINDOW), {table}, environment},
        {QStringLiteral("our page of aliases"), QStringLiteral(WINDOW), {aliases}, environment},
    };
    const std::pair<const char *, QStringList> editors[] = {
        {"gvim", {QStringLiteral("-f"), QStringLiteral("-geometry"), QStringLiteral("140x48"), table}},
        {"geany", {QStringLiteral("-i"), table}},
        {"kwrite", {table}},
        {"kate", {QStringLiteral("-n"), table}},
        {"featherpad", {table}},
        {"gedit", {table}},
    };
    for (const auto &[name, arguments] : editors) {
        const QString path = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (path.isEmpty())
            std::printf("  %s is not installed: not compared with it.\n", name);
        else
            all.append({QString::fromLatin1(name), path, arguments, environment});
    }
    return all;
}

int compare(int runs, const QString &pictures)
{
    benchmarks::Goals goals("1,000,000 rows on the screen");
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty()) {
        std::puts("  Xvfb is not installed: nothing is measured.");
        return 1;
    }
    const QTemporaryDir folder;
    const QTemporaryDir aliases;
    const QTemporaryDir home;
    if (!writeFolder(folder, "relocated_maps") || !writeFolder(aliases, "virtual_alias_maps"))
        return 1;
    QList<Program> all = programs(folder.filePath(QStringLiteral("virtual")),
                                  aliases.filePath(QStringLiteral("virtual")), home.path());
    for (int run = 0; run <= runs; ++run) {
        for (Program &program : all) {
            const benchmarks::Screen screen;
            if (!screen.isThere())
                qFatal("There is no screen.");
            const Started started = benchmarks::watchStart(screen, program.path, program.arguments,
                                                           program.environment, program.end);
            if (run > 0)
                program.runs.push_back(started);
            else if (!pictures.isEmpty())
                program.end.save(pictures + u'/' + program.name.section(u' ', -1) + QStringLiteral(".png"));
        }
    }
    constexpr double megabyte = 1e6;
    std::printf("  %-20s %9s %9s %9s %9s %9s\n", "", "rows ms", "idle ms", "CPU ms", "RSS MB", "peak MB");
    std::map<QString, const Program *> byName;
    for (const Program &program : all) {
        byName[program.name] = &program;
        std::printf("  %-20s %9.0f %9.0f %9.0f %9.1f %9.1f\n", qPrintable(program.name),
                    program.least(&Started::visible), program.least(&Started::idle),
                    program.least(&Started::processor), program.least(&Started::resident) / megabyte,
                    program.least(&Started::highest) / megabyte);
    }
    const auto ratio = [](const Program &one, const Program &other, double Started::*what) {
        return one.least(what) / other.least(what);
    };
    const auto gvim = byName.find(QStringLiteral("gvim"));
    for (const Program &ours : all) {
        if (!ours.name.startsWith(QLatin1String("our ")))
            continue;
        std::printf("  %s\n", qPrintable(ours.name));
        goals.atMost("rows on the screen, times the bare table", ratio(ours, all[0], &Started::visible), 2,
                     "x");
        if (gvim == byName.end())
            continue;
        const Program &editor = *gvim->second;
        goals.atMost("rows on the screen, times gvim", ratio(ours, editor, &Started::visible), 1, "x");
        goals.atMost("all rows checked, times gvim's idle", ratio(ours, editor, &Started::idle), 2, "x");
        goals.atMost("memory at rest, times gvim's", ratio(ours, editor, &Started::resident), 1.2, "x");
        goals.atMost("highest memory, times gvim's", ratio(ours, editor, &Started::highest), 1.2, "x");
    }
    return goals.exitStatus();
}

} // namespace

/// bench_window [--runs N] [--pictures FOLDER]
int main(int argc, char *argv[])
{
    const QStringList words = [&] {
        QStringList list;
        for (int i = 1; i < argc; ++i)
            list.append(QString::fromLocal8Bit(argv[i]));
        return list;
    }();
    const auto valueOf = [&](const char *name) {
        const qsizetype at = words.indexOf(QLatin1String(name));
        return at < 0 ? QString() : words.value(at + 1);
    };
    if (words.value(0) == QLatin1String("--table")) {
        const QApplication application(argc, argv);
        return bare(words.value(1));
    }
    const QCoreApplication application(argc, argv);
    const int runs = valueOf("--runs").toInt();
    return compare(runs > 0 ? runs : 5, valueOf("--pictures"));
}
