// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/certificateproblems.h"

#include "core/base/displaytext.h"
#include "core/lint/assigned.h"
#include "core/lint/serverfiles.h"
#include "core/syntax/listvalue.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace check {

namespace {

using certificates::Certificate;
using certificates::Item;
using certificates::PrivateKey;
using lint::Assignment;
using lint::Severity;
using lint::Word;
using PemFiles = QHash<QByteArray, QList<Item>>;

struct Kind
{
    const char *id;
    Severity severity;
    const char *message; ///< translation context "check"
};

constexpr Kind expired{
    "certificate-expired", Severity::Error,
    QT_TRANSLATE_NOOP("check", "The certificate of “%1” has been invalid since %2. Renew it.")};
constexpr Kind notYetValid{
    "certificate-not-yet-valid", Severity::Error,
    QT_TRANSLATE_NOOP("check", "The certificate of “%1” is valid from %2 on. Check the clock, or wait.")};
constexpr Kind expiresSoon{"certificate-expires-soon", Severity::Warning,
                           QT_TRANSLATE_NOOP("check", "The certificate of “%1” expires on %2. Renew it.")};
constexpr Kind keyMismatch{
    "certificate-key-mismatch", Severity::Error,
    QT_TRANSLATE_NOOP("check", "The private key in “%2” does not belong to the certificate of “%1”.")};
constexpr Kind keyEncrypted{"certificate-key-encrypted", Severity::Error,
                            QT_TRANSLATE_NOOP("check",
                                              "The private key in “%2”, for the certificate of “%1”, is "
                                              "encrypted. Postfix can't ask for a password.")};
constexpr Kind keyUnknown{"certificate-key-unknown", Severity::Info,
                          QT_TRANSLATE_NOOP("check",
                                            "Whether the private key in “%2” belongs to the certificate of "
                                            "“%1” was not checked: you may not read the key.")};
constexpr Kind chainOrder{
    "certificate-chain-order", Severity::Warning,
    QT_TRANSLATE_NOOP("check",
                      "The certificate of “%1” is not followed by that of its issuer, “%2”. "
                      "Put the server's certificate first, then each issuer's.")};
constexpr Kind chainShort{
    "certificate-chain-short", Severity::Warning,
    QT_TRANSLATE_NOOP(
        "check",
        "The certificate of “%1” stands alone. Unless others know its issuer, “%2”, by themselves, "
        "they can't verify the server: put the issuer's certificate behind it.")};
constexpr Kind wrongName{
    "certificate-name", Severity::Warning,
    QT_TRANSLATE_NOOP("check", "The certificate is for %1, not for “%2”. Others can't verify the server.")};
constexpr Kind weakKey{"certificate-weak-key", Severity::Warning,
                       QT_TRANSLATE_NOOP("check", "The key of the certificate of “%1” is weak: %2.")};
constexpr Kind weakSignature{
    "certificate-weak-signature", Severity::Warning,
    QT_TRANSLATE_NOOP("check", "The certificate of “%1” is signed with %2, which can be forged.")};
constexpr Kind malformed{"certificate-malformed", Severity::Error,
                         QT_TRANSLATE_NOOP("check", "“%1” holds a block (%2) that can't be read.")};

/// A key and what goes with it.
struct Chain
{
    QList<Certificate> certificates = {};
    std::optional<PrivateKey> key = {};
    QByteArray keyPath = {};
    bool isKeyUnknown = false;
    model::Place place = {};
    QByteArray host = {}; ///< that it is shown for; empty: not known, or nobody looks
};

QString dateOf(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().toString(Qt::ISODate);
}

class Judge
{
public:
    Judge(const model::Snapshot &snapshot, const lint::Target &target, const PemFiles &pemFiles, qint64 now)
        : m_snapshot(snapshot), m_context(snapshot, target), m_pemFiles(pemFiles), m_now(now)
    {
    }

