// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/checker.h"

#include "core/base/whendone.h"
#include "core/lint/registry.h"
#include "ui/session/editsession.h"
#include "ui/session/reportfindings.h"

#include <QtConcurrentRun>

namespace ui {

Checker::Checker(EditSession &session, Findings &findings, tools::Runner &runner, QObject *parent)
    : QObject(parent), m_session(session), m_findings(findings), m_runner(runner)
{
    constexpr int pauseInTyping = 400; // ms
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, [this] { askPostfix(m_isThoroughNext); });
    connect(&session, &EditSession::opened, this, [this] {
        m_isThoroughNext = true;
        onChanged();
    });
    connect(&session, &EditSession::changed, this, &Checker::onChanged);
}

Checker::~Checker()
{
    m_check.cancel();
}

void Checker::findPostfix()
{
    base::whenDone(tools::detectPostfix(m_runner), this, [this](const tools::PostfixInstallation &postfix) {
        m_postfix = postfix;
        emit postfixKnown();
        onChanged();
    });
}

void Checker::checkNow()
{
    m_pause.stop();
    runRules();
    askPostfix(true);
}

void Checker::onChanged()
{
    m_check.cancel(); // it asks about what is no longer there
    runRules();
    m_pause.start();
}

void Checker::runRules()
{
    if (m_areRulesRunning) {
        m_areRulesStale = true;
        return;
    }
    m_areRulesRunning = true;
    m_areRulesStale = false;
    const model::Snapshot snapshot = m_session.snapshot(); // a value, so it may cross threads
    base::whenDone(QtConcurrent::run([snapshot] { return lint::findingsIn(snapshot); }), this,
                   [this, revision = snapshot.revision()](const lint::Findings &found) {
                       m_areRulesRunning = false;
                       if (!m_areRulesStale && revision == m_session.snapshot().revision())
                           m_findings.set(Finding::Origin::Syntax, findingsOf(found));
                       else
                           runRules();
                   });
}

void Checker::askPostfix(bool thoroughly)
{
    const model::Snapshot &snapshot = m_session.snapshot();
    const model::File &mainCf = snapshot.file(model::FileId::MainCf);
    if (!m_postfix || !m_postfix->isInstalled || !mainCf.isEditable() || mainCf.info().path.isEmpty())
        return;
    m_check.cancel();
    QList<tools::StagedFile> files;
    for (const model::FileId id : {model::FileId::MainCf, model::FileId::MasterCf}) {
        const model::File &file = snapshot.file(id);
        if (!file.info().problem || file.text().size() > 0)
            files.append(tools::StagedFile{file.info().name, file.text().bytes()});
    }
    m_findings.setChecking(true);
    m_check = tools::checkConfiguration(m_runner, *m_postfix, files, {.postfixCheck = thoroughly});
    base::whenDone(m_check, this,
                   [this, revision = snapshot.revision(), thoroughly,
                    turn = ++m_turn](const base::Result<tools::CheckReport> &report) {
                       if (turn == m_turn)
                           take(report, revision, thoroughly);
                   });
}

void Checker::take(const base::Result<tools::CheckReport> &report, quint64 revision, bool thoroughly)
{
    m_findings.setChecking(false);
    const model::Snapshot &snapshot = m_session.snapshot();
    if (revision != snapshot.revision())
        return; // the next pause asks again
    if (!report) {
        if (report.error().code != base::Error::Code::Cancelled)
            m_findings.set(Finding::Origin::Postconf,
                           findingsOf(tools::CheckReport{.messages = {}, .failures = {report.error()}},
                                      Finding::Origin::Postconf, snapshot));
        return;
    }
    m_findings.set(Finding::Origin::Postconf, findingsOf(*report, Finding::Origin::Postconf, snapshot));
    if (thoroughly) {
        m_isThoroughNext = false;
        m_findings.set(Finding::Origin::PostfixCheck,
                       findingsOf(*report, Finding::Origin::PostfixCheck, snapshot));
    }
    m_findings.setCheckedAt(QDateTime::currentDateTime());
}

} // namespace ui
