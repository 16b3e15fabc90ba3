// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/actions.h"

#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/language.h"
#include "ui/shell/bundleexport.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/upgrade/upgradedialog.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Menu = Action::Menu;
using ToolBar = Action::ToolBar;

bool isOpen(const MainWindow &window)
{
    return window.context().folder.state() == FolderSession::State::Open;
}

bool hasChanges(const MainWindow &window)
{
    return isOpen(window) && !window.context().session.changedFiles().isEmpty();
}

bool hasProblems(const MainWindow &window)
{
    return !window.context().findings.all().isEmpty();
}

bool hasPlace(const MainWindow &window)
{
    return isOpen(window) && window.context().language.hasPlace();
}

QUndoStack &undoStack(const MainWindow &window)
{
    return *window.context().session.undoStack();
}

//: %1 is what would be undone, "Set relayhost"
constexpr const char *undoTitle = QT_TRANSLATE_NOOP("actions", "&Undo “%1”");
//: %1 is what would be done again, "Set relayhost"
constexpr const char *redoTitle = QT_TRANSLATE_NOOP("actions", "&Redo “%1”");

QString titled(const char *pattern, const char *plain, const QString &what)
{
    return what.isEmpty() ? QCoreApplication::translate("actions", plain)
                          : QCoreApplication::translate("actions", pattern).arg(what);
}

