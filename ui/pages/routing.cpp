// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField outgoingMail[] = {
    {"relayhost", QT_TRANSLATE_NOOP("forms", "Relay host")},
    {"smtp_fallback_relay", QT_TRANSLATE_NOOP("forms", "Relay when nothing else answers")},
};

constexpr FormField routesBySender[] = {
    {"sender_dependent_relayhost_maps", QT_TRANSLATE_NOOP("forms", "Relay host by sender")},
};

constexpr FormField routesByRecipient[] = {
    {"transport_maps", QT_TRANSLATE_NOOP("forms", "Routes by recipient")},
};

constexpr FormField outgoingMailDetails[] = {
    {"sender_dependent_default_transport_maps", QT_TRANSLATE_NOOP("forms", "Transport by sender")},
    {"default_transport", QT_TRANSLATE_NOOP("forms", "Transport for other domains")},
    {"relay_transport", QT_TRANSLATE_NOOP("forms", "Transport for relay domains")},
    {"local_transport", QT_TRANSLATE_NOOP("forms", "Transport for own domains")},
    {"disable_dns_lookups", QT_TRANSLATE_NOOP("forms", "Use no DNS")},
    {"parent_domain_matches_subdomains", QT_TRANSLATE_NOOP("forms", "Where a domain covers its subdomains")},
    {"defer_transports", QT_TRANSLATE_NOOP("forms", "Transports that wait for a flush")},
};

constexpr FormField virtualAliasDomains[] = {
    {"virtual_alias_domains", QT_TRANSLATE_NOOP("forms", "Domains")},
    {"virtual_alias_maps", QT_TRANSLATE_NOOP("forms", "Virtual aliases")},
};

constexpr FormField virtualMailboxDomains[] = {
    {"virtual_mailbox_domains", QT_TRANSLATE_NOOP("forms", "Domains")},
    {"virtual_transport", QT_TRANSLATE_NOOP("forms", "Delivered by")},
    {"virtual_mailbox_maps", QT_TRANSLATE_NOOP("forms", "Mailboxes")},
};

constexpr FormField virtualMailboxOwners[] = {
    {"virtual_mailbox_base", QT_TRANSLATE_NOOP("forms", "Folder of the mailboxes")},
    {"virtual_uid_maps", QT_TRANSLATE_NOOP("forms", "User ids")},
    {"virtual_gid_maps", QT_TRANSLATE_NOOP("forms", "Group ids")},
    {"virtual_minimum_uid", QT_TRANSLATE_NOOP("forms", "Lowest user id")},
};

constexpr FormField relayDomains[] = {
    {"relay_domains", QT_TRANSLATE_NOOP("forms", "Domains")},
    {"relay_recipient_maps", QT_TRANSLATE_NOOP("forms", "Recipients that exist there")},
};

constexpr FormField localDelivery[] = {
    {"alias_maps", QT_TRANSLATE_NOOP("forms", "Local aliases")},
    {"alias_database", QT_TRANSLATE_NOOP("forms", "Alias files that newaliases builds")},
    {"mailbox_transport", QT_TRANSLATE_NOOP("forms", "Transport for local mailboxes")},
    {"mailbox_command", QT_TRANSLATE_NOOP("forms", "Command for local mailboxes")},
    {"home_mailbox", QT_TRANSLATE_NOOP("forms", "Mailbox in the home folder")},
    {"luser_relay", QT_TRANSLATE_NOOP("forms", "Mail for unknown users goes to")},
    {"local_destination_concurrency_limit", QT_TRANSLATE_NOOP("forms", "Deliveries at a time to one user")},
};

