// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/walk.h"

#include "core/delivery/expander.h"
#include "core/lookup/addresstokens.h"
#include "core/lookup/braces.h"
#include "core/lookup/folding.h"

#include <algorithm>

namespace delivery {

namespace {

constexpr int canonicalTurns = 10; // MAX_RECURSION in src/cleanup/cleanup_map11.c

QByteArray plain(const QByteArray &written)
{
    return lookup::plainAddress(lookup::addressTokens(written));
}

QByteArray key(const QByteArray &address)
{
    return lookup::folded(address, false);
}

} // namespace

Walk::Walk(const Surroundings &surroundings)
    : m_surroundings(surroundings), m_cleanup(surroundings, "cleanup"), m_rewriting(surroundings, "rewrite")
{
}

Tree Walk::expand(const QByteArray &address)
{
    m_tree = Tree{{Node{}}};
    node(0).text = address;
    const QByteArray given = plain(address);
    rewriteRecipient(0, given.isEmpty() ? m_cleanup.text("empty_address_recipient") : given, {});
    return m_tree;
}

int Walk::addChild(int parent, const QByteArray &text)
{
    const int index = static_cast<int>(m_tree.nodes.size());
    Node child;
    child.text = text;
    child.parent = parent;
    m_tree.nodes.append(child);
    node(parent).children.append(index);
    return index;
}

void Walk::end(int index, Step step, Why why, const QByteArray &value)
{
    Node &ended = node(index);
    ended.step = step;
    ended.why = why;
    if (!value.isEmpty())
        ended.value = value;
}

void Walk::fail(int index, const Row &row, const lookup::Answer &answer)
{
    const bool isUnasked = answer.state == lookup::Answer::State::NotAsked;
    end(index, isUnasked ? Step::Unknown : Step::Deferred, isUnasked ? Why::NotAsked : Why::LookupFailed);
    node(index).row = row;
    node(index).problem = answer.problem;
}

/// cleanup_map11_internal(): false when the message can't go on.
bool Walk::mapOnce(int &index, QByteArray &address, QByteArrayView parameter)
{
    for (int turn = 0; turn < canonicalTurns; ++turn) {
        const lookup::AddressAnswer answer = m_cleanup.find(parameter, address);
        if (answer.answer.isError()) {
            fail(index, rowOf(parameter, answer), answer.answer);
            return false;
        }
        if (!answer.answer.isFound())
            return true;
        const QByteArrayList results = lookup::withExtension(answer.result, {});
        node(index).row = rowOf(parameter, answer);
        if (results.isEmpty()) {
            end(index, Step::Deferred, Why::BadAddress, answer.answer.value);
            return false;
        }
        const QByteArray result = completed(plain(results.first()), m_rewriting);
        if (key(result) == key(address)) {
            node(index).row = {};
            address = result;
            return true;
        }
        node(index).step = Step::Canonical;
        address = result;
        index = addChild(index, address);
    }
    end(index, Step::Deferred, Why::TooDeep);
    node(index).row = {parameter.toByteArray()};
    return false;
}

/// cleanup_masquerade_internal().
QByteArray Walk::masqueraded(const QByteArray &address)
{
    const qsizetype at = address.lastIndexOf('@');
    if (at < 0)
        return address;
    const QByteArray user = address.first(at).toLower();
    if (m_cleanup.find("masquerade_exceptions", user, lookup::MatchList::Parents::None).isMember)
        return address;
    const QByteArray domain = address.sliced(at + 1);
    for (QByteArray word : lookup::wordsOf(m_cleanup.text("masquerade_domains"))) {
        bool isTaken = true;
        for (; word.startsWith('!'); word = word.sliced(1))
            isTaken = !isTaken;
        if (word.compare(domain, Qt::CaseInsensitive) == 0)
            break;
        if (!word.isEmpty() && domain.toLower().endsWith('.' + word.toLower()))
            return isTaken ? address.first(at + 1) + word : address;
    }
    return address;
}

/// cleanup_map1n_internal().
QList<Walk::Recipient> Walk::virtuals(int index, const QByteArray &address)
{
    constexpr auto parameter = "virtual_alias_maps";
    QList<Recipient> all{{address, index}};
    QSet<QByteArray> seen;
    const auto giveUp = [&](int where, Why why) {
        end(where, Step::Deferred, why);
        node(where).row = {parameter};
        for (const Recipient &other : all) {
            if (other.node != where && node(other.node).children.isEmpty())
                end(other.node, Step::Deferred, Why::WaitsWithOthers);
        }
        return QList<Recipient>();
    };
    for (qsizetype which = 0; which < all.size(); ++which) {
        if (all.size() > m_cleanup.number("virtual_alias_expansion_limit") || isFull())
            return giveUp(all[which].node, isFull() ? Why::TooLarge : Why::TooManyResults);
        for (int turn = 0;; ++turn) {
            Recipient current = all[which];
            if (seen.contains(key(current.address)))
                break;
            // been_here_check_fixed() only looks; an address that becomes itself is kept from then on.
            if (turn >= m_cleanup.number("virtual_alias_recursion_limit") || isFull())
                return giveUp(current.node, Why::TooDeep);
            const lookup::AddressAnswer answer = m_cleanup.find(parameter, current.address);
            const Row row = rowOf(parameter, answer);
            if (answer.answer.isError()) {
                giveUp(current.node, Why::LookupFailed);
                fail(current.node, row, answer.answer);
                return {};
            }
            if (!answer.answer.isFound())
                break;
            const QByteArrayList results = lookup::withExtension(answer.result, {});
            if (results.isEmpty()) {
                giveUp(current.node, Why::BadAddress);
                node(current.node).row = row;
                node(current.node).value = answer.answer.value;
                return {};
            }
            node(current.node).step = Step::Virtual;
            node(current.node).row = row;
            for (qsizetype i = 0; i < results.size(); ++i) {
                const QByteArray result = completed(plain(results[i]), m_rewriting);
                const Recipient next{result, addChild(current.node, result)};
                if (result.size() > m_cleanup.number("virtual_alias_address_length_limit"))
                    return giveUp(next.node, Why::TooLong);
                if (i == 0)
                    all[which] = next;
                else
                    all.append(next);
                if (key(result) == key(current.address))
                    seen.insert(key(result));
            }
        }
    }
    return all;
}

void Walk::rewriteRecipient(int index, const QByteArray &given, const Message &message)
{
    QByteArray address = completed(given, m_rewriting);
    if (address != node(index).text) {
        const bool isOnlyWritten = given == address;
        if (isOnlyWritten) {
            node(index).text = address;
        } else {
            node(index).step = Step::Completed;
            node(index).row = {given.contains('@') ? "append_dot_mydomain" : "myorigin"};
            index = addChild(index, address);
        }
    }
    if (m_cleanup.contains("recipient_canonical_classes", "envelope_recipient")
        && !mapOnce(index, address, "recipient_canonical_maps"))
        return;
    if (m_cleanup.contains("canonical_classes", "envelope_recipient")
        && !mapOnce(index, address, "canonical_maps"))
        return;
    if (m_cleanup.contains("masquerade_classes", "envelope_recipient")) {
        if (const QByteArray masked = masqueraded(address); masked != address) {
            node(index).step = Step::Masqueraded;
            node(index).row = {"masquerade_domains"};
            address = masked;
            index = addChild(index, address);
        }
    }
    QSet<QByteArray> seen;
    for (const Recipient &recipient : virtuals(index, address)) {
        if (seen.contains(key(recipient.address))) {
            node(recipient.node).isRepeated = true;
            continue;
        }
        seen.insert(key(recipient.address));
        deliver(recipient.node, recipient.address, message);
    }
}

QByteArray Walk::programOf(const QByteArray &transport) const
{
    for (const effective::Service &service : m_surroundings.values.services()) {
        if (service.name == transport && service.type == "unix")
            return service.program;
    }
    return {};
}

Settings &Walk::settingsOf(const QByteArray &transport)
{
    auto &settings = m_agents[transport];
    if (!settings)
        settings = std::make_shared<Settings>(m_surroundings, transport);
    return *settings;
}

void Walk::deliver(int index, const QByteArray &recipient, const Message &message)
{
    const Destination to = destinationOf(recipient, m_rewriting);
    if (to.why == Why::BadAddress) {
        end(index, Step::Bounced, Why::BadAddress);
        return;
    }
    if (!to.problem.isEmpty()) {
        end(index, to.why == Why::NotAsked ? Step::Unknown : Step::Deferred, to.why);
        node(index).problem = to.problem;
        node(index).row = to.row;
        return;
    }
    if (to.recipient != recipient) {
        node(index).step = Step::Completed;
        node(index).row = {"mydestination"};
        index = addChild(index, to.recipient);
    }
    node(index).row = to.row;
    node(index).address = to.recipient;
    const QByteArray program = programOf(to.transport);
    if (m_cleanup.contains("defer_transports", to.transport))
        end(index, Step::Deferred, Why::TransportDeferred, to.transport);
    else if (program.isEmpty())
        end(index, Step::Deferred, Why::NoSuchTransport, to.transport);
    else if (program == "error")
        end(index, to.transport == "retry" ? Step::Deferred : Step::Bounced,
            to.why == Why::None ? Why::ErrorTransport : to.why, to.nextHop);
    else if (program == "discard")
        end(index, Step::Discarded, Why::None, to.nextHop);
    else if (program == "local")
        deliverLocally(*this, index, to.recipient, to.transport, message);
    else if (program == "virtual")
        deliverToMailbox(index, to.recipient, to.transport);
    else
        end(index, Step::Relayed, Why::None, to.transport + ':' + to.nextHop);
}

/// deliver_mailbox() in src/virtual/mailbox.c.
void Walk::deliverToMailbox(int index, const QByteArray &recipient, const QByteArray &transport)
{
    Settings &settings = settingsOf(transport);
    const lookup::AddressAnswer answer =
        settings.find("virtual_mailbox_maps", lookup::folded(recipient, true));
    if (answer.answer.isError()) {
        fail(index, rowOf("virtual_mailbox_maps", answer), answer.answer);
    } else if (answer.answer.isFound()) {
        end(index, Step::Mailbox, Why::None,
            settings.text("virtual_mailbox_base") + '/' + answer.answer.value);
        node(index).row = rowOf("virtual_mailbox_maps", answer);
    } else {
        end(index, Step::Bounced, Why::NoSuchMailbox);
        node(index).row = {"virtual_mailbox_maps"};
    }
}

Expander::Expander(const Surroundings &surroundings) : m_walk(std::make_unique<Walk>(surroundings)) { }
Expander::~Expander() = default;

Tree Expander::expand(const QByteArray &address)
{
    return m_walk->expand(address);
}

} // namespace delivery
