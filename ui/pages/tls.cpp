// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField incomingMail[] = {
    {"smtpd_tls_security_level", QT_TRANSLATE_NOOP("forms", "Encryption"), FieldStyle::Explained},
    {"smtpd_tls_auth_only", QT_TRANSLATE_NOOP("forms", "Log in only when encrypted")},
};

constexpr FormField incomingMailCertificate[] = {
    {"smtpd_tls_chain_files", QT_TRANSLATE_NOOP("forms", "Key and certificate chain")},
    {"smtpd_tls_cert_file", QT_TRANSLATE_NOOP("forms", "Certificate")},
    {"smtpd_tls_key_file", QT_TRANSLATE_NOOP("forms", "Private key")},
};

constexpr FormField incomingMailProtocolsAndCiphers[] = {
    {"smtpd_tls_mandatory_protocols", QT_TRANSLATE_NOOP("forms", "Protocols where required")},
    {"smtpd_tls_protocols", QT_TRANSLATE_NOOP("forms", "Protocols where offered")},
    {"smtpd_tls_mandatory_ciphers", QT_TRANSLATE_NOOP("forms", "Cipher grade where required")},
    {"smtpd_tls_ciphers", QT_TRANSLATE_NOOP("forms", "Cipher grade where offered")},
    {"smtpd_tls_mandatory_exclude_ciphers", QT_TRANSLATE_NOOP("forms", "Ciphers left out where required")},
    {"smtpd_tls_exclude_ciphers", QT_TRANSLATE_NOOP("forms", "Ciphers left out always")},
    {"tls_preempt_cipherlist", QT_TRANSLATE_NOOP("forms", "The server's order of ciphers counts")},
    {"smtpd_tls_eecdh_grade", QT_TRANSLATE_NOOP("forms", "Curves")},
    {"smtpd_tls_dh1024_param_file", QT_TRANSLATE_NOOP("forms", "DH parameters")},
};

constexpr FormField incomingMailClientCertificates[] = {
    {"smtpd_tls_ask_ccert", QT_TRANSLATE_NOOP("forms", "Ask for a client certificate")},
    {"smtpd_tls_req_ccert", QT_TRANSLATE_NOOP("forms", "Require a client certificate")},
    {"smtpd_tls_CAfile", QT_TRANSLATE_NOOP("forms", "Authorities for client certificates")},
    {"smtpd_tls_CApath", QT_TRANSLATE_NOOP("forms", "Folder of authorities")},
    {"smtpd_tls_fingerprint_digest", QT_TRANSLATE_NOOP("forms", "Digest for fingerprints")},
    {"relay_clientcerts", QT_TRANSLATE_NOOP("forms", "Table of clients that may relay")},
};

constexpr FormField incomingMailNames[] = {
    {"tls_server_sni_maps", QT_TRANSLATE_NOOP("forms", "Table of certificates by name")},
};

constexpr FormField incomingMailLogAndSessions[] = {
    {"smtpd_tls_loglevel", QT_TRANSLATE_NOOP("forms", "What is logged")},
    {"smtpd_tls_received_header", QT_TRANSLATE_NOOP("forms", "Write it into Received headers")},
    {"smtpd_tls_session_cache_database", QT_TRANSLATE_NOOP("forms", "Session cache")},
    {"smtpd_tls_session_cache_timeout", QT_TRANSLATE_NOOP("forms", "Sessions expire after")},
};

constexpr FormField outgoingMail[] = {
    {"smtp_tls_security_level", QT_TRANSLATE_NOOP("forms", "Encryption"), FieldStyle::Explained},
    {"smtp_dns_support_level", QT_TRANSLATE_NOOP("forms", "DNS lookups")},
    {"smtp_tls_CAfile", QT_TRANSLATE_NOOP("forms", "Authorities to trust")},
    {"smtp_tls_CApath", QT_TRANSLATE_NOOP("forms", "Folder of authorities to trust")},
};

constexpr FormField outgoingMailPolicies[] = {
    {"smtp_tls_policy_maps", QT_TRANSLATE_NOOP("forms", "Table of rules by destination")},
};

