// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/desk.h"
#include "ui/forms/fieldframe.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

inline const QByteArray mainCf = "mydomain = example.org\n"
                                 "smtpd_tls_auth_only = no\n"
                                 "default_process_limit = 50\n"
                                 "queue_run_delay = 300\n"
                                 "message_size_limit = 10240000\n"
                                 "smtpd_tls_security_level = may\n"
                                 "mynetworks =\n"
                                 "    127.0.0.0/8\n"
                                 "    # the office\n"
                                 "    192.0.2.0/24\n"
                                 "alias_maps = hash:/etc/aliases\n"
                                 "smtp_tls_CAfile = /etc/ssl/ca.pem\n"
                                 "smtp_helo_name = helo.example.org\n"
                                 "my_own = x\n";
inline const QByteArray masterCf = "smtp inet n - n - - smtpd\n"
                                   "submission inet n - n - - smtpd\n"
                                   "  -o smtpd_tls_security_level=encrypt\n";

/// One field on a desk.
struct ShownField
{
    explicit ShownField(const QByteArray &parameter, const QByteArray &service = {},
                        const QByteArray &main = mainCf)
        : desk(main, masterCf),
          frame({desk.session, desk.findings, desk.knowledge, desk.presence},
                ui::FieldTarget{parameter, service})
    {
        frame.resize(640, 400);
        frame.show();
        frame.activateWindow();
        isActive = QTest::qWaitForWindowActive(&frame);
    }

    /// The visible one whose accessible name begins so.
    template<typename Widget>
    Widget *widget(const QString &name = {}) const
    {
        for (Widget *found : frame.findChildren<Widget *>()) {
            if (found->isVisible() && found->accessibleName().startsWith(name))
                return found;
        }
        return nullptr;
    }

    void write(QLineEdit *line, const QString &text) const
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    QString said() const
    {
        QStringList texts;
        for (const QLabel *label : frame.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    support::Desk desk;
    ui::FieldFrame frame;
    bool isActive = false;
};
