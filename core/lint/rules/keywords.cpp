// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/keywords.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using catalog::ValueType;

QByteArrayList wordsOf(const Context &context, const catalog::Facts &facts)
{
    QByteArrayList words;
    for (const catalog::KnownValue &value : facts.values) {
        if (value.isKnownTo(context.version()))
            words.append(value.value.toByteArray());
    }
    return words;
}

bool isGradeParameter(QByteArrayView name)
{
    return name.endsWith("_tls_ciphers") || name.endsWith("_tls_mandatory_ciphers");
}

bool isSaslOptions(QByteArrayView name)
{
    return name.endsWith("_sasl_security_options") || name.endsWith("_sasl_tls_security_options")
        || name.endsWith("_sasl_tls_verified_security_options");
}

template<typename Visit>
void forEachFacts(const Context &context, Visit visit)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (const catalog::Facts *facts = assignment.facts)
            visit(assignment, value, *facts);
    });
}

bool containsWord(const QByteArrayList &words, const QByteArray &word, Qt::CaseSensitivity sensitivity)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QByteArray &one) { return one.compare(word, sensitivity) == 0; });
}

/// No program reads these but postconf and post-install, which fills them where they are empty, as they are
/// in the main.cf that Postfix ships: conf/post-install. There it fills three more.
bool isFilledByInstaller(const Context &context, const Assignment &assignment)
{
    static const QSet<QByteArray> places{"sendmail_path",   "newaliases_path",   "mailq_path",
                                         "html_directory",  "manpage_directory", "sample_directory",
                                         "readme_directory"};
    static const QSet<QByteArray> installed{"setgid_group", "shlib_directory", "meta_directory"};
    if (!installed.contains(assignment.name))
        return places.contains(assignment.name);
    const auto isLeftOpen = [&](const char *name) {
        return context.isAssigned(name) && context.value(name).isEmpty();
    };
    return isLeftOpen("sendmail_path") && isLeftOpen("newaliases_path") && isLeftOpen("mailq_path");
}

} // namespace

void unknownKeyword(const Context &context, Report &report)
{
    // smtpd_forbid_bare_newline has a rule of its own that knows the patch levels.
    static const QSet<QByteArray> others{"smtpd_forbid_bare_newline", "compatibility_level"};
    forEachFacts(
        context, [&](const Assignment &assignment, const TracedValue &value, const catalog::Facts &facts) {
            if (facts.kind != catalog::Kind::String || facts.valueType != ValueType::Choice
                || facts.values.isEmpty() || facts.areOthersLegal || isGradeParameter(assignment.name)
                || others.contains(assignment.name))
                return;
            const QByteArray text = value.text().trimmed();
            if (text.isEmpty())
                return;
            const auto sensitivity =
                assignment.name == "mynetworks_style" ? Qt::CaseSensitive : Qt::CaseInsensitive;
            const QByteArrayList words = wordsOf(context, facts);
            // Levels of the client that the server takes for another one have a rule of their own.
            static const QSet<QByteArray> clientLevels{"verify", "secure", "fingerprint"};
            const bool isClientLevel =
                assignment.name == "smtpd_tls_security_level" && clientLevels.contains(text.toLower());
            if (words.isEmpty() || isClientLevel || containsWord(words, text, sensitivity))
                return;
            Finding &finding = report.add(assignment.place(), {text, words.join(", ")});
            if (const auto closest = closestOf(text, words))
                finding.fixes = {setValue(
                    assignment, QT_TRANSLATE_NOOP("lint", "Write the word that is most similar"), *closest)};
        });
}

void unknownListWord(const Context &context, Report &report)
{
    forEachFacts(
        context, [&](const Assignment &assignment, const TracedValue &value, const catalog::Facts &facts) {
            const bool isClosed = !facts.areOthersLegal || isSaslOptions(assignment.name);
            if (facts.valueType != ValueType::ChoiceList || facts.values.isEmpty() || !isClosed)
                return;
            const auto sensitivity =
                isSaslOptions(assignment.name) || assignment.name.endsWith("_discard_ehlo_keywords")
                ? Qt::CaseInsensitive
                : Qt::CaseSensitive;
            const QByteArrayList words = wordsOf(context, facts);
            for (const Word &word : value.words()) {
                if (words.isEmpty() || containsWord(words, word.text, sensitivity))
                    continue;
                Finding &finding = report.add(context.placeOf(word, assignment.name, assignment.service),
                                              {word.text, words.join(", ")});
                const auto closest = closestOf(word.text, words);
                if (closest && word.place && word.isWhole)
                    finding.fixes = {
                        replaceText(QT_TRANSLATE_NOOP("lint", "Write the word that is most similar"),
                                    word.place->file, word.place->range, word.text, *closest)};
            }
        });
}

