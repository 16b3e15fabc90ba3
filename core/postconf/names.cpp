// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/names.h"

#include "core/postconf/clientnames.h"
#include "core/postconf/deprecations.h"
#include "core/postconf/logicallines.h"
#include "core/postconf/nameval.h"
#include "core/syntax/expansion.h"

namespace postconf {

namespace {

constexpr qsizetype noEntry = -1;

QByteArray systemMessage(const base::Error &error)
{
    return error.detail.toLocal8Bit();
}

/// What of the expansion's rules depends on the version.
syntax::ExpansionRules rulesOf(const Configuration &configuration)
{
    using Grammar = syntax::ExpansionRules::Grammar;
    return {.grammar = configuration.isAtLeast(3, 11) ? Grammar::Functions
                : configuration.isAtLeast(3, 6)       ? Grammar::Levels
                : configuration.isAtLeast(3, 0)       ? Grammar::Relations
                                                      : Grammar::Names};
}

} // namespace

Names::Names(const Configuration &configuration, Log &log) : m_configuration(configuration), m_log(log) { }

QByteArray Names::shortName(const char *file) const
{
    return m_configuration.isAtLeast(3, 8) ? m_configuration.directory + '/' + file : QByteArray(file);
}

void Names::readMain()
{
    if (m_log.hasEnded())
        return;
    const QByteArray path = m_configuration.mainPath();
    const base::Result<QByteArray> content = m_configuration.readFile(path);
    if (!content) {
        m_log.end("open " + path + ": " + systemMessage(content.error()));
        return;
    }
    if (m_configuration.isDirectoryGiven)
        m_main.insert("config_directory", m_configuration.directory);
    LogicalLines lines(*content, path, m_log);
    while (!m_log.hasEnded() && lines.next())
        readSetting(lines, path, m_main, m_log);
}

void Names::override(const QByteArrayList &nameValues)
{
    for (const QByteArray &text : nameValues) {
        const NameValue both = nameValueOf(text);
        if (both.error)
            m_log.end("invalid parameter override: " + text + ": " + both.error);
        else
            m_main.insert(both.name, both.value);
    }
}

void Names::readMaster(WithoutMaster without)
{
    if (m_log.hasEnded())
        return;
    const QByteArray path = m_configuration.masterPath();
    const base::Result<QByteArray> content = m_configuration.readFile(path);
    if (!content) {
        const QByteArray message = "open " + path + ": " + systemMessage(content.error());
        if (without == WithoutMaster::Ends)
            m_log.end(message);
        else
            m_log.warn(message);
        return;
    }
    LogicalLines lines(*content, path, m_log);
    while (!m_log.hasEnded() && lines.next()) {
        if (const auto entry = parsedEntry(lines.text(), shortName("master.cf"), m_log))
            m_entries.append(*entry);
        else
            m_log.end("file " + path + ": line " + QByteArray::number(lines.line()) + ": " + tooFewFields);
    }
}

namespace {

/// A name that was replaced, and is read since then where it is set: its default then became empty. A name
/// that is not read any longer has no default from the version that dropped it.
bool isFormerName(const catalog::Parameter &parameter, const catalog::Version &target)
{
    return parameter.until && target >= *parameter.until && !parameter.defaults.isEmpty()
        && parameter.defaults.last().since == *parameter.until;
}

} // namespace

void Names::addBuiltIn()
{
    const QList<catalog::Parameter> &parameters = m_configuration.catalog.parameters();
    m_known.reserve(parameters.size() * 2);
    for (const catalog::Parameter &parameter : parameters) {
        const bool isFormer = isFormerName(parameter, m_configuration.target);
        if (!isFormer && !parameter.isKnownTo(m_configuration.target))
            continue;
        const bool isLegacy = isFormer || parameter.isLegacy;
        // The name is one of the catalog's, which outlives us.
        m_known.insert(QByteArray::fromRawData(parameter.name.data(), parameter.name.size()),
                       {.nameClass = isLegacy ? NameClass::None : NameClass::BuiltIn,
                        .isRaw = parameter.isRaw,
                        .isReadOnly = parameter.isReadOnly || parameter.name == "service_name",
                        .isLegacy = isLegacy,
                        .parameter = &parameter});
    }
}

void Names::addServiceNames()
{
    constexpr qsizetype usualNumber = 24; // of parameters that a service makes
    m_known.reserve(m_known.size() + m_entries.size() * usualNumber);
    for (const MasterEntry &entry : std::as_const(m_entries)) {
        for (const catalog::ServiceParameter &parameter : m_configuration.catalog.serviceParameters()) {
            if (parameter.since > m_configuration.target || !parameter.programs.contains(entry.command()))
                continue;
            // Some are built in with a default of their own; their class is the service's all the same.
            KnownName &known = m_known[entry.name() + parameter.suffix.toByteArray()];
            known.nameClass = NameClass::Service;
            if (!known.parameter)
                known.serviceDefault = parameter.defaultValue;
        }
    }
}

void Names::addUserNames(Quiet quiet)
{
    if (m_log.hasEnded())
        return;
    addScopes();
    for (qsizetype i = 0; i < m_overrides.size(); ++i) {
        if (m_overrides[i])
            scan(m_overrides[i]->settings, i, quiet);
    }
    scanDefaults();
    scan(m_main, noEntry, quiet);
}

void Names::addScopes()
{
    for (const MasterEntry &entry : std::as_const(m_entries)) {
        const QByteArray &command = entry.command();
        m_scopes[entry.place()].readOnly = {{"process_name", command.sliced(command.lastIndexOf('/') + 1)},
                                            {"service_name", entry.name()}};
    }
    QSet<QByteArray> withOverrides;
    for (const MasterEntry &entry : std::as_const(m_entries)) {
        Scope &scope = m_scopes[entry.place()];
        for (const EntryOverride &one : postconf::overridesOf(entry)) {
            scope.settings.insert(one.name, one.value);
            withOverrides.insert(entry.place());
        }
        m_overrides.append(withOverrides.contains(entry.place()) ? &scope : nullptr);
        m_knownHere.append(QSet<QByteArray>());
    }
    for (qsizetype i = 0; i < m_overrides.size(); ++i) {
        const Settings settings = m_overrides[i] ? m_overrides[i]->settings : Settings();
        for (auto it = settings.cbegin(); it != settings.cend(); ++it)
            m_overriding[it.key()].append(i);
    }
}

const Settings *Names::overridesOf(qsizetype entry) const
{
    return m_overrides[entry] ? &m_overrides[entry]->settings : nullptr;
}

// pcf_scan_user_parameter_namespace()
void Names::scan(Settings &settings, qsizetype entry, Quiet quiet)
{
    const bool isMain = entry == noEntry;
    const QByteArray path = isMain ? m_configuration.mainPath() : m_configuration.masterPath();
    const ClientScan clients{
        .configuration = m_configuration,
        .log = m_log,
        .visitedFiles = m_clientFiles,
        .path = path,
        .place = isMain ? shortName("main.cf") : shortName("master.cf") + ':' + m_entries[entry].place(),
        .warnsOfUnused = quiet == Quiet::No,
        .flag = [this, entry](const QByteArray &name) { flag(name, entry, Purpose::Possibility); }};
    scanClasses(settings, entry);
    for (auto it = settings.begin(); it != settings.end() && !m_log.hasEnded();) {
        const auto known = m_known.find(it.key());
        if (known != m_known.end() && known->isReadOnly) {
            m_log.warn(path + ": read-only parameter assignment: " + it.key() + '=' + *it);
            it = settings.erase(it);
            continue;
        }
        // A legacy name is listed once it is set.
        if (known != m_known.end() && known->isLegacy)
            known->nameClass = NameClass::User;
        const bool isOwn = known != m_known.end()
            && (known->nameClass == NameClass::BuiltIn || known->nameClass == NameClass::Service);
        if (known == m_known.end() || !known->isRaw) {
            scanValue(*it, entry, Purpose::Reference);
            if (isOwn && (it->contains(':') || it->contains('$') || it->contains('{') || it->contains('#')))
                scanClients(expanded(*it, entry), clients);
        }
        ++it;
    }
}

void Names::scanDefaults()
{
    for (auto it = m_known.cbegin(); it != m_known.cend() && !m_log.hasEnded(); ++it) {
        if (it->isRaw || m_main.contains(it.key()))
            continue;
        if (const QByteArray value = defaultOf(it.key(), *it); value.contains('$'))
            scanValue(value, noEntry, Purpose::Possibility);
    }
}

void Names::scanValue(const QByteArray &value, qsizetype entry, Purpose purpose)
{
    if (!value.contains('$'))
        return;
    const QList<syntax::ExpansionError> errors = syntax::scanNames(
        value, [&](QByteArrayView name) { flag(name.toByteArray(), entry, purpose); },
        rulesOf(m_configuration));
    for (const syntax::ExpansionError &error : errors)
        m_log.warn(error.warning);
}

// The classes are names of parameters whose values are restriction lists.
void Names::scanClasses(const Settings &settings, qsizetype entry)
{
    constexpr const char *name = "smtpd_restriction_classes";
    const auto list =
        entry == noEntry ? evaluated(name, settings) : evaluated(name, settings, m_entries[entry].place());
    if (!list)
        return;
    QByteArrayView rest = *list;
    for (QByteArrayView word = nextPlainWord(rest, blanksAndCommas); !word.isNull();
         word = nextPlainWord(rest, blanksAndCommas))
        flag(word.toByteArray(), entry, Purpose::Reference);
}

// pcf_flag_user_parameter() in src/postconf/postconf_user.c: a name counts as used where it has a value.
void Names::flag(const QByteArray &name, qsizetype entry, Purpose purpose)
{
    bool isSet = false;
    if (entry != noEntry && m_overrides[entry]->settings.contains(name)) {
        isSet = true;
        m_knownHere[entry].insert(name);
    } else if (m_main.contains(name)) {
        isSet = true;
        if (!m_known.contains(name))
            m_known.insert(name, {});
    }
    if (entry == noEntry) {
        for (const qsizetype one : m_overriding.value(name)) {
            if (m_overrides[one]->settings.contains(name)) {
                isSet = true;
                m_knownHere[one].insert(name);
            }
        }
    }
    if (isSet || purpose == Purpose::Possibility || m_known.contains(name))
        return;
    const QByteArray path = entry == noEntry ? m_configuration.mainPath() : m_configuration.masterPath();
    m_log.warn(path + ": undefined parameter: " + name);
}

// pcf_lookup_parameter_value() in src/postconf/postconf_lookup.c
std::optional<QByteArray> Names::lookup(QByteArrayView name, qsizetype entry, Lookup lookup)
{
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    if (lookup == Lookup::WithSettings) {
        if (entry != noEntry) {
            const Scope &scope = m_scopes[m_entries[entry].place()];
            if (const auto own = scope.readOnly.constFind(key); own != scope.readOnly.cend())
                return *own;
            if (const auto own = scope.settings.constFind(key);
                m_overrides[entry] && own != scope.settings.cend())
                return *own;
        }
        if (const auto found = m_main.constFind(key); found != m_main.cend())
            return *found;
    }
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return defaultOf(name.toByteArray(), *known);
    return std::nullopt;
}

QByteArray Names::expanded(const QByteArray &value, qsizetype entry, Lookup from)
{
    if (!value.contains('$'))
        return value;
    const syntax::Expansion expansion = syntax::expand(
        value,
        [&](QByteArrayView name) -> std::optional<syntax::NamedValue> {
            if (auto found = lookup(name, entry, from))
                return syntax::NamedValue(*std::move(found));
            return std::nullopt;
        },
        rulesOf(m_configuration));
    for (const syntax::ExpansionError &error : expansion.errors)
        m_log.warn(error.warning);
    if (expansion.failed())
        m_log.end("macro processing error");
    return expansion.text;
}

std::optional<QByteArray> Names::evaluated(const QByteArray &name, const Settings &settings,
                                           const QByteArray &dictionary)
{
    const auto value = settings.constFind(name);
    if (value == settings.cend())
        return std::nullopt;
    const syntax::Expansion expansion = syntax::expand(
        *value,
        [&](QByteArrayView reference) -> std::optional<syntax::NamedValue> {
            const auto found = settings.constFind(reference.toByteArray());
            if (found == settings.cend())
                return std::nullopt;
            return syntax::NamedValue(*found);
        },
        rulesOf(m_configuration));
    for (const syntax::ExpansionError &error : expansion.errors)
        m_log.warn(error.warning);
    if (expansion.failed())
        m_log.end("dictionary " + dictionary + ": macro processing error");
    return expansion.text;
}

void Names::warnOfUnused(const Settings &settings, const QByteArray &path, qsizetype entry)
{
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        const Deprecation *deprecation = deprecationOf(it.key(), m_configuration.target);
        const bool isKnown =
            m_known.contains(it.key()) || (entry != noEntry && m_knownHere[entry].contains(it.key()));
        m_hasDeprecated |= deprecation != nullptr;
        if (deprecation && isKnown)
            m_log.warn(path + ": support for parameter \"" + it.key() + "\" will be removed; instead, "
                       + deprecation->advice);
        else if (deprecation)
            m_log.warn(path + ": support for parameter " + it.key() + " has been removed; instead, "
                       + deprecation->advice);
        else if (!isKnown)
            m_log.warn(path + ": unused parameter: " + it.key() + '=' + *it);
    }
}

void Names::warnOfMain()
{
    warnOfUnused(m_main, m_configuration.mainPath(), noEntry);
}

void Names::warnOfMaster()
{
    for (qsizetype i = 0; i < m_overrides.size(); ++i) {
        if (m_overrides[i])
            warnOfUnused(m_overrides[i]->settings, m_configuration.masterPath(), i);
    }
    if (m_hasDeprecated && m_configuration.isAtLeast(3, 11))
        m_log.warn("See https://www.postfix.org/DEPRECATION_README.html for details");
}

} // namespace postconf
