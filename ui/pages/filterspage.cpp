// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/filterspage.h"

#include "core/base/displaytext.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/filterforms.h"
#include "ui/pages/postscreencard.h"
#include "ui/pages/tablechoices.h"
#include "ui/session/knowledge.h"
#include "ui/tables/checkshapes.h"

namespace ui {

FiltersPage::FiltersPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent)
    : FormPage(context, title, purpose, filtersGroups(), parent)
{
    FormSection *milters = view()->section("smtpd_milters");
    milters->addOnTop(newMilterOrder(context));
    milters->addWidget(newMilterForm(context));
    view()->section("content_filter")->addWidget(newContentFilterForm(context));
    view()->section("smtpd_policy_service_timeout")->addWidget(newPolicyForm(context));
    view()->section("postscreen_dnsbl_sites")->addWidget(newDnsListForm(context));
    addChecks(context);
    // In front of what postscreen is told.
    view()->addWidget(new PostscreenCard(context));
    bool isBehind = false;
    for (const FormGroup &group : filtersGroups()) {
        const char *first = group.fields.front().parameter;
        isBehind = isBehind || QByteArrayView(first) == "postscreen_dnsbl_sites";
        if (isBehind)
            view()->addWidget(view()->section(first));
    }
}

void FiltersPage::addChecks(PageContext &context)
{
    for (const shapes::Check &check : shapes::checks()) {
        auto *rows = new TableRows(context.session, context.knowledge, *check.shape);
        const auto fill = [rows, &context, format = check.format] {
            rows->setChoices(1, actionsOf(context.knowledge, format));
        };
        connect(&context.knowledge, &Knowledge::targetChanged, rows, fill);
        fill();
        view()->section(check.shape->parameter)->addWidget(rows);
    }
}

} // namespace ui
