// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/host.h"

#include "core/catalog/lines.h"

#include <array>

namespace catalog {

namespace {

constexpr QByteArrayView fallbackDomain("localdomain"); // DEF_MYDOMAIN in src/global/mail_params.h

struct Macro
{
    QByteArrayView name;
    const char *parameter;
};

// Those that `make makefiles` may set: INSTALL, "Overriding built-in parameter default settings".
constexpr std::array macros{
    Macro{"DEF_CACHE_DB_TYPE", "default_cache_db_type"},
    Macro{"DEF_COMMAND_DIR", "command_directory"},
    Macro{"DEF_CONFIG_DIR", "config_directory"},
    Macro{"DEF_DAEMON_DIR", "daemon_directory"},
    Macro{"DEF_DATA_DIR", "data_directory"},
    Macro{"DEF_DB_TYPE", "default_database_type"},
    Macro{"DEF_HTML_DIR", "html_directory"},
    Macro{"DEF_MAILQ_PATH", "mailq_path"},
    Macro{"DEF_MANPAGE_DIR", "manpage_directory"},
    Macro{"DEF_META_DIR", "meta_directory"},
    Macro{"DEF_NEWALIAS_PATH", "newaliases_path"},
    Macro{"DEF_QUEUE_DIR", "queue_directory"},
    Macro{"DEF_README_DIR", "readme_directory"},
    Macro{"DEF_SENDMAIL_PATH", "sendmail_path"},
    Macro{"DEF_SHLIB_DIR", "shlib_directory"},
};

/// What a build says in place of another version's code, when it says `told` in place of `codeThen`.
QByteArray carriedOver(const QByteArray &told, QByteArrayView codeThen, QByteArrayView codeNow)
{
    if (!codeThen.isEmpty() && told.startsWith(codeThen))
        return codeNow.toByteArray() + told.sliced(codeThen.size());
    return told;
}

QByteArray buildDefault(const Catalog &catalog, const Parameter &parameter, const Version &target,
                        const Host &host)
{
    QByteArray usual = catalog.buildDefault(parameter, target).toByteArray();
    const auto told = host.build.constFind(parameter.name.toByteArray());
    if (told == host.build.cend())
        return usual;
    if (!host.version || *told == catalog.buildDefault(parameter, *host.version))
        return host.version ? usual : *told;
    return carriedOver(*told, parameter.defaultFor(*host.version), parameter.defaultFor(target));
}

QByteArray hostDefault(const Parameter &parameter, const Host &host)
{
    if (parameter.name == "myhostname")
        return myhostnameOf(host);
    if (parameter.name == "mydomain")
        return mydomainOf(myhostnameOf(host));
    return mynetworksOf(host);
}

QByteArray versionDefault(const Catalog &catalog, const Parameter &parameter, const Version &target,
                          const Host &host)
{
    const bool isInstalled = host.version == target;
    const Release *release = catalog.release(target);
    const QByteArray day = release ? release->dateOf(target.patch).toByteArray() : QByteArray();
    if (parameter.name == "mail_release_date")
        return isInstalled && !host.releaseDate.isEmpty() ? host.releaseDate : day;
    if (isInstalled && !host.mailVersion.isEmpty())
        return host.mailVersion;
    if (release && release->isSnapshot && target.patch == 0)
        return QByteArray::number(target.major) + '.' + QByteArray::number(target.minor) + '-' + day;
    return target.toString().toLatin1();
}

QByteArray runtimeDefault(const Parameter &parameter, const Version &target, const Host &host)
{
    if (parameter.name == "process_name")
        return host.processName;
    if (parameter.name == "process_id")
        return QByteArray::number(host.processId);
    return parameter.defaultFor(target).toByteArray();
}

} // namespace

Host hostFromDefaults(const Catalog &catalog, const QByteArray &output)
{
    Host host;
    QHash<QByteArray, QByteArray> told;
    for (const QByteArrayView line : split(output, '\n')) {
        const qsizetype equals = line.indexOf(" =");
        if (equals <= 0)
            continue;
        const Parameter *parameter = catalog.find(line.first(equals));
        if (!parameter || !parameter->decidedBy)
            continue;
        const QByteArray value = line.sliced(std::min(equals + 3, line.size())).toByteArray();
        if (parameter->decidedBy == DefaultKind::Build)
            host.build.insert(parameter->name.toByteArray(), value);
        else
            told.insert(parameter->name.toByteArray(), value);
    }
    host.mailVersion = told.value("mail_version");
    host.version = Version::parse(host.mailVersion);
    if (!host.version)
        return Host();
    host.releaseDate = told.value("mail_release_date");
    host.name = told.value("myhostname", host.name);
    const QByteArray suffix = '.' + fallbackDomain.toByteArray();
    if (host.name.endsWith(suffix) && host.name.indexOf('.') == host.name.size() - suffix.size())
        host.name.chop(suffix.size());
    host.addresses.clear();
    host.toldNetworks = told.value("mynetworks");
    return host;
}

void takeBuildRecord(Host &host, const QByteArray &record)
{
    for (const Macro &macro : macros) {
        const QByteArray start = "-D" + macro.name.toByteArray() + "=\\\"";
        const qsizetype begin = record.indexOf(start);
        const qsizetype end = begin < 0 ? -1 : record.indexOf("\\\"", begin + start.size());
        if (end > 0)
            host.build.insert(macro.parameter,
                              record.sliced(begin + start.size(), end - begin - start.size()));
    }
}

QByteArray defaultFor(const Catalog &catalog, const Parameter &parameter, const Version &target,
                      const Host &host)
{
    switch (parameter.decidedBy.value_or(DefaultKind::Literal)) {
    case DefaultKind::Build:
        return buildDefault(catalog, parameter, target, host);
    case DefaultKind::Host:
        return hostDefault(parameter, host);
    case DefaultKind::Version:
        return versionDefault(catalog, parameter, target, host);
    case DefaultKind::Runtime:
        return runtimeDefault(parameter, target, host);
    case DefaultKind::Literal:
    case DefaultKind::Expression:
        break;
    }
    return parameter.defaultFor(target).toByteArray();
}

// pcf_check_myhostname() in src/postconf/postconf_builtin.c
QByteArray myhostnameOf(const Host &host, QByteArrayView mydomain)
{
    if (host.name.contains('.'))
        return host.name;
    return host.name + '.' + (mydomain.isEmpty() ? fallbackDomain : mydomain).toByteArray();
}

// pcf_check_mydomainname() in src/postconf/postconf_builtin.c
QByteArray mydomainOf(QByteArrayView myhostname)
{
    const qsizetype dot = myhostname.indexOf('.');
    return (dot < 0 ? fallbackDomain : myhostname.sliced(dot + 1)).toByteArray();
}

QByteArray mynetworksOf(const Host &host, const NetworkSettings &settings)
{
    return mynetworks(host.addresses, settings).value_or(host.toldNetworks);
}

} // namespace catalog
