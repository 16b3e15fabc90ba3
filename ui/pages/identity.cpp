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
