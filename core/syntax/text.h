// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace syntax {

/// Some lines of a file. Constant; shared by every Text that contains it.
struct Chunk
{
    QByteArray storage; ///< keeps the bytes alive; may be larger than `bytes`
    QByteArrayView bytes;
    qsizetype newlines = 0;
};

using ChunkPointer = std::shared_ptr<const Chunk>;

/// Other bytes in the place of some.
struct Splice
{
    ByteRange range;
    QByteArray bytes;
};

/// The bytes of one file, constant and cheap to copy: a list of shared chunks.
///
/// Chunks begin where a logical line may begin (Text::mayStartRow), so each can be indexed by itself, and a
/// change makes new chunks only where it happened. Two texts that share a chunk are equal there: that is how
/// a difference is found without reading a million lines.
class Text
{
public:
    enum class Layout : quint8 {
        Whole, ///< one chunk always: main.cf, master.cf, whose readers want contiguous bytes
        Chunked ///< chunks of about 64 KiB: tables and anything that may be large
    };

    Text() : Text(QByteArray(), Layout::Whole) { }
    Text(const QByteArray &bytes, Layout layout);

    Layout layout() const { return m_layout; }
    qsizetype size() const { return m_size; }
    qsizetype newlines() const { return m_newlines; }
    /// Physical lines; a last line without an end counts, an empty text has one line.
    qsizetype lineCount() const { return m_newlines + 1; }

    /// All bytes. Free for a text of one chunk; a copy of everything otherwise.
    QByteArray bytes() const;
    QByteArray bytes(ByteRange range) const;

    Text replaced(ByteRange range, const QByteArray &bytes) const { return replaced({Splice{range, bytes}}); }
    /// All at once: the ranges refer to the text as it is, in ascending order and apart. Each chunk that one
    /// of them touches is written once.
    Text replaced(const QList<Splice> &splices) const;

    qsizetype chunkCount() const { return m_parts.size(); }
    const ChunkPointer &chunk(qsizetype index) const { return m_parts[index].chunk; }
    qsizetype chunkBegin(qsizetype index) const { return m_parts[index].begin; }
    /// The chunk that holds `offset`; the last one for size().
    qsizetype chunkAt(qsizetype offset) const;

    /// Lines count from 0. An offset beyond the end is in the last line.
    qsizetype lineAt(qsizetype offset) const;
    /// Where line `line` starts; size() when there is no such line.
    qsizetype lineStart(qsizetype line) const;
    /// The line that holds `offset`, its end included. Lines lie within one chunk.
    ByteRange lineAround(qsizetype offset) const;
    /// The bytes of a range that lies within one chunk; valid as long as this text.
    QByteArrayView view(ByteRange range) const;

    bool operator==(const Text &other) const;

    /// A line that starts with this byte never continues the line above: neither a blank nor a comment.
    static bool mayStartRow(char first);

private:
    struct Part
    {
        ChunkPointer chunk;
        qsizetype begin = 0; ///< bytes before it
        qsizetype line = 0; ///< newlines before it
    };

    static void appendCut(QList<ChunkPointer> &chunks, const QByteArray &storage, QByteArrayView bytes,
                          Layout layout);
    void setChunks(const QList<ChunkPointer> &chunks);
    struct Group;
    Group groupFrom(const QList<Splice> &splices, qsizetype first) const;
    QByteArray spliced(const QList<Splice> &splices, const Group &group) const;

    QList<Part> m_parts; ///< never empty
    qsizetype m_size = 0;
    qsizetype m_newlines = 0;
    Layout m_layout = Layout::Whole;
};

} // namespace syntax
