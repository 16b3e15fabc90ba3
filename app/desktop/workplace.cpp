// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/workplace.h"

#include "core/files/localfilestore.h"
#include "ui/shell/foldercommands.h"

#include <QTimer>

namespace desktop {

Workplace::Workplace(QSettings &store, const QString &stateFolder, const QString &path)
    : m_settings(store),
      m_files(std::make_shared<files::LocalFileStore>(stateFolder)),
      m_folder(m_session, m_files),
      m_ignoring(m_session, m_folder, m_files),
      m_keeper(m_session, m_folder,
               std::make_shared<files::CrashJournal>(stateFolder + QStringLiteral("/unsaved")))
{
    if (!path.isEmpty())
        m_folder.open(path);
    m_window = std::make_unique<ui::MainWindow>(m_context);
    QObject::connect(
        &m_keeper, &ui::CrashKeeper::found, m_window.get(),
        [this](const files::UnsavedEdits &edits) { m_window->commands().offerUnsaved(m_keeper, edits); });
    QObject::connect(&m_folder, &ui::FolderSession::opened, &m_presence, [this] {
        m_presence.setFolder(m_folder.path());
        m_checker.setFolder(m_folder.path());
    });
    QObject::connect(&m_ignoring, &ui::Ignoring::changed, &m_checker,
                     [this] { m_checker.setProject(m_ignoring.project()); });
    QTimer::singleShot(0, &m_checker, &ui::Checker::findPostfix); // not before the window is there
}

} // namespace desktop
