// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "tests/benchmarks/goals.h"
#include "tests/support/corpus.h"
#include "tests/support/desk.h"
#include "tests/support/workbench.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QEventLoop>
#include <QHash>
#include <QTimer>

using benchmarks::Goals;

// Every page in the window: from the click on its name until it is painted, and an edit until every page that
// was opened shows it.

namespace {

struct Configuration
{
    const char *name;
    QByteArray mainCf;
    QByteArray masterCf;
};

/// Half of 1,000 settings are Postfix's own; 50 services.
Configuration ownConfiguration()
{
    constexpr int settings = 1000;
    constexpr int services = 50;
    QByteArray main = "myhostname = mail.example.org\nmydestination = $myhostname, localhost\n";
    const support::Desk desk({}, {});
    int count = 2;
    for (const catalog::Facts &facts : desk.knowledge.reference()->parameters()) {
        const QByteArray name = facts.name.toByteArray();
        const QByteArray value = facts.defaultFor(catalog::Catalog::newest).toByteArray();
        if (value.isEmpty() || value.contains('\n') || count >= settings / 2
            || main.contains('\n' + name + " =") || main.startsWith(name + " ="))
            continue;
        main += name + " = " + value + '\n';
        ++count;
    }
    for (; count < settings; ++count)
        main += "own_" + QByteArray::number(count) + " = one, $mydomain, two\n";
    QByteArray master;
    for (int i = 0; i < services; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i % 5 == 0)
            master += QByteArray::number(2500 + i) + " inet n - y - - smtpd\n  -o syslog_name=postfix/"
                + number + "\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n";
        else
            master += "service" + number + " unix - - y - - smtp\n";
    }
    return {"1,000 settings and 50 services", main, master};
}

QByteArray largest(const QString &folder)
{
    QByteArray found;
    for (const QString &path : corpus::files()) {
        const QByteArray text = path.contains(folder) ? corpus::read(path) : QByteArray();
        if (text.size() > found.size())
            found = text;
    }
    return found;
}

double until(const std::function<void()> &act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QCoreApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The rules have had their say: what they find is not part of what is measured.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A window shows its pages only for a folder that is open; what it holds is another configuration then.
struct Opened
{
    explicit Opened(const Configuration &configuration)
    {
        if (!bench.openSample())
            qFatal("The sample could not be opened.");
        bench.session.open(model::Snapshot(
            {support::fileOf(QStringLiteral("main.cf"), model::FileKind::MainCf, configuration.mainCf),
             support::fileOf(QStringLiteral("master.cf"), model::FileKind::MasterCf,
                             configuration.masterCf)}));
        window.resize(1280, 800);
        window.show();
        settle();
    }

    void showPage(const QString &id)
    {
        window.showPage(id);
        if (window.currentPage() != id)
            qFatal("%s is not shown.", qPrintable(id));
    }

    Workbench bench;
    ui::MainWindow window{bench.context};
};

/// `wanted`: the pages to look at; all without any.
void measure(Goals &goals, const Configuration &configuration, const QStringList &wanted)
{
    constexpr int runs = 3;
    constexpr int edits = 10;
    std::printf(" %s\n", configuration.name);
    QHash<QString, double> times;
    for (int run = 0; run < runs; ++run) {
        Opened opened(configuration);
        for (const ui::Page &page : opened.window.pages()) {
            const QString id = QString::fromLatin1(page.id);
            const double time = until([&] { opened.showPage(id); });
            times[id] = run == 0 ? time : std::min(times[id], time);
        }
    }
    Opened opened(configuration);
    for (const ui::Page &page : opened.window.pages()) {
        const QString id = QString::fromLatin1(page.id);
        goals.atMost(qPrintable(QStringLiteral("%1 opens").arg(id)), times[id], 100, "ms");
        opened.showPage(id);
    }
    for (const ui::Page &page : opened.window.pages()) {
        const QString id = QString::fromLatin1(page.id);
        if (!wanted.isEmpty() && !wanted.contains(id))
            continue;
        opened.showPage(id);
        settle();
        double best = 0;
        for (int i = 0; i < edits; ++i) {
            const double time = until([&] {
                opened.bench.session.edit(QStringLiteral("e"), [i](model::Draft &draft) {
                    return edits::setParameter(draft, "mydestination",
                                               "a" + QByteArray::number(i) + ".example, localhost");
                });
            });
            best = i == 0 ? time : std::min(best, time);
            settle();
        }
        goals.atMost(qPrintable(QStringLiteral("an edit with %1 in sight").arg(id)), best, 16, "ms");
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Goals goals("Pages: from the click until it is painted, and an edit until all show it");
    // What every window needs once: fonts, the style, the icons.
    Opened warm({"warm", "a = b\n", ""});
    for (const ui::Page &page : warm.window.pages())
        warm.showPage(QString::fromLatin1(page.id));
    QCoreApplication::processEvents();
    const QStringList wanted = QApplication::arguments().sliced(1);
    measure(goals, ownConfiguration(), wanted);
    const Configuration real{"the largest main.cf and master.cf of the corpus",
                             largest(QStringLiteral("/main_cf/")), largest(QStringLiteral("/master_cf/"))};
    if (!real.mainCf.isEmpty() && !real.masterCf.isEmpty())
        measure(goals, real, wanted);
    return goals.exitStatus();
}