void openUpgrade(MainWindow &window)
{
    auto *dialog = new UpgradeDialog(window.context().session, window.context().knowledge, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

std::span<const Action> actions()
{
    static constexpr Action table[] = {
        {"open", Menu::File, QT_TRANSLATE_NOOP("actions", "&Open Folder…"), "folder-open", "Ctrl+O",
         QT_TRANSLATE_NOOP("actions", "Open the folder of a configuration"), ToolBar::WithText, false,
         [](MainWindow &window) { window.commands().browse(); }},
        {"openSample", Menu::File, QT_TRANSLATE_NOOP("actions", "Open Sa&mple Server"), "lightbulb", "",
         QT_TRANSLATE_NOOP("actions", "Open a private copy of a commented example"), ToolBar::No, false,
         [](MainWindow &window) { window.commands().openSample(); }},
        {"save", Menu::File, QT_TRANSLATE_NOOP("actions", "&Save"), "save", "Ctrl+S",
         QT_TRANSLATE_NOOP("actions", "Write the changed files"), ToolBar::WithText, true,
         [](MainWindow &window) { window.commands().save(); }, hasChanges},
        {"readAgain", Menu::File, QT_TRANSLATE_NOOP("actions", "&Read Again from Disk"), "refresh-cw",
         "Ctrl+Shift+R", QT_TRANSLATE_NOOP("actions", "Read every file of the folder anew"), ToolBar::No,
         false, [](MainWindow &window) { window.commands().readAgain(); }, isOpen},

        {"undo", Menu::Edit, QT_TRANSLATE_NOOP("actions", "&Undo"), "undo-2", "Ctrl+Z",
         QT_TRANSLATE_NOOP("actions", "Take back the last change, in whatever file"), ToolBar::IconOnly,
         false, [](MainWindow &window) { undoStack(window).undo(); },
         [](const MainWindow &window) { return undoStack(window).canUndo(); },
         [](const MainWindow &window) { return titled(undoTitle, "&Undo", undoStack(window).undoText()); }},
        {"redo", Menu::Edit, QT_TRANSLATE_NOOP("actions", "&Redo"), "redo-2", "Ctrl+Shift+Z",
         QT_TRANSLATE_NOOP("actions", "Make the change again that was taken back"), ToolBar::IconOnly, false,
         [](MainWindow &window) { undoStack(window).redo(); },
         [](const MainWindow &window) { return undoStack(window).canRedo(); },
         [](const MainWindow &window) { return titled(redoTitle, "&Redo", undoStack(window).redoText()); }},

        {"rename", Menu::Edit, QT_TRANSLATE_NOOP("actions", "Rena&me…"), "pencil", "F2",
         QT_TRANSLATE_NOOP("actions", "Give the name at the caret another one, wherever it is used"),
         ToolBar::No, true, [](MainWindow &window) { window.context().language.rename(); }, hasPlace},
        {"check", Menu::Edit, QT_TRANSLATE_NOOP("actions", "&Check"), "shield-check", "F5",
         QT_TRANSLATE_NOOP("actions", "Ask the installed Postfix what it thinks of this configuration"),
         ToolBar::WithText, true, [](MainWindow &window) { window.context().checker.checkNow(); },
         [](const MainWindow &window) {
             const auto &postfix = window.context().checker.postfix();
             return isOpen(window) && postfix && postfix->isInstalled;
         }},

        {"export", Menu::File, QT_TRANSLATE_NOOP("actions", "&Export Bundle…"), "package", "Ctrl+E",
         QT_TRANSLATE_NOOP("actions", "Write this configuration as an archive that a server can be given"),
         ToolBar::WithText, true, [](MainWindow &window) { window.bundleExport().browse(); }, isOpen},
        {"closeFolder", Menu::File, QT_TRANSLATE_NOOP("actions", "&Close Folder"), "x", "Ctrl+W",
         QT_TRANSLATE_NOOP("actions", "Close the folder and show the welcome page"), ToolBar::No, true,
         [](MainWindow &window) { window.commands().close(); }, isOpen},
        {"quit", Menu::File, QT_TRANSLATE_NOOP("actions", "&Quit"), "power", "Ctrl+Q",
         QT_TRANSLATE_NOOP("actions", "Close the window"), ToolBar::No, false,
         [](MainWindow &window) { window.close(); }},

        {"find", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Find Anything…"), "search", "Ctrl+K",
         QT_TRANSLATE_NOOP("actions", "Go to a page, parameter, service, file or command by its name"),
         ToolBar::No, false, [](MainWindow &window) { window.find(); }},
        {"back", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Back"), "arrow-left", "Alt+Left",
         QT_TRANSLATE_NOOP("actions", "Go where you were before"), ToolBar::No, true,
         [](MainWindow &window) { window.goBack(); },
         [](const MainWindow &window) { return window.visits().canGoBack(); }},
        {"forward", Menu::Go, QT_TRANSLATE_NOOP("actions", "F&orward"), "arrow-right", "Alt+Right",
         QT_TRANSLATE_NOOP("actions", "Go where you came back from"), ToolBar::No, false,
         [](MainWindow &window) { window.goForward(); },
         [](const MainWindow &window) { return window.visits().canGoForward(); }},
        {"definition", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Definition"), "crosshair", "F12",
         QT_TRANSLATE_NOOP("actions", "Go where the name at the caret is defined"), ToolBar::No, true,
         [](MainWindow &window) { window.context().language.goToDefinition(); }, hasPlace},
        {"usages", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Usages"), "list", "Shift+F12",
         QT_TRANSLATE_NOOP("actions", "List every place that uses the name at the caret"), ToolBar::No, false,
         [](MainWindow &window) { window.context().language.findUsages(); }, hasPlace},
        {"lookup", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Look Up in Tables…"), "table", "Ctrl+L",
         QT_TRANSLATE_NOOP("actions",
                           "Show what Postfix asks its tables for a key or an address, and what "
                           "they answer"),
         ToolBar::No, false, [](MainWindow &window) { window.context().language.lookUp({}); }, isOpen},
        {"nextProblem", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Next Problem"), "arrow-down", "F8",
         QT_TRANSLATE_NOOP("actions", "Show the place of the next problem"), ToolBar::No, true,
         [](MainWindow &window) { window.goToProblem(1); }, hasProblems},
        {"previousProblem", Menu::Go, QT_TRANSLATE_NOOP("actions", "&Previous Problem"), "arrow-up",
         "Shift+F8", QT_TRANSLATE_NOOP("actions", "Show the place of the problem before"), ToolBar::No, false,
         [](MainWindow &window) { window.goToProblem(-1); }, hasProblems},

        {"upgrade", Menu::Tools, QT_TRANSLATE_NOOP("actions", "&Upgrade Assistant…"), "arrow-up", "",
         QT_TRANSLATE_NOOP("actions", "See what to change for another version of Postfix, and change it"),
         ToolBar::No, false, openUpgrade, isOpen},

        {"about", Menu::Help, QT_TRANSLATE_NOOP("actions", "&About Postwright"), "info", "",
         QT_TRANSLATE_NOOP("actions", "Version, licence and the parts it is made of"), ToolBar::No, false,
         [](MainWindow &window) { window.about(); }},
    };
    return table;
}

QString menuTitle(Action::Menu menu)
{
    switch (menu) {
    case Menu::File:
        return QCoreApplication::translate("actions", "&File");
    case Menu::Edit:
        return QCoreApplication::translate("actions", "&Edit");
    case Menu::View:
        return QCoreApplication::translate("actions", "&View");
    case Menu::Go:
        return QCoreApplication::translate("actions", "&Go");
    case Menu::Tools:
        return QCoreApplication::translate("actions", "&Tools");
    case Menu::Help:
        return QCoreApplication::translate("actions", "&Help");
    }
    return {};
}

} // namespace ui
