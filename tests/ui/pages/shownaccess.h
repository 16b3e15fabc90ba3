// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/desk.h"
#include "ui/access/accesslanes.h"
#include "ui/access/stepcard.h"
#include "ui/access/stepeditor.h"
#include "ui/access/steplane.h"
#include "ui/pages/accesspage.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

inline const QByteArray mainCf = "compatibility_level = 3.6\n"
                                 "smtpd_recipient_restrictions =\n"
                                 "    permit_mynetworks,\n"
                                 "    # friends\n"
                                 "    check_client_access hash:/etc/postfix/friends,\n"
                                 "    reject_unauth_destination\n"
                                 "smtpd_data_restrictions = reject_unauth_pipelining\n";
inline const QByteArray masterCf = "smtp       inet  n - y - - smtpd\n"
                                   "submission inet  n - y - - smtpd\n"
                                   "  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n"
                                   "qmgr       unix  n - n 300 1 qmgr\n";
inline const QByteArray recipient = "smtpd_recipient_restrictions";

struct ShownAccess
{
    explicit ShownAccess(const QByteArray &main = mainCf, const QByteArray &master = masterCf)
        : desk(main, master), page(desk.context)
    {
        page.resize(900, 900);
        page.show();
        page.activateWindow();
        isActive = QTest::qWaitForWindowActive(&page);
    }

    ui::StepLane *lane(const QByteArray &parameter = recipient) const
    {
        return page.lanes()->lane(parameter);
    }

    QList<ui::StepCard *> cards(const QByteArray &parameter = recipient) const
    {
        QList<ui::StepCard *> all;
        for (ui::StepCard *card : lane(parameter)->findChildren<ui::StepCard *>()) {
            if (!card->isHidden())
                all.append(card);
        }
        std::ranges::sort(all, {}, [](const ui::StepCard *card) { return card->y(); });
        return all;
    }

    QByteArrayList steps(const QByteArray &parameter = recipient) const
    {
        QByteArrayList texts;
        for (const ui::StepCard *card : cards(parameter))
            texts.append(card->text());
        return texts;
    }

    QPushButton *addButton(const QByteArray &parameter = recipient) const
    {
        return page.findChild<QPushButton *>(QStringLiteral("addStep:") + QString::fromLatin1(parameter));
    }

    /// The one that is open; null without.
    ui::StepEditor *editor() const
    {
        for (ui::StepEditor *one : page.findChildren<ui::StepEditor *>()) {
            if (!one->isHidden())
                return one;
        }
        return nullptr;
    }

    static bool says(const QWidget *widget, const char *words)
    {
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    }

    /// Presses a key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(page.focusWidget(), key, modifiers);
    }
    void write(const char *text) const { QTest::keyClicks(page.focusWidget(), QLatin1String(text)); }

    support::Desk desk;
    ui::AccessPage page;
    bool isActive = false;
};
