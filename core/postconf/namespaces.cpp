// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/namespaces.h"

#include "core/postconf/masterentry.h"
#include "core/syntax/expansion.h"
#include "core/syntax/listvalue.h"
#include "core/syntax/logicallines.h"

#include <algorithm>

namespace postconf {

namespace {

using syntax::StrayLine;

constexpr qsizetype noService = -1;
constexpr int maxClientDepth = 20;

QByteArray firstLineOf(QByteArrayView text, const StrayLine &stray)
{
    return syntax::joinedPieces(text, syntax::valuePieces(text, stray.range));
}

/// readllines() in src/util/readlline.c quotes at most this much.
QByteArray orphanWarning(const QByteArray &file, QByteArrayView lines)
{
    constexpr qsizetype shown = 30;
    const QByteArray text = lines.toByteArray().replace('\n', "");
    return file + ": logical line must not start with whitespace: \""
        + text.first(std::min(shown, text.size())) + (text.size() > shown ? "...\"" : "\"");
}

} // namespace

Namespaces::Namespaces(const Configuration &configuration) : m_configuration(configuration)
{
    readMainCf();
    if (m_fatal.isEmpty())
        readMasterCf();
    if (!m_fatal.isEmpty())
        return;
    registerBuiltIn();
    registerServiceNames();
    for (qsizetype i = 0; i < m_overrides.size() && m_fatal.isEmpty(); ++i)
        scanSettings(m_overrides[i], i);
    if (m_fatal.isEmpty())
        scanDefaults();
    if (m_fatal.isEmpty())
        scanSettings(m_main, noService);
}

void Namespaces::readMainCf()
{
    const syntax::MainCf &mainCf = m_configuration.mainCf;
    qsizetype stray = 0;
    const auto readStraysBefore = [&](qsizetype offset) {
        for (; stray < mainCf.strays().size() && mainCf.strays()[stray].range.begin < offset; ++stray) {
            const StrayLine &line = mainCf.strays()[stray];
            if (line.kind == StrayLine::Kind::Orphan) {
                m_warnings.append(orphanWarning(file("main.cf"), line.range.in(mainCf.text())));
                continue;
            }
            const char *what = line.kind == StrayLine::Kind::MissingName ? "missing attribute name"
                                                                         : "missing '=' after attribute name";
            m_fatal = file("main.cf") + ", line " + QByteArray::number(line.line + 1) + ": " + what + ": \""
                + firstLineOf(mainCf.text(), line) + '"';
            return;
        }
    };
    if (m_configuration.isDirectoryGiven)
        m_main.insert("config_directory", m_configuration.directory);
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (!setting.enabled)
            continue;
        readStraysBefore(setting.name.begin);
        if (!m_fatal.isEmpty())
            return;
        const QByteArray name = mainCf.nameOf(setting).toByteArray();
        const QByteArray value = mainCf.valueOf(setting);
        const auto earlier = m_main.constFind(name);
        if (earlier != m_main.cend() && *earlier != value)
            m_warnings.append(file("main.cf") + ", line " + QByteArray::number(setting.line + 1)
                              + ": overriding earlier entry: " + name + '=' + *earlier);
        m_main.insert(name, value);
    }
    readStraysBefore(mainCf.text().size() + 1);
}

void Namespaces::readMasterCf()
{
    if (!m_configuration.hasMasterCf) {
        m_warnings.append("open " + file("master.cf") + ": No such file or directory");
        return;
    }
    const syntax::MasterCf &masterCf = m_configuration.masterCf;
    qsizetype end = masterCf.text().size() + 1; // where postconf stops reading
    for (const StrayLine &line : masterCf.strays()) {
        if (line.kind == StrayLine::Kind::Orphan) {
            m_warnings.append(orphanWarning(file("master.cf"), line.range.in(masterCf.text())));
        } else {
            m_fatal = "file " + file("master.cf") + ": line " + QByteArray::number(line.line + 1)
                + ": bad field count";
            end = line.range.begin;
            break;
        }
    }
    for (qsizetype i = 0; i < masterCf.services().size(); ++i) {
        const syntax::Service &service = masterCf.services()[i];
        if (!service.enabled || service.whole.begin > end)
            continue;
        if (const QByteArray problem = fieldProblem(masterCf, service); !problem.isEmpty()) {
            m_fatal = problem;
            return;
        }
        m_services.append(i);
        m_arguments.append(masterCf.normalizedArguments(service));
        m_overrides.append(overridesIn(m_arguments.last()));
        m_knownInService.append(QSet<QByteArray>());
    }
}

