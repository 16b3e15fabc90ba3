// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>

/// The words in which the facts about Postfix are told. Each enumeration has its names beside it, in its
/// order.
namespace catalog {

/// How Postfix reads a value: the tables in src/global/mail_conf_*.c.
enum class Kind { String, Raw, Integer, Long, Boolean, Time, IntegerExpression, BooleanExpression, Function };
inline constexpr std::array<QByteArrayView, 9> kindNames{"string", "raw",  "int",   "long",    "bool",
                                                         "time",   "nint", "nbool", "function"};

/// Where a default comes from. An expression refers to $name; the last four are known only to the build, the
/// host, the version or the running program.
enum class DefaultKind { Literal, Expression, Build, Host, Version, Runtime };
inline constexpr std::array<QByteArrayView, 6> defaultKindNames{"literal", "expression", "build",
                                                                "host",    "version",    "runtime"};

enum class Status { Current, Deprecated, Ignored, LegacyAlias, Removed, ReadOnly, Internal, Function };
inline constexpr std::array<QByteArrayView, 8> statusNames{
    "current", "deprecated", "ignored", "legacy_alias", "removed", "read_only", "internal", "function"};

/// What makes a change of a parameter count.
enum class Apply { Automatic, Reload, StopStart, SetPermissions, NewAliases };
inline constexpr std::array<QByteArrayView, 5> applyNames{"automatic", "reload", "stop_start",
                                                          "set_permissions", "newaliases"};

enum class TimeUnit { Second, Minute, Hour, Day, Week };
inline constexpr std::array<QByteArrayView, 5> timeUnitNames{"s", "m", "h", "d", "w"};
inline constexpr std::array<int, 5> secondsPerUnit{1, 60, 3600, 86400, 604800};

/// What one name has to do with another.
enum class Relation { LmtpTwin, SmtpTwin, Base, Copy, RenamedFrom, RenamedTo, Spelling };
inline constexpr std::array<QByteArrayView, 7> relationNames{"lmtp_twin",    "smtp_twin",  "base",    "copy",
                                                             "renamed_from", "renamed_to", "spelling"};

/// What a value is, in the eyes of its user.
enum class ValueType {
    AccessAction,
    Address,
    AddressMatchList,
    Boolean,
    CertMatchList,
    CharacterSet,
    Charset,
    Choice,
    ChoiceList,
    CipherExclusionList,
    CipherList,
    Command,
    CommandMatchList,
    CommandNameList,
    CurveList,
    Directory,
    DirectoryList,
    DnsQuery,
    DnsblList,
    Domain,
    DomainList,
    DomainMatchList,
    Endpoint,
    EnvironmentList,
    FeedbackNumber,
    Filename,
    FilenameList,
    FilenameOrChoice,
    FingerprintList,
    Function,
    Group,
    HeaderNameList,
    HostMatchList,
    Hostname,
    Integer,
    InterfaceList,
    IpAddress,
    LookupKey,
    MacroNameList,
    MailboxPath,
    MilterList,
    NameMatchList,
    NameValueList,
    Nexthop,
    NexthopList,
    ParameterName,
    PathPrefixList,
    Percent,
    Port,
    PostscreenAccessList,
    PrefixLength,
    QueueNameList,
    RandomnessSource,
    ReadOnly,
    RequiretlsPolicyList,
    RestrictionClassNames,
    RestrictionList,
    RewriteClientList,
    SearchPath,
    ServiceMatchList,
    ServiceName,
    Size,
    SmtpCode,
    SocketPath,
    StrftimeFormat,
    Table,
    TableList,
    TableType,
    Template,
    Text,
    Time,
    TlsLoglevel,
    TlsProtocolList,
    TransportNameList,
    TransportNexthop,
    Uid,
    User,
    Version
};
inline constexpr std::array<QByteArrayView, 78> valueTypeNames{
    "access_action",
    "address",
    "address_match_list",
    "boolean",
    "cert_match_list",
    "character_set",
    "charset",
    "choice",
    "choice_list",
    "cipher_exclusion_list",
    "cipher_list",
    "command",
    "command_match_list",
    "command_name_list",
    "curve_list",
    "directory",
    "directory_list",
    "dns_query",
    "dnsbl_list",
    "domain",
    "domain_list",
    "domain_match_list",
    "endpoint",
    "environment_list",
    "feedback_number",
    "filename",
    "filename_list",
    "filename_or_choice",
    "fingerprint_list",
    "function",
    "group",
    "header_name_list",
    "host_match_list",
    "hostname",
    "integer",
    "interface_list",
    "ip_address",
    "lookup_key",
    "macro_name_list",
    "mailbox_path",
    "milter_list",
    "name_match_list",
    "name_value_list",
    "nexthop",
    "nexthop_list",
    "parameter_name",
    "path_prefix_list",
    "percent",
    "port",
    "postscreen_access_list",
    "prefix_length",
    "queue_name_list",
    "randomness_source",
    "read_only",
    "requiretls_policy_list",
    "restriction_class_names",
    "restriction_list",
    "rewrite_client_list",
    "search_path",
    "service_match_list",
    "service_name",
    "size",
    "smtp_code",
    "socket_path",
    "strftime_format",
    "table",
    "table_list",
    "table_type",
    "template",
    "text",
    "time",
    "tls_loglevel",
    "tls_protocol_list",
    "transport_name_list",
    "transport_nexthop",
    "uid",
    "user",
    "version",
};

/// The name of an enumerator of one of the enumerations above.
template<typename Enum, size_t count>
constexpr QByteArrayView nameOf(Enum value, const std::array<QByteArrayView, count> &names)
{
    return names[static_cast<size_t>(value)];
}

} // namespace catalog
