// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <array>

namespace ui {

/// Which findings are wanted.
struct ProblemFilter
{
    QString text = {}; ///< every word of it is in the message, the rule or the place
    std::array<bool, 3> isShown{true, true, true}; ///< by severity
    std::optional<Finding::Origin> origin = {};
    bool isIgnoredShown = false; ///< also what the admin does not want to be told of

    bool operator==(const ProblemFilter &) const = default;
};

enum class ProblemGrouping : quint8 { None, File, Kind, Severity };

/// By what they are sorted within their groups. As found: errors first, then by file and place.
struct ProblemOrder
{
    enum class By : quint8 { AsFound, Severity, Place, Kind };
    By by = By::AsFound;
    bool isDescending = false;

    bool operator==(const ProblemOrder &) const = default;
};

/// Findings that stand together.
struct ProblemGroup
{
    QString key; ///< the same as long as the group is the same
    QString title;
    Finding::Severity worst = Finding::Severity::Info;
    QList<qsizetype> rows = {}; ///< indexes into all findings
};

/// Without grouping, all of them are one group without a title. Groups come with the worst first, those of
/// files in the order of the files.
QList<ProblemGroup> problemGroups(const QList<Finding> &findings, const model::Snapshot &snapshot,
                                  const ProblemFilter &filter, ProblemGrouping grouping, ProblemOrder order);

/// What found it: the name of the rule, or of Postfix's program.
QString foundBy(const Finding &finding);
/// What all findings like this have in common; empty where nothing else is like it.
QString kindOf(const Finding &finding);

} // namespace ui