void Namespaces::registerBuiltIn()
{
    for (const catalog::Parameter &parameter : m_configuration.catalog.parameters()) {
        if (!parameter.isKnownTo(m_configuration.target))
            continue;
        m_known.insert(parameter.name.toByteArray());
        if (parameter.isRaw)
            m_raw.insert(parameter.name.toByteArray());
    }
}

void Namespaces::registerServiceNames()
{
    for (const qsizetype index : m_services) {
        const syntax::Service &service = m_configuration.masterCf.services()[index];
        const QByteArrayView command =
            m_configuration.masterCf.fieldOf(service, syntax::ServiceField::Command);
        const QByteArrayView name = m_configuration.masterCf.fieldOf(service, syntax::ServiceField::Name);
        for (const catalog::ServiceParameter &parameter : m_configuration.catalog.serviceParameters()) {
            if (parameter.since <= m_configuration.target && parameter.programs.contains(command))
                m_known.insert(name.toByteArray() + parameter.suffix.toByteArray());
        }
    }
}

void Namespaces::scanDefaults()
{
    for (const catalog::Parameter &parameter : m_configuration.catalog.parameters()) {
        if (parameter.isRaw || !parameter.isKnownTo(m_configuration.target)
            || m_main.contains(QByteArray::fromRawData(parameter.name.data(), parameter.name.size())))
            continue;
        const QByteArrayView value = parameter.defaultFor(m_configuration.target);
        if (value.contains('$'))
            scanValue(value.toByteArray(), noService, Purpose::Possibility);
    }
}

void Namespaces::scanSettings(const Settings &settings, qsizetype service)
{
    registerClasses(settings, service);
    for (auto it = settings.cbegin(); it != settings.cend() && m_fatal.isEmpty(); ++it) {
        if (service != noService && m_classes.contains(it.key()))
            m_knownInService[service].insert(it.key());
        if (m_raw.contains(it.key()))
            continue;
        scanValue(*it, service, Purpose::Reference);
        registerClients(*it, service);
    }
}

void Namespaces::scanValue(const QByteArray &value, qsizetype service, Purpose purpose)
{
    const auto errors =
        syntax::scanNames(value, [&](QByteArrayView name) { flag(name.toByteArray(), service, purpose); });
    if (errors.isEmpty())
        return;
    m_warnings.append(errors.first().warning);
    m_fatal = "macro processing error";
}

// The classes are names of parameters whose values are restriction lists.
void Namespaces::registerClasses(const Settings &settings, qsizetype service)
{
    const auto value = settings.constFind("smtpd_restriction_classes");
    if (value == settings.cend())
        return;
    const auto list = syntax::expanded(*value, [&](QByteArrayView name) {
                          return lookup(name, service);
                      }).value_or(QByteArray());
    for (const syntax::ListItem &item : syntax::listItems(list, {{0, list.size()}})) {
        const QByteArray name = item.range.in(list).toByteArray();
        if (service == noService)
            m_classes.insert(name);
        flag(name, service, Purpose::Reference);
    }
}

// Old style database clients keep their settings in main.cf, with the name of the table in front.
void Namespaces::registerClients(const QByteArray &value, qsizetype service)
{
    if (!value.contains(':'))
        return;
    const auto text =
        syntax::expanded(value, [&](QByteArrayView name) { return lookup(name, service); }).value_or(value);
    registerClientNames(text, service, 0);
}

