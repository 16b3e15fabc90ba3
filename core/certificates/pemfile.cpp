// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/certificates/pemfile.h"

#include <QCryptographicHash>

#include <algorithm>
#include <ctime>
#include <memory>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace certificates {

namespace {

template<auto release>
struct Releasing
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};

using BioPointer = std::unique_ptr<BIO, Releasing<BIO_free>>;
using CertificatePointer = std::unique_ptr<X509, Releasing<X509_free>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Releasing<EVP_PKEY_free>>;
using NamesPointer = std::unique_ptr<GENERAL_NAMES, Releasing<GENERAL_NAMES_free>>;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// The DER form of an object: `encode` is one of the i2d functions.
template<typename T, typename Encode>
QByteArray encoded(T *object, Encode encode)
{
    const int size = object ? encode(object, nullptr) : 0;
    if (size <= 0)
        return {};
    QByteArray bytes(size, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(bytes.data());
    encode(object, &out);
    return bytes;
}

QByteArray textOf(const X509_NAME *name)
{
    const BioPointer out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QByteArray(data, size);
}

qint64 secondsOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    return time && ASN1_TIME_to_tm(time, &parts) == 1 ? static_cast<qint64>(::timegm(&parts)) : 0;
}

QByteArray bytesOf(const ASN1_STRING *text)
{
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

QByteArrayList hostNames(X509 *certificate)
{
    QByteArrayList names;
    const NamesPointer all(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(all.get(), i);
        if (name->type == GEN_DNS)
            names.append(bytesOf(name->d.dNSName).toLower());
    }
    if (!names.isEmpty())
        return names;
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at >= 0)
        names.append(bytesOf(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at))).toLower());
    return names;
}

QByteArray digestOf(X509 *certificate)
{
    int digest = NID_undef;
    if (X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) != 1 || digest == NID_undef)
        return {};
    return QByteArray(OBJ_nid2ln(digest)).toLower();
}

QByteArray publicKeyOf(EVP_PKEY *key)
{
    return sha256(encoded(key, [](EVP_PKEY *from, unsigned char **out) { return i2d_PUBKEY(from, out); }));
}

Certificate readCertificate(X509 *from)
{
    Certificate certificate{
        .subject = textOf(X509_get_subject_name(from)),
        .issuer = textOf(X509_get_issuer_name(from)),
        .names = hostNames(from),
        .notBefore = secondsOf(X509_get0_notBefore(from)),
        .notAfter = secondsOf(X509_get0_notAfter(from)),
        .signatureDigest = digestOf(from),
        .der = encoded(from, [](X509 *one, unsigned char **out) { return i2d_X509(one, out); })};
    certificate.fingerprint = sha256(certificate.der).toHex(':').toUpper();
    certificate.isSelfSigned = X509_self_signed(from, 0) == 1;
    certificate.isAuthority = X509_check_ca(from) == 1;
    if (EVP_PKEY *key = X509_get0_pubkey(from)) {
        certificate.keyType = EVP_PKEY_get0_type_name(key);
        certificate.keyBits = EVP_PKEY_get_bits(key);
        certificate.publicKey = publicKeyOf(key);
    }
    return certificate;
}

CertificatePointer parsed(const unsigned char *data, long size)
{
    return CertificatePointer(d2i_X509(nullptr, &data, size));
}

Item readItem(const QByteArray &kind, const QByteArray &header, const unsigned char *data, long size)
{
    if (kind.endsWith("PRIVATE KEY")) {
        if (kind.startsWith("ENCRYPTED") || header.contains("ENCRYPTED"))
            return {.key = PrivateKey{.isEncrypted = true}};
        const KeyPointer key(d2i_AutoPrivateKey(nullptr, &data, size));
        return key ? Item{.key = PrivateKey{.publicKey = publicKeyOf(key.get())}} : Item{.malformed = kind};
    }
    const unsigned char *begin = data;
    const CertificatePointer certificate(kind == "TRUSTED CERTIFICATE" ? d2i_X509_AUX(nullptr, &begin, size)
                                                                       : d2i_X509(nullptr, &begin, size));
    return certificate ? Item{.certificate = readCertificate(certificate.get())} : Item{.malformed = kind};
}

} // namespace

bool Certificate::isFor(const QByteArray &host) const
{
    const QByteArray wanted = host.toLower();
    return std::any_of(names.begin(), names.end(), [&](const QByteArray &name) {
        if (!name.startsWith("*."))
            return name == wanted;
        const qsizetype dot = wanted.indexOf('.');
        return dot > 0 && wanted.sliced(dot) == name.sliced(1);
    });
}

QList<Item> itemsIn(const QByteArray &pem)
{
    QList<Item> items;
    const BioPointer in(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    while (true) {
        char *name = nullptr;
        char *header = nullptr;
        unsigned char *data = nullptr;
        long size = 0;
        if (PEM_read_bio(in.get(), &name, &header, &data, &size) != 1) {
            const bool isAtEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            ERR_clear_error();
            if (!isAtEnd)
                items.append(Item{.malformed = "PEM"});
            return items;
        }
        const QByteArray kind(name);
        if (kind.endsWith("CERTIFICATE") || kind.endsWith("PRIVATE KEY"))
            items.append(readItem(kind, header, data, size));
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_clear_free(data, static_cast<size_t>(size));
        ERR_clear_error();
    }
}

bool isIssuedBy(const Certificate &certificate, const Certificate &issuer)
{
    const auto read = [](const Certificate &one) {
        return parsed(reinterpret_cast<const unsigned char *>(one.der.constData()), one.der.size());
    };
    const CertificatePointer below = read(certificate);
    const CertificatePointer above = read(issuer);
    if (!below || !above)
        return false;
    const bool isIssued = X509_check_issued(above.get(), below.get()) == X509_V_OK
        && X509_verify(below.get(), X509_get0_pubkey(above.get())) == 1;
    ERR_clear_error();
    return isIssued;
}

} // namespace certificates
