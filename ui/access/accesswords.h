// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/arguments.h"
#include "core/restrictions/rules.h"

#include <QCoreApplication>
#include <QIcon>

namespace ui {

/// Access rules in plain words.
class AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::AccessWords)

public:
    /// "Who connects"
    static QString title(const restrictions::List &list);
    /// When its steps are asked, in one sentence.
    static QString moment(const restrictions::List &list, bool isDelayed);
    /// What a step does, in one sentence.
    static QString sentence(const restrictions::Step &step);
    static QString verdict(restrictions::Verdict verdict);
    static QIcon verdictIcon(restrictions::Verdict verdict);
    static QString note(const restrictions::Note &note);
    static QIcon noteIcon(const restrictions::Note &note);
    static QString problem(restrictions::ArgumentProblem problem);
    /// What to write as the argument, as an example.
    static QString example(const catalog::Restriction &restriction);
    /// What the argument is called.
    static QString argumentName(catalog::Argument argument);
};

} // namespace ui