    Problems problems()
    {
        lint::forEachValue(m_context, [&](const Assignment &assignment, const lint::TracedValue &value) {
            if (!m_context.factsOf(assignment.name))
                return;
            if (assignment.name.endsWith("cert_file"))
                readCertificateFile(assignment, value);
            else if (assignment.name.endsWith("_chain_files"))
                readChainFiles(assignment, value);
        });
        for (const lint::TableUse &table : lint::tablesOf(m_context, "tls_server_sni_maps"))
            readRows(table);
        return m_problems;
    }

private:
    QByteArray ownName(const Assignment &assignment) const
    {
        const bool isKnown =
            m_context.assignment("myhostname", assignment.service) || !m_context.target().hostName.isEmpty();
        const QByteArray host = m_context.value("myhostname", assignment.service);
        return isKnown && assignment.name.startsWith("smtpd_") && host.contains('.') ? host : QByteArray();
    }

    /// The items of a file; what can't be read is told and left out.
    QList<Item> itemsOf(const QByteArray &path, const model::Place &place)
    {
        QList<Item> items = m_pemFiles.value(path);
        for (const Item &item : items) {
            if (!item.malformed.isEmpty())
                add(malformed, place, path, base::displayText(item.malformed));
        }
        items.removeIf([](const Item &item) { return !item.malformed.isEmpty(); });
        return items;
    }

    void readCertificateFile(const Assignment &assignment, const lint::TracedValue &value)
    {
        QByteArray keyName = assignment.name;
        const QByteArray keyPath =
            m_context.value(keyName.replace("cert_file", "key_file"), assignment.service);
        for (const Word &word : value.words()) {
            Chain chain{.keyPath = keyPath,
                        .place = m_context.placeOf(word, assignment.name, assignment.service),
                        .host = ownName(assignment)};
            for (const Item &item : itemsOf(word.text, chain.place)) {
                if (item.certificate)
                    chain.certificates.append(*item.certificate);
            }
            for (const Item &item : m_pemFiles.value(keyPath)) {
                if (item.key && !chain.key)
                    chain.key = item.key;
            }
            chain.isKeyUnknown = keyPath.startsWith('/') && !m_pemFiles.contains(keyPath)
                && lint::presenceOf(m_context, keyPath) != lint::Presence::Missing;
            judge(chain);
        }
    }

    /// Each key begins another chain, which may go on in the next file: tls_load_pem_chain() in
    /// src/tls/tls_certkey.c.
    void readChains(const QList<std::pair<QByteArray, model::Place>> &paths, const QByteArray &host)
    {
        Chain chain;
        for (const auto &[path, place] : paths) {
            if (!m_pemFiles.contains(path))
                return; // what follows can't be told
            for (const Item &item : itemsOf(path, place)) {
                if (item.key) {
                    judge(chain);
                    chain = Chain{.key = item.key, .keyPath = path};
                } else if (item.certificate) {
                    if (chain.certificates.isEmpty())
                        chain.place = place;
                    chain.host = host;
                    chain.certificates.append(*item.certificate);
                }
            }
        }
        judge(chain);
    }

    void readChainFiles(const Assignment &assignment, const lint::TracedValue &value)
    {
        QList<std::pair<QByteArray, model::Place>> paths;
        for (const Word &word : value.words())
            paths.append({word.text, m_context.placeOf(word, assignment.name, assignment.service)});
        readChains(paths, ownName(assignment));
    }

    void readRows(const lint::TableUse &table)
    {
        for (const lint::TableRow &row : lint::rowsOf(m_context, table)) {
            QList<std::pair<QByteArray, model::Place>> paths;
            for (const syntax::ListItem &item : syntax::listItems(row.value))
                paths.append({item.range.in(row.value).toByteArray(), row.place});
            // ".example.com" is for all names below.
            readChains(paths, row.key.startsWith('.') ? QByteArray() : row.key);
        }
    }