// parse_tls_version() and tls_proto_mask_lims() in src/tls/tls_misc.c.
void badTlsProtocol(const Context &context, Report &report)
{
    static const QSet<QByteArray> protocols{"sslv2", "sslv3", "tlsv1", "tlsv1.1", "tlsv1.2", "tlsv1.3"};
    static const QHash<QByteArray, QByteArray> meant{{"tlsv1.0", "TLSv1"},  {"tls1", "TLSv1"},
                                                     {"tls1.0", "TLSv1"},   {"tls1.1", "TLSv1.1"},
                                                     {"tls1.2", "TLSv1.2"}, {"tls1.3", "TLSv1.3"}};
    forEachFacts(
        context, [&](const Assignment &assignment, const TracedValue &value, const catalog::Facts &) {
            if (!assignment.name.endsWith("_tls_protocols")
                && !assignment.name.endsWith("_tls_mandatory_protocols"))
                return;
            const QByteArray &text = value.text();
            for (qsizetype at = 0; at < text.size();) {
                const auto isSeparator = [&](qsizetype i) {
                    return QByteArrayView(" \t\r\n,:").contains(text[i]);
                };
                if (isSeparator(at)) {
                    ++at;
                    continue;
                }
                qsizetype end = at;
                while (end < text.size() && !isSeparator(end))
                    ++end;
                const Word word = value.part(at, end);
                at = end;
                qsizetype skip = 0;
                const bool isBound = word.text.startsWith(">=") || word.text.startsWith("<=");
                if (isBound)
                    skip = 2;
                else if (word.text.startsWith('!'))
                    skip = 1;
                const QByteArray name = word.text.sliced(skip).toLower();
                if (protocols.contains(name)
                    || (isBound && (name.startsWith("0x") || name == "0" || name.isEmpty())))
                    continue;
                Finding &finding =
                    report.add(context.placeOf(word, assignment.name, assignment.service), {word.text});
                if (meant.contains(name) && word.place && word.isWhole)
                    finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write the protocol's name"),
                                                 word.place->file, word.place->range, word.text,
                                                 word.text.first(skip) + meant.value(name))};
            }
        });
}

void badCipherGrade(const Context &context, Report &report)
{
    static const QSet<QByteArray> grades{"high", "medium", "low", "export", "null"};
    forEachFacts(
        context, [&](const Assignment &assignment, const TracedValue &value, const catalog::Facts &) {
            const QByteArray text = value.text().trimmed();
            if (isGradeParameter(assignment.name) && !text.isEmpty() && !grades.contains(text.toLower()))
                report.add(assignment.place(), {text});
        });
}

void badCompatibilityLevel(const Context &context, Report &report)
{
    forEachValueOf(context, "compatibility_level",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (!levelOf(value.text().trimmed()))
                           report.add(assignment.place(), {value.text()});
                   });
}

void loopbackMixed(const Context &context, Report &report)
{
    forEachValueOf(context, "inet_interfaces", [&](const Assignment &assignment, const TracedValue &value) {
        const QList<Word> words = value.words();
        for (const Word &word : words) {
            if (words.size() > 1 && (word.text == "all" || word.text == "loopback-only"))
                report.add(assignment.place(), {word.text});
        }
    });
}

void emptyNotAllowed(const Context &context, Report &report)
{
    forEachFacts(
        context, [&](const Assignment &assignment, const TracedValue &value, const catalog::Facts &facts) {
            const bool isText = facts.kind == catalog::Kind::String || facts.kind == catalog::Kind::Raw;
            if (isFilledByInstaller(context, assignment))
                return;
            if (isText && facts.minimumLength && *facts.minimumLength >= 1
                && value.text().trimmed().isEmpty())
                report.add(assignment.place(), {assignment.name}).fixes = {
                    removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
        });
}

} // namespace lint
