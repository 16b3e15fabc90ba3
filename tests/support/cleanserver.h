// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// A configuration in which no rule finds anything: a host that hands all its mail to another.
namespace cleanserver {

inline QByteArray mainCf()
{
    return "compatibility_level = 3.6\n"
           "myhostname = host.example.com\n"
           "mydestination = $myhostname,\n"
           "  # this machine by another name\n"
           "  localhost\n"
           "mynetworks = 127.0.0.0/8\n"
           "inet_interfaces = loopback-only\n"
           "relayhost = [relay.example.com]\n"
           "smtp_tls_security_level = may\n"
           "smtpd_forbid_bare_newline = yes\n"
           "alias_maps =\n"
           "alias_database =\n";
}

inline QByteArray masterCf()
{
    return "smtp      inet  n       -       n       -       -       smtpd\n"
           "  -o syslog_name=postfix/own\n"
           "pickup    unix  n       -       n       60      1       pickup\n"
           "cleanup   unix  n       -       n       -       0       cleanup\n"
           "qmgr      unix  n       -       n       300     1       qmgr\n"
           "tlsmgr    unix  -       -       n       1000?   1       tlsmgr\n"
           "rewrite   unix  -       -       n       -       -       trivial-rewrite\n"
           "bounce    unix  -       -       n       -       0       bounce\n"
           "defer     unix  -       -       n       -       0       bounce\n"
           "trace     unix  -       -       n       -       0       bounce\n"
           "verify    unix  -       -       n       -       1       verify\n"
           "flush     unix  n       -       n       1000?   0       flush\n"
           "proxymap  unix  -       -       n       -       -       proxymap\n"
           "proxywrite unix -       -       n       -       1       proxymap\n"
           "smtp      unix  -       -       n       -       -       smtp\n"
           "relay     unix  -       -       n       -       -       smtp\n"
           "showq     unix  n       -       n       -       -       showq\n"
           "error     unix  -       -       n       -       -       error\n"
           "retry     unix  -       -       n       -       -       error\n"
           "discard   unix  -       -       n       -       -       discard\n"
           "local     unix  -       n       n       -       -       local\n"
           "virtual   unix  -       n       n       -       -       virtual\n"
           "lmtp      unix  -       -       n       -       -       lmtp\n"
           "anvil     unix  -       -       n       -       1       anvil\n"
           "scache    unix  -       -       n       -       1       scache\n"
           "postlog   unix-dgram n  -       n       -       1       postlogd\n";
}

} // namespace cleanserver
