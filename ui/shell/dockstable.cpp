// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/lookup/lookuptester.h"
#include "ui/preview/livepreview.h"
#include "ui/problems/problemspanel.h"
#include "ui/shell/docks.h"
#include "ui/usages/usagespanel.h"

namespace ui {

std::span<const Dock> docks()
{
    static constexpr Dock table[] = {
        {"preview", QT_TRANSLATE_NOOP("docks", "Live preview"), "panel-right", "Ctrl+Shift+P",
         Qt::RightDockWidgetArea, 420, true,
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new LivePreview(context.session, context.knowledge, parent);
         }},
        {"problems", QT_TRANSLATE_NOOP("docks", "Problems"), "panel-bottom", "Ctrl+Shift+M",
         Qt::BottomDockWidgetArea, 200, false,
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new ProblemsPanel(context.session, context.findings, context.checker, context.ignoring,
                                      context.settings, parent);
         }},
        {"usages", QT_TRANSLATE_NOOP("docks", "Usages"), "list", "Ctrl+Shift+U", Qt::BottomDockWidgetArea,
         150, false,
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new UsagesPanel(context.language, parent);
         },
         false},
        {"lookup", QT_TRANSLATE_NOOP("docks", "Lookup tester"), "search", "Ctrl+Shift+L",
         Qt::BottomDockWidgetArea, 240, false,
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new LookupTester(context.language, context.knowledge, parent);
         },
         false},
    };
    return table;
}

} // namespace ui
