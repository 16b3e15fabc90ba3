// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/badges.h"

#include "ui/problems/findingwords.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/severityicon.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

Page::Badge problemsIn(const PageContext &context, model::FileId file)
{
    const QList<Finding> &all = context.findings.all(); // the worst first
    const auto worst = std::find_if(all.begin(), all.end(), [file](const Finding &finding) {
        return finding.place && finding.place->file == file;
    });
    Page::Badge badge = problemBadge(context.findings.countIn(file));
    if (worst != all.end())
        badge.icon = severityIcon(worst->severity);
    return badge;
}

Page::Badge problemBadge(const QList<Finding> &found)
{
    Page::Badge badge = problemBadge(found.size());
    if (!found.isEmpty())
        badge.icon = severityIcon(found.first().severity);
    return badge;
}

Page::Badge problemBadge(qsizetype count)
{
    return {
        count, QCoreApplication::translate("badges", "%n problem(s)", nullptr, static_cast<int>(count)), {}};
}

Page::Badge unsavedFiles(const PageContext &context)
{
    const auto count = static_cast<int>(context.session.changedFiles().size());
    return {
        count, QCoreApplication::translate("badges", "%n file(s) with unsaved changes", nullptr, count), {}};
}

} // namespace ui
