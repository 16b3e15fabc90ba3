// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>

namespace ui {

class MainWindow;

/// Something the user can do in the window, in a menu and by key, some in the tool bar. The window knows this
/// table and no action by name.
struct Action
{
    enum class Menu : quint8 { File, Edit, View, Go, Tools, Help };
    enum class ToolBar : quint8 { No, IconOnly, WithText };

    const char *id;
    Menu menu;
    const char *text; ///< translation context "actions"; with a mnemonic
    const char *icon;
    const char *shortcut; ///< as QKeySequence reads it; empty without one
    const char *tip; ///< what it does, one sentence, translation context "actions"
    ToolBar toolBar;
    bool startsGroup; ///< a line above it
    void (*run)(MainWindow &window);
    bool (*isEnabled)(const MainWindow &window) = nullptr; ///< null: always
    /// What it would do now ("Undo Set relayhost"), translated; null: always `text`.
    QString (*title)(const MainWindow &window) = nullptr;
};

/// In the order of the menus.
std::span<const Action> actions();
QString menuTitle(Action::Menu menu);

} // namespace ui
