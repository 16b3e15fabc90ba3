// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/master/templates.h"

#include <QMenu>

namespace ui {

class Knowledge;

/// The services that can be added, of the version that the configuration is for.
class TemplateMenu : public QMenu
{
    Q_OBJECT

public:
    explicit TemplateMenu(const Knowledge &knowledge, QWidget *parent = nullptr);

signals:
    void chosen(const master::Template &made);

private:
    void fill();

    const Knowledge &m_knowledge;
};

} // namespace ui
