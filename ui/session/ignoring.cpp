// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/ignoring.h"

#include "core/base/errortext.h"
#include "core/base/whendone.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"

#include <QtConcurrentRun>

namespace ui {

namespace {

check::Problem problemOf(const Finding &finding, const model::Snapshot &snapshot)
{
    const bool isThere = finding.place && snapshot.contains(finding.place->file);
    return {.rule = finding.rule,
            .place = isThere ? finding.place : std::nullopt,
            .file = isThere ? snapshot.file(finding.place->file).info().name : finding.file};
}

} // namespace

Ignoring::Ignoring(EditSession &session, FolderSession &folder, std::shared_ptr<files::FileStore> store,
                   QObject *parent)
    : QObject(parent), m_session(session), m_folder(folder), m_store(std::move(store))
{
    connect(&folder, &FolderSession::opened, this, &Ignoring::load);
}

void Ignoring::load()
{
    if (!m_store)
        return;
    const auto work = [store = m_store, path = m_folder.path()] { return check::loadProject(*store, path); };
    base::whenDone(QtConcurrent::run(work), this,
                   [this, turn = ++m_turn](const base::Result<check::Project> &project) {
                       if (turn != m_turn)
                           return;
                       m_project = project ? *project : check::Project();
                       if (!project)
                           emit failed(base::errorText(project.error()));
                       emit changed();
                   });
}

bool Ignoring::canComment(const Finding &finding) const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    return !finding.rule.isEmpty() && finding.place && snapshot.contains(finding.place->file)
        && check::canIgnoreInComment(snapshot, finding.place->file);
}

void Ignoring::ignoreByComment(const Finding &finding, check::Reach reach)
{
    if (canComment(finding))
        m_session.edit(tr("Ignore %1").arg(finding.rule),
                       [&, rule = finding.rule.toLatin1(), place = *finding.place](model::Draft &draft) {
                           return check::ignoreInComment(draft, rule, place, reach);
                       });
}

void Ignoring::ignoreInProject(const Finding &finding, check::Reach reach)
{
    const model::Snapshot &snapshot = m_session.snapshot();
    write(check::ignoredInProject(m_project, snapshot, problemOf(finding, snapshot), reach));
}

void Ignoring::stop(const Finding &finding)
{
    if (!finding.ignored)
        return;
    const model::Snapshot &snapshot = m_session.snapshot();
    if (const auto comment = finding.ignored->comment)
        m_session.edit(tr("No longer ignore %1").arg(finding.rule), [&](model::Draft &draft) {
            return check::stopIgnoringInComment(draft, finding.rule.toLatin1(), *comment);
        });
    else
        write(check::noLongerIgnored(m_project, snapshot, problemOf(finding, snapshot)));
}

void Ignoring::write(const check::Project &project)
{
    m_project = project;
    emit changed();
    if (!m_store)
        return;
    using Written = base::Result<check::Project>;
    const auto work = [store = m_store, path = m_folder.path(), next = project]() mutable -> Written {
        if (const base::Status status = check::saveProject(*store, path, next); !status)
            return status.error();
        return next;
    };
    base::whenDone(QtConcurrent::run(work), this, [this, turn = ++m_turn](const Written &written) {
        if (turn != m_turn)
            return;
        if (written) {
            m_project = *written; // with what the file is known by
            return;
        }
        emit failed(base::errorText(written.error()));
        load();
    });
}

} // namespace ui