constexpr FormField localDeliveryDetails[] = {
    {"forward_path", QT_TRANSLATE_NOOP("forms", "Where users keep their .forward file")},
    {"allow_mail_to_commands", QT_TRANSLATE_NOOP("forms", "Commands may be run from")},
    {"allow_mail_to_files", QT_TRANSLATE_NOOP("forms", "Files may be written from")},
    {"command_time_limit", QT_TRANSLATE_NOOP("forms", "A command may take")},
    {"command_expansion_filter", QT_TRANSLATE_NOOP("forms", "Characters commands are given")},
    {"prepend_delivered_header", QT_TRANSLATE_NOOP("forms", "Deliveries that add a header")},
    {"mailbox_command_maps", QT_TRANSLATE_NOOP("forms", "Commands by user")},
    {"mailbox_transport_maps", QT_TRANSLATE_NOOP("forms", "Transports by user")},
    {"fallback_transport", QT_TRANSLATE_NOOP("forms", "Transport for users without an account")},
};

constexpr FormField paceOfDelivery[] = {
    {"default_destination_concurrency_limit",
     QT_TRANSLATE_NOOP("forms", "Deliveries at a time to one destination")},
    {"initial_destination_concurrency", QT_TRANSLATE_NOOP("forms", "Deliveries at a time to begin with")},
    {"default_destination_recipient_limit", QT_TRANSLATE_NOOP("forms", "Recipients in one delivery")},
    {"default_destination_rate_delay", QT_TRANSLATE_NOOP("forms", "Wait between deliveries")},
    {"smtp_destination_concurrency_limit",
     QT_TRANSLATE_NOOP("forms", "SMTP deliveries at a time to one destination")},
    {"smtp_destination_recipient_limit", QT_TRANSLATE_NOOP("forms", "Recipients in one SMTP delivery")},
    {"smtp_address_preference", QT_TRANSLATE_NOOP("forms", "IPv4 or IPv6 first")},
    {"smtp_connect_timeout", QT_TRANSLATE_NOOP("forms", "A connection may take")},
    {"smtp_helo_timeout", QT_TRANSLATE_NOOP("forms", "A greeting may take")},
    {"smtp_mail_timeout", QT_TRANSLATE_NOOP("forms", "The answer to MAIL FROM may take")},
    {"smtp_rcpt_timeout", QT_TRANSLATE_NOOP("forms", "The answer to RCPT TO may take")},
    {"smtp_data_init_timeout", QT_TRANSLATE_NOOP("forms", "The answer to DATA may take")},
    {"smtp_data_xfer_timeout", QT_TRANSLATE_NOOP("forms", "Handing over the message may take")},
    {"smtp_data_done_timeout", QT_TRANSLATE_NOOP("forms", "The last answer may take")},
    {"smtp_quit_timeout", QT_TRANSLATE_NOOP("forms", "The answer to QUIT may take")},
    {"smtp_skip_5xx_greeting", QT_TRANSLATE_NOOP("forms", "Try another server after a refusal at once")},
    {"smtp_discard_ehlo_keywords", QT_TRANSLATE_NOOP("forms", "Abilities of servers to ignore")},
    {"smtputf8_enable", QT_TRANSLATE_NOOP("forms", "Addresses in any script")},
};

constexpr FormField rewrittenAddresses[] = {
    {"canonical_maps", QT_TRANSLATE_NOOP("forms", "Addresses rewritten, senders and recipients")},
    {"canonical_classes", QT_TRANSLATE_NOOP("forms", "Where these apply")},
};

constexpr FormField rewrittenSenders[] = {
    {"sender_canonical_maps", QT_TRANSLATE_NOOP("forms", "Senders rewritten")},
    {"sender_canonical_classes", QT_TRANSLATE_NOOP("forms", "Where these apply to senders")},
};

constexpr FormField rewrittenRecipients[] = {
    {"recipient_canonical_maps", QT_TRANSLATE_NOOP("forms", "Recipients rewritten")},
    {"recipient_canonical_classes", QT_TRANSLATE_NOOP("forms", "Where these apply to recipients")},
};

constexpr FormField rewrittenOnTheWayOut[] = {
    {"smtp_generic_maps", QT_TRANSLATE_NOOP("forms", "Addresses rewritten on the way out")},
};

