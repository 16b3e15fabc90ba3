// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/rewriting.h"

#include <QSet>

namespace delivery {

/// A message on its way.
struct Message
{
    QSet<QByteArray> deliveredTo = {}; ///< addresses it was sent on from: its Delivered-To headers
    int hops = 0;
};

/// The tree as it grows, and what all programs need for it.
class Walk
{
public:
    explicit Walk(const Surroundings &surroundings);

    Tree expand(const QByteArray &address);

    Node &node(int index) { return m_tree.nodes[index]; }
    int addChild(int parent, const QByteArray &text);
    /// A way that ends here.
    void end(int index, Step step, Why why = Why::None, const QByteArray &value = {});
    void fail(int index, const Row &row, const lookup::Answer &answer);
    bool isFull() const { return m_tree.nodes.size() > maxNodes; }

    /// A recipient of a message: cleanup_addr_recipient() in src/cleanup/cleanup_addr.c.
    void rewriteRecipient(int index, const QByteArray &given, const Message &message);
    /// A recipient in the queue: qmgr_message_resolve() in src/qmgr/qmgr_message.c.
    void deliver(int index, const QByteArray &recipient, const Message &message);

    const Surroundings &surroundings() const { return m_surroundings; }
    Settings &rewriting() { return m_rewriting; }
    /// The program behind a transport in master.cf; empty without one.
    QByteArray programOf(const QByteArray &transport) const;
    Settings &settingsOf(const QByteArray &transport);

private:
    struct Recipient
    {
        QByteArray address;
        int node = 0;
    };

    static constexpr qsizetype maxNodes = 20'000;

    bool mapOnce(int &index, QByteArray &address, QByteArrayView parameter);
    QByteArray masqueraded(const QByteArray &address);
    QList<Recipient> virtuals(int index, const QByteArray &address);
    void deliverToMailbox(int index, const QByteArray &recipient, const QByteArray &transport);

    Surroundings m_surroundings;
    Settings m_cleanup;
    Settings m_rewriting;
    QHash<QByteArray, std::shared_ptr<Settings>> m_agents; ///< by transport
    Tree m_tree;
};

/// What local(8) does with a recipient: src/local/local.c.
void deliverLocally(Walk &walk, int index, const QByteArray &recipient, const QByteArray &transport,
                    const Message &message);

} // namespace delivery
