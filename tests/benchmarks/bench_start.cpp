// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/workplace.h"
#include "tests/benchmarks/goals.h"
#include "ui/shell/foldercommands.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <Qsci/qsciscintilla.h>

#include <functional>
#include <unistd.h>

// From the start of a process to a window on the screen: the program on its sample, beside a bare QMainWindow
// with one QScintilla in it. Each start is a process of its own that ends with the first paint it waits for.

namespace {

/// Ends the process once the widget that `isIt` recognises has been painted and shown.
class EndAtPaint : public QObject
{
public:
    explicit EndAtPaint(std::function<bool(const QWidget *)> isIt) : m_isIt(std::move(isIt))
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()
            && m_isIt(static_cast<QWidget *>(watched)))
            QTimer::singleShot(0, [] { _exit(0); });
        return false;
    }

private:
    std::function<bool(const QWidget *)> m_isIt;
};

int bare()
{
    QMainWindow window;
    auto *editor = new QsciScintilla(&window);
    QFile sample(QStringLiteral(":/sample/main.cf"));
    if (!sample.open(QIODevice::ReadOnly))
        return 1;
    editor->setText(QString::fromUtf8(sample.readAll()));
    window.setCentralWidget(editor);
    window.resize(1280, 800);
    window.show();
    const EndAtPaint end([editor](const QWidget *widget) { return widget == editor->viewport(); });
    return QApplication::exec();
}

/// `withPage`: until the first page shows the sample, not only until the window is there.
int ours(bool withPage)
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ui::applyTheme(ui::Theme::Follow);
    desktop::Workplace workplace(store, folder.path());
    ui::MainWindow &window = workplace.window();
    window.commands().openSample();
    window.show();
    const QString page = window.pages().empty() ? QString() : QString::fromLatin1(window.pages().front().id);
    const EndAtPaint end([&window, withPage, page](const QWidget *widget) {
        return withPage ? widget->objectName() == page : widget == &window;
    });
    return QApplication::exec();
}

double start(const char *how)
{
    return benchmarks::milliseconds(1, [how] {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(how)});
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            qFatal("The window did not come up.");
    });
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int compare()
{
    const QTemporaryDir scratch; // what the processes leave behind
    qputenv("TMPDIR", scratch.path().toUtf8());
    QList<double> bareTimes;
    QList<double> windowTimes;
    QList<double> pageTimes;
    for (int run = 0; run < 15; ++run) { // turn and turn about: a busy machine is as busy for all
        bareTimes.append(start("--bare"));
        windowTimes.append(start("--window"));
        pageTimes.append(start("--page"));
    }
    benchmarks::Goals goals("Start to first painted window");
    goals.note("bare QMainWindow with one QScintilla", median(bareTimes), "ms");
    goals.note("the window, opening the sample", median(windowTimes), "ms");
    goals.note("its first page with the sample", median(pageTimes), "ms");
    goals.atMost("the window, times the bare one", median(windowTimes) / median(bareTimes), 2, "x");
    goals.atMost("the first page, times the bare window", median(pageTimes) / median(bareTimes), 3, "x");
    return goals.exitStatus();
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QString how = QApplication::arguments().value(1);
    if (how == QLatin1String("--bare"))
        return bare();
    if (how == QLatin1String("--window") || how == QLatin1String("--page"))
        return ours(how == QLatin1String("--page"));
    return compare();
}
