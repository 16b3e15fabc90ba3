// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/listing.h"

#include "core/postconf/buildlists.h"
#include "core/postconf/names.h"
#include "core/postconf/servicepattern.h"
#include "core/postconf/textlines.h"

#include <algorithm>

namespace postconf {

namespace {

using syntax::serviceFieldCount;

/// What is printed before a run ends early: the stream's buffer is lost with it.
constexpr qsizetype bufferSize = 4096;

/// One run that lists something.
class Lister
{
public:
    Lister(const Configuration &configuration, const Options &options)
        : m_configuration(configuration),
          m_options(options),
          m_names(configuration, m_listing.log),
          m_quiet(options.has('q') ? Names::Quiet::Yes : Names::Quiet::No)
    {
    }

    Listing parameters()
    {
        const bool isOfDefaults = m_options.has('d');
        if (!isOfDefaults) {
            m_names.readMain();
            m_names.override(m_options.overrides);
        }
        m_names.addBuiltIn();
        m_names.readMaster(Names::WithoutMaster::Warns);
        m_names.addServiceNames();
        if (!isOfDefaults)
            m_names.addUserNames(m_quiet);
        m_listing.warningsBefore = log().warnings().size();
        if (m_options.operands.isEmpty())
            printAll();
        for (const QByteArray &name : m_options.operands) {
            const auto known = m_names.known().constFind(name);
            if (known == m_names.known().cend())
                log().warn(name + ": unknown parameter");
            else
                print(name, *known);
        }
        if (!isOfDefaults && m_quiet == Names::Quiet::No) {
            m_names.warnOfMain();
            m_names.warnOfMaster();
        }
        return finished();
    }

    Listing services()
    {
        prepareServices(1, 2, "-M option requires service_name[/type]");
        forEachMatch([this](qsizetype entry, const ServicePattern *) {
            m_listing.out += listedEntry(m_names.entries()[entry], m_options.has('f'), showValue(entry));
            return true;
        });
        return finishedServices();
    }

    Listing fields()
    {
        prepareServices(1, 3, "-F option requires service_name[/type[/field]]");
        QList<int> wanted;
        for (const ServicePattern &pattern : std::as_const(m_patterns))
            wanted.append(fieldOf(pattern.parts[2], log()));
        const FieldStyle style{
            .isFolded = m_options.has('f'), .hasName = !m_options.has('h'), .hasValue = !m_options.has('H')};
        forEachMatch([&](qsizetype entry, const ServicePattern *pattern) {
            const int field = pattern ? wanted[pattern - m_patterns.constData()] : -1;
            for (int i = 0; i < serviceFieldCount; ++i) {
                if (field < 0 || field == i)
                    m_listing.out += listedField(m_names.entries()[entry], i, style, showValue(entry));
            }
            return true;
        });
        return finishedServices();
    }

    Listing overrides()
    {
        prepareServices(1, 3, "-P option requires service_name[/type[/parameter]]");
        forEachMatch([this](qsizetype entry, const ServicePattern *pattern) {
            const Settings *settings = m_names.overridesOf(entry);
            if (!settings)
                return false;
            const std::optional<QByteArray> wanted = pattern ? pattern->rest() : std::nullopt;
            if (wanted && !settings->contains(*wanted))
                return false;
            for (auto it = settings->cbegin(); it != settings->cend(); ++it) {
                if (!wanted || it.key() == *wanted)
                    printOverride(entry, it.key(), *it);
            }
            return true;
        });
        return finishedServices();
    }

private:
    Log &log() { return m_listing.log; }

    void appendLine(const QByteArray &text) { postconf::appendLine(m_listing.out, text, m_options.has('f')); }

    void printAll()
    {
        const QHash<QByteArray, KnownName> &known = m_names.known();
        QList<QHash<QByteArray, KnownName>::const_iterator> shown;
        const auto show = [&](const QHash<QByteArray, KnownName>::const_iterator &one) {
            if (one != known.cend() && (static_cast<quint8>(one->nameClass) & m_options.classes) != 0)
                shown.append(one);
        };
        if (m_options.has('n')) {
            for (auto it = m_names.mainSettings().cbegin(); it != m_names.mainSettings().cend(); ++it)
                show(known.constFind(it.key()));
        } else {
            shown.reserve(known.size());
            for (auto it = known.cbegin(); it != known.cend(); ++it)
                show(it);
            std::sort(shown.begin(), shown.end(),
                      [](const auto &one, const auto &other) { return one.key() < other.key(); });
        }
        for (const auto &one : std::as_const(shown))
            print(one.key(), *one);
    }

