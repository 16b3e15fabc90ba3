// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/badges.h"

#include "ui/session/editsession.h"
#include "ui/session/findings.h"

#include <QCoreApplication>

namespace ui {

Page::Badge problemsIn(const PageContext &context, model::FileId file)
{
    return problemBadge(context.findings.countIn(file));
}

Page::Badge problemBadge(qsizetype count)
{
    return {count, QCoreApplication::translate("badges", "%n problem(s)", nullptr, static_cast<int>(count))};
}

Page::Badge unsavedFiles(const PageContext &context)
{
    const auto count = static_cast<int>(context.session.changedFiles().size());
    return {count, QCoreApplication::translate("badges", "%n file(s) with unsaved changes", nullptr, count)};
}

} // namespace ui
