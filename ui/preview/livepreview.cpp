// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/livepreview.h"

#include "ui/preview/changespanel.h"
#include "ui/preview/effectivepanel.h"
#include "ui/preview/sourcepanel.h"
#include "ui/session/editsession.h"

namespace ui {

LivePreview::LivePreview(EditSession &session, Knowledge &knowledge, QWidget *parent)
    : QTabWidget(parent), m_session(session)
{
    setDocumentMode(true);
    setAccessibleName(tr("Live preview"));
    addTab(new ChangesPanel(session), tr("&Changes"));
    addTab(new EffectivePanel(session, knowledge), tr("&Effective"));
    addTab(new SourcePanel(session), tr("So&urce"));
    setTabToolTip(0, tr("What the next save would change on disk"));
    setTabToolTip(1, tr("What Postfix will use, and where each value comes from"));
    setTabToolTip(2, tr("The lines of what you are working on"));
    connect(&session, &EditSession::opened, this, &LivePreview::refreshCount);
    connect(&session, &EditSession::changed, this, &LivePreview::refreshCount);
    connect(&session, &EditSession::baselineChanged, this, &LivePreview::refreshCount);
    refreshCount();
}

void LivePreview::refreshCount()
{
    const qsizetype count = m_session.changedFiles().size();
    //: %1 is the number of files with unsaved changes
    const QString text = count > 0 ? tr("&Changes %1").arg(count) : tr("&Changes");
    if (text != tabText(0))
        setTabText(0, text);
}

} // namespace ui
