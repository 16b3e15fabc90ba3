// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/checker.h"

#include "core/base/whendone.h"
#include "core/check/certificateproblems.h"
#include "core/check/suppression.h"
#include "core/check/trialtables.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/linttarget.h"
#include "ui/session/reportfindings.h"

#include <QtConcurrentRun>

namespace ui {

Checker::Checker(EditSession &session, Findings &findings, const Knowledge &knowledge, tools::Runner &runner,
                 QObject *parent)
    : QObject(parent), m_session(session), m_findings(findings), m_knowledge(knowledge), m_runner(runner)
{
    constexpr int pauseInTyping = 400; // ms
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        lookAtFiles();
        askPostfix(m_isThoroughNext || !m_waiting.isEmpty());
    });
    connect(&session, &EditSession::opened, this, [this] {
        m_linter.reset();
        m_isThoroughNext = true;
        m_saidRevision.reset();
        onChanged();
        askAtOnce();
    });
    connect(&session, &EditSession::changed, this, &Checker::onChanged);
    connect(&knowledge, &Knowledge::targetChanged, this, &Checker::judgeAnew);
    connect(&knowledge, &Knowledge::hostChanged, this, &Checker::judgeAnew);
}

Checker::~Checker()
{
    m_check.cancel();
    m_looking.cancel();
    m_judging.cancel();
    m_rules.waitForFinished(); // they read what outlives only the checker
    m_lookedAt.waitForFinished();
    m_tables.waitForFinished();
}

void Checker::setAdviceWanted(bool isWanted)
{
    if (isWanted == isAdviceWanted())
        return;
    m_profile = isWanted ? lint::Profile::Advice : lint::Profile::Normal;
    emit adviceWantedChanged(isWanted);
    judgeAnew();
}

void Checker::setFolder(const QString &path)
{
    if (path != m_folder) {
        m_looking.cancel();
        m_known = {};
    }
    m_folder = path;
    lookAtFiles();
}

void Checker::setProject(const check::Project &project)
{
    m_project = project;
    judgeAnew();
}

/// Beside the window: the disk may be far away, or not answer at all.
void Checker::lookAtFiles()
{
    if (m_folder.isEmpty())
        return;
    if (m_isLooking) {
        m_isLookingStale = true;
        return;
    }
    const model::Snapshot snapshot = m_session.snapshot();
    const auto target = lintTarget(m_knowledge, snapshot);
    if (!target)
        return;
    m_isLooking = true;
    m_isLookingStale = false;
    m_looking = files::Progress();
    const auto work = [snapshot, target = *target, folder = m_folder, progress = m_looking] {
        return facts::factsOf(snapshot, target, folder, {.progress = progress});
    };
    m_lookedAt = QtConcurrent::run(work);
    base::whenDone(m_lookedAt, this, [this, folder = m_folder](const base::Result<facts::Known> &known) {
        m_isLooking = false;
        if (known && folder == m_folder) {
            const bool isSame = m_known.isSame(*known);
            m_known = *known;
            emit filesKnown();
            if (!isSame)
                judgeAnew();
            else if (!m_areRulesRunning)
                runRules(); // a certificate may be another within a second
        }
        if (m_isLookingStale || folder != m_folder)
            lookAtFiles();
    });
}

void Checker::findPostfix()
{
    base::whenDone(tools::detectPostfix(m_runner), this, [this](const tools::PostfixInstallation &postfix) {
        m_postfix = postfix;
        emit postfixKnown();
        askAtOnce();
    });
}

void Checker::checkNow()
{
    m_pause.stop();
    runRules();
    lookAtFiles();
    askPostfix(true);
}

/// Nobody is typing when a folder is opened.
void Checker::askAtOnce()
{
    m_pause.stop();
    askPostfix(true);
}

void Checker::whenChecked(const std::function<void(const check::Problems &)> &then)
{
    m_waiting.append(then);
    if (!canAsk() || m_saidRevision == m_session.snapshot().revision())
        answerWaiting();
    else
        checkNow();
}

void Checker::answerWaiting()
{
    const check::Problems said = canAsk() ? m_said : check::Problems();
    for (const auto &then : std::exchange(m_waiting, {}))
        then(said);
}

void Checker::onChanged()
{
    m_check.cancel(); // it asks about what is no longer there
    runRules();
    m_pause.start();
}

/// Something else than the configuration is another.
void Checker::judgeAnew()
{
    m_linter.reset();
    runRules();
}

