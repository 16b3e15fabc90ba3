// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/certificates/chain.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace certificates {

namespace {

Chain::Key keyStateOf(const QList<PrivateKey> &keys, const Certificate &leaf)
{
    if (keys.isEmpty())
        return Chain::Key::Missing;
    const bool fits = std::any_of(keys.begin(), keys.end(), [&](const PrivateKey &key) {
        return !key.isEncrypted && key.publicKey == leaf.publicKey;
    });
    if (fits)
        return Chain::Key::Fits;
    const bool isEncrypted =
        std::any_of(keys.begin(), keys.end(), [](const PrivateKey &key) { return key.isEncrypted; });
    return isEncrypted ? Chain::Key::Encrypted : Chain::Key::DoesNotFit;
}

} // namespace

std::optional<Chain> chainOf(const QList<Item> &items, const QList<Certificate> &roots)
{
    QList<Certificate> rest;
    QList<PrivateKey> keys;
    for (const Item &item : items) {
        if (item.certificate)
            rest.append(*item.certificate);
        if (item.key)
            keys.append(*item.key);
    }
    if (rest.isEmpty())
        return {};
    Chain chain{.links = {rest.takeFirst()}};
    chain.key = keyStateOf(keys, chain.links.first());
    while (!chain.links.last().isSelfSigned) {
        const auto issuer = std::find_if(rest.begin(), rest.end(), [&](const Certificate &other) {
            return isIssuedBy(chain.links.last(), other);
        });
        if (issuer == rest.end())
            break;
        chain.isInOrder = chain.isInOrder && issuer == rest.begin();
        chain.links.append(*issuer);
        rest.erase(issuer);
    }
    chain.strays = rest.size();
    const Certificate &last = chain.links.last();
    chain.issuer = last.issuer;
    const bool isRootKnown = std::any_of(roots.begin(), roots.end(), [&](const Certificate &root) {
        return root.subject == last.issuer && isIssuedBy(last, root);
    });
    if (last.isSelfSigned)
        chain.end = Chain::End::SelfSigned;
    else if (isRootKnown)
        chain.end = Chain::End::KnownRoot;
    else
        chain.end = chain.links.size() > 1 ? Chain::End::Intermediate : Chain::End::MissingIntermediate;
    return chain;
}

QList<Chain> chainsOf(const QList<Item> &items, const QList<Certificate> &roots)
{
    QList<QList<Item>> groups{{}};
    for (const Item &item : items) {
        const QList<Item> &group = groups.last();
        const bool hasCertificate = std::any_of(group.begin(), group.end(),
                                                [](const Item &one) { return one.certificate.has_value(); });
        if (item.key && hasCertificate)
            groups.append(QList<Item>());
        groups.last().append(item);
    }
    QList<Chain> chains;
    for (const QList<Item> &group : groups) {
        if (const auto chain = chainOf(group, roots))
            chains.append(*chain);
    }
    return chains;
}

QByteArray fingerprintOf(const Certificate &certificate, const QByteArray &digest)
{
    struct Known
    {
        const char *name;
        QCryptographicHash::Algorithm algorithm;
    };
    static constexpr std::array digests{
        Known{"md5", QCryptographicHash::Md5},       Known{"sha1", QCryptographicHash::Sha1},
        Known{"sha224", QCryptographicHash::Sha224}, Known{"sha256", QCryptographicHash::Sha256},
        Known{"sha384", QCryptographicHash::Sha384}, Known{"sha512", QCryptographicHash::Sha512},
    };
    const QByteArray wanted = digest.trimmed().toLower().replace("-", "");
    const auto found =
        std::find_if(digests.begin(), digests.end(), [&](const Known &one) { return wanted == one.name; });
    if (found == digests.end() || certificate.der.isEmpty())
        return {};
    return QCryptographicHash::hash(certificate.der, found->algorithm).toHex(':').toUpper();
}

} // namespace certificates
