// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/certificates/pemfile.h"

namespace certificates {

/// What a server shows to those who connect: its certificate, who has signed that, and so on.
struct Chain
{
    enum class End : quint8 {
        SelfSigned, ///< nobody else has signed the last one; it is a root, or alone
        KnownRoot, ///< the issuer of the last one is a root that this machine trusts
        Intermediate, ///< its issuer is unknown here, but it was not the certificate itself that it signed
        MissingIntermediate ///< the certificate stands alone, and its issuer is no known root
    };
    enum class Key : quint8 { Fits, DoesNotFit, Missing, Encrypted };

    QList<Certificate> links = {}; ///< the certificate itself first, each signed by the next; never empty
    End end = End::SelfSigned;
    Key key = Key::Missing;
    QByteArray issuer = {}; ///< of the last one
    bool isInOrder = true; ///< they stand in the file in that order
    qsizetype strays = 0; ///< further certificates that belong to none of them
};

/// The chain of what stands in a file; nothing without a certificate. Postfix shows the first certificate, so
/// that is the one a key has to fit.
std::optional<Chain> chainOf(const QList<Item> &items, const QList<Certificate> &roots);

/// The chains of files in which every key is followed by its certificates: smtpd_tls_chain_files.
QList<Chain> chainsOf(const QList<Item> &items, const QList<Certificate> &roots);

/// "AB:CD:..."; `digest` is a name as OpenSSL has it. Empty for one
/// that is not known here.
QByteArray fingerprintOf(const Certificate &certificate, const QByteArray &digest);

} // namespace certificates
