// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/fieldpages.h"

#include <QtGlobal>

namespace ui {

namespace {

constexpr FormField milters[] = {
    {"smtpd_milters", QT_TRANSLATE_NOOP("forms", "For mail from the network")},
    {"non_smtpd_milters", QT_TRANSLATE_NOOP("forms", "For mail from this machine")},
    {"milter_default_action", QT_TRANSLATE_NOOP("forms", "When a milter does not answer")},
    {"milter_protocol", QT_TRANSLATE_NOOP("forms", "Protocol version")},
};

constexpr FormField contentFilter[] = {
    {"content_filter", QT_TRANSLATE_NOOP("forms", "Content filter")},
    {"receive_override_options", QT_TRANSLATE_NOOP("forms", "What is not done twice")},
};

constexpr FormField headerChecks[] = {
    {"header_checks", QT_TRANSLATE_NOOP("forms", "Headers")},
};

constexpr FormField bodyChecks[] = {
    {"body_checks", QT_TRANSLATE_NOOP("forms", "Text")},
    {"body_checks_size_limit", QT_TRANSLATE_NOOP("forms", "Text looked at")},
};

constexpr FormField mimeHeaderChecks[] = {
    {"mime_header_checks", QT_TRANSLATE_NOOP("forms", "MIME headers")},
    {"nested_header_checks", QT_TRANSLATE_NOOP("forms", "Headers of attached messages")},
};

constexpr FormField outgoingHeaderChecks[] = {
    {"smtp_header_checks", QT_TRANSLATE_NOOP("forms", "Headers on the way out")},
};

constexpr FormField dnsLists[] = {
    {"postscreen_dnsbl_sites", QT_TRANSLATE_NOOP("forms", "Lists and their weights")},
    {"postscreen_dnsbl_threshold", QT_TRANSLATE_NOOP("forms", "Refused from a score of")},
    {"postscreen_dnsbl_action", QT_TRANSLATE_NOOP("forms", "A client that is listed")},
};

constexpr FormField postscreenTests[] = {
    {"postscreen_greet_action", QT_TRANSLATE_NOOP("forms", "A client that talks too early")},
    {"postscreen_access_list", QT_TRANSLATE_NOOP("forms", "Networks that are let through")},
    {"postscreen_denylist_action", QT_TRANSLATE_NOOP("forms", "A client on the deny list")},
    {"postscreen_upstream_proxy_protocol", QT_TRANSLATE_NOOP("forms", "Proxy in front of it")},
};

constexpr FormField policyServices[] = {
    {"smtpd_policy_service_timeout", QT_TRANSLATE_NOOP("forms", "Wait for a policy service")},
    {"smtpd_policy_service_default_action",
     QT_TRANSLATE_NOOP("forms", "When a policy service does not answer")},
    {"smtpd_policy_service_request_limit", QT_TRANSLATE_NOOP("forms", "Requests per connection")},
};

constexpr FormField deliveryStatus[] = {
    {"local_delivery_status_filter", QT_TRANSLATE_NOOP("forms", "Status texts of local delivery")},
    {"smtp_delivery_status_filter", QT_TRANSLATE_NOOP("forms", "Status texts of outgoing mail")},
};

constexpr FormGroup groups[] = {
    {QT_TRANSLATE_NOOP("forms", "Milters"),
     QT_TRANSLATE_NOOP("forms", "Asked one after the other while mail comes in."), milters},
    {QT_TRANSLATE_NOOP("forms", "Content filter"),
     QT_TRANSLATE_NOOP("forms", "A program or server that all mail is sent through after it was accepted."),
     contentFilter},
    {QT_TRANSLATE_NOOP("forms", "Policy services"),
     QT_TRANSLATE_NOOP(
         "forms",
         "Programs that are asked about every recipient. On the Access rules page each is one step."),
     policyServices, true},
    {QT_TRANSLATE_NOOP("forms", "Header checks"), nullptr, headerChecks},
    {QT_TRANSLATE_NOOP("forms", "Body checks"), nullptr, bodyChecks, true},
    {QT_TRANSLATE_NOOP("forms", "Checks of MIME headers and of attached messages"), nullptr, mimeHeaderChecks,
     true},
    {QT_TRANSLATE_NOOP("forms", "Header checks on the way out"), nullptr, outgoingHeaderChecks, true},
    {QT_TRANSLATE_NOOP("forms", "DNS lists"),
     QT_TRANSLATE_NOOP(
         "forms",
         "postscreen asks these lists about every client. On the Access rules page a list is one step."),
     dnsLists},
    {QT_TRANSLATE_NOOP("forms", "Tests of postscreen"), nullptr, postscreenTests, true},
    {QT_TRANSLATE_NOOP("forms", "Delivery status"), nullptr, deliveryStatus, true},
};

} // namespace

std::span<const FormGroup> filtersGroups()
{
    return groups;
}

} // namespace ui
