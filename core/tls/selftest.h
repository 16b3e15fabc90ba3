// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/certificates/pemfile.h"
#include "core/tools/runner.h"

namespace tls {

/// A server to be asked for its TLS.
struct Peer
{
    QString host;
    int port = 25;
    bool isWrapped = false; ///< TLS from the first byte; else STARTTLS
};

/// "host", "host:port", "[host]:port"; 465 is wrapped. Nothing for what is none of these.
std::optional<Peer> peerFrom(const QString &text);

/// Programs that can ask, the better one first.
enum class Asker : quint8 { PosttlsFinger, OpenSsl };
tools::Command commandFor(Asker asker, const Peer &peer);

/// What came of it.
struct Answer
{
    enum class Trust : quint8 {
        Unknown,
        Verified, ///< of a trusted authority, and for that name
        Trusted, ///< of a trusted authority
        Untrusted
    };
    bool isEncrypted = false;
    QByteArray protocol = {}; ///< "TLSv1.3"
    QByteArray cipher = {};
    Trust trust = Trust::Unknown;
    QByteArray reason = {}; ///< in the program's words, where it is not trusted or nothing came of it
    QList<certificates::Certificate> certificates = {}; ///< what the server showed, its own first
    QByteArray transcript = {};
};
Answer answerIn(Asker asker, const tools::Output &output);

} // namespace tls
