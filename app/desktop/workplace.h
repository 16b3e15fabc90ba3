// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/localrunner.h"
#include "ui/session/checker.h"
#include "ui/session/crashkeeper.h"
#include "ui/session/editsession.h"
#include "ui/session/filepresence.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/session/localpostfix.h"
#include "ui/settings/settings.h"
#include "ui/shell/mainwindow.h"

namespace desktop {

/// The window with the real world behind it: this machine's files and programs, this user's settings.
class Workplace
{
public:
    /// `stateFolder` is where notes of saves under way and of unsaved edits are kept. What is at `path`, if
    /// anything, is read while the window is being built.
    Workplace(QSettings &store, const QString &stateFolder, const QString &path = {});

    ui::MainWindow &window() { return *m_window; }

private:
    ui::Settings m_settings;
    ui::EditSession m_session;
    ui::Findings m_findings{m_session};
    std::shared_ptr<files::FileStore> m_files;
    ui::FolderSession m_folder;
    ui::Ignoring m_ignoring;
    tools::LocalRunner m_runner;
    ui::Knowledge m_knowledge{m_session};
    ui::Checker m_checker{m_session, m_findings, m_knowledge, m_runner};
    ui::CrashKeeper m_keeper;
    ui::Language m_language{m_session, m_knowledge};
    ui::LocalPostfix m_localPostfix{m_checker, m_runner, m_knowledge};
    ui::FilePresence m_presence;
    ui::PageContext m_context{m_session,  m_folder,    m_findings, m_checker,  m_settings,
                              m_language, m_knowledge, m_presence, m_ignoring, m_runner};
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace desktop
