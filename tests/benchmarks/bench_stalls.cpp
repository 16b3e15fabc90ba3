// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/workplace.h"
#include "tests/benchmarks/goals.h"
#include "ui/shell/foldercommands.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <ctime>

// The window with a table of 1,000,000 rows: how long its event loop is busy with one thing while it loads,
// is checked, scrolled, filtered, edited and saved. What counts is the processor time of the loop's own
// thread, so that a busy machine does not look like a slow window.

namespace {

constexpr int rowCount = 1000000;
constexpr double frame = 16; // ms

/// Turns the loop of this thread and keeps the longest turn: so long nothing else was answered.
class Pulse
{
public:
    /// Processor time of this thread in ms.
    static double now()
    {
        struct timespec time = {};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    void start() { m_longest = 0; }
    double longest() const { return m_longest; }

    /// Once, and waits for something to happen if that is wanted. How long it was busy.
    double turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
    {
        const double begin = now();
        QApplication::processEvents(flags);
        m_longest = std::max(m_longest, now() - begin);
        return now() - begin;
    }
    /// What is posted, and what that posts.
    void handle()
    {
        turn();
        turn();
    }
    /// Until `isDone`, and then until nothing has happened for a while.
    void settle(const std::function<bool()> &isDone = [] { return true; })
    {
        constexpr int quiet = 400; // ms; longer than any timer that puts work off
        constexpr int longest = 60000;
        constexpr double little = 1;
        QElapsedTimer timer;
        timer.start();
        QElapsedTimer idle;
        idle.start();
        QTimer tick;
        tick.start(20);
        while (timer.elapsed() < longest && (!isDone() || idle.elapsed() < quiet)) {
            if (turn(QEventLoop::WaitForMoreEvents) > little)
                idle.restart();
        }
    }

private:
    double m_longest = 0;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool writeFolder(const QTemporaryDir &folder)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(50) * rowCount);
    for (int i = 0; i < rowCount; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(7, '0');
        bytes +=
            "u" + number + "@d" + QByteArray::number(i % 977) + ".example\tbox" + number + "@store.example\n";
    }
    const QByteArray table = folder.filePath(QStringLiteral("virtual")).toUtf8();
    return write(folder.filePath(QStringLiteral("virtual")), bytes)
        && write(folder.filePath(QStringLiteral("main.cf")),
                 "alias_maps =\nalias_database =\nvirtual_alias_maps = texthash:" + table + '\n')
        && write(folder.filePath(QStringLiteral("master.cf")),
                 "smtp      inet  n       -       n       -       -       smtpd\n");
}

/// The grid of the table that is shown; null without one.
QTableView *gridIn(const QWidget &window)
{
    for (QTableView *view : window.findChildren<QTableView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 1000)
            return view;
    }
    return nullptr;
}

void type(QWidget *widget, const QString &text)
{
    const int key = text.isEmpty() ? Qt::Key_Backspace : 0;
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &press);
}

void measureScrolling(benchmarks::Goals &goals, Pulse &pulse, QTableView &grid)
{
    QScrollBar *bar = grid.verticalScrollBar();
    double longest = 0;
    for (int i = 0; i < 200; ++i) {
        const double begin = Pulse::now();
        bar->setValue(i % 2 == 0 ? QRandomGenerator::global()->bounded(bar->maximum())
                                 : bar->value() + bar->pageStep());
        pulse.handle();
        longest = std::max(longest, Pulse::now() - begin);
    }
    pulse.start();
    goals.atMost("a jump or a page further, painted, at most", longest, frame, "ms");
}

