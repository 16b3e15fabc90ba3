// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/linter.h"
#include "core/lint/registry.h"
#include "core/tools/postfixchecks.h"

namespace check {

/// Who noticed it.
enum class Origin : quint8 { Lint, Postconf, PostfixCheck, Files };

/// The admin knows of it; see suppression.h.
struct Ignored
{
    QString reason = {};
    std::optional<model::Place> comment = {}; ///< the line that says it; none: the project file says it
};

/// One thing to look at, whoever noticed it.
struct Problem
{
    lint::Severity severity = lint::Severity::Warning;
    bool isAdvice = false; ///< nothing that is written is wrong
    Origin origin = Origin::Lint;
    QString rule = {}; ///< of the lint; empty for messages of Postfix and facts about files
    QString message = {}; ///< whole sentences; Postfix's own are in English
    std::optional<model::Place> place = {}; ///< none when it is in no open file
    QString file = {}; ///< the file's name as shown, open or not
    QList<lint::Fix> fixes = {};
    QList<model::Place> related = {};
    std::optional<Ignored> ignored = {};
};

using Problems = QList<Problem>;

/// What the program finds by itself: the lint, and files that can't be read.
Problems ownProblems(const model::Snapshot &snapshot);
/// The same with the rules that need to know the server.
Problems ownProblems(const model::Snapshot &snapshot, const lint::Target &target, lint::Profile profile);
/// The same with what the linter knows of the state before.
Problems ownProblems(const model::Snapshot &snapshot, lint::Linter &linter,
                     const lint::Context::IsCancelled &isCancelled = {});

/// What Postfix's programs said about the snapshot.
Problems postfixProblems(const model::Snapshot &snapshot, const tools::CheckReport &report);

/// Both, what Postfix says about something that the lint explains already left out; worst first, then by
/// place.
Problems together(const Problems &own, const Problems &postfix);

} // namespace check
