// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableshapes.h"

#include <QtGlobal>

namespace ui::shapes {

namespace {

constexpr TableColumn policyColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Destination"), QT_TRANSLATE_NOOP("tables", "example.org or [host]:587")},
    {QT_TRANSLATE_NOOP("tables", "Level"), QT_TRANSLATE_NOOP("tables", "secure")},
    {QT_TRANSLATE_NOOP("tables", "Names and other attributes"),
     QT_TRANSLATE_NOOP("tables", "match=.example.org")},
};
constexpr TableColumn sniColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Name asked for"), QT_TRANSLATE_NOOP("tables", "mail.example.org")},
    {QT_TRANSLATE_NOOP("tables", "Files with key and chain"),
     QT_TRANSLATE_NOOP("tables", "/etc/ssl/mail.pem")},
};
constexpr TableColumn fingerprintColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Fingerprint"), QT_TRANSLATE_NOOP("tables", "AB:CD:…")},
    {QT_TRANSLATE_NOOP("tables", "Whose it is"), QT_TRANSLATE_NOOP("tables", "laptop of Ann")},
};
constexpr TableColumn passwordColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Server or sender"), QT_TRANSLATE_NOOP("tables", "[mail.example.org]:587")},
    {QT_TRANSLATE_NOOP("tables", "User"), QT_TRANSLATE_NOOP("tables", "user")},
    {QT_TRANSLATE_NOOP("tables", "Password"), QT_TRANSLATE_NOOP("tables", "password"), true},
};
constexpr TableColumn loginColumns[] = {
    {QT_TRANSLATE_NOOP("tables", "Sender address"), QT_TRANSLATE_NOOP("tables", "ann@example.org")},
    {QT_TRANSLATE_NOOP("tables", "Logins that own it"), QT_TRANSLATE_NOOP("tables", "ann, office")},
};

} // namespace

const TableShape tlsPolicies{
    .parameter = "smtp_tls_policy_maps",
    .title = QT_TRANSLATE_NOOP("tables", "TLS by destination"),
    .empty = QT_TRANSLATE_NOOP("tables",
                               "Every destination is treated alike. A destination is written as it is in the "
                               "relay host or the transport, with its brackets and port."),
    .fileName = "tls_policy",
    .columns = policyColumns,
    .value = {.separator = ' '}};

const TableShape sniCertificates{
    .parameter = "tls_server_sni_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Certificates by name"),
    .empty = QT_TRANSLATE_NOOP("tables",
                               "Everybody gets the same certificate. Rows give another one to who asks for "
                               "that name; the table is to be indexed with postmap -F."),
    .fileName = "sni",
    .columns = sniColumns};

const TableShape clientFingerprints{
    .parameter = "relay_clientcerts",
    .title = QT_TRANSLATE_NOOP("tables", "Client certificates that may relay"),
    .empty =
        QT_TRANSLATE_NOOP("tables",
                          "No client is known by its certificate. permit_tls_clientcerts lets those that "
                          "are listed here send mail anywhere."),
    .fileName = "relay_clientcerts",
    .columns = fingerprintColumns};

const TableShape passwords{
    .parameter = "smtp_sasl_password_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Passwords by server"),
    .empty = QT_TRANSLATE_NOOP("tables",
                               "No passwords yet. A server is written as it is in the relay host, with its "
                               "brackets and port."),
    .fileName = "sasl_passwd",
    .columns = passwordColumns,
    .value = {.separator = ':'}};

const TableShape senderLogins{
    .parameter = "smtpd_sender_login_maps",
    .title = QT_TRANSLATE_NOOP("tables", "Sender addresses and their owners"),
    .empty = QT_TRANSLATE_NOOP("tables",
                               "No address has an owner yet, so a port that allows own addresses only would "
                               "refuse every sender."),
    .fileName = "sender_login",
    .columns = loginColumns};

} // namespace ui::shapes
