// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField lists[] = {
    {"smtpd_client_restrictions", QT_TRANSLATE_NOOP("forms", "1. Who connects")},
    {"smtpd_helo_restrictions", QT_TRANSLATE_NOOP("forms", "2. The name it says (HELO)")},
    {"smtpd_sender_restrictions", QT_TRANSLATE_NOOP("forms", "3. The sender (MAIL FROM)")},
    {"smtpd_relay_restrictions", QT_TRANSLATE_NOOP("forms", "4. Relaying (RCPT TO)")},
    {"smtpd_recipient_restrictions", QT_TRANSLATE_NOOP("forms", "5. The recipient (RCPT TO)")},
    {"smtpd_data_restrictions", QT_TRANSLATE_NOOP("forms", "6. Before the text (DATA)")},
    {"smtpd_end_of_data_restrictions", QT_TRANSLATE_NOOP("forms", "7. After the text")},
    {"smtpd_etrn_restrictions", QT_TRANSLATE_NOOP("forms", "Who may ask for queued mail (ETRN)")},
};

constexpr FormField moments[] = {
    {"smtpd_delay_reject", QT_TRANSLATE_NOOP("forms", "Refuse at the recipient at the earliest")},
    {"smtpd_relay_before_recipient_restrictions", QT_TRANSLATE_NOOP("forms", "Ask for relaying first")},
    {"smtpd_helo_required", QT_TRANSLATE_NOOP("forms", "Clients must say their name")},
    {"smtpd_reject_unlisted_sender", QT_TRANSLATE_NOOP("forms", "Refuse own senders that do not exist")},
    {"smtpd_reject_unlisted_recipient", QT_TRANSLATE_NOOP("forms", "Refuse recipients that do not exist")},
    {"strict_rfc821_envelopes", QT_TRANSLATE_NOOP("forms", "Refuse addresses that break the standard")},
    {"disable_vrfy_command", QT_TRANSLATE_NOOP("forms", "Tell nobody which addresses exist (VRFY)")},
    {"smtpd_forbid_bare_newline", QT_TRANSLATE_NOOP("forms", "Refuse bare line feeds (SMTP smuggling)")},
    {"smtpd_forbid_bare_newline_exclusions", QT_TRANSLATE_NOOP("forms", "Clients that may send them")},
    {"smtpd_forbid_unauth_pipelining", QT_TRANSLATE_NOOP("forms", "Refuse commands sent too early")},
};

constexpr FormField parts[] = {
    {"smtpd_restriction_classes", QT_TRANSLATE_NOOP("forms", "Named groups of steps")},
    {"permit_mx_backup_networks", QT_TRANSLATE_NOOP("forms", "Networks of our other mail servers")},
    {"rbl_reply_maps", QT_TRANSLATE_NOOP("forms", "Replies by DNS list")},
    {"reject_code", QT_TRANSLATE_NOOP("forms", "Reply code of reject")},
    {"defer_code", QT_TRANSLATE_NOOP("forms", "Reply code of defer")},
    {"relay_domains_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for foreign destinations")},
    {"maps_rbl_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for DNS lists")},
    {"access_map_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code of REJECT in a table")},
    {"unknown_client_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for clients without a name")},
    {"unknown_hostname_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for unknown HELO names")},
    {"unknown_address_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for domains that do not exist")},
    {"invalid_hostname_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for malformed HELO names")},
    {"non_fqdn_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for names that are not complete")},
    {"unverified_sender_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for unverified senders")},
    {"unverified_recipient_reject_code", QT_TRANSLATE_NOOP("forms", "Reply code for unverified recipients")},
};

constexpr FormField limits[] = {
    {"smtpd_client_connection_rate_limit", QT_TRANSLATE_NOOP("forms", "Connections of a client per minute")},
    {"smtpd_client_connection_count_limit", QT_TRANSLATE_NOOP("forms", "Connections of a client at a time")},
    {"smtpd_client_message_rate_limit", QT_TRANSLATE_NOOP("forms", "Messages of a client per minute")},
    {"smtpd_client_recipient_rate_limit", QT_TRANSLATE_NOOP("forms", "Recipients of a client per minute")},
    {"smtpd_client_auth_rate_limit", QT_TRANSLATE_NOOP("forms", "Logins of a client per minute")},
    {"smtpd_client_event_limit_exceptions", QT_TRANSLATE_NOOP("forms", "Clients without these limits")},
    {"smtpd_recipient_limit", QT_TRANSLATE_NOOP("forms", "Recipients of a message")},
    {"smtpd_error_sleep_time", QT_TRANSLATE_NOOP("forms", "Wait after an error")},
    {"smtpd_soft_error_limit", QT_TRANSLATE_NOOP("forms", "Errors before replies slow down")},
    {"smtpd_hard_error_limit", QT_TRANSLATE_NOOP("forms", "Errors before the end")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Tests in the order of an SMTP session"),
     QT_TRANSLATE_NOOP(
         "forms",
         "Each list is read from the top until a step decides. A permit ends only its own list, a "
         "reject refuses the mail. Services can have lists of their own: see Submission and Services."),
     lists},
    {QT_TRANSLATE_NOOP("forms", "Rules of the session"), nullptr, moments, true},
    {QT_TRANSLATE_NOOP("forms", "Groups, tables and reply codes"), nullptr, parts, true},
    {QT_TRANSLATE_NOOP("forms", "Limits for each client"), nullptr, limits, true},
};

} // namespace

std::span<const FormGroup> accessGroups()
{
    return groups;
}

} // namespace ui
