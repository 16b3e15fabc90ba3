// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/goals.h"
#include "ui/editor/fileeditor.h"
#include "ui/editor/largetextview.h"
#include "ui/editor/sourceeditor.h"
#include "ui/preview/livepreview.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/knowledge.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>

using benchmarks::Goals;
using model::FileId;

namespace {

/// `perSetting` lines each: "name = value" and continuation lines, with a comment before each tenth.
QByteArray mainCf(int settings, int perSetting)
{
    QByteArray bytes;
    for (int i = 0; i < settings; ++i) {
        if (i % 10 == 0)
            bytes += "\n# What the next ten are for, in a sentence of the usual length.\n";
        bytes += "parameter_number_" + QByteArray::number(i) + " = hash:/etc/postfix/table"
            + QByteArray::number(i)
            + ", $myhostname, 10.0.0.0/8, reject_unauth_destination, permit_mynetworks\n";
        for (int line = 1; line < perSetting; ++line)
            bytes += "    check_client_access hash:/etc/postfix/access_" + QByteArray::number(line) + ",\n";
    }
    return bytes;
}

/// The editor beside the live preview, as in the window.
struct Desk
{
    Desk(const QByteArray &text, int tab)
    {
        const model::Snapshot empty;
        QList<model::File> files = empty.files();
        files[0] = files[0].withText(syntax::Text(text, syntax::Text::Layout::Whole));
        session.open(model::Snapshot(files));
        editor = new ui::FileEditor(session, findings, FileId::MainCf);
        preview = new ui::LivePreview(session, knowledge);
        preview->setCurrentIndex(tab);
        window.addWidget(editor);
        window.addWidget(preview);
        window.resize(1280, 800);
        window.show();
        editor->takeKeyboard();
        QCoreApplication::processEvents();
    }

    /// One key, until everything it changed is on the screen.
    double press(int key, const QString &text)
    {
        QElapsedTimer timer;
        timer.start();
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(editor->sourceEditor(), &event);
        QCoreApplication::processEvents(); // paints what the key made stale, as the screen does
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    /// Half of the keys in the middle of the file, half near its end, with a new line now and then.
    QList<double> type(int keys)
    {
        QList<double> times;
        const qsizetype size = editor->sourceEditor()->size();
        for (int i = 0; i < keys; ++i) {
            if (i % (keys / 2) == 0) {
                const qsizetype near = i == 0 ? size / 2 : size * 9 / 10;
                const auto at = session.snapshot().mainCf().text().indexOf('\n', near);
                editor->sourceEditor()->selectRange({at, at});
                QCoreApplication::processEvents();
            }
            if (i % 25 == 24)
                times.append(press(Qt::Key_Return, QStringLiteral("\r")));
            else
                times.append(press(Qt::Key_A, QStringLiteral("a")));
        }
        std::sort(times.begin(), times.end());
        return times;
    }

    ui::EditSession session;
    ui::Knowledge knowledge{session};
    ui::Findings findings{session};
    QSplitter window;
    ui::FileEditor *editor = nullptr;
    ui::LivePreview *preview = nullptr;
};

double at(const QList<double> &sorted, double share)
{
    return sorted[static_cast<qsizetype>(static_cast<double>(sorted.size() - 1) * share)];
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    constexpr int keys = 400;
    constexpr double median = 0.5;
    constexpr double most = 0.95;
    Goals goals("Typing in main.cf: a key until snapshot, marks and preview are painted");
    const char *names[] = {"1,000 settings, Changes in sight", "1,000 settings, Effective in sight",
                           "1,000 settings, Source in sight"};
    for (int tab = 0; tab < 3; ++tab) {
        Desk desk(mainCf(1000, 1), tab);
        desk.type(20); // fonts, caches
        const QList<double> times = desk.type(keys);
        goals.note(names[tab], at(times, median), "ms, median");
        goals.atMost(names[tab], at(times, most), 8, "ms, 95 %");
    }
    Desk desk(mainCf(1000, 10), 0);
    desk.type(20);
    const QList<double> times = desk.type(keys);
    goals.note("10,000 lines, Changes in sight", at(times, median), "ms, median");
    goals.atMost("10,000 lines, Changes in sight", at(times, most), 16, "ms, 95 %");
    return goals.exitStatus();
}
