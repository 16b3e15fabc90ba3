// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

namespace ui {

class Settings;
enum class Theme;

/// Light, dark, or as the desktop is; remembered.
class ThemeMenu : public QMenu
{
    Q_OBJECT

public:
    /// `settings` outlives it.
    explicit ThemeMenu(Settings &settings, QWidget *parent = nullptr);

private:
    void add(Theme theme, const QString &text);

    Settings &m_settings;
};

} // namespace ui
