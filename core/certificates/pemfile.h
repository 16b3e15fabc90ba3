// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>

#include <optional>

/// What certificates and keys say, read with OpenSSL.
namespace certificates {

struct Certificate
{
    QByteArray subject = {}; ///< as RFC 2253 writes it
    QByteArray issuer = {};
    QByteArrayList names = {}; ///< of hosts, in lower case; the common name where there are no others
    qint64 notBefore = 0; ///< seconds since 1970
    qint64 notAfter = 0;
    QByteArray keyType = {}; ///< "RSA", "EC", "ED25519"
    int keyBits = 0;
    QByteArray signatureDigest = {}; ///< "sha256"; empty where the algorithm has none of its own
    QByteArray fingerprint = {}; ///< SHA-256: "AB:CD:..."
    QByteArray publicKey = {}; ///< its SHA-256
    bool isSelfSigned = false;
    bool isAuthority = false;
    QByteArray der = {};

    /// Its names cover the host; "*" stands for one label.
    bool isFor(const QByteArray &host) const;
};

struct PrivateKey
{
    QByteArray publicKey = {}; ///< the SHA-256 of what belongs to it; empty when it is encrypted
    bool isEncrypted = false;
};

/// One block of a file.
struct Item
{
    std::optional<Certificate> certificate = {};
    std::optional<PrivateKey> key = {};
    QByteArray malformed = {}; ///< the kind of a block that can't be read
};

/// The certificates and private keys of a PEM file, in their order. Nothing of a key is kept but what is
/// public about it.
QList<Item> itemsIn(const QByteArray &pem);

/// Whether `issuer` has signed the certificate.
bool isIssuedBy(const Certificate &certificate, const Certificate &issuer);

} // namespace certificates
