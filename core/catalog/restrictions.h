// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/kinds.h"
#include "core/catalog/version.h"

#include <QByteArray>
#include <QList>

/// What is known about the access rules of the SMTP server. Text points into the Reference it came from.
namespace catalog {

enum class Effect { Any, Neutral, Permit, Reject };
inline constexpr std::array<QByteArrayView, 4> effectNames{"any", "neutral", "permit", "reject"};

/// What has to follow a restriction.
enum class Argument { None, Table, BlockList, Seconds, Service };
inline constexpr std::array<QByteArrayView, 5> argumentNames{"none", "map", "rbl_domain", "seconds",
                                                             "service"};

enum class RestrictionStatus { Current, Deprecated, Obsolete, Removed };
inline constexpr std::array<QByteArrayView, 4> restrictionStatusNames{"current", "deprecated", "obsolete",
                                                                      "removed"};

/// An option of an argument, as in "{ type:table, { search_order = words } }".
struct ArgumentOption
{
    QByteArrayView name;
    QList<QByteArrayView> words = {};
    QList<QByteArrayView> documentedWords = {};
    std::optional<Version> since = std::nullopt;
};

struct Restriction
{
    QByteArrayView name;
    QByteArrayView help = {}; ///< one sentence
    QByteArrayView subject = {}; ///< "client", "helo", "sender", "recipient", "etrn", "generic"
    QByteArrayView note = {};
    Effect effect = Effect::Any;
    Argument argument = Argument::None;
    QByteArrayView argumentForm = {};
    QList<ArgumentOption> argumentOptions = {};
    QByteArrayView resultFormat = {}; ///< the TableFormat of its table
    QByteArrayView replyCodeParameter = {};
    QList<QByteArrayView> needs = {}; ///< parameters without which it does nothing
    QList<QByteArrayView> aliasFor = {};
    QList<QByteArrayView> replacedBy = {};
    QList<QByteArrayView> acceptedIn = {}; ///< RestrictionList names where Postfix takes it
    QList<QByteArrayView> usefulIn = {}; ///< and those where it knows what it asks for
    QList<QByteArrayView> usefulWithDelayReject = {}; ///< besides, with smtpd_delay_reject
    RestrictionStatus status = RestrictionStatus::Current;
    Version since = {};
    std::optional<Version> obsoleteSince = std::nullopt;
    std::optional<Version> removedIn = std::nullopt;
    std::optional<Version> attributesSince = std::nullopt; ///< see Endpoint
    std::optional<Version> filterSince = std::nullopt; ///< "domain=filter"
    std::optional<Version> filterPatternSince = std::nullopt;
    bool isOkAllowed = false; ///< its table may answer OK
    bool isRelayGuard = false; ///< one of those that a relay or recipient list must have
    bool endsList = false; ///< nothing behind it is reached
    bool isPrefix = false; ///< stands in front of another restriction
    bool isDocumented = true;
};

/// smtpd_client_restrictions and its kin.
struct RestrictionList
{
    QByteArrayView name; ///< "client"
    QByteArrayView parameter = {};
    QByteArrayView evaluatedAt = {}; ///< the SMTP command
    QByteArrayView defaultTableCheck = {}; ///< what a bare type:table means
    qint64 order = 0; ///< from 1
    Version since = {};
};

/// An attribute inside "{ endpoint, name = value }" and the parameter whose value it takes the place of.
struct EndpointAttribute
{
    QByteArrayView name;
    QByteArrayView overrides = {};
    QList<QByteArrayView> words = {}; ///< instead: words it takes
    std::optional<Version> since = std::nullopt; ///< as long as the form itself if missing
};

struct Endpoint
{
    QByteArrayView name; ///< the first it is used in
    QByteArrayView form = {};
    QList<QByteArrayView> usedIn = {}; ///< parameters and restrictions
    QList<EndpointAttribute> attributes = {};
    Version since = {};
};

base::Result<QList<Restriction>> readRestrictions(const QByteArray &text);
base::Result<QList<RestrictionList>> readRestrictionLists(const QByteArray &text);
base::Result<QList<Endpoint>> readEndpoints(const QByteArray &text);

} // namespace catalog
