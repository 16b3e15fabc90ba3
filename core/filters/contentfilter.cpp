// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/contentfilter.h"

#include "core/edits/parameteredits.h"
#include "core/master/adding.h"

#include <QCoreApplication>

#include <algorithm>

namespace filters {

using edits::Outcome;
using edits::Refusal;
using syntax::ServiceField;

namespace {

constexpr const char *parameter = "content_filter";

Outcome incomplete(const QByteArray &subject)
{
    return Refusal{Refusal::Reason::BadValue, subject,
                   QCoreApplication::translate(
                       "filters",
                       "Give a name, and a host with its port and the port for the way back; or a "
                       "user and a command.")};
}

/// The template that is called so by default, as this service.
std::optional<master::Template> templateNamed(const QList<master::Template> &templates, QByteArrayView known,
                                              const QByteArray &name)
{
    const auto found =
        std::ranges::find_if(templates, [&](const master::Template &one) { return one.spec.name == known; });
    if (found == templates.end())
        return std::nullopt;
    master::Template made = *found;
    made.spec.name = name;
    return made;
}

Outcome overSmtp(model::Draft &draft, const ContentFilter &filter, const QList<master::Template> &templates)
{
    const auto client = templateNamed(templates, "scan", filter.name);
    const auto listener = templateNamed(templates, "127.0.0.1:10025", "127.0.0.1:" + filter.returnPort);
    if (!client || !listener)
        return incomplete(filter.name);
    for (const master::Template &one : {*client, *listener}) {
        if (Outcome refused = master::addTemplate(draft, draft.masterCf().services().size(), one))
            return refused;
    }
    return edits::setParameter(draft, parameter,
                               filter.name + ":[" + filter.endpoint.host + "]:" + filter.endpoint.port);
}

Outcome byProgram(model::Draft &draft, const ContentFilter &filter, const QList<master::Template> &templates)
{
    auto program = templateNamed(templates, "spamassassin", filter.name);
    if (!program)
        return incomplete(filter.name);
    program->spec.arguments =
        master::specOf("x unix - n n - - pipe flags=Rq user=" + filter.user + " argv=" + filter.command)
            .arguments;
    if (Outcome refused = master::addTemplate(draft, draft.masterCf().services().size(), *program))
        return refused;
    bool isUsed = false;
    for (qsizetype i = 0; i < draft.masterCf().services().size(); ++i) {
        const syntax::MasterCf &file = draft.masterCf();
        const syntax::Service &service = file.services()[i];
        const QByteArrayView type = file.fieldOf(service, ServiceField::Type);
        const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
        const bool isLoopback =
            name.startsWith("127.") || name.startsWith("[::1]") || name.startsWith("localhost:");
        if (!service.enabled || file.programOf(service) != "smtpd" || (type != "inet" && type != "pass")
            || isLoopback)
            continue;
        if (Outcome refused = edits::setOverride(draft, i, parameter, filter.name + ":dummy"))
            return refused;
        isUsed = true;
    }
    return isUsed ? Outcome()
                  : Refusal{Refusal::Reason::NotThere, "smtpd",
                            QCoreApplication::translate(
                                "filters", "No smtpd takes mail from the network that could be filtered.")};
}

} // namespace

Outcome setUp(model::Draft &draft, const ContentFilter &filter, const catalog::Reference &reference,
              const catalog::Version &version)
{
    const bool isProgram = !filter.command.isEmpty();
    const bool isComplete = isProgram
        ? !filter.user.isEmpty()
        : !filter.endpoint.isSocket() && filter.endpoint.isComplete() && !filter.returnPort.isEmpty();
    if (filter.name.isEmpty() || !isComplete)
        return incomplete(filter.name);
    model::Draft trial = draft;
    const QList<master::Template> templates = master::templatesFor(reference, version);
    if (Outcome refused =
            isProgram ? byProgram(trial, filter, templates) : overSmtp(trial, filter, templates))
        return refused;
    draft = trial;
    return {};
}

} // namespace filters
