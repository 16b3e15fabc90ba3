// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"
#include "ui/pages/pagecontext.h"

#include <QMenu>

#include <optional>

namespace ui {

/// The Postfix version that the configuration is for: that of this machine, or one that is chosen here and
/// remembered.
class TargetMenu : public QMenu
{
    Q_OBJECT

public:
    /// `context` outlives it.
    explicit TargetMenu(const PageContext &context, QWidget *parent = nullptr);

private:
    void fill();
    void addChoice(const QString &text, const std::optional<catalog::Version> &version);

    PageContext m_context;
};

/// The version, and why it is that one, for the status line.
QString targetText(const PageContext &context);

} // namespace ui