constexpr FormField outgoingMailOwnCertificate[] = {
    {"smtp_tls_chain_files", QT_TRANSLATE_NOOP("forms", "Key and certificate chain")},
    {"smtp_tls_cert_file", QT_TRANSLATE_NOOP("forms", "Certificate")},
    {"smtp_tls_key_file", QT_TRANSLATE_NOOP("forms", "Private key")},
};

constexpr FormField outgoingMailProtocolsAndCiphers[] = {
    {"smtp_tls_mandatory_protocols", QT_TRANSLATE_NOOP("forms", "Protocols where required")},
    {"smtp_tls_protocols", QT_TRANSLATE_NOOP("forms", "Protocols otherwise")},
    {"smtp_tls_mandatory_ciphers", QT_TRANSLATE_NOOP("forms", "Cipher grade where required")},
    {"smtp_tls_ciphers", QT_TRANSLATE_NOOP("forms", "Cipher grade otherwise")},
    {"smtp_tls_mandatory_exclude_ciphers", QT_TRANSLATE_NOOP("forms", "Ciphers left out where required")},
    {"smtp_tls_exclude_ciphers", QT_TRANSLATE_NOOP("forms", "Ciphers left out always")},
    {"smtp_tls_secure_cert_match", QT_TRANSLATE_NOOP("forms", "Names that must match")},
    {"smtp_tls_fingerprint_digest", QT_TRANSLATE_NOOP("forms", "Digest for fingerprints")},
};

constexpr FormField outgoingMailLogAndSessions[] = {
    {"smtp_tls_loglevel", QT_TRANSLATE_NOOP("forms", "What is logged")},
    {"smtp_tls_note_starttls_offer", QT_TRANSLATE_NOOP("forms", "Log servers that offer encryption")},
    {"smtp_tls_session_cache_database", QT_TRANSLATE_NOOP("forms", "Session cache")},
    {"smtp_tls_connection_reuse", QT_TRANSLATE_NOOP("forms", "Use connections again")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Incoming mail"),
     QT_TRANSLATE_NOOP("forms", "What this server offers to mail programs and other servers that connect."),
     incomingMail},
    {QT_TRANSLATE_NOOP("forms", "Incoming mail: certificate"),
     QT_TRANSLATE_NOOP("forms", "What this server shows to those who connect, to prove that it is itself."),
     incomingMailCertificate},
    {QT_TRANSLATE_NOOP("forms", "Incoming mail: protocols and ciphers"),
     QT_TRANSLATE_NOOP(
         "forms",
         "Mandatory values count where encryption is required, the others where it is only offered."),
     incomingMailProtocolsAndCiphers, true},
    {QT_TRANSLATE_NOOP("forms", "Incoming mail: certificates by name"),
     QT_TRANSLATE_NOOP("forms", "For a server that is known by several names."), incomingMailNames, true},
    {QT_TRANSLATE_NOOP("forms", "Incoming mail: certificates of clients"),
     QT_TRANSLATE_NOOP("forms", "Clients can prove who they are by a certificate instead of a password."),
     incomingMailClientCertificates, true},
    {QT_TRANSLATE_NOOP("forms", "Incoming mail: log and sessions"), nullptr, incomingMailLogAndSessions,
     true},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail"),
     QT_TRANSLATE_NOOP("forms", "What this server asks for when it sends mail to other servers."),
     outgoingMail},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail: rules by destination"),
     QT_TRANSLATE_NOOP("forms",
                       "For partners and relay hosts that are held to more, or less, than all others."),
     outgoingMailPolicies},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail: own certificate"),
     QT_TRANSLATE_NOOP("forms", "Only where the receiving server asks for one."), outgoingMailOwnCertificate,
     true},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail: protocols and ciphers"), nullptr,
     outgoingMailProtocolsAndCiphers, true},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail: log and sessions"), nullptr, outgoingMailLogAndSessions,
     true},
};

} // namespace

std::span<const FormGroup> tlsGroups()
{
    return groups;
}

} // namespace ui
