// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField names[] = {
    {"myhostname", QT_TRANSLATE_NOOP("forms", "Host name of this server")},
    {"mydomain", QT_TRANSLATE_NOOP("forms", "Domain of this server")},
    {"myorigin", QT_TRANSLATE_NOOP("forms", "Domain added to addresses without one")},
};

constexpr FormField mailForThisServer[] = {
    {"mydestination", QT_TRANSLATE_NOOP("forms", "Domains delivered here")},
    {"local_recipient_maps", QT_TRANSLATE_NOOP("forms", "Recipients that exist here")},
};

constexpr FormField networks[] = {
    {"mynetworks", QT_TRANSLATE_NOOP("forms", "Trusted networks, which may relay")},
    {"mynetworks_style", QT_TRANSLATE_NOOP("forms", "Trusted networks if none are listed")},
    {"inet_interfaces", QT_TRANSLATE_NOOP("forms", "Addresses to listen on")},
    {"inet_protocols", QT_TRANSLATE_NOOP("forms", "IP versions")},
};

constexpr FormField addressesBehindARouterOrProxy[] = {
    {"proxy_interfaces", QT_TRANSLATE_NOOP("forms", "Outside addresses of this server")},
    {"smtp_bind_address", QT_TRANSLATE_NOOP("forms", "IPv4 address to send from")},
    {"smtp_bind_address6", QT_TRANSLATE_NOOP("forms", "IPv6 address to send from")},
    {"smtp_helo_name", QT_TRANSLATE_NOOP("forms", "Name said to other servers")},
    {"smtpd_banner", QT_TRANSLATE_NOOP("forms", "Greeting for other servers")},
};

constexpr FormField limitsAndNotices[] = {
    {"message_size_limit", QT_TRANSLATE_NOOP("forms", "Largest message")},
    {"mailbox_size_limit", QT_TRANSLATE_NOOP("forms", "Largest mailbox")},
    {"recipient_delimiter", QT_TRANSLATE_NOOP("forms", "Separator for plus addresses")},
    {"notify_classes", QT_TRANSLATE_NOOP("forms", "What the postmaster is told")},
    {"delay_warning_time", QT_TRANSLATE_NOOP("forms", "Warn the sender of a delay after")},
    {"confirm_delay_cleared", QT_TRANSLATE_NOOP("forms", "Tell the sender when the delay is over")},
    {"bounce_queue_lifetime", QT_TRANSLATE_NOOP("forms", "Keep trying to return mail for")},
    {"maximal_queue_lifetime", QT_TRANSLATE_NOOP("forms", "Keep trying to deliver for")},
};

constexpr FormField whoIsTold[] = {
    {"bounce_notice_recipient", QT_TRANSLATE_NOOP("forms", "Copies of returned mail go to")},
    {"2bounce_notice_recipient", QT_TRANSLATE_NOOP("forms", "Mail that can't be returned goes to")},
    {"delay_notice_recipient", QT_TRANSLATE_NOOP("forms", "Copies of delay warnings go to")},
    {"error_notice_recipient", QT_TRANSLATE_NOOP("forms", "Reports of errors go to")},
    {"double_bounce_sender", QT_TRANSLATE_NOOP("forms", "Sender of notices to the postmaster")},
    {"address_verify_sender", QT_TRANSLATE_NOOP("forms", "Sender when addresses are verified")},
};

constexpr FormField queueAndLoad[] = {
    {"default_process_limit", QT_TRANSLATE_NOOP("forms", "Processes of each service")},
    {"queue_minfree", QT_TRANSLATE_NOOP("forms", "Free space needed to accept mail")},
    {"queue_run_delay", QT_TRANSLATE_NOOP("forms", "Look through the deferred queue every")},
    {"minimal_backoff_time", QT_TRANSLATE_NOOP("forms", "Try again no sooner than after")},
    {"maximal_backoff_time", QT_TRANSLATE_NOOP("forms", "Try again no later than after")},
    {"qmgr_message_active_limit", QT_TRANSLATE_NOOP("forms", "Messages in delivery at a time")},
    {"qmgr_message_recipient_limit", QT_TRANSLATE_NOOP("forms", "Recipients in delivery at a time")},
    {"header_size_limit", QT_TRANSLATE_NOOP("forms", "Largest header")},
    {"line_length_limit", QT_TRANSLATE_NOOP("forms", "Longest line")},
    {"bounce_size_limit", QT_TRANSLATE_NOOP("forms", "Text of a message in its return")},
    {"header_address_token_limit", QT_TRANSLATE_NOOP("forms", "Parts of an address that are rewritten")},
    {"duplicate_filter_limit", QT_TRANSLATE_NOOP("forms", "Recipients remembered against doubles")},
    {"hash_queue_names", QT_TRANSLATE_NOOP("forms", "Queues with subfolders")},
    {"hash_queue_depth", QT_TRANSLATE_NOOP("forms", "Levels of subfolders")},
    {"deliver_lock_attempts", QT_TRANSLATE_NOOP("forms", "Attempts to lock a mailbox")},
    {"deliver_lock_delay", QT_TRANSLATE_NOOP("forms", "Wait between those attempts")},
    {"mailbox_delivery_lock", QT_TRANSLATE_NOOP("forms", "Ways to lock a mailbox")},
    {"fork_attempts", QT_TRANSLATE_NOOP("forms", "Attempts to start a process")},
    {"fork_delay", QT_TRANSLATE_NOOP("forms", "Wait between starting a process")},
    {"daemon_timeout", QT_TRANSLATE_NOOP("forms", "A request may take")},
    {"ipc_timeout", QT_TRANSLATE_NOOP("forms", "An answer between daemons may take")},
    {"max_idle", QT_TRANSLATE_NOOP("forms", "An idle process ends after")},
    {"max_use", QT_TRANSLATE_NOOP("forms", "A process ends after requests")},
};

