// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "core/lint/rule.h"

#include <QString>

namespace cli {

/// How much of the check is left to an installed Postfix.
enum class PostfixUse : quint8 { Auto, Never, Require };

enum class Format : quint8 { Text, Json, Sarif };

/// What a call of `check` asks for.
struct CheckCall
{
    Invocation invocation;
    QString folder;
    QString profile;
    PostfixUse postfix = PostfixUse::Auto;
    lint::Severity failOn = lint::Severity::Error;
    Format format = Format::Text;
    bool showsIgnored = false;
    bool explains = false;
    QByteArray explained = {}; ///< a rule; empty: the list of all
    bool fixes = false;
    QByteArrayList fixedRules = {}; ///< empty: all
    bool isDryRun = false;
};

QByteArray checkUsage();

/// Nothing when the call makes no sense; what is wrong was said then.
std::optional<CheckCall> checkCallFrom(const Invocation &invocation);

} // namespace cli
