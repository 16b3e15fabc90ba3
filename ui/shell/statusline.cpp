// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusline.h"

#include "core/files/path.h"
#include "ui/problems/findingwords.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/mounts.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icon.h"

#include <QProgressBar>
#include <QToolButton>

namespace ui {

StatusLine::StatusLine(PageContext &context, QWidget *parent) : QStatusBar(parent), m_context(context)
{
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);

    buildCounts();
    m_facts = new TextLabel(TextLabel::Rank::Muted, {});
    m_facts->setAccessibleName(tr("State of the configuration"));
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setMinimumWidth(1); // a narrow window cuts it
    addWidget(m_facts, 1);

    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(12);
    addPermanentWidget(m_progress);
    m_cancel = new QToolButton;
    m_cancel->setIcon(icon(QStringLiteral("x")));
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    addPermanentWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, &context.folder, &FolderSession::cancel);

    connect(&context.session, &EditSession::opened, this, &StatusLine::refresh);
    connect(&context.session, &EditSession::changed, this, &StatusLine::refresh);
    connect(&context.session, &EditSession::baselineChanged, this, &StatusLine::refresh);
    connect(&context.findings, &Findings::changed, this, &StatusLine::refresh);
    connect(&context.findings, &Findings::checkingChanged, this, &StatusLine::refresh);
    connect(&context.folder, &FolderSession::stateChanged, this, &StatusLine::refreshPlace);
    connect(&context.folder, &FolderSession::progressed, this, &StatusLine::refreshProgress);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::refresh);
    constexpr int noticeable = 300; // ms; what is quicker needs no progress
    m_patience.setSingleShot(true);
    m_patience.setInterval(noticeable);
    connect(&m_patience, &QTimer::timeout, this, &StatusLine::refreshProgress);
    refreshPlace();
}

void StatusLine::buildCounts()
{
    for (const auto severity :
         {Finding::Severity::Error, Finding::Severity::Warning, Finding::Severity::Info}) {
        auto *count = new QToolButton;
        count->setIcon(severityIcon(severity));
        count->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        count->setAutoRaise(true);
        count->setFocusPolicy(Qt::TabFocus);
        connect(count, &QToolButton::clicked, this, &StatusLine::problemsAsked);
        m_counts.at(static_cast<size_t>(severity)) = count;
        addWidget(count);
    }
}

void StatusLine::refreshCounts()
{
    const auto say = [this](Finding::Severity severity, int count, const QString &sentence) {
        QToolButton *button = m_counts.at(static_cast<size_t>(severity));
        button->setText(QString::number(count));
        button->setToolTip(sentence);
        button->setAccessibleName(sentence);
        button->setVisible(count > 0);
    };
    const auto count = [this](Finding::Severity severity) {
        return static_cast<int>(m_context.findings.count(severity));
    };
    const int errors = count(Finding::Severity::Error);
    const int warnings = count(Finding::Severity::Warning);
    const int hints = count(Finding::Severity::Info);
    say(Finding::Severity::Error, errors, tr("%n error(s): show the problems", nullptr, errors));
    say(Finding::Severity::Warning, warnings, tr("%n warning(s): show the problems", nullptr, warnings));
    say(Finding::Severity::Info, hints, tr("%n hint(s): show the problems", nullptr, hints));
}

void StatusLine::setTarget(const QString &target)
{
    m_target = target;
    refresh();
}

QString StatusLine::text() const
{
    return m_facts->text();
}

void StatusLine::refreshPlace()
{
    const FolderSession &folder = m_context.folder;
    m_place.clear();
    if (folder.state() != FolderSession::State::Closed) {
        const Mount mount = mountOf(folder.path());
        //: How a folder of another machine is mounted, and that machine: "sshfs, mail.example.org"
        m_place = mount.host.isEmpty()
            ? tr("this machine")
            : tr("%1, %2").arg(QString(mount.type).remove(QLatin1String("fuse.")), mount.host);
    }
    if (folder.isBusy())
        m_patience.start();
    else
        m_patience.stop();
    refreshProgress();
    refresh();
}

void StatusLine::refreshProgress()
{
    const bool isBusy = m_context.folder.isBusy() && !m_patience.isActive();
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    if (!isBusy)
        return;
    const double progress = m_context.folder.progress();
    m_progress->setRange(0, progress < 0 ? 0 : 1000);
    m_progress->setValue(static_cast<int>(progress * 1000));
}

static QString age(const QDateTime &time)
{
    const qint64 seconds = time.secsTo(QDateTime::currentDateTime());
    if (seconds < 2)
        return StatusLine::tr("checked just now");
    if (seconds < 60)
        return StatusLine::tr("checked %1 s ago").arg(seconds);
    return StatusLine::tr("checked at %1").arg(QLocale().toString(time.time(), QLocale::ShortFormat));
}

void StatusLine::refresh()
{
    refreshCounts();
    QStringList facts;
    const FolderSession &folder = m_context.folder;
    if (!m_target.isEmpty())
        facts += m_target;
    if (folder.state() == FolderSession::State::Opening)
        facts += tr("opening %1").arg(files::displayPath(files::pathToBytes(folder.path())));
    else if (!m_place.isEmpty()) {
        facts += m_place;
        if (folder.isReadOnly())
            facts += tr("read-only");
        const auto unsaved = static_cast<int>(m_context.session.changedFiles().size());
        facts +=
            unsaved > 0 ? tr("%n file(s) with unsaved changes", nullptr, unsaved) : tr("nothing unsaved");
    }
    const QDateTime &checkedAt = m_context.findings.checkedAt();
    if (m_context.findings.isChecking())
        facts += tr("checking");
    else if (checkedAt.isValid())
        facts += age(checkedAt);
    const QStringList &notChecked = m_context.findings.notChecked();
    if (!notChecked.isEmpty() && checkedAt.isValid())
        facts += tr("not all of it");
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_facts->setToolTip(notChecked.join(u'\n'));
    m_facts->setAccessibleDescription(m_facts->toolTip());

    const bool growsOld = checkedAt.isValid() && checkedAt.secsTo(QDateTime::currentDateTime()) < 90;
    if (!growsOld)
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start(1000);
}

} // namespace ui
