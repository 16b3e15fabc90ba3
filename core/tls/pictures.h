// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/certificates/chain.h"
#include "core/effective/values.h"
#include "core/facts/view.h"

namespace tls {

/// A file that should hold a certificate or a key.
struct PemFile
{
    enum class State : quint8 {
        Read,
        Missing,
        Unreadable, ///< it is there, and may not be read
        OutOfSight, ///< on a server that can't be seen from here
        NotPem ///< it was read, and holds neither a certificate nor a key
    };
    QByteArray path;
    State state = State::OutOfSight;
    bool isKey = false; ///< a key of its own file
};

/// Certificates that are shown together, and the files they are from.
struct Picture
{
    QList<PemFile> files = {};
    QList<certificates::Chain> chains = {};
};

/// Which files those are.
struct PemSource
{
    QByteArrayList files = {}; ///< certificates, the leaf first
    QByteArray keyFile = {}; ///< empty: in the same files
    bool isChain = false; ///< of the *_tls_chain_files: several chains after one another

    bool operator==(const PemSource &) const = default;
};

/// `side` is "smtpd" or "smtp". As tls_server_init() and tls_client_init() take them: the files of chains
/// where there are any, else the pairs of certificate and key.
QList<PemSource> pemSourcesIn(const effective::Values &values, const QByteArray &side,
                              qsizetype service = effective::noService);

/// Reads the files; blocks for as long as the disk takes. `roots` is read from the machine's own.
QList<Picture> picturesOf(const QList<PemSource> &sources, const facts::View &view);

} // namespace tls
