// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/walk.h"
#include "core/lookup/addresstokens.h"
#include "core/lookup/braces.h"
#include "core/lookup/folding.h"
#include "core/syntax/expansion.h"

#include <algorithm>

namespace delivery {

namespace {

constexpr int maxLevel = 100;

/// Where a target was written: EXPAND_TYPE_ALIAS and its kin.
enum class From : quint8 { Nothing, Alias, Include };

/// What local(8) keeps of a recipient: LOCAL_STATE in src/local/local.h.
struct State
{
    int level = 0;
    int node = 0;
    QByteArray address = {};
    QByteArray local = {}; ///< without the domain, in small letters
    QByteArray user = {}; ///< without the extension
    QByteArray domain = {};
    QByteArray extension = {}; ///< without its delimiter
    QByteArray unmatched = {}; ///< the extension that goes to each result
    QByteArray owner = {}; ///< who gets error reports; if any, users get a message of their own
    QByteArray expandedFrom = {}; ///< the alias that named this recipient
    QByteArrayList aliases = {}; ///< those that led here
    From from = From::Nothing;
    QByteArray delivered = {};
};

class LocalAgent
{
public:
    LocalAgent(Walk &walk, const QByteArray &transport, Message message)
        : m_walk(walk),
          m_settings(walk.settingsOf(transport)),
          m_transport(transport),
          m_message(std::move(message))
    {
    }

    void recipient(State state);

private:
    void choose(State state);
    bool alias(State state, const QByteArray &name);
    void targets(const State &state, QByteArrayView list);
    void target(const State &state, const lookup::AddressTokens &tokens);
    void include(State state, const QByteArray &path);
    void resolved(State state, const QByteArray &address);
    bool mailbox(const State &state);
    void unknown(State state);
    void resend(const State &state);

    /// Whether that was done before: been_here(), which does not tell large letters from small ones.
    bool wasSeen(const State &state, const QByteArray &done)
    {
        const QByteArray what = lookup::folded(done, true);
        if (!m_seen.contains(what)) {
            m_seen.insert(what);
            return false;
        }
        m_walk.node(state.node).isRepeated = true;
        return true;
    }
    bool pass(const State &state, QByteArrayView maps, QByteArrayView transport);
    QByteArray lusers(const State &state) const;

