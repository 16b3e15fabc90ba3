// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace tools {
class Runner;
}

namespace ui {

class Checker;
class Knowledge;

/// Tells Knowledge what the Postfix of this machine says once there is known to be one: its version, its
/// defaults, its manual. All of that is asked beside the window.
class LocalPostfix : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    LocalPostfix(Checker &checker, tools::Runner &runner, Knowledge &knowledge, QObject *parent = nullptr);

private:
    void ask();

    Checker &m_checker;
    tools::Runner &m_runner;
    Knowledge &m_knowledge;
};

} // namespace ui
