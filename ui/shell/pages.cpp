// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pages.h"

#include "core/model/changes.h"
#include "ui/pages/filespage.h"
#include "ui/pages/parameterspage.h"
#include "ui/pages/servicespage.h"
#include "ui/session/editsession.h"
#include "ui/shell/badges.h"

#include <algorithm>

namespace ui {

namespace {

bool revealService(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (place.file != model::FileId::MasterCf)
        return false;
    const QList<syntax::Service> &services = context.session.snapshot().masterCf().services();
    const auto found = std::find_if(services.begin(), services.end(), [&](const syntax::Service &service) {
        return service.whole.contains(place.range.begin);
    });
    if (found == services.end())
        return false;
    if (page)
        static_cast<ServicesPage *>(page)->showService(static_cast<int>(found - services.begin()));
    return true;
}

bool revealParameter(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (place.file != model::FileId::MainCf)
        return false;
    const syntax::MainCf &file = context.session.snapshot().mainCf();
    const auto found =
        std::find_if(file.settings().begin(), file.settings().end(), [&](const syntax::Setting &setting) {
            return setting.enabled && setting.whole.contains(place.range.begin);
        });
    if (found == file.settings().end())
        return false;
    if (page)
        static_cast<ParametersPage *>(page)->showParameter(file.nameOf(*found).toByteArray());
    return true;
}

} // namespace

std::span<const Page> pages()
{
    static constexpr Page table[] = {
        {"services", QT_TRANSLATE_NOOP("pages", "Services"), "server",
         QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP("pages", "The programs that Postfix runs, and how: the lines of master.cf."),
         [](PageContext &context, QWidget *parent) -> QWidget * { return new ServicesPage(context, parent); },
         nullptr, [](const PageContext &context) { return problemsIn(context, model::FileId::MasterCf); },
         revealService},
        {"parameters", QT_TRANSLATE_NOOP("pages", "Parameters"), "sliders-horizontal",
         QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP(
             "pages", "Every parameter of Postfix: what it is, where that comes from and what it means."),
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new ParametersPage(context, parent);
         },
         nullptr, [](const PageContext &context) { return problemsIn(context, model::FileId::MainCf); },
         revealParameter},
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
