// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/defaults.h"

namespace effective {

namespace {

/// mynetworks() in src/global/mynetworks.c writes a blank behind each network, the last one too.
QByteArray networksDefault(const Target &target, const QByteArrayList &values)
{
    const QByteArray networks = catalog::mynetworksOf(target.host,
                                                      {.mynetworksStyle = values.value(0),
                                                       .inetInterfaces = values.value(1),
                                                       .inetProtocols = values.value(2)});
    return networks.isEmpty() || networks.endsWith(' ') ? networks : networks + ' ';
}

} // namespace

ServiceMadeDefaults serviceMadeDefaults(const QList<Service> &services, const Target &target)
{
    ServiceMadeDefaults defaults;
    for (const Service &service : services) {
        for (const catalog::ServiceParameter &parameter : target.catalog.serviceParameters()) {
            if (parameter.since > target.version || !parameter.programs.contains(service.program))
                continue;
            const QByteArray name = service.name + parameter.suffix.toByteArray();
            if (!builtInDefault(name, target))
                defaults.insert(name, parameter.defaultValue.toByteArray());
        }
    }
    return defaults;
}

std::optional<Definition> builtInDefault(QByteArrayView name, const Target &target)
{
    const catalog::Parameter *parameter = target.catalog.find(name);
    if (!parameter || !parameter->isKnownTo(target.version))
        return std::nullopt;
    Definition definition{.text = {}, .source = Source::Default, .isRaw = parameter->isRaw};
    if (name == "myhostname")
        definition.made = Definition::Made::HostName;
    else if (name == "mydomain")
        definition.made = Definition::Made::DomainName;
    else if (name == "mynetworks")
        definition.made = Definition::Made::Networks;
    else
        definition.text = catalog::defaultFor(target.catalog, *parameter, target.version, target.host);
    return definition;
}

QByteArrayList madeFrom(Definition::Made made, const Target &target)
{
    switch (made) {
    case Definition::Made::HostName:
        return target.host.name.contains('.') ? QByteArrayList() : QByteArrayList{"mydomain"};
    case Definition::Made::DomainName:
        return {"myhostname"};
    case Definition::Made::Networks:
        return {"mynetworks_style", "inet_interfaces", "inet_protocols"};
    case Definition::Made::No:
        break;
    }
    return {};
}

QByteArray madeDefault(Definition::Made made, const Target &target, const QByteArrayList &values)
{
    switch (made) {
    case Definition::Made::HostName:
        return catalog::myhostnameOf(target.host, values.value(0));
    case Definition::Made::DomainName:
        return catalog::mydomainOf(values.value(0));
    case Definition::Made::Networks:
        return networksDefault(target, values);
    case Definition::Made::No:
        break;
    }
    return {};
}

syntax::ExpansionRules expansionRules(const catalog::Version &version)
{
    using Grammar = syntax::ExpansionRules::Grammar;
    constexpr catalog::Version relations{3, 0, 0};
    constexpr catalog::Version levels{3, 6, 0};
    constexpr catalog::Version functions{3, 11, 0};
    syntax::ExpansionRules rules;
    rules.grammar = version < relations ? Grammar::Names
        : version < levels              ? Grammar::Relations
        : version < functions           ? Grammar::Levels
                                        : Grammar::Functions;
    return rules;
}

} // namespace effective
