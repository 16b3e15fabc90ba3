// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/pemfiles.h"

#include "core/lint/mending.h"
#include "core/lint/serverfiles.h"

#include <algorithm>

namespace lint {

namespace {

bool endsWithOneOf(QByteArrayView name, std::initializer_list<const char *> endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char *ending) { return name.endsWith(ending); });
}

/// Also the older names for elliptic curves and DSA.
bool namesCertificate(QByteArrayView name)
{
    return endsWithOneOf(name, {"_cert_file", "_eccert_file", "_dcert_file"});
}

bool namesKey(QByteArrayView name)
{
    return endsWithOneOf(name, {"_key_file", "_eckey_file", "_dkey_file"});
}

bool namesChain(QByteArrayView name)
{
    return name.endsWith("_chain_files");
}

QByteArray keyParameterOf(QByteArray parameter)
{
    return parameter.replace("cert_file", "key_file");
}

bool isFile(const QByteArray &text)
{
    return text.startsWith('/');
}

/// Calls `visit(assignment, word)` for each file that the settings of such names lead to.
template<typename Wanted, typename Visit>
void forEachFile(const Context &context, Wanted wanted, Visit visit)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!assignment.facts || !wanted(assignment.name))
            return;
        for (const Word &word : value.words()) {
            if (isFile(word.text))
                visit(assignment, word);
        }
    });
}

bool holds(const QByteArrayList &blocks, const char *kind)
{
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const QByteArray &block) { return block.contains(kind); });
}

constexpr const char *certificate = "CERTIFICATE";
constexpr const char *privateKey = "PRIVATE KEY";

/// Whether the key is to be found in the file of the certificate.
bool isKeyInside(const Context &context, const Assignment &cert)
{
    return !context.assignment(keyParameterOf(cert.name), cert.service);
}

/// What is wrong about modes: nothing where a group may read that is meant to.
bool isOpenToOthers(const FileFact &fact)
{
    constexpr int readableByAll = 04;
    constexpr int readableByGroup = 040;
    if (!fact.exists || !fact.mode)
        return false;
    const bool isGroupMeant = fact.gid == 0 || fact.group == "ssl-cert";
    return (*fact.mode & readableByAll) != 0 || ((*fact.mode & readableByGroup) != 0 && !isGroupMeant);
}

/// Both names the wrong way round.
std::optional<Fix> swapFix(const Context &context, const Assignment &cert)
{
    const Assignment *key = context.assignment(keyParameterOf(cert.name), cert.service);
    if (!key || key->service != cert.service)
        return std::nullopt;
    const auto inCert = pemBlocksOf(context, context.value(cert.name, cert.service));
    const auto inKey = pemBlocksOf(context, context.value(key->name, cert.service));
    const bool isMended = inCert && inKey && holds(*inCert, privateKey) && holds(*inKey, certificate);
    if (!isMended)
        return std::nullopt;
    const Fix one = setValue(cert, "", key->definition.text);
    const Fix other = setValue(*key, "", cert.definition.text);
    return allOf(QT_TRANSLATE_NOOP("lint", "Swap certificate and key"), {one, other});
}

void judgeCertificate(const Context &context, const Assignment &assignment, const Word &word, Report &report)
{
    const auto blocks = pemBlocksOf(context, word.text);
    if (!blocks)
        return;
    if (!holds(*blocks, certificate)) {
        Finding &finding =
            report.add(context.placeOf(word, assignment.name, assignment.service), {word.text, certificate});
        if (const auto fix = swapFix(context, assignment))
            finding.fixes = {*fix};
    } else if (isKeyInside(context, assignment) && !holds(*blocks, privateKey)) {
        report.add(assignment.place(), {word.text, privateKey});
    }
}

void judgeKey(const Context &context, const Assignment &assignment, const Word &word, Report &report)
{
    const auto blocks = pemBlocksOf(context, word.text);
    if (!blocks || holds(*blocks, privateKey))
        return;
    Finding &finding =
        report.add(context.placeOf(word, assignment.name, assignment.service), {word.text, privateKey});
    QByteArray name = assignment.name;
    const Assignment *cert = context.assignment(name.replace("key_file", "cert_file"), assignment.service);
    const auto fix = cert ? swapFix(context, *cert) : std::nullopt;
    if (fix)
        finding.fixes = {*fix};
}

/// A list of files, one of which must hold a key.
void judgeChain(const Context &context, const Assignment &assignment, const TracedValue &value,
                Report &report)
{
    const QList<Word> words = value.words();
    const bool isKnown = std::all_of(words.begin(), words.end(), [&](const Word &word) {
        const auto blocks = isFile(word.text) ? pemBlocksOf(context, word.text) : std::nullopt;
        return blocks && !holds(*blocks, privateKey);
    });
    if (!words.isEmpty() && isKnown)
        report.add(context.placeOf(words.first(), assignment.name, assignment.service),
                   {words.first().text, privateKey});
}

} // namespace

void tlsFileMissing(const Context &context, Report &report)
{
    const auto isMeant = [](QByteArrayView name) {
        return namesCertificate(name) || namesKey(name) || namesChain(name)
            || endsWithOneOf(name, {"_CAfile", "_dh1024_param_file"});
    };
    forEachFile(context, isMeant, [&](const Assignment &assignment, const Word &word) {
        if (presenceOf(context, word.text) == Presence::Missing)
            report.add(context.placeOf(word, assignment.name, assignment.service), {word.text});
    });
}

void privateKeyReadable(const Context &context, Report &report)
{
    const auto isMeant = [](QByteArrayView name) {
        return namesCertificate(name) || namesKey(name) || namesChain(name);
    };
    forEachFile(context, isMeant, [&](const Assignment &assignment, const Word &word) {
        const FileFact *fact = factOf(context, word.text);
        const auto blocks = pemBlocksOf(context, word.text);
        const bool isKey = blocks ? holds(*blocks, privateKey)
                                  : !namesCertificate(assignment.name) || isKeyInside(context, assignment);
        if (fact && isKey && isOpenToOthers(*fact))
            report.add(context.placeOf(word, assignment.name, assignment.service),
                       {word.text, modeText(*fact->mode)});
    });
}

void pemContentWrong(const Context &context, Report &report)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!assignment.facts)
            return;
        if (namesChain(assignment.name))
            judgeChain(context, assignment, value, report);
        for (const Word &word : value.words()) {
            if (!isFile(word.text))
                continue;
            if (namesCertificate(assignment.name))
                judgeCertificate(context, assignment, word, report);
            else if (namesKey(assignment.name))
                judgeKey(context, assignment, word, report);
        }
    });
}

} // namespace lint
