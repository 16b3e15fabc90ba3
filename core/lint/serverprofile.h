// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/lint/rule.h"

namespace lint {

/// A server that can't be seen from here, as somebody described it.
struct ServerProfile
{
    Target target;
    Profile profile = Profile::Normal;
    bool hasVersion = false; ///< the description says which Postfix it has
};

/// Reads a description: a JSON object with any of these keys; what it does not say is as in `known`.
///
/// - target: the version of Postfix; profile: "normal" or "advice"
/// - map_types, sasl_server_types, sasl_client_types: what its Postfix was built with
/// - services: names in its services(5), as a list, or as an object of names and ports
/// - platform, default_database_type, host_name, config_directory
/// - listing: "partial", "config" or "all", see Listing
/// - facts: by path, relative to its configuration directory or absolute: exists, mode ("0600"), uid, gid,
///   group, mtime, type
///
/// Malformed, about `subject`: it is no such object, or one of the values is of another type.
base::Result<ServerProfile> readServerProfile(const QByteArray &json, const Target &known,
                                              const QString &subject);

} // namespace lint
