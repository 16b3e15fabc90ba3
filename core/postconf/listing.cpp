// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/listing.h"

#include "core/postconf/masterentry.h"
#include "core/postconf/namespaces.h"

#include <algorithm>

namespace postconf {

namespace {

using syntax::ServiceField;

Output started(const Namespaces &names)
{
    Output output;
    output.warnings = names.warnings();
    output.fatal = names.fatal();
    return output;
}

/// NAME, NAME/TYPE or NAME/TYPE/REST, where '*' and a missing part stand for anything.
struct Pattern
{
    QByteArray text;
    QByteArrayList parts;
    bool wasMatched = false;

    bool matches(qsizetype part, QByteArrayView value) const
    {
        return part >= parts.size() || parts[part] == "*" || value == parts[part];
    }
};

QList<Pattern> patternsOf(const QByteArrayList &texts)
{
    QList<Pattern> patterns;
    for (const QByteArray &text : texts)
        patterns.append(Pattern{text, text.split('/')});
    return patterns;
}

void warnOfUnmatched(const QList<Pattern> &patterns, Output &output)
{
    for (const Pattern &pattern : patterns) {
        if (!pattern.wasMatched)
            output.lateWarnings.append("unmatched request: \"" + pattern.text + '"');
    }
}

bool isSeparator(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

QByteArray squeezed(const QByteArray &line)
{
    QByteArray out;
    out.reserve(line.size());
    for (const char c : line) {
        if (!isSeparator(c))
            out += c;
        else if (!out.isEmpty() && out.back() != ' ')
            out += ' ';
    }
    if (out.endsWith(' '))
        out.chop(1);
    return out;
}

Output listSettings(const Configuration &configuration, const QByteArrayList &names)
{
    const Namespaces known(configuration);
    Output output = started(known);
    if (!output.fatal.isEmpty())
        return output;
    const Namespaces::Settings &settings = known.mainSettings();
    const auto print = [&](const QByteArray &name, const QByteArray &value) {
        output.out += squeezed(name + " = " + value) + '\n';
    };
    if (names.isEmpty()) {
        for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
            if (known.isKnown(it.key()))
                print(it.key(), *it);
        }
    }
    for (const QByteArray &name : names) {
        if (!known.isKnown(name))
            output.lateWarnings.append(name + ": unknown parameter");
        else if (const auto found = settings.constFind(name); found != settings.cend())
            print(name, *found);
    }
    output.lateWarnings += known.unusedSettings() + known.unusedOverrides();
    return output;
}

Output listServices(const Configuration &configuration, const QByteArrayList &patterns)
{
    const Namespaces known(configuration);
    Output output = started(known);
    if (!output.fatal.isEmpty())
        return output;
    QList<Pattern> wanted = patternsOf(patterns);
    const syntax::MasterCf &masterCf = configuration.masterCf;
    for (qsizetype i = 0; i < known.services().size(); ++i) {
        const syntax::Service &service = masterCf.services()[known.services()[i]];
        const QByteArray line = listedService(masterCf, service, known.arguments()[i]) + '\n';
        if (wanted.isEmpty())
            output.out += line;
        for (Pattern &pattern : wanted) {
            if (!pattern.matches(0, masterCf.fieldOf(service, ServiceField::Name))
                || !pattern.matches(1, masterCf.fieldOf(service, ServiceField::Type)))
                continue;
            pattern.wasMatched = true;
            output.out += line;
        }
    }
    warnOfUnmatched(wanted, output);
    output.lateWarnings += known.unusedOverrides();
    return output;
}

Output listOverrides(const Configuration &configuration, const QByteArrayList &patterns)
{
    const Namespaces known(configuration);
    Output output = started(known);
    if (!output.fatal.isEmpty())
        return output;
    QList<Pattern> wanted = patternsOf(patterns);
    const syntax::MasterCf &masterCf = configuration.masterCf;
    for (qsizetype i = 0; i < known.services().size(); ++i) {
        const syntax::Service &service = masterCf.services()[known.services()[i]];
        const QByteArrayView name = masterCf.fieldOf(service, ServiceField::Name);
        const QByteArrayView type = masterCf.fieldOf(service, ServiceField::Type);
        const Namespaces::Settings &overrides = known.overrides()[i];
        const auto print = [&](const QByteArray &parameter) {
            const QByteArray place = name.toByteArray() + '/' + type.toByteArray() + '/' + parameter;
            output.out += squeezed(place + " = " + overrides.value(parameter)) + '\n';
        };
        if (wanted.isEmpty()) {
            for (auto it = overrides.cbegin(); it != overrides.cend(); ++it)
                print(it.key());
        }
        for (Pattern &pattern : wanted) {
            if (!pattern.matches(0, name) || !pattern.matches(1, type))
                continue;
            for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
                if (!pattern.matches(2, it.key()))
                    continue;
                pattern.wasMatched = true;
                print(it.key());
            }
        }
    }
    warnOfUnmatched(wanted, output);
    output.lateWarnings += known.unusedOverrides();
    return output;
}

} // namespace postconf
