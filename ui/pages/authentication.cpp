// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField loginToThisServer[] = {
    {"smtpd_sasl_auth_enable", QT_TRANSLATE_NOOP("forms", "Offer login at every port")},
    {"smtpd_sasl_path", QT_TRANSLATE_NOOP("forms", "Socket or service of the checker")},
    {"smtpd_tls_auth_only", QT_TRANSLATE_NOOP("forms", "Log in only when encrypted")},
};

constexpr FormField loginToThisServerDetails[] = {
    {"smtpd_sasl_type", QT_TRANSLATE_NOOP("forms", "Type of the checker")},
    {"smtpd_sasl_security_options", QT_TRANSLATE_NOOP("forms", "Methods refused without encryption")},
    {"smtpd_sasl_tls_security_options", QT_TRANSLATE_NOOP("forms", "Methods refused with encryption")},
    {"smtpd_sasl_local_domain", QT_TRANSLATE_NOOP("forms", "Domain added to login names")},
    {"broken_sasl_auth_clients", QT_TRANSLATE_NOOP("forms", "Serve mail programs of the 1990s")},
    {"smtpd_sasl_authenticated_header", QT_TRANSLATE_NOOP("forms", "Write the login name into headers")},
    {"smtpd_sasl_exceptions_networks", QT_TRANSLATE_NOOP("forms", "Networks that are not offered login")},
    {"smtpd_sasl_mechanism_filter", QT_TRANSLATE_NOOP("forms", "Methods offered")},
    {"cyrus_sasl_config_path", QT_TRANSLATE_NOOP("forms", "Folder of Cyrus settings")},
};

constexpr FormField whoMaySendAsWhom[] = {
    {"smtpd_sender_login_maps", QT_TRANSLATE_NOOP("forms", "Table of addresses and their owners")},
};

constexpr FormField loginToOtherServers[] = {
    {"smtp_sasl_auth_enable", QT_TRANSLATE_NOOP("forms", "Log in where a password is known")},
    {"smtp_sender_dependent_authentication", QT_TRANSLATE_NOOP("forms", "Choose the login by sender")},
    {"smtp_sasl_password_maps", QT_TRANSLATE_NOOP("forms", "Table of passwords by server")},
};

constexpr FormField loginToOtherServersDetails[] = {
    {"smtp_sasl_security_options", QT_TRANSLATE_NOOP("forms", "Methods refused without encryption")},
    {"smtp_sasl_tls_security_options", QT_TRANSLATE_NOOP("forms", "Methods refused with encryption")},
    {"smtp_sasl_mechanism_filter", QT_TRANSLATE_NOOP("forms", "Methods used")},
    {"smtp_sasl_type", QT_TRANSLATE_NOOP("forms", "Implementation")},
    {"smtp_sasl_path", QT_TRANSLATE_NOOP("forms", "Path of the implementation")},
    {"smtp_sasl_auth_soft_bounce", QT_TRANSLATE_NOOP("forms", "Try again after a refused login")},
    {"smtp_sasl_auth_cache_name", QT_TRANSLATE_NOOP("forms", "Memory of refused logins")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Login to this server"),
     QT_TRANSLATE_NOOP(
         "forms", "Mail programs log in here before they send. The Submission page says at which ports."),
     loginToThisServer},
    {QT_TRANSLATE_NOOP("forms", "Login to this server: details"), nullptr, loginToThisServerDetails, true},
    {QT_TRANSLATE_NOOP("forms", "Who may send as whom"),
     QT_TRANSLATE_NOOP("forms", "Counts at ports where who has logged in sends with own addresses only."),
     whoMaySendAsWhom},
    {QT_TRANSLATE_NOOP("forms", "Login to other servers"),
     QT_TRANSLATE_NOOP("forms", "For a relay host that wants to know who sends."), loginToOtherServers},
    {QT_TRANSLATE_NOOP("forms", "Login to other servers: details"), nullptr, loginToOtherServersDetails,
     true},
};

} // namespace

std::span<const FormGroup> authenticationGroups()
{
    return groups;
}

} // namespace ui
