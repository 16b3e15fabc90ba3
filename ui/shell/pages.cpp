// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pages.h"

#include "core/base/displaytext.h"
#include "core/model/changes.h"
#include "ui/pages/accesspage.h"
#include "ui/pages/aliasespage.h"
#include "ui/pages/authenticationpage.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/filespage.h"
#include "ui/pages/filterspage.h"
#include "ui/pages/formpage.h"
#include "ui/pages/parameterspage.h"
#include "ui/pages/routingpage.h"
#include "ui/pages/servicespage.h"
#include "ui/pages/submissionpage.h"
#include "ui/pages/tablespage.h"
#include "ui/pages/tlspage.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/shell/badges.h"
#include "ui/tables/meanings.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

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

/// The parameter that is set there; empty where none is.
QByteArray parameterAt(const PageContext &context, const model::Place &place)
{
    const syntax::MainCf &file = context.session.snapshot().mainCf();
    const syntax::Setting *setting = file.settingAt(place.range.begin);
    return setting && setting->enabled ? file.nameOf(*setting).toByteArray() : QByteArray();
}

bool revealParameter(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (place.file != model::FileId::MainCf)
        return false;
    const QByteArray name = parameterAt(context, place);
    if (page && !name.isEmpty())
        static_cast<ParametersPage *>(page)->showParameter(name);
    return !name.isEmpty();
}

Page::Badge problemsInAliases(const PageContext &context)
{
    const QList<model::FileId> files = AliasesPage::files(context);
    QList<Finding> found;
    for (const Finding &finding : context.findings.all()) {
        if (finding.place && files.contains(finding.place->file))
            found.append(finding);
    }
    return problemBadge(found);
}

/// A row of a table of aliases.
bool revealAlias(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (!AliasesPage::has(context, place))
        return false;
    if (page)
        static_cast<AliasesPage *>(page)->showPlace(place);
    return true;
}

template<std::span<const FormGroup> (*groups)()>
bool revealField(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (place.file != model::FileId::MainCf || !hasField(groups(), parameterAt(context, place)))
        return false;
    if (page)
        static_cast<FormPage *>(page)->showParameter(parameterAt(context, place));
    return true;
}

/// A list of access rules, a class of steps, or a value that goes with them.
bool revealRule(QWidget *page, const PageContext &context, const model::Place &place)
{
    if (place.file != model::FileId::MainCf)
        return false;
    const QByteArray name = parameterAt(context, place);
    const effective::Values *values = context.knowledge.values();
    const bool isClass = values && values->kindOf(name) == effective::NameKind::RestrictionClass;
    if (!isClass && !hasField(accessGroups(), name))
        return false;
    if (page)
        static_cast<AccessPage *>(page)->showParameter(name);
    return true;
}

QList<tables::UsedTable> usedTables(const PageContext &context)
{
    const effective::Values *values = context.knowledge.values();
    const catalog::Reference *reference = context.knowledge.reference();
    return values && reference ? tables::usedTables(*values, *reference) : QList<tables::UsedTable>();
}

/// A row of a table that the configuration names.
bool revealRow(QWidget *page, const PageContext &context, const model::Place &place)
{
    const bool hasRows = context.session.snapshot().contains(place.file)
        && context.session.snapshot().file(place.file).table();
    const auto isThere = [&](const tables::UsedTable &table) { return table.table.file == place.file; };
    if (!hasRows || !std::ranges::any_of(usedTables(context), isThere))
        return false;
    if (page)
        static_cast<TablesPage *>(page)->showPlace(place);
    return true;
}

QList<Page::Entry> tableEntries(const PageContext &context)
{
    QList<Page::Entry> entries;
    for (const tables::UsedTable &table : usedTables(context)) {
        entries.append(Page::Entry{.title = context.session.shownText(table.table.name()),
                                   .detail = meaningTitle(table),
                                   .kind = QCoreApplication::translate("pages", "Table"),
                                   .id = table.table.name()});
    }
    return entries;
}

/// What is found in the rows of tables.
Page::Badge problemsInTables(const PageContext &context)
{
    const model::Snapshot &snapshot = context.session.snapshot();
    QList<Finding> found;
    for (const Finding &finding : context.findings.all()) {
        if (finding.place && snapshot.contains(finding.place->file)
            && snapshot.file(finding.place->file).table())
            found.append(finding);
    }
    return problemBadge(found);
}

