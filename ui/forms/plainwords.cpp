// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/plainwords.h"

#include <QHash>
#include <QStringList>

namespace ui {

namespace {

/// Parts of names that are no words, or other words than they seem.
const QHash<QByteArray, QString> &knownParts()
{
    static const QHash<QByteArray, QString> parts{
        {"2bounce", QStringLiteral("double bounce")},
        {"CAfile", QStringLiteral("CA file")},
        {"CApath", QStringLiteral("CA folder")},
        {"bcc", QStringLiteral("BCC")},
        {"ccerts", QStringLiteral("client certificates")},
        {"ccert", QStringLiteral("client certificate")},
        {"cert", QStringLiteral("certificate")},
        {"conf", QStringLiteral("configuration")},
        {"dane", QStringLiteral("DANE")},
        {"dcert", QStringLiteral("DSA certificate")},
        {"dh1024", QStringLiteral("DH")},
        {"dh512", QStringLiteral("export DH")},
        {"dkey", QStringLiteral("DSA key")},
        {"dns", QStringLiteral("DNS")},
        {"dnsbl", QStringLiteral("DNS blocklist")},
        {"dsn", QStringLiteral("DSN")},
        {"eccert", QStringLiteral("ECDSA certificate")},
        {"eckey", QStringLiteral("ECDSA key")},
        {"eecdh", QStringLiteral("EECDH")},
        {"ehlo", QStringLiteral("EHLO")},
        {"esmtp", QStringLiteral("ESMTP")},
        {"etrn", QStringLiteral("ETRN")},
        {"gid", QStringLiteral("GID")},
        {"hba", QStringLiteral("HBA")},
        {"helo", QStringLiteral("HELO")},
        {"html", QStringLiteral("HTML")},
        {"id", QStringLiteral("ID")},
        {"inet", QStringLiteral("Internet")},
        {"ip", QStringLiteral("IP")},
        {"ipc", QStringLiteral("IPC")},
        {"ipv4", QStringLiteral("IPv4")},
        {"ipv6", QStringLiteral("IPv6")},
        {"ldap", QStringLiteral("LDAP")},
        {"lmdb", QStringLiteral("LMDB")},
        {"lmtp", QStringLiteral("LMTP client")},
        {"loglevel", QStringLiteral("log level")},
        {"mime", QStringLiteral("MIME")},
        {"mx", QStringLiteral("MX")},
        {"mydestination", QStringLiteral("own domains")},
        {"mydomain", QStringLiteral("own domain")},
        {"myhostname", QStringLiteral("own host name")},
        {"mynetworks", QStringLiteral("trusted networks")},
        {"myorigin", QStringLiteral("domain of local mail")},
        {"openssl", QStringLiteral("OpenSSL")},
        {"pki", QStringLiteral("PKI")},
        {"plaintext", QStringLiteral("plain text")},
        {"pem", QStringLiteral("PEM")},
        {"qmgr", QStringLiteral("queue manager")},
        {"qmqpd", QStringLiteral("QMQP server")},
        {"rbl", QStringLiteral("RBL")},
        {"relayhost", QStringLiteral("relay host")},
        {"rhsbl", QStringLiteral("RHSBL")},
        {"rset", QStringLiteral("RSET")},
        {"sasl", QStringLiteral("SASL")},
        {"smtp", QStringLiteral("SMTP client")},
        {"smtpd", QStringLiteral("SMTP server")},
        {"smtputf8", QStringLiteral("SMTPUTF8")},
        {"sni", QStringLiteral("SNI")},
        {"srv", QStringLiteral("SRV")},
        {"ssl", QStringLiteral("SSL")},
        {"starttls", QStringLiteral("STARTTLS")},
        {"tcp", QStringLiteral("TCP")},
        {"timeout", QStringLiteral("time limit")},
        {"tls", QStringLiteral("TLS")},
        {"tlsproxy", QStringLiteral("TLS proxy")},
        {"tlsrpt", QStringLiteral("TLSRPT")},
        {"ttl", QStringLiteral("TTL")},
        {"uid", QStringLiteral("UID")},
        {"utf8", QStringLiteral("UTF-8")},
        {"uucp", QStringLiteral("UUCP")},
        {"verp", QStringLiteral("VERP")},
        {"vrfy", QStringLiteral("VRFY")},
        {"xclient", QStringLiteral("XCLIENT")},
        {"xforward", QStringLiteral("XFORWARD")},
    };
    return parts;
}

} // namespace

QString plainWords(QByteArrayView parameter)
{
    QStringList words;
    for (const QByteArray &part : parameter.toByteArray().split('_')) {
        if (!part.isEmpty())
            words.append(knownParts().value(part, QString::fromUtf8(part)));
    }
    QString text = words.join(u' ');
    if (!text.isEmpty() && text.at(0).isLower() && !text.startsWith(QLatin1String("postscreen")))
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace ui
