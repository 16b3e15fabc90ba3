// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <functional>
#include <optional>

namespace lint {

/// A word of a value, and the place to change it at.
struct Word
{
    QByteArray text;
    std::optional<model::Place> place = {}; ///< nothing when no file has any part of it
    bool isWhole = true; ///< `place` has just these bytes: they may be replaced there
};

/// What a name stands for, and where that is written.
struct Definition
{
    QByteArray text = {}; ///< not expanded: the pieces joined by one blank
    std::optional<model::FileId> file = {}; ///< nothing for what Postfix has by itself
    QList<syntax::ByteRange> pieces = {}; ///< of `text`, in the file
    bool isRaw = false;
};

/// A value as Postfix expands it that knows of each of its bytes where it comes from.
class TracedValue
{
public:
    using Lookup = std::function<std::optional<Definition>(QByteArrayView name)>;

    TracedValue() = default;
    /// `lookup` is only used here.
    TracedValue(const Definition &definition, const Lookup &lookup);

    const QByteArray &text() const { return m_text; }
    /// It can't be expanded, or refers to a name that has no value: nothing should be said about its words.
    bool isUncertain() const { return m_isBroken || m_isUndefined; }
    bool isBroken() const { return m_isBroken; }

    /// Where the bytes of text() can be changed. What comes out of a `$name` is where that name is set if it
    /// all stands there; what several places make up is where they are put together; a built-in text is
    /// where the `$name` stands that asks for it.
    Word part(qsizetype begin, qsizetype end) const;
    /// Separated by blanks, commas or line ends; what is in braces is one word.
    QList<Word> words() const;

private:
    struct Frame
    {
        int parent = -1;
        syntax::ByteRange reference = {}; ///< the `$name` in the parent's file
        std::optional<model::FileId> file = {};
        QList<syntax::ByteRange> pieces = {};
    };
    struct Run
    {
        qsizetype begin = 0; ///< in m_text; it ends where the next one begins
        int frame = 0;
        syntax::ByteRange source = {}; ///< in the frame's file
        bool isDirect = false; ///< byte for byte
    };

    void expand(QByteArrayView text, qsizetype begin, qsizetype end, int frame, const Lookup &lookup,
                int depth);
    void append(QByteArrayView bytes, int frame, syntax::ByteRange source, bool isDirect);
    void appendLiteral(QByteArrayView text, qsizetype begin, qsizetype end, int frame);
    void appendName(QByteArrayView name, syntax::ByteRange source, int frame, const Lookup &lookup,
                    int depth);
    syntax::ByteRange sourceOf(qsizetype begin, qsizetype end, int frame) const;
    int commonFrame(int a, int b) const;
    syntax::ByteRange liftedTo(int ancestor, int frame, syntax::ByteRange source) const;

    QByteArray m_text;
    QList<Frame> m_frames;
    QList<Run> m_runs;
    bool m_isBroken = false;
    bool m_isUndefined = false;
};

} // namespace lint
