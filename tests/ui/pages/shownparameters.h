// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/desk.h"
#include "ui/grids/gridview.h"
#include "ui/grids/parametersmodel.h"
#include "ui/grids/treegrid.h"
#include "ui/pages/parameterdetail.h"
#include "ui/pages/parameterspage.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

inline const QByteArray mainCf = "# names\n"
                                 "myhostname = mail.example.org\n"
                                 "relayhost = old\n"
                                 "mynetworks =\n"
                                 "    127.0.0.0/8\n"
                                 "    # the office\n"
                                 "    192.0.2.0/24\n"
                                 "#inet_protocols = ipv4\n"
                                 "relayhost = new\n"
                                 "message_size_limit = 10240000\n"
                                 "smtp_use_tls = yes\n"
                                 "my_used = $myhostname\n"
                                 "myorigin = $my_used\n"
                                 "my_unused = x\n";
inline const QByteArray masterCf = "smtp inet n - n - - smtpd\n"
                                   "submission inet n - n - - smtpd\n"
                                   "  -o smtpd_tls_auth_only=yes\n"
                                   "# -o syslog_name=x\n"
                                   "qmgr unix n - n 300 1 qmgr\n";

struct ShownParameters
{
    explicit ShownParameters(const QByteArray &main = mainCf) : desk(main, masterCf), page(desk.context)
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
        tree = page.findChild<ui::TreeGrid *>();
        detail = page.findChild<ui::ParameterDetail *>();
        search = widget<QLineEdit>("Search parameters");
        settings = widget<ui::GridView>("Lines that set the parameter");
        tree->setFocus();
    }

    template<typename Widget>
    Widget *widget(const char *name) const
    {
        for (Widget *found : page.findChildren<Widget *>()) {
            if (found->accessibleName() == QLatin1String(name))
                return found;
        }
        return nullptr;
    }

    void type(const char *query) const
    {
        search->setFocus();
        search->clear();
        QTest::keyClicks(search, QString::fromUtf8(query));
    }

    /// The names in sight, in order.
    QByteArrayList names() const
    {
        QByteArrayList found;
        const auto *model = static_cast<ui::ParametersModel *>(tree->model());
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex topic = model->index(i, 0);
            for (int j = 0; j < model->rowCount(topic); ++j)
                found.append(model->nodeAt(model->index(j, 0, topic)).name);
        }
        return found;
    }

    QString cell(int column) const { return tree->currentIndex().siblingAtColumn(column).data().toString(); }

    QString said() const
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    /// Types into the value of the current row as a person would.
    void write(QAbstractItemView *view, const QString &words)
    {
        QTest::keyClick(view, Qt::Key_F2);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        page.activateWindow(); // which the offscreen platform forgets
        QVERIFY(QTest::qWaitForWindowActive(&page));
        view->setFocus();
    }

    support::Desk desk;
    ui::ParametersPage page;
    ui::TreeGrid *tree = nullptr;
    ui::ParameterDetail *detail = nullptr;
    QLineEdit *search = nullptr;
    ui::GridView *settings = nullptr;
    bool isActive = false;
};
