// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"
#include "core/check/project.h"
#include "core/facts/facts.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

class EditSession;
class Findings;
class Knowledge;

/// Looks for what is wrong, beside the user's typing: the program's own rules after every edit and for every
/// other target, the installed Postfix at each pause. What was found in a configuration that is no longer
/// there is dropped.
class Checker : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    Checker(EditSession &session, Findings &findings, const Knowledge &knowledge, tools::Runner &runner,
            QObject *parent = nullptr);
    ~Checker() override;

    /// Looks for an installed Postfix; checks use it from then on. To be called once.
    void findPostfix();
    const std::optional<tools::PostfixInstallation> &postfix() const { return m_postfix; }

    /// Also good practices that are missing although nothing that is written is wrong.
    bool isAdviceWanted() const { return m_profile == lint::Profile::Advice; }
    void setAdviceWanted(bool isWanted);

    /// Where the files of the configuration are: what they name is looked up from there, and what is found
    /// missing, unreadable or too open is a finding. To be told when a folder has been opened.
    void setFolder(const QString &path);
    /// What the admin does not want to be told of.
    void setProject(const check::Project &project);

    /// What the disk says about the server's files, as it was last seen.
    const facts::Known &known() const { return m_known; }
    /// Looks again, beside the window; filesKnown() tells when that is done.
    void lookAtFiles();

    /// With everything Postfix has, `postfix check` included, without waiting for a pause.
    void checkNow();

    /// Calls `then` with what Postfix says about the configuration as it is now, once it has said it; with
    /// nothing where there is no Postfix.
    void whenChecked(const std::function<void(const check::Problems &postfix)> &then);

signals:
    /// postfix() is known now, if only that there is none.
    void postfixKnown();
    /// known() is what the disk says now.
    void filesKnown();
    void adviceWantedChanged(bool isWanted);

private:
    void onChanged();
    void judgeAnew();
    void runRules();
    void askAtOnce();
    void askPostfix(bool thoroughly);
    void ask(bool thoroughly, const QList<tools::TableToCheck> &tables);
    void take(const base::Result<tools::CheckReport> &report, quint64 revision, bool thoroughly);
    void answerWaiting();
    bool canAsk() const;

    EditSession &m_session;
    Findings &m_findings;
    const Knowledge &m_knowledge;
    tools::Runner &m_runner;
    std::optional<tools::PostfixInstallation> m_postfix;
    QFuture<base::Result<tools::CheckReport>> m_check;
    QFuture<QList<tools::TableToCheck>> m_tables; ///< to be tried in the next check
    int m_turn = 0; ///< only the latest check counts
    lint::Profile m_profile = lint::Profile::Normal;
    QFuture<check::Problems> m_rules; ///< what they find, while they run
    files::Progress m_judging; ///< of them
    std::optional<lint::Target> m_target; ///< that the linter judges for
    std::shared_ptr<lint::Linter> m_linter; ///< knows the state before; null when all has to be judged anew
    check::Project m_project;
    QString m_folder;
    facts::Known m_known; ///< about the server's files
    files::Progress m_looking;
    QFuture<base::Result<facts::Known>> m_lookedAt;
    bool m_isLooking = false;
    bool m_isLookingStale = false; ///< asked for again meanwhile
    check::Problems m_own;
    quint64 m_ownRevision = 0;
    check::Problems m_said; ///< by Postfix, everything it can be asked
    std::optional<quint64> m_saidRevision;
    QList<std::function<void(const check::Problems &)>> m_waiting;
    QTimer m_pause;
    bool m_areRulesRunning = false;
    bool m_areRulesStale = false;
    bool m_isThoroughNext = true; ///< once after opening, and when asked
};

} // namespace ui
