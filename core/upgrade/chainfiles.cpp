// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/upgrade/parts.h"
#include "core/upgrade/scope.h"

namespace upgrade {

namespace {

constexpr catalog::Version chainFilesSince{3, 4, 0};

/// A key and its certificate, in the order in which chain files want them.
struct Pair
{
    const char *key;
    const char *certificate;
};
constexpr Pair pairs[] = {{"_tls_key_file", "_tls_cert_file"},
                          {"_tls_eckey_file", "_tls_eccert_file"},
                          {"_tls_dkey_file", "_tls_dcert_file"}};

/// What one program is to be given.
struct Chain
{
    QByteArray prefix;
    QByteArrayList files = {}; ///< key, certificate, key, certificate
    QByteArrayList old = {}; ///< the settings that go
    model::Place place = {};
    bool isByHand = false; ///< a key may be behind its certificate in one file
};

Chain chainOf(const lint::Context &now, const QByteArray &prefix, qsizetype service)
{
    Chain chain{.prefix = prefix};
    for (const Pair &pair : pairs) {
        const QByteArray keyName = prefix + pair.key;
        const QByteArray certificateName = prefix + pair.certificate;
        const lint::Assignment *key = now.assignment(keyName, service);
        const lint::Assignment *certificate = now.assignment(certificateName, service);
        for (const lint::Assignment *assignment : {key, certificate}) {
            if (!assignment || assignment->service != service)
                continue;
            if (chain.old.isEmpty())
                chain.place = assignment->namePlace;
            chain.old.append(assignment->name);
        }
        const QByteArray certificateFile = now.value(certificateName, service);
        const QByteArray keyFile = now.value(keyName, service);
        if (certificateFile.isEmpty() || certificateFile == "none")
            continue;
        if (keyFile.isEmpty() || keyFile == certificateFile || keyFile.contains(' ')
            || certificateFile.contains(' '))
            chain.isByHand = true;
        chain.files += {keyFile, certificateFile};
    }
    return chain;
}

/// Names of the chain that settings outside of it mention.
bool isMentionedElsewhere(const Work &work, const QByteArrayList &old)
{
    for (const lint::Assignment &assignment : work.now.assignments()) {
        if (old.contains(assignment.name) || !assignment.definition.text.contains('$'))
            continue;
        for (const QByteArray &name : old) {
            if (assignment.definition.text.contains('$' + name)
                || assignment.definition.text.contains("${" + name)
                || assignment.definition.text.contains("$(" + name))
                return true;
        }
    }
    return false;
}

void add(const Work &work, qsizetype service)
{
    QList<Chain> chains;
    QByteArrayList old;
    bool isByHand = false;
    for (const char *prefix : {"smtpd", "smtp", "lmtp"}) {
        const QByteArray chainFiles = QByteArray(prefix) + "_tls_chain_files";
        const Chain chain = chainOf(work.now, prefix, service);
        if (chain.files.isEmpty() || chain.old.isEmpty() || !work.now.value(chainFiles, service).isEmpty())
            continue;
        isByHand = isByHand || chain.isByHand;
        old += chain.old;
        chains.append(chain);
    }
    if (chains.isEmpty())
        return;
    const Scope scope = scopeOf(work.now, service);
    Step step{
        .key = "chain:" + scope.service,
        .weight = Weight::Choice,
        .title = Words::tr("Name keys and certificates in %1 (%2)")
                     .arg(QString::fromLatin1(chains.first().prefix + "_tls_chain_files"), scope.toString()),
        .why = Words::tr("Postfix 3.4 and later take key and certificate chain from one list, for any "
                         "number of algorithms, and can read both from one file that is replaced in one "
                         "step."),
        .place = chains.first().place};
    if (isByHand || isMentionedElsewhere(work, old)) {
        step.why += u' '
            + (isByHand ? Words::tr("Here key and certificate are in one file: look that the key comes first "
                                    "in it, then name the file in the list.")
                        : Words::tr("Other settings mention the old ones: change them too."));
    } else {
        step.apply = [scope, chains](model::Draft &draft) {
            for (const Chain &chain : chains) {
                const bool isThere =
                    std::any_of(chain.old.begin(), chain.old.end(),
                                [&](const QByteArray &name) { return isSet(draft, scope, name); });
                if (!isThere)
                    continue;
                rename(draft, scope, chain.old.first(), chain.prefix + "_tls_chain_files",
                       chain.files.join(", "));
                for (const QByteArray &name : chain.old)
                    remove(draft, scope, name);
            }
        };
    }
    work.steps.append(step);
}

} // namespace

void addChainFiles(const Work &work)
{
    if (work.to < chainFilesSince)
        return;
    add(work, effective::noService);
    for (qsizetype service = 0; service < work.now.services().size(); ++service)
        add(work, service);
}

} // namespace upgrade
