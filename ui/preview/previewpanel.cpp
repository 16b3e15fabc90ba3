// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/previewpanel.h"

#include "ui/session/editsession.h"

namespace ui {

PreviewPanel::PreviewPanel(EditSession &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    connect(&session, &EditSession::opened, this, &PreviewPanel::refreshWhenSeen);
    connect(&session, &EditSession::changed, this, &PreviewPanel::refreshWhenSeen);
    connect(&session, &EditSession::baselineChanged, this, &PreviewPanel::refreshWhenSeen);
}

void PreviewPanel::refreshWhenSeen()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        refresh();
}

void PreviewPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refreshWhenSeen();
}

} // namespace ui
