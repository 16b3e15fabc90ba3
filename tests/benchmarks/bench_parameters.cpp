// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/goals.h"
#include "tests/support/desk.h"
#include "ui/grids/treegrid.h"
#include "ui/pages/parameterspage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>

#include <memory>

using benchmarks::Goals;

// The Parameters page over a configuration of 1,000 settings and 50 services, as it is on the screen.

namespace {

QByteArray mainCf(const QList<QByteArray> &names)
{
    constexpr int settings = 1000;
    QByteArray bytes;
    for (int i = 0; i < settings; ++i) {
        // Half of them Postfix's own, half of the user's, with references among them.
        const QByteArray number = QByteArray::number(i);
        if (i < names.size() && i % 2 == 0)
            bytes += names[i] + " = $my_setting_" + QByteArray::number(i + 1) + "\n";
        else
            bytes += "my_setting_" + number + " = hash:/etc/postfix/table" + number
                + ", $myhostname, 10.0.0.0/8\n";
    }
    return bytes;
}

QByteArray masterCf()
{
    QByteArray bytes;
    for (int i = 0; i < 50; ++i) {
        bytes += QByteArray::number(10000 + i) + " inet n - y - - smtpd\n  -o syslog_name=postfix/"
            + QByteArray::number(i) + "\n  -o smtpd_tls_security_level=encrypt\n";
    }
    return bytes;
}

double until(const std::function<void()> &painted)
{
    QElapsedTimer timer;
    timer.start();
    painted();
    QCoreApplication::processEvents();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

std::unique_ptr<ui::ParametersPage> open(support::Desk &desk)
{
    auto page = std::make_unique<ui::ParametersPage>(desk.context);
    page->resize(1280, 760);
    page->show();
    return page;
}

/// Each key of the words until the list is painted; sorted.
QList<double> type(ui::ParametersPage &page, const QStringList &queries)
{
    QLineEdit *line = nullptr;
    for (QLineEdit *found : page.findChildren<QLineEdit *>()) {
        if (found->accessibleName() == QLatin1String("Search parameters"))
            line = found;
    }
    QList<double> times;
    for (const QString &query : queries) {
        line->clear();
        QCoreApplication::processEvents();
        for (const QChar c : query) {
            times.append(until([&] {
                QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
                QApplication::sendEvent(line, &press);
            }));
        }
        for (int i = 0; i < query.size(); ++i) {
            times.append(until([&] {
                QKeyEvent press(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier);
                QApplication::sendEvent(line, &press);
            }));
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

double at(const QList<double> &sorted, double share)
{
    return sorted[static_cast<qsizetype>(static_cast<double>(sorted.size() - 1) * share)];
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QList<QByteArray> names;
    {
        const support::Desk desk({}, {});
        for (const catalog::Facts &facts : desk.knowledge.reference()->parameters())
            names.append(facts.name.toByteArray());
    }
    const QByteArray main = mainCf(names);
    const QByteArray master = masterCf();
    Goals goals("The Parameters page over 1,000 settings and 50 services");
    {
        // What every page needs once: fonts, the style, the icons.
        support::Desk warm("a = b\n", "");
        auto page = open(warm);
        QCoreApplication::processEvents();
    }
    QList<double> first;
    QList<double> again;
    for (int run = 0; run < 7; ++run) {
        support::Desk desk(main, master);
        std::unique_ptr<ui::ParametersPage> page;
        first.append(until([&] { page = open(desk); }));
        page.reset();
        again.append(until([&] { page = open(desk); }));
    }
    goals.atMost("it opens, with what it knows about Postfix read first",
                 *std::min_element(first.begin(), first.end()), 50, "ms");
    goals.note("it opens again", *std::min_element(again.begin(), again.end()), "ms");

    support::Desk desk(main, master);
    auto page = open(desk);
    QCoreApplication::processEvents();
    const QStringList queries{QStringLiteral("tls"),
                              QStringLiteral("@set relay"),
                              QStringLiteral("@service:10007 smtpd"),
                              QStringLiteral("myhostname 10.0"),
                              QStringLiteral("@unused "),
                              QStringLiteral("@equal-to-default")};
    type(*page, queries);
    const QList<double> keys = type(*page, queries);
    goals.note("a key in the search box", at(keys, 0.5), "ms, median");
    goals.atMost("a key in the search box", at(keys, 0.95), 16, "ms, 95 %");

    QList<double> edits;
    for (int i = 0; i < 40; ++i) {
        edits.append(until([&] {
            desk.session.edit(QStringLiteral("e"), [i](model::Draft &draft) {
                const auto place = draft.mainCf().find("my_setting_501")->value;
                draft.replace(model::FileId::MainCf, place, "x" + QByteArray::number(i));
            });
        }));
    }
    std::sort(edits.begin(), edits.end());
    goals.note("an edit until it is on the page", at(edits, 0.5), "ms, median");
    goals.atMost("an edit until it is on the page", at(edits, 0.95), 16, "ms, 95 %");
    return goals.exitStatus();
}
