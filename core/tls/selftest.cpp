// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/selftest.h"

#include <QRegularExpression>

#include <chrono>

namespace tls {

namespace {

const QString trustedFolder = QStringLiteral("/etc/ssl/certs");

QString endpoint(const Peer &peer)
{
    const bool isIpv6 = peer.host.contains(u':');
    return (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(peer.host).arg(peer.port);
}

/// The first capture in the text.
QByteArray found(const QByteArray &text, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = expression.match(QString::fromLatin1(text));
    return match.hasMatch() ? match.captured(1).trimmed().toLatin1() : QByteArray();
}

QByteArray lastLineOf(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.sliced(trimmed.lastIndexOf('\n') + 1);
}

void readFinger(Answer &answer)
{
    const QByteArray &text = answer.transcript;
    const QByteArray how = found(text, R"((\w+) TLS connection established to)");
    answer.isEncrypted = !how.isEmpty();
    answer.protocol = found(text, R"(TLS connection established to [^\n]*?: (\S+) with cipher)");
    answer.cipher = found(text, R"(TLS connection established to [^\n]* with cipher (\S+))");
    if (how == "Verified")
        answer.trust = Answer::Trust::Verified;
    else if (how == "Trusted")
        answer.trust = Answer::Trust::Trusted;
    else if (answer.isEncrypted)
        answer.trust = Answer::Trust::Untrusted;
    answer.reason = found(text, R"(certificate verification failed for [^\n]*?: (?:num=\d+:)?(.+)$)");
    if (!answer.isEncrypted)
        answer.reason = found(text, R"(^posttls-finger: ((?!warning:|Connected|[<>]).*)$)");
}

void readOpenSsl(Answer &answer)
{
    const QByteArray &text = answer.transcript;
    answer.protocol = found(text, R"(^(?:New|Reused), (\S+), Cipher is (?!\(NONE\)))");
    answer.cipher = found(text, R"(^(?:New|Reused), \S+, Cipher is ((?!\(NONE\))\S+))");
    answer.isEncrypted = !answer.cipher.isEmpty();
    const QByteArray code = found(text, R"(Verify return code: (\d+) )");
    if (answer.isEncrypted && !code.isEmpty())
        answer.trust = code == "0" ? Answer::Trust::Verified : Answer::Trust::Untrusted;
    answer.reason = found(text, R"(Verify return code: [1-9]\d* \((.*)\))");
    if (!answer.isEncrypted)
        answer.reason = found(text, R"(^(.*(?:refused|timed out|not known|unreachable).*)$)");
}

} // namespace

std::optional<Peer> peerFrom(const QString &text)
{
    constexpr int wrappedPort = 465;
    static const QRegularExpression form(
        QStringLiteral("^(?:\\[([^\\[\\]\\s]+)\\]|([A-Za-z0-9_.-]+))(?::(\\d{1,5}))?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    Peer peer{.host = match.captured(1) + match.captured(2)};
    if (peer.host.startsWith(u'-'))
        return {};
    if (!match.captured(3).isEmpty())
        peer.port = match.captured(3).toInt();
    peer.isWrapped = peer.port == wrappedPort;
    return peer.port > 0 && peer.port < 65536 ? std::optional(peer) : std::nullopt;
}

tools::Command commandFor(Asker asker, const Peer &peer)
{
    constexpr auto patience = std::chrono::seconds(45);
    if (asker == Asker::PosttlsFinger) {
        QStringList arguments{QStringLiteral("-C"), QStringLiteral("-l"), QStringLiteral("secure"),
                              QStringLiteral("-P"), trustedFolder,        QStringLiteral("-t"),
                              QStringLiteral("10"), QStringLiteral("-T"), QStringLiteral("10")};
        if (peer.isWrapped)
            arguments.append(QStringLiteral("-w"));
        arguments += {QStringLiteral("[%1]:%2").arg(peer.host).arg(peer.port), peer.host};
        return {.program = QStringLiteral("posttls-finger"), .arguments = arguments, .timeout = patience};
    }
    QStringList arguments{QStringLiteral("s_client"),   QStringLiteral("-connect"), endpoint(peer),
                          QStringLiteral("-showcerts"), QStringLiteral("-CApath"),  trustedFolder};
    if (!peer.isWrapped)
        arguments += {QStringLiteral("-starttls"), QStringLiteral("smtp")};
    if (!peer.host.contains(u':'))
        arguments +=
            {QStringLiteral("-servername"), peer.host, QStringLiteral("-verify_hostname"), peer.host};
    return {.program = QStringLiteral("openssl"), .arguments = arguments, .timeout = patience};
}

Answer answerIn(Asker asker, const tools::Output &output)
{
    Answer answer{.transcript = output.err + output.out};
    if (asker == Asker::PosttlsFinger)
        readFinger(answer);
    else
        readOpenSsl(answer);
    for (const certificates::Item &item : certificates::itemsIn(output.out)) {
        if (item.certificate)
            answer.certificates.append(*item.certificate);
    }
    if (!answer.isEncrypted && answer.reason.isEmpty())
        answer.reason = lastLineOf(answer.transcript);
    return answer;
}

} // namespace tls
