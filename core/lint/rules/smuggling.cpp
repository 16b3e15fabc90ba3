// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/smuggling.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using catalog::Version;

/// The first patch releases with the protection, and the first feature release that switches it on.
constexpr std::array firstPatched{Version{3, 5, 23}, Version{3, 6, 13}, Version{3, 7, 9}, Version{3, 8, 4}};
constexpr Version onByDefault{3, 9, 0};

bool hasProtection(const Version &version)
{
    return version >= onByDefault
        || std::any_of(firstPatched.begin(), firstPatched.end(), [&](const Version &first) {
               return version.isSameFeatureRelease(first) && version >= first;
           });
}

/// It knows "yes" and nothing more.
bool isFirstPatch(const Context &context)
{
    return std::find(firstPatched.begin(), firstPatched.end(), context.version()) != firstPatched.end();
}

bool containsWord(const Context &context, const char *name, qsizetype service, const QByteArray &wanted)
{
    const QList<Word> words = context.traced(name, service).words();
    return std::any_of(words.begin(), words.end(),
                       [&](const Word &word) { return word.text.compare(wanted, Qt::CaseInsensitive) == 0; });
}

template<typename IsBad>
Finding *atFirstPublic(const Context &context, Report &report, IsBad isBad)
{
    for (const Listener &listener : context.listeners()) {
        if (listener.place && context.isPublic(listener) && isBad(listener))
            return &report.add(*listener.place);
    }
    return nullptr;
}

/// Puts what is missing behind what a list has.
Fix withWord(const Context &context, const char *title, const QByteArray &name, const QByteArray &word)
{
    const Assignment *assigned = context.assignment(name);
    return assigned ? appended(*assigned, title, word) : setParameter(title, name, word);
}

bool isAtLoopback(const Context &context, const Assignment &assignment)
{
    return std::any_of(context.listeners().begin(), context.listeners().end(), [&](const Listener &listener) {
        return !assignment.isInMainCf() && listener.service == assignment.service && listener.isLoopback;
    });
}

} // namespace

void unpatchedVersion(const Context &context, Report &report)
{
    if (hasProtection(context.version()))
        return;
    Finding *finding = atFirstPublic(context, report, [&](const Listener &listener) {
        return !containsWord(context, "smtpd_data_restrictions", listener.service, "reject_unauth_pipelining")
            || !containsWord(context, "smtpd_discard_ehlo_keywords", listener.service, "chunking");
    });
    if (!finding)
        return;
    const char *title = QT_TRANSLATE_NOOP("lint", "Refuse pipelining, and do not offer chunking");
    QList<Fix> parts;
    if (!containsWord(context, "smtpd_data_restrictions", effective::noService, "reject_unauth_pipelining"))
        parts.append(withWord(context, title, "smtpd_data_restrictions", "reject_unauth_pipelining"));
    if (!containsWord(context, "smtpd_discard_ehlo_keywords", effective::noService, "chunking"))
        parts.append(withWord(context, title, "smtpd_discard_ehlo_keywords", "chunking, silent-discard"));
    if (!parts.isEmpty())
        finding->fixes = {allOf(title, parts)};
}

void protectionOffByDefault(const Context &context, Report &report)
{
    if (!hasProtection(context.version()) || context.version() >= onByDefault)
        return;
    Finding *finding = atFirstPublic(context, report, [&](const Listener &listener) {
        return !context.assignment("smtpd_forbid_bare_newline", listener.service);
    });
    if (!finding)
        return;
    const char *title = QT_TRANSLATE_NOOP("lint", "Switch the protection on");
    finding->fixes = {
        allOf(title,
              {setParameter(title, "smtpd_forbid_bare_newline", isFirstPatch(context) ? "yes" : "normalize"),
               setParameter(title, "smtpd_forbid_bare_newline_exclusions", "$mynetworks")})};
}

void protectionDisabled(const Context &context, Report &report)
{
    if (!hasProtection(context.version()))
        return;
    forEachValueOf(context, "smtpd_forbid_bare_newline",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (value.text().trimmed().toLower() != "no" || isAtLoopback(context, assignment))
                           return;
                       report.add(assignment.place()).fixes = {
                           setValue(assignment, QT_TRANSLATE_NOOP("lint", "Switch the protection on"),
                                    isFirstPatch(context) ? "yes" : "normalize")};
                   });
}

void exclusionsTooWide(const Context &context, Report &report)
{
    constexpr int widest4 = 8;
    constexpr int widest6 = 16;
    forEachValueOf(
        context, "smtpd_forbid_bare_newline_exclusions",
        [&](const Assignment &assignment, const TracedValue &value) {
            for (const Word &word : value.words()) {
                const auto network = word.text.startsWith('!') ? std::nullopt : networkOf(word.text);
                const bool isWide = network && network->length <= (network->isIPv4() ? widest4 : widest6)
                    && !isReserved(*network);
                if (isWide || word.text.startsWith("static:"))
                    report.add(context.placeOf(word, assignment.name, assignment.service), {word.text});
            }
        });
}

void settingNewerThanPatch(const Context &context, Report &report)
{
    if (!hasProtection(context.version()))
        return;
    forEachValueOf(
        context, "smtpd_forbid_bare_newline", [&](const Assignment &assignment, const TracedValue &value) {
            const QByteArray word = value.text().trimmed().toLower();
            const bool isNew =
                isFirstPatch(context) && (word == "normalize" || word == "reject" || word == "note");
            if (isNew || (word == "note" && context.version() < onByDefault))
                report.add(assignment.place(), {word, context.version().toString().toLatin1()}).fixes = {
                    setValue(assignment, QT_TRANSLATE_NOOP("lint", "Write yes"), "yes")};
        });
}

void pipeliningAllowed(const Context &context, Report &report)
{
    forEachValueOf(context, "smtpd_forbid_unauth_pipelining",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (value.text().trimmed().toLower() == "no")
                           report.add(assignment.place()).fixes = {
                               removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
                   });
}

} // namespace lint
