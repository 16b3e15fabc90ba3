// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/defaults.h"

namespace effective {

namespace {

const QByteArray defaultDomain = QByteArrayLiteral("localdomain");

/// Defaults that the postconf program makes up for itself.
QByteArray programDefault(QByteArrayView name)
{
    return name == "process_name" ? QByteArrayLiteral("postconf") : QByteArray();
}

} // namespace

ServiceMadeDefaults serviceMadeDefaults(const QList<Service> &services, const Target &target)
{
    ServiceMadeDefaults defaults;
    for (const Service &service : services) {
        for (const catalog::ServiceParameter &parameter : target.catalog->serviceParameters()) {
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
    const catalog::Parameter *parameter = target.catalog->find(name);
    if (!parameter || !parameter->isKnownTo(target.version))
        return std::nullopt;
    Definition definition{.text = {}, .source = Source::Default, .isRaw = parameter->isRaw};
    const auto known = target.hostDefaults.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (name == "myhostname")
        definition.made = Definition::Made::HostName;
    else if (name == "mydomain")
        definition.made = Definition::Made::DomainName;
    else if (known != target.hostDefaults.cend())
        definition.text = *known;
    else if (const QByteArrayView text = parameter->defaultFor(target.version); !text.isEmpty())
        definition.text = text.toByteArray();
    else
        definition.text = programDefault(name);
    return definition;
}

QByteArray hostNameFor(const Target &target, const QByteArray &mydomain)
{
    if (target.hostName.contains('.'))
        return target.hostName;
    return target.hostName + '.' + (mydomain.isEmpty() ? defaultDomain : mydomain);
}

QByteArray domainNameFor(const QByteArray &myhostname)
{
    const qsizetype dot = myhostname.indexOf('.');
    return dot < 0 ? defaultDomain : myhostname.sliced(dot + 1);
}

syntax::ExpansionRules expansionRules(const catalog::Version &version)
{
    using Grammar = syntax::ExpansionRules::Grammar;
    constexpr catalog::Version relations{3, 0, 0};
    constexpr catalog::Version levels{3, 6, 0};
    syntax::ExpansionRules rules;
    rules.grammar = version < relations ? Grammar::Names
        : version < levels              ? Grammar::Relations
                                        : Grammar::Levels;
    return rules;
}

} // namespace effective