    Walk &m_walk;
    Settings &m_settings;
    QByteArray m_transport;
    Message m_message;
    QSet<QByteArray> m_seen;
};

/// deliver_recipient() in src/local/recipient.c.
void LocalAgent::recipient(State state)
{
    ++state.level;
    if (state.level > maxLevel || m_walk.isFull()) {
        m_walk.end(state.node, Step::Bounced, m_walk.isFull() ? Why::TooLarge : Why::TooDeep);
        return;
    }
    if (wasSeen(state, "recipient " + QByteArray::number(state.level) + ' ' + state.address))
        return;
    if (m_message.deliveredTo.contains(lookup::folded(state.address, true))) {
        m_walk.end(state.node, Step::Bounced, Why::ForwardingLoop, state.address);
        return;
    }
    if (state.delivered.isEmpty())
        state.delivered = state.address;
    const QByteArray folded = lookup::folded(state.address, true);
    const qsizetype at = folded.lastIndexOf('@');
    state.local = at < 0 ? folded : folded.first(at);
    state.domain = at < 0 ? QByteArray() : folded.sliced(at + 1);
    state.user = state.local;
    state.extension.clear();
    const qsizetype extension = lookup::extensionAt(state.local, m_settings.text("recipient_delimiter"));
    if (extension > 0) {
        state.user = state.local.first(extension);
        state.extension = state.local.sliced(extension + 1);
        if (state.extension.contains('/')) {
            state.extension.clear();
            state.local = state.user;
        }
    }
    state.unmatched = state.extension;
    if (state.user.isEmpty())
        m_walk.end(state.node, Step::Bounced, Why::BadAddress);
    else
        choose(state);
}

/// deliver_switch().
void LocalAgent::choose(State state)
{
    ++state.level;
    state.unmatched.clear();
    if (alias(state, state.local))
        return;
    if (!state.extension.isEmpty()) {
        if (m_settings.contains("propagate_unmatched_extensions", "alias"))
            state.unmatched = state.extension;
        if (alias(state, state.user))
            return;
        state.unmatched = state.extension;
    }
    const bool isOwned =
        !state.owner.isEmpty() && lookup::folded(state.owner, true) != lookup::folded(state.user, true);
    if (isOwned || state.from == From::Include)
        resend(state);
    else if (!mailbox(state))
        unknown(state);
}

/// deliver_alias() in src/local/alias.c.
bool LocalAgent::alias(State state, const QByteArray &name)
{
    ++state.level;
    if (state.expandedFrom == name)
        return false;
    // Postfix goes round until its limit; what is delivered in each round is the same.
    if (state.level > maxLevel || state.aliases.contains(name)) {
        m_walk.end(state.node, Step::Bounced, Why::AliasLoop, name);
        return true;
    }
    state.expandedFrom = name;
    const lookup::AddressAnswer answer = m_settings.findKey("alias_maps", name);
    const Row row = rowOf("alias_maps", answer);
    if (answer.answer.isError()) {
        m_walk.fail(state.node, row, answer.answer);
        return true;
    }
    if (!answer.answer.isFound())
        return false;
    state.aliases.append(name);
    state.from = From::Alias;
    Node &node = m_walk.node(state.node);
    node.step = Step::Alias;
    node.row = row;
    if (m_settings.isYes("owner_request_special")) {
        const QByteArray owner = "owner-" + name;
        const lookup::AddressAnswer owned = m_settings.findKey("alias_maps", owner);
        const bool isExpanded = m_settings.isYes("expand_owner_alias");
        if (owned.answer.isFound()) {
            state.owner = completed(isExpanded ? owned.answer.value : owner, m_walk.rewriting());
            node.owner = state.owner;
        } else if (m_settings.isYes("reset_owner_alias")) {
            state.owner.clear();
        }
    }
    if (!m_settings.isYes("frozen_delivered_to"))
        state.delivered = state.address;
    targets(state, answer.answer.value);
    if (m_walk.node(state.node).children.isEmpty())
        m_walk.end(state.node, Step::Deferred, Why::EmptyAlias);
    return true;
}

void LocalAgent::targets(const State &state, QByteArrayView list)
{
    for (const lookup::AddressTokens &tokens : lookup::addressList(list)) {
        if (m_walk.isFull())
            return;
        State next = state;
        next.node = m_walk.addChild(state.node, lookup::writtenAddress(tokens));
        target(next, tokens);
    }
}

/// deliver_token() in src/local/token.c.
void LocalAgent::target(const State &state, const lookup::AddressTokens &tokens)
{
    constexpr QByteArrayView includeMark = ":include:";
    const QByteArray text = lookup::plainAddress(tokens);
    const QByteArrayView kind = state.from == From::Include ? "include" : "alias";
    if (text.startsWith('/')) {
        const bool isAllowed = m_settings.contains("allow_mail_to_files", kind);
        m_walk.end(state.node, isAllowed ? Step::File : Step::Bounced,
                   isAllowed ? Why::None : Why::FilesForbidden, text);
    } else if (text.startsWith('~')) {
        m_walk.end(state.node, Step::Bounced, Why::NoHome, text);
    } else if (text.startsWith('|')) {
        const bool isAllowed = m_settings.contains("allow_mail_to_commands", kind);
        m_walk.end(state.node, isAllowed ? Step::Command : Step::Bounced,
                   isAllowed ? Why::None : Why::CommandsForbidden, text.sliced(1));
    } else if (text.toLower().startsWith(includeMark)) {
        include(state, text.sliced(includeMark.size()));
        return;
    } else {
        resolved(state, text);
        return;
    }
    if (m_walk.node(state.node).step != Step::Bounced)
        wasSeen(state, "target " + text);
}

/// deliver_include() in src/local/include.c.
void LocalAgent::include(State state, const QByteArray &path)
{
    ++state.level;
    Node &node = m_walk.node(state.node);
    node.value = path;
    if (wasSeen(state, "include " + path))
        return;
    state.expandedFrom = state.local;
    if (!path.startsWith('/')) {
        m_walk.end(state.node, Step::Bounced, Why::BadInclude, path);
        return;
    }
    const lookup::ReadTable &read = m_walk.surroundings().read;
    const auto file = read ? read(path, syntax::TableKind::KeyValue)
                           : base::Result<syntax::Table>(base::Error{.subject = QString::fromUtf8(path)});
    if (!file) {
        m_walk.end(state.node, Step::Unknown, Why::IncludeNotRead, path);
        return;
    }
    state.from = From::Include;
    if (state.owner.isEmpty())
        state.owner = state.address;
    if (!m_settings.contains("propagate_unmatched_extensions", "include"))
        state.unmatched.clear();
    node.step = Step::Include;
    node.row = {":include:", path};
    for (const QByteArray &line : file->text().bytes().split('\n')) {
        if (!line.startsWith('#'))
            targets(state, line);
    }
}

/// deliver_resolve_tree() in src/local/resolve.c.
void LocalAgent::resolved(State state, const QByteArray &address)
{
    ++state.level;
    const QByteArray whole = completed(address, m_walk.rewriting());
    Destination to = destinationOf(whole, m_walk.rewriting());
    if (to.why == Why::BadAddress) {
        m_walk.end(state.node, Step::Bounced, Why::BadAddress);
        return;
    }
    if (!to.problem.isEmpty()) {
        m_walk.end(state.node, to.why == Why::NotAsked ? Step::Unknown : Step::Deferred, to.why);
        m_walk.node(state.node).problem = to.problem;
        m_walk.node(state.node).row = to.row;
        return;
    }
    if (!state.unmatched.isEmpty()) {
        const QByteArray extension = m_settings.text("recipient_delimiter").left(1) + state.unmatched;
        const qsizetype at = to.recipient.lastIndexOf('@');
        to.recipient.insert(at < 0 ? to.recipient.size() : at, extension);
    }
    state.address = to.recipient;
    m_walk.node(state.node).address = state.address;
    if (to.transport == m_transport)
        recipient(state);
    else
        resend(state);
}

/// deliver_indirect() in src/local/indirect.c, forward_append() in src/local/forward.c.
void LocalAgent::resend(const State &state)
{
    if (wasSeen(state, "indirect " + state.address))
        return;
    Message message = m_message;
    message.deliveredTo.insert(lookup::folded(state.delivered, true));
    if (++message.hops > m_settings.number("hopcount_limit")) {
        m_walk.end(state.node, Step::Bounced, Why::ForwardingLoop, state.address);
        return;
    }
    m_walk.node(state.node).step = Step::Resent;
    m_walk.node(state.node).value = state.address;
    m_walk.rewriteRecipient(m_walk.addChild(state.node, state.address), state.address, message);
}

/// Hands over to another program: deliver_pass().
bool LocalAgent::pass(const State &state, QByteArrayView maps, QByteArrayView transport)
{
    const lookup::AddressAnswer answer = m_settings.findKey(maps, state.user);
    if (answer.answer.isError()) {
        m_walk.fail(state.node, rowOf(maps, answer), answer.answer);
        return true;
    }
    const QByteArray to = answer.answer.isFound() ? answer.answer.value : m_settings.text(transport);
    if (to.isEmpty())
        return false;
    m_walk.end(state.node, Step::Relayed, Why::None, to.contains(':') ? to : to + ':' + state.domain);
    m_walk.node(state.node).row =
        answer.answer.isFound() ? rowOf(maps, answer) : Row{transport.toByteArray()};
    return true;
}

/// deliver_mailbox() in src/local/mailbox.c: false without such a user.
bool LocalAgent::mailbox(const State &state)
{
    if (wasSeen(state, "mailbox " + state.local))
        return true;
    if (pass(state, "mailbox_transport_maps", "mailbox_transport"))
        return true;
    const FindUser &findUser = m_walk.surroundings().findUser;
    const std::optional<User> user = findUser ? findUser(state.user) : User{state.user, {}};
    if (!user)
        return false;
    const lookup::AddressAnswer command = m_settings.findKey("mailbox_command_maps", state.user);
    if (command.answer.isError()) {
        m_walk.fail(state.node, rowOf("mailbox_command_maps", command), command.answer);
        return true;
    }
    const QByteArray ofAll = m_settings.text("mailbox_command");
    const QByteArray home = m_settings.text("home_mailbox");
    const QByteArray spool = m_settings.text("mail_spool_directory");
    if (command.answer.isFound() || !ofAll.isEmpty()) {
        m_walk.end(state.node, Step::Command, Why::None,
                   command.answer.isFound() ? command.answer.value : ofAll);
        m_walk.node(state.node).row =
            command.answer.isFound() ? rowOf("mailbox_command_maps", command) : Row{"mailbox_command"};
    } else {
        const QByteArray place = home.isEmpty()
            ? (spool.endsWith('/') ? spool + state.user + '/' : spool + '/' + state.user)
            : (user->home.isEmpty() ? "~" + state.user : user->home) + '/' + home;
        m_walk.end(state.node, Step::Mailbox, Why::None, place);
        m_walk.node(state.node).row = {home.isEmpty() ? "mail_spool_directory" : "home_mailbox"};
    }
    if (!findUser)
        m_walk.node(state.node).why = Why::UsersNotSeen;
    m_walk.node(state.node).mayForward = !m_settings.text("forward_path").isEmpty();
    return true;
}

/// local_expand() for luser_relay.
QByteArray LocalAgent::lusers(const State &state) const
{
    const QByteArray value = m_settings.text("luser_relay");
    const auto valueOf = [&](QByteArrayView name) -> std::optional<syntax::NamedValue> {
        if (name == QByteArrayView("user"))
            return syntax::NamedValue(state.user);
        if (name == QByteArrayView("local"))
            return syntax::NamedValue(state.local);
        if (name == QByteArrayView("domain"))
            return syntax::NamedValue(state.domain);
        if (name == QByteArrayView("recipient"))
            return syntax::NamedValue(state.address);
        if (name == QByteArrayView("extension") && !state.extension.isEmpty())
            return syntax::NamedValue(state.extension);
        if (name == QByteArrayView("recipient_delimiter"))
            return syntax::NamedValue(m_settings.text("recipient_delimiter"));
        return std::nullopt;
    };
    return syntax::expand(value, valueOf, {.recursive = false}).text;
}

/// deliver_unknown() in src/local/unknown.c.
void LocalAgent::unknown(State state)
{
    ++state.level;
    if (wasSeen(state, "unknown " + state.local))
        return;
    if (pass(state, "fallback_transport_maps", "fallback_transport"))
        return;
    if (!m_settings.text("luser_relay").isEmpty()) {
        const QByteArray relay = lusers(state);
        state.unmatched.clear();
        m_walk.node(state.node).step = Step::LuserRelay;
        m_walk.node(state.node).row = {"luser_relay"};
        state.node = m_walk.addChild(state.node, relay);
        resolved(state, lookup::plainAddress(lookup::addressTokens(relay)));
        return;
    }
    const bool isRequired = state.user == "postmaster" || state.user == "mailer-daemon";
    m_walk.end(state.node, isRequired ? Step::Discarded : Step::Bounced,
               isRequired ? Why::RequiredAlias : Why::NoSuchUser, state.user);
}

} // namespace

void deliverLocally(Walk &walk, int index, const QByteArray &recipient, const QByteArray &transport,
                    const Message &message)
{
    LocalAgent(walk, transport, message).recipient(State{.node = index, .address = recipient});
}

} // namespace delivery