const Page &pageOf(std::string_view id)
{
    return *std::ranges::find_if(pages(), [&](const Page &page) { return page.id == id; });
}

/// A page of fields in the table.
template<const char *id, std::span<const FormGroup> (*groups)()>
QWidget *newFormPage(PageContext &context, QWidget *parent)
{
    const Page &page = pageOf(id);
    return new FormPage(context, QCoreApplication::translate("pages", page.title),
                        QCoreApplication::translate("pages", page.purpose), groups(), parent);
}

/// The same with more on it than fields.
template<const char *id, typename Widget>
QWidget *newPageOf(PageContext &context, QWidget *parent)
{
    const Page &page = pageOf(id);
    return new Widget(context, QCoreApplication::translate("pages", page.title),
                      QCoreApplication::translate("pages", page.purpose), parent);
}

template<std::span<const FormGroup> (*groups)()>
Page::Badge problemsOf(const PageContext &context)
{
    return problemBadge(problemsAt(context, groups()));
}

constexpr char identityId[] = "identity";
constexpr char tlsId[] = "tls";
constexpr char authenticationId[] = "authentication";
constexpr char routingId[] = "routing";
constexpr char filtersId[] = "filters";
constexpr char tablesId[] = "tables";

} // namespace

std::span<const Page> pages()
{
    static constexpr Page table[] = {
        {identityId, QT_TRANSLATE_NOOP("pages", "Identity"), "at-sign", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages", "What this server is called, which mail is its own and whom it trusts."),
         newFormPage<identityId, identityGroups>, nullptr, problemsOf<identityGroups>,
         revealField<identityGroups>},
        {"submission", QT_TRANSLATE_NOOP("pages", "Submission"), "mail", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages", "How mail programs and other servers hand mail to this server."),
         [](PageContext &context, QWidget *parent) -> QWidget * {
             return new SubmissionPage(context, parent);
         }},
        {tlsId, QT_TRANSLATE_NOOP("pages", "TLS"), "lock", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages", "How mail is encrypted on its way in and out."),
         newPageOf<tlsId, TlsPage>, nullptr, problemsOf<tlsGroups>, revealField<tlsGroups>},
        {authenticationId, QT_TRANSLATE_NOOP("pages", "Authentication"), "key",
         QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages",
                           "Who has to log in to send mail, how the login is checked, and how this server "
                           "logs in elsewhere."),
         newPageOf<authenticationId, AuthenticationPage>, nullptr, problemsOf<authenticationGroups>,
         revealField<authenticationGroups>},
        {"aliases", QT_TRANSLATE_NOOP("pages", "Aliases"), "users", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages", "Which names and addresses stand for others, and who gets their mail."),
         [](PageContext &context, QWidget *parent) -> QWidget * { return new AliasesPage(context, parent); },
         nullptr, problemsInAliases, revealAlias},
        {routingId, QT_TRANSLATE_NOOP("pages", "Routing"), "route", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP(
             "pages", "Where mail goes: relay hosts, transports, virtual domains and rewritten addresses."),
         newPageOf<routingId, RoutingPage>, nullptr, problemsOf<routingGroups>, revealField<routingGroups>},
        {"access", QT_TRANSLATE_NOOP("pages", "Access rules"), "shield-check",
         QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages", "Which mail is refused, at which moment of the session, and why."),
         [](PageContext &context, QWidget *parent) -> QWidget * { return new AccessPage(context, parent); },
         nullptr, problemsOf<accessGroups>, revealRule},
        {filtersId, QT_TRANSLATE_NOOP("pages", "Filters"), "funnel", QT_TRANSLATE_NOOP("pages", "Set up"),
         QT_TRANSLATE_NOOP("pages",
                           "Programs and rules that look at mail before it is accepted or delivered."),
         newPageOf<filtersId, FiltersPage>, nullptr, problemsOf<filtersGroups>, revealField<filtersGroups>},
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
        {tablesId, QT_TRANSLATE_NOOP("pages", "Tables"), "table", QT_TRANSLATE_NOOP("pages", "Everything"),
         QT_TRANSLATE_NOOP(
             "pages", "Every lookup table that this configuration names, its rows, and what they are for."),
         newPageOf<tablesId, TablesPage>, nullptr, problemsInTables, revealRow, tableEntries,
         [](QWidget *page, const QByteArray &id) { static_cast<TablesPage *>(page)->showTable(id); }},
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
