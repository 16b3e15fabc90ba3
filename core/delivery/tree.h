// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// What becomes of a recipient, without sending mail.
namespace delivery {

/// What happens to an address or a target.
enum class Step : quint8 {
    // What it becomes is in the children.
    Completed, ///< a domain is added, or routing in the address is taken out
    Canonical, ///< canonical_maps or recipient_canonical_maps
    Masqueraded, ///< masquerade_domains
    Virtual, ///< virtual_alias_maps
    Alias, ///< alias_maps
    Include, ///< the addresses of a file
    Resent, ///< as a new message, which is rewritten again
    LuserRelay, ///< no such user, so luser_relay
    // The end of the way.
    Mailbox, ///< `value` is where it is kept
    Command,
    File,
    Relayed, ///< `value` is "transport:nexthop"
    Discarded,
    Bounced, ///< back to the sender
    Deferred, ///< tried again later
    Unknown ///< can't be told from here
};

/// Why it ends like that.
enum class Why : quint8 {
    None,
    NoSuchUser,
    NoSuchMailbox, ///< virtual_mailbox_maps does not have it
    NotInVirtualAliases, ///< a virtual alias domain has nothing but aliases
    Relocated, ///< `value` is what relocated_maps says
    ErrorTransport, ///< `value` is the text that the sender gets
    BadAddress,
    AliasLoop, ///< `value` is the name that comes back
    ForwardingLoop, ///< it has been at that address before
    TooManyResults, ///< virtual_alias_expansion_limit
    TooDeep, ///< virtual_alias_recursion_limit, canonical maps that lead on, or aliases nested too deep
    TooLong, ///< virtual_alias_address_length_limit
    LookupFailed, ///< `problem` says what is wrong with the table
    NotAsked, ///< only the server can ask the table
    UsersNotSeen, ///< whether there is such a user can't be seen from here
    CommandsForbidden, ///< allow_mail_to_commands
    FilesForbidden, ///< allow_mail_to_files
    NoHome, ///< ~/file where nobody's home is meant
    BadInclude, ///< a relative path
    IncludeNotRead, ///< `problem`
    EmptyAlias,
    NoSuchTransport, ///< master.cf has no service of that name
    TransportDeferred, ///< defer_transports
    WaitsWithOthers, ///< another address of the expansion holds up the message
    RequiredAlias, ///< postmaster and MAILER-DAEMON without an alias: thrown away
    TooLarge ///< more than anyone wants to see
};

/// What answered.
struct Row
{
    QByteArray parameter; ///< that names the table, or that says it itself
    QByteArray table = {}; ///< "type:name"; empty for a setting
    qsizetype line = 0; ///< in the table's file, from 1; 0 where there is none
    QByteArray key = {}; ///< that was asked
};

struct Node
{
    Step step = Step::Unknown;
    Why why = Why::None;
    QByteArray text; ///< the address, or the target as it is written
    QByteArray address = {}; ///< the recipient that it is for a delivery agent, user@domain
    QByteArray value = {};
    QString problem = {};
    Row row = {};
    bool isRepeated = false; ///< it gets the message already
    bool mayForward = false; ///< a mailbox whose user may have a .forward file
    QByteArray owner = {}; ///< of an alias: who gets the error reports instead of the sender
    int parent = -1;
    QList<int> children = {};

    bool isEnd() const { return step >= Step::Mailbox; }
};

/// The nodes of a tree, the first is its root.
struct Tree
{
    QList<Node> nodes;

    const Node &root() const { return nodes.first(); }
    /// Where mail gets to, in order; without those that got it already.
    QList<int> ends() const;
};

} // namespace delivery