constexpr FormField debugging[] = {
    {"debug_peer_list", QT_TRANSLATE_NOOP("forms", "Log more about these clients and servers")},
    {"debug_peer_level", QT_TRANSLATE_NOOP("forms", "How much more")},
    {"debugger_command", QT_TRANSLATE_NOOP("forms", "Debugger")},
    {"soft_bounce", QT_TRANSLATE_NOOP("forms", "Keep mail instead of returning it")},
};

constexpr FormField accountsFoldersAndDefaults[] = {
    {"compatibility_level", QT_TRANSLATE_NOOP("forms", "Defaults of this Postfix version")},
    {"mail_owner", QT_TRANSLATE_NOOP("forms", "Account Postfix runs as")},
    {"setgid_group", QT_TRANSLATE_NOOP("forms", "Group for handing in mail")},
    {"default_privs", QT_TRANSLATE_NOOP("forms", "Account for delivery to commands")},
    {"queue_directory", QT_TRANSLATE_NOOP("forms", "Folder of the queue")},
    {"data_directory", QT_TRANSLATE_NOOP("forms", "Folder of caches")},
    {"command_directory", QT_TRANSLATE_NOOP("forms", "Folder of commands")},
    {"daemon_directory", QT_TRANSLATE_NOOP("forms", "Folder of daemons")},
    {"mail_spool_directory", QT_TRANSLATE_NOOP("forms", "Folder of mailboxes")},
    {"meta_directory", QT_TRANSLATE_NOOP("forms", "Folder of facts about the installation")},
    {"shlib_directory", QT_TRANSLATE_NOOP("forms", "Folder of shared libraries")},
    {"sample_directory", QT_TRANSLATE_NOOP("forms", "Folder of sample files")},
    {"readme_directory", QT_TRANSLATE_NOOP("forms", "Folder of text documents")},
    {"html_directory", QT_TRANSLATE_NOOP("forms", "Folder of web documents")},
    {"manpage_directory", QT_TRANSLATE_NOOP("forms", "Folder of manual pages")},
    {"sendmail_path", QT_TRANSLATE_NOOP("forms", "The sendmail command")},
    {"newaliases_path", QT_TRANSLATE_NOOP("forms", "The newaliases command")},
    {"mailq_path", QT_TRANSLATE_NOOP("forms", "The mailq command")},
    {"maillog_file", QT_TRANSLATE_NOOP("forms", "Log file of Postfix itself")},
    {"biff", QT_TRANSLATE_NOOP("forms", "Notify users at terminals")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Names"), nullptr, names},
    {QT_TRANSLATE_NOOP("forms", "Mail for this server"),
     QT_TRANSLATE_NOOP("forms",
                       "Mail for these domains is delivered to users of this machine. Virtual domains belong "
                       "on the Routing page."),
     mailForThisServer},
    {QT_TRANSLATE_NOOP("forms", "Networks"), nullptr, networks},
    {QT_TRANSLATE_NOOP("forms", "Addresses behind a router or proxy"), nullptr, addressesBehindARouterOrProxy,
     true},
    {QT_TRANSLATE_NOOP("forms", "Limits and notices"), nullptr, limitsAndNotices, true},
    {QT_TRANSLATE_NOOP("forms", "Who is told"), nullptr, whoIsTold, true},
    {QT_TRANSLATE_NOOP("forms", "Queue and load"), nullptr, queueAndLoad, true},
    {QT_TRANSLATE_NOOP("forms", "Debugging"),
     QT_TRANSLATE_NOOP("forms", "For a while, to find out what happens: logs grow fast with it."), debugging,
     true},
    {QT_TRANSLATE_NOOP("forms", "Accounts, folders and defaults"),
     QT_TRANSLATE_NOOP("forms", "These belong to the installation; a package sets them."),
     accountsFoldersAndDefaults, true},
};

} // namespace

std::span<const FormGroup> identityGroups()
{
    return groups;
}

} // namespace ui
