// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/versions.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/masterwords.h"
#include "core/lint/mending.h"
#include "core/lint/references.h"
#include "core/lint/tables.h"
#include "core/lint/words.h"

namespace lint {

namespace {

using catalog::Version;
using model::Place;

constexpr Version levelsSince{3, 0, 0};
constexpr Version dottedLevelsSince{3, 6, 0};

struct LevelChange
{
    const char *level;
    Version since; ///< targets before this do not know the level
    QByteArrayList parameters;
};

const QList<LevelChange> &levelChanges()
{
    static const QList<LevelChange> changes{
        {"1", levelsSince, {"append_dot_mydomain", "smtpd_relay_restrictions", "smtputf8_enable"}},
        {"2", levelsSince, {"mynetworks_style", "relay_domains"}},
        {"3.6",
         dottedLevelsSince,
         {"smtpd_relay_before_recipient_restrictions", "respectful_logging", "smtpd_tls_fingerprint_digest",
          "smtp_tls_fingerprint_digest", "lmtp_tls_fingerprint_digest"}},
        {"3.11", {3, 11, 0}, {"smtp_tlsrpt_skip_reused_handshakes", "smtp_tls_security_level"}}};
    return changes;
}

QByteArray lastLevel(const Version &target)
{
    QByteArray level;
    for (const LevelChange &change : levelChanges()) {
        if (target >= change.since)
            level = change.level;
    }
    return level;
}

/// A default that depends on the level.
bool isRelation(const QByteArray &text)
{
    return text.contains("$compatibility_level") || text.contains("${compatibility_level");
}

/// "!SSLv2, !SSLv3, ..." for ">=TLSv1.2"; empty where that can't be said by leaving others out.
QByteArray exclusionsFor(const QByteArray &bound)
{
    static const QByteArrayList protocols{"SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};
    const QByteArray name = bound.sliced(2);
    const auto wanted = std::find_if(protocols.begin(), protocols.end(), [&](const QByteArray &one) {
        return one.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (wanted == protocols.end())
        return {};
    QByteArrayList out;
    const bool isLowest = bound.startsWith('>');
    for (auto it = isLowest ? protocols.begin() : wanted + 1; it != (isLowest ? wanted : protocols.end());
         ++it)
        out.append('!' + *it);
    return out.join(", ");
}

} // namespace

void levelMissing(const Context &context, Report &report)
{
    if (!context.isAssigned("compatibility_level"))
        report.add(context.mainCfStart()).fixes = {
            setParameter(QT_TRANSLATE_NOOP("lint", "Set the level of the target"), "compatibility_level",
                         lastLevel(context.version()))};
}

void levelTooNew(const Context &context, Report &report)
{
    if (context.version() >= dottedLevelsSince)
        return;
    forEachValueOf(
        context, "compatibility_level", [&](const Assignment &assignment, const TracedValue &value) {
            if (value.text().contains('.'))
                report.add(assignment.place(), {value.text(), context.version().toString().toLatin1()})
                    .fixes = {setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write 2"), "2")};
        });
}

void legacyDefaults(const Context &context, Report &report)
{
    const Assignment *assigned = context.assignment("compatibility_level");
    const auto level = context.compatibilityLevel();
    if (!assigned || !level)
        return;
    QByteArrayList open;
    for (const LevelChange &change : levelChanges()) {
        if (context.version() < change.since || *level >= levelOf(change.level).value_or(0))
            continue;
        for (const QByteArray &name : change.parameters) {
            const catalog::Parameter *parameter = context.reference().catalog().find(name);
            if (parameter && parameter->isKnownTo(context.version()) && !context.isAssigned(name))
                open.append(name);
        }
    }
    if (open.isEmpty())
        return;
    const QByteArray last = lastLevel(context.version());
    QList<Fix> keeping;
    for (const QByteArray &name : open) {
        const auto now = context.definition(name);
        const QByteArray text = now ? now->text : QByteArray();
        keeping.append(setParameter(nullptr, name, isRelation(text) ? context.value(name) : text));
    }
    keeping.append(setValue(*assigned, nullptr, last));
    report.add(assigned->place(), {open.join(", ")}).fixes = {
        allOf(QT_TRANSLATE_NOOP("lint", "Write down what is in force and raise the level"), keeping),
        setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Raise the level and take the new defaults"), last)};
}

void syntaxTooNew(const Context &context, Report &report)
{
    constexpr Version boundsSince{3, 6, 0};
    constexpr Version datagramsSince{3, 4, 0};
    constexpr Version orderSince{3, 2, 0};
    const Version &target = context.version();
    const auto tell = [&](const Place &place, const QByteArray &what, const Version &since) {
        report.add(place, {what, since.featureText().toLatin1()});
    };
    static const QSet<QByteArray> newTypes{"inline", "pipemap", "unionmap", "randmap"};
    if (target >= boundsSince)
        return;
    forEachAssignment(context, [&](const Assignment &assignment) {
        const Definition &definition = assignment.definition;
        const auto at = [&](syntax::ByteRange range) { return Place{assignment.namePlace.file, range}; };
        if (!assignment.isInForce)
            return;
        if (target < levelsSince && !definition.isRaw) {
            for (const Reference &reference : referencesIn(definition)) {
                const QByteArray text = context.textAt({assignment.namePlace.file, reference.range});
                const bool isBraced = text.contains("?{") || text.contains(":{") || text.contains("? {");
                if (reference.kind == Reference::Kind::Relation || isBraced)
                    tell(at(reference.range), text, levelsSince);
            }
        }
        const TracedValue &value = context.traced(assignment.name, assignment.service);
        for (const Word &word : value.words()) {
            const auto table = tableIn(context, word);
            if (!word.place)
                continue;
            if (target < levelsSince && table && newTypes.contains(table->type))
                tell(*word.place, table->type + ':', levelsSince);
            if (target < orderSince && target >= levelsSince && word.text.startsWith('{')
                && word.text.contains("search_order"))
                tell(*word.place, "search_order", orderSince);
            const bool isProtocols = assignment.name.endsWith("_tls_protocols")
                || assignment.name.endsWith("_tls_mandatory_protocols");
            if (target < boundsSince && isProtocols
                && (word.text.startsWith(">=") || word.text.startsWith("<="))) {
                Finding &finding =
                    report.add(*word.place, {word.text.first(2), boundsSince.featureText().toLatin1()});
                const QByteArray old = exclusionsFor(word.text);
                if (word.isWhole && !old.isEmpty())
                    finding.fixes = {
                        replaceText(QT_TRANSLATE_NOOP("lint", "Leave the other protocols out"),
                                    word.place->file, word.place->range, word.text,
                                    assignment.isInMainCf() ? old : QByteArray(old).replace(", ", ","))};
            }
        }
    });
    for (const effective::Service &service : context.services()) {
        if (target < datagramsSince && service.type == "unix-dgram")
            tell(context.placeOf(service), "unix-dgram", datagramsSince);
        if (target >= levelsSince)
            continue;
        for (const MasterWord &word : wordsOf(context, service)) {
            if (word.isGroup)
                tell(word.place(), "{ }", levelsSince);
        }
    }
}

void chrootByDefault(const Context &context, Report &report)
{
    const bool isAssigned = context.isAssigned("compatibility_level");
    const auto level = context.compatibilityLevel();
    const bool isLow = isAssigned ? level && *level < levelOf("1").value_or(0) : context.isAdviceWanted();
    if (!isLow || !context.hasMasterCf())
        return;
    const char *title = QT_TRANSLATE_NOOP("lint", "Write y for all of them");
    QList<Fix> parts;
    std::optional<Place> first;
    for (const effective::Service &service : context.services()) {
        if (context.fieldOf(service, syntax::ServiceField::Chroot) != "-")
            continue;
        parts.append(setField(service, syntax::ServiceField::Chroot, title, "y"));
        if (!first)
            first = context.placeOf(service);
    }
    if (first)
        report.add(*first).fixes = {allOf(title, parts)};
}

void levelAboveTarget(const Context &context, Report &report)
{
    forEachValueOf(
        context, "compatibility_level", [&](const Assignment &assignment, const TracedValue &value) {
            const auto level = levelOf(value.text().trimmed());
            const auto most = levelOf(context.version().featureText().toLatin1());
            if (context.version() < dottedLevelsSince || !level || !most || *level / 1000 <= *most / 1000)
                return;
            report.add(assignment.place(), {value.text(), context.version().toString().toLatin1()}).fixes = {
                setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write the last level that the target knows"),
                         lastLevel(context.version()))};
        });
}

} // namespace lint
