// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/deprecations.h"

#include <algorithm>
#include <array>

namespace postconf {

namespace {

constexpr catalog::Version v39{3, 9, 0};
constexpr catalog::Version v311{3, 11, 0};
constexpr catalog::Version v312{3, 12, 0};
constexpr const char *leaveAtDefault = "do not specify (leave at default)";

// Sorted by name.
constexpr std::array deprecations{
    Deprecation{"authorized_verp_clients", v311, "specify \"smtpd_authorized_verp_clients\""},
    Deprecation{"disable_dns_lookups", v39, "specify \"smtp_dns_support_level\""},
    Deprecation{"fallback_relay", v311, "specify \"smtp_fallback_relay\""},
    Deprecation{"lmtp_cname_overrides_servername", v311, "do not specify"},
    Deprecation{"lmtp_enforce_tls", v39, "lmtp_tls_security_level"},
    Deprecation{"lmtp_per_record_deadline", v311, "specify \"lmtp_per_request_deadline\""},
    Deprecation{"lmtp_tls_enforce_peername", v311, "specify \"lmtp_tls_security_level\""},
    Deprecation{"lmtp_tls_per_site", v39, "specify \"lmtp_tls_policy_maps\""},
    Deprecation{"lmtp_use_tls", v39, "specify \"lmtp_tls_security_level\""},
    Deprecation{"postscreen_blacklist_action", v311, "specify \"postscreen_denylist_action\""},
    Deprecation{"postscreen_dnsbl_ttl", v311, "specify \"postscreen_dnsbl_max_ttl\""},
    Deprecation{"postscreen_dnsbl_whitelist_threshold", v311,
                "specify \"postscreen_dnsbl_allowlist_threshold\""},
    Deprecation{"postscreen_enforce_tls", v39, "specify \"postscreen_tls_security_level\""},
    Deprecation{"postscreen_use_tls", v39, "specify \"postscreen_tls_security_level\""},
    Deprecation{"postscreen_whitelist_interfaces", v311, "specify \"postscreen_allowlist_interfaces\""},
    Deprecation{"smtp_cname_overrides_servername", v311, "do not specify"},
    Deprecation{"smtp_enforce_tls", v39, "specify \"smtp_tls_security_level\""},
    Deprecation{"smtp_per_record_deadline", v311, "specify \"smtp_per_request_deadline\""},
    Deprecation{"smtp_tls_enforce_peername", v311, "specify \"smtp_tls_security_level\""},
    Deprecation{"smtp_tls_per_site", v39, "specify \"smtp_tls_policy_maps\""},
    Deprecation{"smtp_use_tls", v39, "specify \"smtp_tls_security_level\""},
    Deprecation{"smtpd_client_connection_limit_exceptions", v311,
                "specify \"smtpd_client_event_limit_exceptions\""},
    Deprecation{"smtpd_enforce_tls", v39, "specify \"smtpd_tls_security_level\""},
    Deprecation{"smtpd_per_record_deadline", v311, "specify \"smtpd_per_request_deadline\""},
    Deprecation{"smtpd_tls_dh1024_param_file", v39, leaveAtDefault},
    Deprecation{"smtpd_tls_eecdh_grade", v39, leaveAtDefault},
    Deprecation{"smtpd_use_tls", v39, "specify \"smtpd_tls_security_level\""},
    Deprecation{"tlsproxy_client_enforce_tls", v39, "specify \"tlsproxy_client_security_level\""},
    Deprecation{"tlsproxy_client_level", v311, "specify \"tlsproxy_client_security_level\""},
    Deprecation{"tlsproxy_client_loglevel_parameter", v312, leaveAtDefault},
    Deprecation{"tlsproxy_client_per_site", v39, "specify \"tlsproxy_client_policy_maps\""},
    Deprecation{"tlsproxy_client_policy", v311, "specify \"tlsproxy_client_policy_maps\""},
    Deprecation{"tlsproxy_client_use_tls", v39, "specify \"tlsproxy_client_security_level\""},
    Deprecation{"tlsproxy_enforce_tls", v39, "specify \"tlsproxy_tls_security_level\""},
    Deprecation{"tlsproxy_use_tls", v39, "specify \"tlsproxy_tls_security_level\""},
    Deprecation{"virtual_maps", v311, "specify \"virtual_alias_maps\""},
};

} // namespace

const Deprecation *deprecationOf(QByteArrayView name, const catalog::Version &target)
{
    const auto *found =
        std::lower_bound(deprecations.begin(), deprecations.end(), name,
                         [](const Deprecation &row, QByteArrayView wanted) { return row.name < wanted; });
    return found != deprecations.end() && found->name == name && found->since <= target ? found : nullptr;
}

} // namespace postconf
