// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/role.h"

#include "core/lint/listeners.h"
#include "core/lint/rule.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

struct NamedRole
{
    Role role;
    const char *name;
};

constexpr std::array namedRoles{
    NamedRole{Role::NullClient, "null-client"}, NamedRole{Role::Satellite, "satellite"},
    NamedRole{Role::InternetMx, "internet-mx"}, NamedRole{Role::BackupMx, "backup-mx"},
    NamedRole{Role::Submission, "submission"},  NamedRole{Role::Gateway, "gateway"}};

bool isEmpty(const Context &context, const char *name)
{
    return context.traced(name).words().isEmpty();
}

/// Mailboxes for more than `own`, the names of the machine itself.
bool hasMailboxes(const Context &context, const QSet<QByteArray> &own)
{
    const QList<Word> words = context.traced("mydestination").words();
    return std::any_of(words.begin(), words.end(),
                       [&](const Word &word) {
                           const QByteArray name = word.text.toLower();
                           return name != "localhost" && !name.startsWith("localhost.")
                               && !own.contains(name);
                       })
        || !isEmpty(context, "virtual_mailbox_domains")
        || (context.isAssigned("virtual_alias_domains") && !isEmpty(context, "virtual_alias_domains"));
}

/// Domains whose mail goes elsewhere.
bool hasRelayDomains(const Context &context)
{
    const Assignment *assigned = context.assignment("relay_domains");
    return assigned && assigned->definition.text.trimmed() != "$mydestination"
        && !isEmpty(context, "relay_domains");
}

bool isPublicPostscreen(const Context &context, const effective::Service &service)
{
    const QByteArray interfaces = context.value("inet_interfaces");
    return service.program == "postscreen" && service.type == "inet" && interfaces != "loopback-only"
        && interfaces != "localhost";
}

bool takesMailFromAnybody(const Context &context)
{
    return std::any_of(context.listeners().begin(), context.listeners().end(),
                       [&](const Listener &one) { return isMailExchanger(one) && context.isPublic(one); })
        || std::any_of(context.services().begin(), context.services().end(),
                       [&](const effective::Service &one) { return isPublicPostscreen(context, one); });
}

} // namespace

Roles playedRoles(const Context &context)
{
    Roles roles;
    if (std::any_of(context.listeners().begin(), context.listeners().end(), isSubmission))
        roles |= Role::Submission;
    if (!takesMailFromAnybody(context)) {
        if (!isEmpty(context, "relayhost"))
            roles |= hasMailboxes(context, {}) ? Role::Satellite : Role::NullClient;
        return roles;
    }
    if (hasRelayDomains(context))
        roles |= context.isAssigned("transport_maps") || context.isAssigned("relay_transport")
            ? Role::Gateway
            : Role::BackupMx;
    if (!hasRelayDomains(context) || hasMailboxes(context, {context.value("myhostname").toLower()}))
        roles |= Role::InternetMx;
    return roles;
}

Roles rolesOf(const Context &context)
{
    return context.target().roles.value_or(playedRoles(context));
}

QByteArrayList roleNames(Roles roles)
{
    QByteArrayList names;
    for (const NamedRole &one : namedRoles) {
        if (roles.testFlag(one.role))
            names.append(one.name);
    }
    return names;
}

std::optional<Roles> rolesCalled(const QByteArrayList &names)
{
    Roles roles;
    for (const QByteArray &name : names) {
        const auto *const found = std::find_if(namedRoles.begin(), namedRoles.end(),
                                               [&](const NamedRole &one) { return name == one.name; });
        if (found == namedRoles.end())
            return std::nullopt;
        roles |= found->role;
    }
    return roles;
}

bool isMeantFor(const Rule &rule, Roles roles)
{
    constexpr Roles exchangers = Roles(Role::InternetMx) | Role::BackupMx | Role::Gateway;
    constexpr Roles withMailboxes = Roles(Role::InternetMx) | Role::Satellite | Role::Submission;
    static const QHash<QByteArray, Roles> meant{
        {"PF-TLS-001", exchangers}, // STARTTLS on port 25
        {"PF-TLS-021", Role::Submission}, // port 465
        {"PF-DELIV-009", exchangers}, // HELO
        {"PF-DELIV-010", exchangers}, // VRFY
        {"PF-MAP-020", withMailboxes}, // postmaster
    };
    const auto found = rule.isAdvice ? meant.constFind(rule.id) : meant.cend();
    return found == meant.cend() || !roles || (*found & roles);
}

} // namespace lint
