# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Before tests/support/ownpostfix.sh starts Postfix: addresses, a certificate and tables.

ip address add 192.0.2.10/32 dev lo # the server
ip address add 192.0.2.20/32 dev lo # a client outside of its networks
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.example.org \
    -keyout key.pem -out cert.pem 2>"$work/openssl.log"
postalias hash:/etc/postfix/aliases
postmap hash:/etc/postfix/senders