void measureFilter(benchmarks::Goals &goals, Pulse &pulse, const QWidget &window, QTableView &grid)
{
    QLineEdit *filter = nullptr;
    for (QLineEdit *line : window.findChildren<QLineEdit *>()) {
        if (line->isVisible() && line->metaObject()->className() == QByteArray("ui::RowFilterLine"))
            filter = line;
    }
    if (!filter)
        qFatal("There is no filter.");
    pulse.start();
    QList<double> answers;
    for (const QString &text :
         {QStringLiteral("u0012345"), QStringLiteral("d976.example"), QStringLiteral("zzz")}) {
        const auto press = [&](const QString &key) {
            bool isAnswered = false;
            const auto done = QObject::connect(grid.model(), &QAbstractItemModel::modelReset, &grid,
                                               [&] { isAnswered = true; });
            QElapsedTimer timer;
            timer.start();
            type(filter, key);
            QTimer tick;
            tick.start(5);
            while (!isAnswered && timer.elapsed() < 5000)
                pulse.turn(QEventLoop::WaitForMoreEvents);
            pulse.handle();
            answers.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QObject::disconnect(done);
        };
        for (const QChar letter : text)
            press(letter);
        pulse.settle();
        for (qsizetype i = 0; i < text.size(); ++i)
            press({});
        pulse.settle();
    }
    std::sort(answers.begin(), answers.end());
    goals.note("keys typed into the filter", static_cast<double>(answers.size()), "");
    goals.atMost("first rows painted, 95 of 100 keys", answers[answers.size() * 95 / 100], 50, "ms");
    goals.atMost("filtering: the loop busy at most", pulse.longest(), frame, "ms");
}

void measureSelecting(benchmarks::Goals &goals, Pulse &pulse, QTableView &grid)
{
    const double begin = Pulse::now();
    grid.selectAll();
    pulse.handle();
    goals.atMost("all rows selected, painted", Pulse::now() - begin, frame, "ms");
    grid.clearSelection();
    pulse.handle();
    pulse.start();
}

void measureEditing(benchmarks::Goals &goals, Pulse &pulse, QTableView &grid)
{
    double longest = 0;
    pulse.start();
    for (int i = 0; i < 5; ++i) {
        const QModelIndex cell = grid.model()->index(rowCount / 2 + i, 2);
        grid.scrollTo(cell);
        pulse.handle();
        const double begin = Pulse::now();
        if (!grid.model()->setData(cell, QStringLiteral("changed%1").arg(i)))
            qFatal("The row was not changed.");
        pulse.handle();
        longest = std::max(longest, Pulse::now() - begin);
    }
    goals.atMost("a cell changed, painted, at most", longest, frame, "ms");
    pulse.start();
    pulse.settle();
    goals.atMost("checking after it: the loop busy at most", pulse.longest(), frame, "ms");
}

void measureSaving(benchmarks::Goals &goals, Pulse &pulse, desktop::Workplace &workplace)
{
    pulse.start();
    ui::MainWindow &window = workplace.window();
    window.commands().save();
    pulse.settle();
    auto *dialog = window.findChild<QDialog *>();
    if (!dialog || !window.isWindowModified())
        qFatal("There is nothing to save.");
    dialog->accept();
    pulse.settle([&] { return !window.isWindowModified(); });
    if (window.isWindowModified())
        qFatal("It was not saved.");
    goals.atMost("saving: the loop busy at most", pulse.longest(), frame, "ms");
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const QTemporaryDir state;
    if (!writeFolder(folder))
        return 1;
    QSettings store(state.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    desktop::Workplace workplace(store, state.path());
    ui::MainWindow &window = workplace.window();
    window.resize(1280, 900);
    window.show();
    Pulse pulse;
    pulse.settle();
    benchmarks::Goals goals("1,000,000 rows in the window: the event loop");
    pulse.start();
    workplace.window().commands().open(folder.filePath(QStringLiteral("main.cf")));
    pulse.settle([&] { return window.currentPage() == QLatin1String("files"); });
    goals.note("loading and checking: the loop busy at most", pulse.longest(), "ms");
    pulse.start();
    window.showPage(QStringLiteral("tables"));
    pulse.settle([&] { return gridIn(window) != nullptr; });
    goals.note("the page of tables, made and shown", pulse.longest(), "ms");
    QTableView *grid = gridIn(window);
    if (!grid)
        qFatal("There is no grid.");
    measureScrolling(goals, pulse, *grid);
    measureFilter(goals, pulse, window, *grid);
    measureSelecting(goals, pulse, *grid);
    measureEditing(goals, pulse, *grid);
    measureSaving(goals, pulse, workplace);
    return goals.exitStatus();
}