constexpr FormField hiddenHosts[] = {
    {"masquerade_domains", QT_TRANSLATE_NOOP("forms", "Domains whose host names are hidden")},
    {"masquerade_classes", QT_TRANSLATE_NOOP("forms", "Where they are hidden")},
    {"masquerade_exceptions", QT_TRANSLATE_NOOP("forms", "Users who are shown")},
    {"append_dot_mydomain", QT_TRANSLATE_NOOP("forms", "Complete host names with the domain")},
    {"append_at_myorigin", QT_TRANSLATE_NOOP("forms", "Complete user names with the domain")},
    {"swap_bangpath", QT_TRANSLATE_NOOP("forms", "Rewrite site!user")},
    {"allow_percent_hack", QT_TRANSLATE_NOOP("forms", "Rewrite user%domain")},
    {"empty_address_recipient", QT_TRANSLATE_NOOP("forms", "Mail to the empty address goes to")},
};

constexpr FormField copies[] = {
    {"sender_bcc_maps", QT_TRANSLATE_NOOP("forms", "Copies by sender")},
    {"recipient_bcc_maps", QT_TRANSLATE_NOOP("forms", "Copies by recipient")},
    {"always_bcc", QT_TRANSLATE_NOOP("forms", "Copy of everything")},
};

constexpr FormField movedUsers[] = {
    {"relocated_maps", QT_TRANSLATE_NOOP("forms", "Users who have moved")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail"),
     QT_TRANSLATE_NOOP("forms", "Without a relay host mail goes straight to the servers of its recipients."),
     outgoingMail},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail by sender"), nullptr, routesBySender},
    {QT_TRANSLATE_NOOP("forms", "Mail by recipient"), nullptr, routesByRecipient},
    {QT_TRANSLATE_NOOP("forms", "Outgoing mail: details"), nullptr, outgoingMailDetails, true},
    {QT_TRANSLATE_NOOP("forms", "Virtual alias domains"),
     QT_TRANSLATE_NOOP("forms", "Every address of these domains is an alias for another."),
     virtualAliasDomains},
    {QT_TRANSLATE_NOOP("forms", "Virtual mailbox domains"),
     QT_TRANSLATE_NOOP("forms", "Domains whose mailboxes are no accounts of this machine."),
     virtualMailboxDomains},
    {QT_TRANSLATE_NOOP("forms", "Virtual mailboxes: folder and owners"), nullptr, virtualMailboxOwners, true},
    {QT_TRANSLATE_NOOP("forms", "Relay domains"),
     QT_TRANSLATE_NOOP("forms", "Domains this server takes mail for and hands on, for example as a backup."),
     relayDomains},
    {QT_TRANSLATE_NOOP("forms", "Local delivery"), nullptr, localDelivery},
    {QT_TRANSLATE_NOOP("forms", "Local delivery: details"), nullptr, localDeliveryDetails, true},
    {QT_TRANSLATE_NOOP("forms", "Rewritten addresses"), nullptr, rewrittenAddresses, true},
    {QT_TRANSLATE_NOOP("forms", "Rewritten senders"), nullptr, rewrittenSenders, true},
    {QT_TRANSLATE_NOOP("forms", "Rewritten recipients"), nullptr, rewrittenRecipients, true},
    {QT_TRANSLATE_NOOP("forms", "Rewritten on the way out"), nullptr, rewrittenOnTheWayOut, true},
    {QT_TRANSLATE_NOOP("forms", "Host names and incomplete addresses"), nullptr, hiddenHosts, true},
    {QT_TRANSLATE_NOOP("forms", "Copies"), nullptr, copies, true},
    {QT_TRANSLATE_NOOP("forms", "Users who have moved"), nullptr, movedUsers, true},
    {QT_TRANSLATE_NOOP("forms", "Pace of delivery"), nullptr, paceOfDelivery, true},
};

} // namespace

std::span<const FormGroup> routingGroups()
{
    return groups;
}

} // namespace ui
