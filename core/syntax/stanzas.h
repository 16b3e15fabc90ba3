// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/logicallines.h"
#include "core/syntax/mastercomment.h"

namespace syntax {

/// One physical line of a service.
struct StanzaLine
{
    enum class Role : quint8 {
        Text, ///< carries the service or a part of it; commented out when the service is
        OffText, ///< overrides or arguments that are commented out more than the service is
        Comment,
        Blank
    };
    PhysicalLine line;
    Role role = Role::Blank;
    MasterComment comment = {}; ///< for a comment line
    /// For Text and OffText: the bytes that Postfix reads, or would read, with what indents them.
    ByteRange piece = {};
};

/// The lines of one service, first to last that belongs to it.
struct Stanza
{
    qsizetype firstLine = 0; ///< counted from 0
    bool enabled = true;
    QList<StanzaLine> lines;
};

/// Says which lines of a master.cf make up a service, in force or commented out as a whole.
///
/// In force, the continuation lines belong to it (readllines() in src/util/readlline.c), whatever stands
/// between, and the commented-out options below. Commented out, the lines below it do that look like options
/// or arguments; prose between them is allowed, but neither a rule nor prose after a gap.
class StanzaReader
{
public:
    explicit StanzaReader(QByteArrayView bytes);

    /// False at the end. Lines that belong to no service are skipped; orphaned lines are collected.
    bool next(Stanza &stanza);

    const QList<PhysicalLine> &lines() const { return m_lines; }
    /// Of a comment line.
    const MasterComment &commentAt(qsizetype line) const { return m_comments[line]; }
    struct Orphans
    {
        qsizetype firstLine = 0;
        ByteRange range;
    };
    const QList<Orphans> &orphans() const { return m_orphans; }

private:
    void readInForce(qsizetype first, Stanza &stanza);
    void readSwitchedOff(qsizetype first, Stanza &stanza);
    /// Appends the comment lines below that belong to the stanza.
    void readBelow(qsizetype from, Stanza &stanza, bool inForce);
    qsizetype groupEnd(qsizetype first, const MasterComment &opening) const;
    void appendComment(Stanza &stanza, qsizetype line, const MasterComment &comment,
                       StanzaLine::Role role) const;
    void readOrphans();

    QByteArrayView m_bytes;
    QList<PhysicalLine> m_lines;
    QList<MasterComment> m_comments; ///< one per line
    qsizetype m_at = 0;
    QList<Orphans> m_orphans;
};

} // namespace syntax