void Checker::runRules()
{
    if (m_areRulesRunning) {
        m_areRulesStale = true;
        m_judging.cancel(); // a table may have a million rows
        return;
    }
    m_areRulesRunning = true;
    m_areRulesStale = false;
    const model::Snapshot snapshot = m_session.snapshot(); // a value, so it may cross threads
    if (!m_linter) {
        m_target = lintTarget(m_knowledge, snapshot);
        if (m_target) {
            m_known.addTo(*m_target);
            if (!m_project.roles.isEmpty())
                m_target->roles =
                    lint::rolesCalled(m_project.roles); // names that are none: going by the files
            m_linter = std::make_shared<lint::Linter>(*m_target, m_profile);
        }
    }
    m_judging = files::Progress();
    m_rules = QtConcurrent::run([snapshot, target = m_target, linter = m_linter, project = m_project,
                                 pemFiles = m_known.pemFiles, judging = m_judging]() -> check::Problems {
        if (!linter)
            return check::withIgnored(check::ownProblems(snapshot), snapshot, project);
        const check::Problems own =
            check::ownProblems(snapshot, *linter, [&] { return judging.isCancelled(); });
        if (judging.isCancelled())
            return {};
        const check::Problems found =
            own + check::certificateProblems(snapshot, *target, pemFiles, QDateTime::currentSecsSinceEpoch());
        return check::withIgnored(found, snapshot, project);
    });
    base::whenDone(m_rules, this, [this, revision = snapshot.revision()](const check::Problems &found) {
        m_areRulesRunning = false;
        if (m_areRulesStale || revision != m_session.snapshot().revision()) {
            runRules();
            return;
        }
        m_own = found;
        m_ownRevision = revision;
        m_findings.set(Finding::Origin::Lint, findingsOf(found, Finding::Origin::Lint));
        m_findings.set(Finding::Origin::Files, findingsOf(found, Finding::Origin::Files));
    });
}

bool Checker::canAsk() const
{
    const model::File &mainCf = m_session.snapshot().file(model::FileId::MainCf);
    return m_postfix && m_postfix->isInstalled && mainCf.isEditable() && !mainCf.info().path.isEmpty();
}

void Checker::askPostfix(bool thoroughly)
{
    if (!canAsk())
        return;
    m_check.cancel();
    m_findings.setChecking(true);
    const model::Snapshot snapshot = m_session.snapshot();
    const auto target = thoroughly ? lintTarget(m_knowledge, snapshot) : std::nullopt;
    const int turn = ++m_turn;
    if (!target) {
        ask(thoroughly, {});
        return;
    }
    m_tables =
        QtConcurrent::run([snapshot, target = *target] { return check::trialTables(snapshot, target); });
    base::whenDone(m_tables, this,
                   [this, turn, revision = snapshot.revision()](const QList<tools::TableToCheck> &tables) {
                       if (turn != m_turn)
                           return;
                       if (revision == m_session.snapshot().revision())
                           ask(true, tables);
                       else
                           m_findings.setChecking(false); // the next pause asks again
                   });
}

void Checker::ask(bool thoroughly, const QList<tools::TableToCheck> &tables)
{
    const model::Snapshot &snapshot = m_session.snapshot();
    QList<tools::StagedFile> files;
    for (const model::FileId id : {model::FileId::MainCf, model::FileId::MasterCf}) {
        const model::File &file = snapshot.file(id);
        if (!file.info().problem || file.text().size() > 0)
            files.append(tools::StagedFile{file.info().name, file.text().bytes()});
    }
    m_check = tools::checkConfiguration(m_runner, *m_postfix, files,
                                        {.postfixCheck = thoroughly, .tables = tables});
    base::whenDone(m_check, this,
                   [this, revision = snapshot.revision(), thoroughly,
                    turn = m_turn](const base::Result<tools::CheckReport> &report) {
                       if (turn == m_turn)
                           take(report, revision, thoroughly);
                   });
}

void Checker::take(const base::Result<tools::CheckReport> &report, quint64 revision, bool thoroughly)
{
    m_findings.setChecking(false);
    const model::Snapshot &snapshot = m_session.snapshot();
    if (revision != snapshot.revision() || (!report && report.error().code == base::Error::Code::Cancelled))
        return; // the next pause asks again
    tools::CheckReport said;
    if (report)
        said = *report;
    else
        said.failures = {report.error()};
    const check::Problems problems = check::postfixProblems(snapshot, said);
    // What a rule has explained already is not said twice.
    const check::Problems all = m_ownRevision == revision ? check::together(m_own, problems) : problems;
    m_findings.set(Finding::Origin::Postconf, findingsOf(all, Finding::Origin::Postconf));
    if (thoroughly) {
        m_isThoroughNext = false;
        m_findings.set(Finding::Origin::PostfixCheck, findingsOf(all, Finding::Origin::PostfixCheck));
        m_said = problems;
        m_saidRevision = revision;
        m_findings.setNotChecked(said.notChecked);
    }
    if (report)
        m_findings.setCheckedAt(QDateTime::currentDateTime());
    if (thoroughly)
        answerWaiting();
}

} // namespace ui
