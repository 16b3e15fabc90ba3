// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/servicesmodel.h"
#include "ui/pages/servicespage.h"

#include <QLineEdit>
#include <QTest>

inline const QByteArray masterCf = "# port 25\n"
                                   "smtp       inet  n       -       n       -       -       smtpd\n"
                                   "submission inet  n       -       n       -       -       smtpd\n"
                                   "  -o syslog_name=postfix/submission\n"
                                   "# -o smtpd_tls_auth_only=yes\n"
                                   "#retry     unix  -       -       n       -       -       error\n"
                                   "qmgr       unix  n       -       n       300     1       qmgr\n";

/// A page in a window of its own, with the grid in hand.
struct ShownServices
{
    explicit ShownServices(const QByteArray &text = masterCf)
        : desk("compatibility_level = 3.6\n", text), page(desk.context)
    {
        page.resize(1000, 600);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        for (ui::GridView *view : page.findChildren<ui::GridView *>())
            (view->accessibleName() == QLatin1String("Services") ? grid : overrides) = view;
        grid->setFocus();
    }

    void goTo(int row, int column) const
    {
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(row, column)).center());
    }

    /// Types into the cell as a person would.
    void write(ui::GridView *view, const QString &text)
    {
        QTest::keyClick(view, Qt::Key_Return);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QString currentName() const
    {
        return grid->currentIndex().siblingAtColumn(ui::ServicesModel::NameColumn).data().toString();
    }

    support::Desk desk;
    ui::ServicesPage page;
    ui::GridView *grid = nullptr;
    ui::GridView *overrides = nullptr;
    bool isActive = false;
};
