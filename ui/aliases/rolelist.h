// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/roles.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

/// Who gets the mail of root, postmaster and their like, a line for each; with what helps where nobody does.
class RoleList : public QWidget
{
    Q_OBJECT

public:
    explicit RoleList(QWidget *parent = nullptr);

    void setReceptions(const QList<delivery::Reception> &receptions);

signals:
    /// Its way is to be seen.
    void chosen(const QString &role);
    /// An alias for it is to be made; without a target somebody has to say who.
    void aliasWanted(const QString &role, const QString &target);

private:
    struct Line
    {
        QToolButton *show = nullptr;
        QLabel *icon = nullptr;
        QLabel *sentence = nullptr;
        QPushButton *help = nullptr;
    };

    std::vector<Line> m_lines; ///< one per role
};

} // namespace ui
