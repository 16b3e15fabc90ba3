// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/thememenu.h"

#include "ui/settings/settings.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>

namespace ui {

ThemeMenu::ThemeMenu(Settings &settings, QWidget *parent) : QMenu(parent), m_settings(settings)
{
    setTitle(tr("&Theme"));
    setIcon(ui::icon(QStringLiteral("sun")));
    auto *group = new QActionGroup(this);
    add(Theme::Follow, tr("As the &Desktop"));
    add(Theme::Light, tr("&Light"));
    add(Theme::Dark, tr("&Dark"));
    for (QAction *action : actions())
        group->addAction(action);
}

void ThemeMenu::add(Theme theme, const QString &text)
{
    QAction *action = addAction(text, this, [this, theme] {
        m_settings.set(settings::theme, static_cast<int>(theme));
        applyTheme(theme);
    });
    action->setCheckable(true);
    action->setChecked(m_settings.get(settings::theme) == static_cast<int>(theme));
}

} // namespace ui
