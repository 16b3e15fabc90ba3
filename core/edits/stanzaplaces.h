// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceplan.h"

namespace edits {

/// Where things are in the lines of one service, and what takes them away or adds one.
class StanzaPlaces
{
public:
    StanzaPlaces(const syntax::MasterCf &file, const syntax::Service &service);

    /// Blanks (and the signs of a comment) in front of `range` on its line are all that is there.
    bool startsLine(syntax::ByteRange range) const;
    /// It starts a line and nothing but blanks follows on the line where it ends.
    bool isAlone(syntax::ByteRange range) const;
    /// What takes a word away: its lines if it is alone there, else the blanks in front or behind as well.
    Replacement without(syntax::ByteRange range) const;

    /// The blanks that a new line of this service starts with, as its other lines do; two without any.
    QByteArray indent() const;
    /// A line of its own behind the line that holds `offset`. `words` are commented out as the service is.
    Replacement lineBehind(qsizetype offset, const QByteArray &words) const;
    Replacement lineInFrontOf(qsizetype offset, const QByteArray &indent, const QByteArray &words) const;

    /// Where the override goes that is to be the last one in force.
    QList<Replacements> overridePlaces(const QByteArray &words) const;
    /// The end of the last word of the service.
    qsizetype end() const;
    syntax::ByteRange lineAt(qsizetype offset) const;
    QByteArray lead(qsizetype offset) const; ///< the bytes between the start of its line and `offset`

    /// Another '#' in front of comments that would be taken for a part of some service if a line of this one
    /// went; with `allComments` in front of prose as well.
    Replacements escapes(bool allComments) const;

private:
    const syntax::MasterCf &m_file;
    const syntax::Service &m_service;
    QByteArrayView m_text;
};

} // namespace edits
