// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/editsession.h"

#include "core/base/displaytext.h"
#include "ui/session/editcommand.h"

namespace ui {

EditSession::EditSession(QObject *parent) : QObject(parent)
{
    connect(&m_workspace, &model::Workspace::opened, this, &EditSession::opened);
    connect(&m_workspace, &model::Workspace::included, this, &EditSession::included);
    connect(&m_workspace, &model::Workspace::changed, this, &EditSession::changed);
    connect(&m_workspace, &model::Workspace::baselineChanged, this, &EditSession::baselineChanged);
}

void EditSession::open(const model::Snapshot &snapshot)
{
    m_undoStack.clear();
    m_focus = {};
    m_secrets.reset();
    m_workspace.open(snapshot);
}

void EditSession::include(const model::File &file)
{
    m_workspace.include(file);
    emit changed({});
}

const folder::SecretSettings &EditSession::secrets() const
{
    if (!m_secrets || m_secretsRevision != snapshot().revision()) {
        m_secrets.emplace(snapshot());
        m_secretsRevision = snapshot().revision();
    }
    return *m_secrets;
}

QString EditSession::shownValue(const QByteArray &parameter, const QByteArray &value) const
{
    return base::displayText(secrets().masked(parameter, value));
}

QString EditSession::shownText(const QByteArray &text) const
{
    return base::displayText(secrets().masked(text));
}

void EditSession::setFocus(const model::Place &place)
{
    if (place == m_focus)
        return;
    m_focus = place;
    emit focusChanged(place);
}

void EditSession::commit(const QString &title, const model::Draft &draft, int burst)
{
    if (draft.changes().isEmpty())
        return;
    for (const model::File &file : draft.included())
        m_workspace.include(file);
    m_undoStack.push(new EditCommand(m_workspace, title, draft, burst));
}

} // namespace ui