void Namespaces::registerClientNames(const QByteArray &value, qsizetype service, int depth)
{
    for (const syntax::ListItem &item : syntax::listItems(value, {{0, value.size()}})) {
        QByteArray word = item.range.in(value).toByteArray();
        if (item.isGroup) {
            if (depth < maxClientDepth && word.size() > 2)
                registerClientNames(word.sliced(1, word.size() - 2), service, depth + 1);
            continue;
        }
        while (word.startsWith("proxy:"))
            word = word.sliced(6);
        const qsizetype colon = word.indexOf(':');
        if (colon <= 0 || colon + 1 == word.size())
            continue;
        const QByteArray type = word.first(colon);
        const QByteArray name = word.sliced(colon + 1);
        const QList<QByteArrayView> keys = m_configuration.catalog.tableClientKeys(type);
        if (keys.isEmpty())
            continue;
        if (name.startsWith('/')) {
            readClientFile(type, name);
        } else if (!name.startsWith('.')) {
            for (const QByteArrayView key : keys)
                flag(name + '_' + key.toByteArray(), service, Purpose::Possibility);
        }
    }
}

void Namespaces::readClientFile(QByteArrayView type, const QByteArray &path)
{
    const QByteArray key = type.toByteArray() + ':' + path;
    if (m_clientFiles.contains(key) || !m_configuration.readClientFile)
        return;
    m_clientFiles.insert(key);
    const base::Result<QByteArray> content = m_configuration.readClientFile(path);
    if (content)
        return;
    using Code = base::Error::Code;
    const Code code = content.error().code;
    if (code == Code::NotPermitted) // it may hold a password that is none of ours
        return;
    const QByteArray reason = code == Code::NotAFile ? QByteArrayLiteral("not a regular file")
                                                     : content.error().detail.toLocal8Bit();
    m_warnings.append("open \"" + type.toByteArray() + "\" configuration \"" + path + "\": " + reason);
}

// pcf_flag_user_parameter() in src/postconf/postconf_user.c: a name counts as used where it has a value.
void Namespaces::flag(const QByteArray &name, qsizetype service, Purpose purpose)
{
    bool isSet = false;
    if (service != noService && m_overrides[service].contains(name)) {
        isSet = true;
        m_knownInService[service].insert(name);
    } else if (m_main.contains(name)) {
        isSet = true;
        m_known.insert(name);
    }
    if (service == noService) {
        for (qsizetype i = 0; i < m_overrides.size(); ++i) {
            if (m_overrides[i].contains(name)) {
                isSet = true;
                m_knownInService[i].insert(name);
            }
        }
    }
    if (!isSet && purpose == Purpose::Reference && !m_known.contains(name))
        m_warnings.append(file(service == noService ? "main.cf" : "master.cf")
                          + ": undefined parameter: " + name);
}

std::optional<QByteArray> Namespaces::lookup(QByteArrayView name, qsizetype service) const
{
    const QByteArray key = name.toByteArray();
    if (service != noService && m_overrides[service].contains(key))
        return m_overrides[service].value(key);
    if (const auto found = m_main.constFind(key); found != m_main.cend())
        return *found;
    if (key == "config_directory")
        return m_configuration.directory;
    if (const catalog::Parameter *parameter = m_configuration.catalog.find(name);
        parameter && parameter->isKnownTo(m_configuration.target))
        return parameter->defaultFor(m_configuration.target).toByteArray();
    return std::nullopt;
}

QByteArrayList Namespaces::unusedSettings() const
{
    QByteArrayList warnings;
    for (auto it = m_main.cbegin(); it != m_main.cend(); ++it) {
        if (!m_known.contains(it.key()))
            warnings.append(file("main.cf") + ": unused parameter: " + it.key() + '=' + *it);
    }
    return warnings;
}

QByteArrayList Namespaces::unusedOverrides() const
{
    QByteArrayList warnings;
    for (qsizetype i = 0; i < m_overrides.size(); ++i) {
        for (auto it = m_overrides[i].cbegin(); it != m_overrides[i].cend(); ++it) {
            if (!m_known.contains(it.key()) && !m_knownInService[i].contains(it.key()))
                warnings.append(file("master.cf") + ": unused parameter: " + it.key() + '=' + *it);
        }
    }
    return warnings;
}

} // namespace postconf
