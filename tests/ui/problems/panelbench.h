// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakerunner.h"
#include "ui/problems/problemspanel.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/knowledge.h"
#include "ui/settings/settings.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

/// A panel in a window of its own, over a configuration of three settings.
struct PanelBench
{
    inline static const QByteArray mainCf = "a = 1\nb = 2\nc = 3\n";

    PanelBench()
    {
        model::FileInfo info{.path = QStringLiteral("/etc/postfix/main.cf"),
                             .name = QStringLiteral("main.cf"),
                             .kind = model::FileKind::MainCf};
        QList<model::File> files = model::Snapshot().files();
        files[0] = model::File(info, syntax::Text(mainCf, model::File::layoutOf(info.kind)));
        session.open(model::Snapshot(files));
        panel.resize(1000, 300);
        panel.show();
        panel.activateWindow();
        isActive = QTest::qWaitForWindowActive(&panel);
        tree = panel.findChild<QTreeView *>();
    }

    static ui::Finding::Fix fixReplacing(const QString &title, const QByteArray &before,
                                         const QByteArray &after)
    {
        return {title, [before, after](model::Draft &draft) -> edits::Outcome {
                    const qsizetype at = draft.mainCf().text().indexOf(before);
                    if (at < 0)
                        return edits::Refusal{edits::Refusal::Reason::NotThere, before};
                    draft.replace(model::FileId::MainCf, {at, at + before.size()}, after);
                    return {};
                }};
    }

    /// A hint, an error, a warning, an error without a place.
    static QList<ui::Finding> someFindings()
    {
        using ui::Finding;
        return {
            Finding{.severity = Finding::Severity::Info,
                    .rule = QStringLiteral("hint"),
                    .message = QStringLiteral("Could be nicer."),
                    .place = model::Place{model::FileId::MainCf, {0, 5}},
                    .fixes = {fixReplacing(QStringLiteral("Add nine"), "a = 1", "a = 91")},
                    .title = QStringLiteral("Not nice")},
            Finding{.severity = Finding::Severity::Error,
                    .rule = QStringLiteral("bad"),
                    .message = QStringLiteral("Is wrong."),
                    .place = model::Place{model::FileId::MainCf, {12, 17}},
                    .fixes = {fixReplacing(QStringLiteral("Set to 4"), "c = 3", "c = 4")},
                    .related = {model::Place{model::FileId::MainCf, {0, 1}}},
                    .title = QStringLiteral("Wrong value"),
                    .explanation = QStringLiteral("Mail would be lost."),
                    .manual = QStringLiteral("postconf(5)")},
            Finding{.severity = Finding::Severity::Warning,
                    .rule = QStringLiteral("odd"),
                    .message = QStringLiteral("Is odd."),
                    .place = model::Place{model::FileId::MainCf, {6, 11}},
                    .fixes = {fixReplacing(QStringLiteral("Set to 5"), "b = 2", "b = 5"),
                              fixReplacing(QStringLiteral("Set to 6"), "b = 2", "b = 6")}},
            Finding{.severity = Finding::Severity::Error,
                    .origin = Finding::Origin::Files,
                    .message = QStringLiteral("A file is missing."),
                    .file = QStringLiteral("aliases.db")},
        };
    }

    /// As the checker would, each origin for itself.
    void find(const QList<ui::Finding> &all)
    {
        for (const auto origin : {ui::Finding::Origin::Lint, ui::Finding::Origin::Files}) {
            QList<ui::Finding> some;
            std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                         [origin](const ui::Finding &finding) { return finding.origin == origin; });
            findings.set(origin, some);
        }
    }

    template<typename Widget>
    Widget *named(const QString &name) const
    {
        for (Widget *found : panel.template findChildren<Widget *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    QAbstractButton *button(const QString &name) const { return named<QAbstractButton>(name); }

    QByteArray text() const { return session.snapshot().mainCf().text(); }
    QStringList messages() const
    {
        QStringList messages;
        for (int row = 0; row < tree->model()->rowCount(); ++row)
            messages.append(tree->model()->index(row, 0).data().toString());
        return messages;
    }
    void choose(int row) const
    {
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(row, 0));
    }

    QTemporaryDir scratch;
    QSettings store{scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::EditSession session;
    ui::Findings findings{session};
    // What is found is said by the tests: the checker looks at something else.
    ui::EditSession elsewhere;
    ui::Findings notShown{elsewhere};
    support::FakeRunner runner;
    ui::Knowledge knowledge{elsewhere};
    ui::Checker checker{elsewhere, notShown, knowledge, runner};
    ui::FolderSession folder{session, nullptr};
    ui::Ignoring ignoring{session, folder, nullptr};
    ui::ProblemsPanel panel{session, findings, checker, ignoring, settings};
    QTreeView *tree = nullptr;
    bool isActive = false;
};