    void print(const QByteArray &name, const KnownName &known)
    {
        const Settings &settings = m_names.mainSettings();
        const auto setting = settings.constFind(name);
        const bool isSet = setting != settings.cend() && !m_options.has('d');
        if (log().hasEnded() || (!isSet && m_options.has('n')))
            return;
        QByteArray value = isSet ? *setting : m_names.defaultOf(name, known);
        if (m_options.has('H')) {
            appendLine(name);
            return;
        }
        if (m_options.has('x') && !known.isRaw)
            value = m_names.expanded(value, -1, source());
        if (!log().hasEnded())
            appendLine(m_options.has('h') ? value : lineOf(name, value));
    }

    const QByteArray &lineOf(const QByteArray &name, const QByteArray &value)
    {
        m_line.resize(0);
        m_line.append(name).append(" = ").append(value);
        return m_line;
    }

    Names::Lookup source() const
    {
        return m_options.has('d') ? Names::Lookup::DefaultsOnly : Names::Lookup::WithSettings;
    }

    void prepareServices(qsizetype fewest, qsizetype most, const char *complaint)
    {
        m_names.readMaster(Names::WithoutMaster::Ends);
        m_names.readMain();
        m_names.override(m_options.overrides);
        m_names.addBuiltIn();
        m_names.addServiceNames();
        m_names.addUserNames(m_quiet);
        m_listing.warningsBefore = log().warnings().size();
        for (const QByteArray &text : m_options.operands) {
            const auto pattern = servicePatternOf(text, fewest, most);
            if (!pattern) {
                log().end(complaint);
                return;
            }
            m_patterns.append(*pattern);
        }
    }

    /// Calls `print` for each service, once per pattern that matches it; it says whether there was anything
    /// to print.
    template<typename Print>
    void forEachMatch(const Print &print)
    {
        for (qsizetype i = 0; i < m_names.entries().size() && !log().hasEnded(); ++i) {
            const MasterEntry &entry = m_names.entries()[i];
            if (m_patterns.isEmpty())
                print(i, nullptr);
            for (ServicePattern &pattern : m_patterns) {
                if (pattern.matches(entry.name(), entry.type()) && print(i, &pattern))
                    pattern.wasMatched = true;
            }
        }
    }

    ShowValue showValue(qsizetype entry)
    {
        if (!m_options.has('x'))
            return [](const QByteArray &value) { return value; };
        return [this, entry](const QByteArray &value) { return m_names.expanded(value, entry); };
    }

    void printOverride(qsizetype entry, const QByteArray &name, const QByteArray &value)
    {
        const QByteArray place = m_names.entries()[entry].place() + '/' + name;
        if (m_options.has('H')) {
            appendLine(place);
            return;
        }
        const QByteArray shown = m_options.has('x') ? m_names.expanded(value, entry) : value;
        if (!log().hasEnded())
            appendLine(m_options.has('h') ? shown : place + " = " + shown);
    }

    Listing finishedServices()
    {
        for (const ServicePattern &pattern : std::as_const(m_patterns)) {
            if (!pattern.wasMatched)
                log().warn("unmatched request: \"" + pattern.text + '"');
        }
        if (m_quiet == Names::Quiet::No)
            m_names.warnOfMaster();
        return finished();
    }

    Listing finished()
    {
        if (log().hasEnded())
            m_listing.out.truncate(m_listing.out.size() / bufferSize * bufferSize);
        return m_listing;
    }

    const Configuration &m_configuration;
    const Options &m_options;
    Listing m_listing;
    QByteArray m_line; ///< its memory is kept from one to the next
    Names m_names;
    Names::Quiet m_quiet;
    QList<ServicePattern> m_patterns;
};

} // namespace

Listing list(const Configuration &configuration, const Options &options)
{
    if (isAboutBuild(options))
        return listBuild(configuration, options);
    Lister lister(configuration, options);
    if (options.has('F'))
        return lister.fields();
    if (options.has('P'))
        return lister.overrides();
    return options.has('M') ? lister.services() : lister.parameters();
}

} // namespace postconf
