// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/valueform.h"

#include <algorithm>
#include <array>

namespace usages {

namespace {

struct Row
{
    const char *parameter;
    ValueForm form;
};

using Form = ValueForm;

// The parameters that src/global/mail_params.h names and whose value is a transport, a service or a table of
// transports; in alphabetical order.
constexpr std::array rows{
    Row{"address_verify_default_transport", Form::Nexthop},
    Row{"address_verify_local_transport", Form::Nexthop},
    Row{"address_verify_relay_transport", Form::Nexthop},
    Row{"address_verify_sender_dependent_default_transport_maps", Form::TransportTables},
    Row{"address_verify_transport_maps", Form::TransportTables},
    Row{"address_verify_virtual_transport", Form::Nexthop},
    Row{"best_mx_transport", Form::Nexthop},
    Row{"body_checks", Form::CheckTables},
    Row{"content_filter", Form::Nexthop},
    Row{"default_transport", Form::Nexthop},
    Row{"defer_transports", Form::TransportList},
    Row{"fallback_transport", Form::Nexthop},
    Row{"fallback_transport_maps", Form::TransportTables},
    Row{"header_checks", Form::CheckTables},
    Row{"local_transport", Form::Nexthop},
    Row{"mailbox_transport", Form::Nexthop},
    Row{"mailbox_transport_maps", Form::TransportTables},
    Row{"master_service_disable", Form::ServiceList},
    Row{"milter_header_checks", Form::CheckTables},
    Row{"mime_header_checks", Form::CheckTables},
    Row{"nested_header_checks", Form::CheckTables},
    Row{"relay_transport", Form::Nexthop},
    Row{"sender_dependent_default_transport_maps", Form::TransportTables},
    Row{"smtpd_client_restrictions", Form::Restrictions},
    Row{"smtpd_data_restrictions", Form::Restrictions},
    Row{"smtpd_end_of_data_restrictions", Form::Restrictions},
    Row{"smtpd_etrn_restrictions", Form::Restrictions},
    Row{"smtpd_helo_restrictions", Form::Restrictions},
    Row{"smtpd_recipient_restrictions", Form::Restrictions},
    Row{"smtpd_relay_restrictions", Form::Restrictions},
    Row{"smtpd_restriction_classes", Form::ClassList},
    Row{"smtpd_sender_restrictions", Form::Restrictions},
    Row{"transport_maps", Form::TransportTables},
    Row{"virtual_transport", Form::Nexthop},
};

// get_mail_conf_*2() in src/oqmgr/qmgr_transport.c, src/qmgr/qmgr_queue.c, src/pipe/pipe.c,
// src/spawn/spawn.c.
constexpr std::array suffixes{
    "_destination_concurrency_failed_cohort_limit",
    "_destination_concurrency_negative_feedback",
    "_destination_concurrency_positive_feedback",
    "_initial_destination_concurrency",
    "_destination_concurrency_limit",
    "_destination_recipient_limit",
    "_destination_rate_delay",
    "_transport_rate_delay",
    "_extra_recipient_limit",
    "_recipient_refill_limit",
    "_recipient_refill_delay",
    "_minimum_delivery_slots",
    "_delivery_slot_discount",
    "_delivery_slot_cost",
    "_delivery_slot_loan",
    "_recipient_limit",
    "_time_limit",
};

} // namespace

ValueForms formsOf(QByteArrayView parameter)
{
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), parameter, [](const Row &row, QByteArrayView name) {
            return QByteArrayView(row.parameter) < name;
        });
    if (found != rows.end() && parameter == QByteArrayView(found->parameter))
        return found->form;
    return parameter.endsWith("_service_name") ? ValueForms(Form::ServiceName) : ValueForms();
}

QList<QByteArrayView> serviceNamesIn(QByteArrayView parameter)
{
    QList<QByteArrayView> names;
    for (const QByteArrayView suffix : suffixes) {
        if (parameter.size() > suffix.size() && parameter.endsWith(suffix))
            names.append(parameter.chopped(suffix.size()));
    }
    return names;
}

QList<QByteArrayView> derivedSuffixes()
{
    return {suffixes.begin(), suffixes.end()};
}

} // namespace usages