    void judge(const Chain &chain)
    {
        if (chain.certificates.isEmpty())
            return;
        const Certificate &own = chain.certificates.first();
        for (const Certificate &certificate : chain.certificates)
            judgeDates(certificate, chain.place);
        for (const Certificate &certificate : chain.certificates)
            judgeStrength(certificate, chain.place);
        judgeOrder(chain);
        judgeKey(chain, own);
        if (!chain.host.isEmpty() && !own.isFor(chain.host))
            add(wrongName, chain.place,
                own.names.isEmpty() ? own.subject : "“" + own.names.join("”, “") + "”",
                base::displayText(chain.host));
    }

    void judgeDates(const Certificate &one, const model::Place &place)
    {
        constexpr qint64 soon = qint64(14) * 86400;
        constexpr qint64 part = 6; // of a short life
        if (m_now > one.notAfter)
            add(expired, place, one.subject, dateOf(one.notAfter));
        else if (m_now < one.notBefore)
            add(notYetValid, place, one.subject, dateOf(one.notBefore));
        else if (one.notAfter - m_now < std::min(soon, (one.notAfter - one.notBefore) / part))
            add(expiresSoon, place, one.subject, dateOf(one.notAfter));
    }

    void judgeStrength(const Certificate &one, const model::Place &place)
    {
        constexpr int weakestRsa = 2048;
        constexpr int weakestCurve = 224;
        const bool isWeak = (one.keyType == "RSA" && one.keyBits < weakestRsa) || one.keyType == "DSA"
            || (one.keyType == "EC" && one.keyBits < weakestCurve);
        if (isWeak)
            add(weakKey, place, one.subject,
                QStringLiteral("%1, %2").arg(base::displayText(one.keyType)).arg(one.keyBits));
        static const QByteArrayList forgeable{"md2", "md4", "md5", "sha1"};
        if (!one.isSelfSigned && forgeable.contains(one.signatureDigest))
            add(weakSignature, place, one.subject, base::displayText(one.signatureDigest));
    }

    void judgeOrder(const Chain &chain)
    {
        const QList<Certificate> &all = chain.certificates;
        for (qsizetype i = 0; i + 1 < all.size(); ++i) {
            if (certificates::isIssuedBy(all[i], all[i + 1]))
                continue;
            add(chainOrder, chain.place, all[i].subject, base::displayText(all[i].issuer));
            return;
        }
        // Roots seldom sign hosts themselves.
        const Certificate &own = all.first();
        if (!chain.host.isEmpty() && all.size() == 1 && !own.isSelfSigned && !own.isAuthority)
            add(chainShort, chain.place, own.subject, base::displayText(own.issuer));
    }

    void judgeKey(const Chain &chain, const Certificate &own)
    {
        if (chain.isKeyUnknown)
            add(keyUnknown, chain.place, own.subject, base::displayText(chain.keyPath));
        else if (chain.key && chain.key->isEncrypted)
            add(keyEncrypted, chain.place, own.subject, base::displayText(chain.keyPath));
        else if (chain.key && chain.key->publicKey != own.publicKey)
            add(keyMismatch, chain.place, own.subject, base::displayText(chain.keyPath));
    }

    void add(const Kind &kind, const model::Place &place, const QByteArray &subject, const QString &detail)
    {
        const Problem problem{
            .severity = kind.severity,
            .origin = Origin::Files,
            .rule = QString::fromLatin1(kind.id),
            .message =
                QCoreApplication::translate("check", kind.message).arg(base::displayText(subject), detail),
            .place = place,
            .file = m_snapshot.file(place.file).info().name};
        const bool isTold = std::any_of(m_problems.begin(), m_problems.end(), [&](const Problem &told) {
            return told.rule == problem.rule && told.place == problem.place
                && told.message == problem.message;
        });
        if (!isTold)
            m_problems.append(problem);
    }

    const model::Snapshot &m_snapshot;
    const lint::Context m_context;
    const PemFiles &m_pemFiles;
    const qint64 m_now;
    Problems m_problems;
};

} // namespace

Problems certificateProblems(const model::Snapshot &snapshot, const lint::Target &target,
                             const QHash<QByteArray, QList<Item>> &pemFiles, qint64 now)
{
    return Judge(snapshot, target, pemFiles, now).problems();
}

} // namespace check
