// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pages.h"

#include "core/model/changes.h"
#include "ui/pages/filespage.h"
#include "ui/pages/parameterspage.h"
#include "ui/pages/servicespage.h"
#include "ui/shell/badges.h"

namespace ui {

std::span<const Page> pages()
{
    static constexpr Page table[] = {
        {"services", QT_TRANSLATE_NOOP("pages", "Services"), "server",
         QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP("pages", "The programs that Postfix runs, and how: the lines of master.cf."),
         [](PageContext &context, QWidget *parent) -> QWidget * { return new ServicesPage(context, parent); },
         nullptr, [](const PageContext &context) { return problemsIn(context, model::FileId::MasterCf); }},
        {"parameters", QT_TRANSLATE_NOOP("pages", "Parameters"), "sliders-horizontal",
         QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP(
             "pages", "Every parameter of Postfix: what it is, where that comes from and what it means."),
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new ParametersPage(context, parent);
         },
         nullptr, [](const PageContext &context) { return problemsIn(context, model::FileId::MainCf); }},
        {"files", QT_TRANSLATE_NOOP("pages", "Files"), "files", QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP("pages",
                           "Every file of this configuration as it is, byte for byte, to read and to edit."),
         [](PageContext &context, QWidget *parent) -> QWidget * { return new FilesPage(context, parent); },
         [](QWidget *page, const model::Place &place) { static_cast<FilesPage *>(page)->showPlace(place); },
         unsavedFiles},
    };
    return table;
}

} // namespace ui
