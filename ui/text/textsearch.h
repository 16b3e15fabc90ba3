// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/text.h"

#include <QRegularExpression>

#include <atomic>
#include <functional>
#include <optional>

namespace ui {

struct SearchOptions
{
    bool matchCase = false;
    bool wholeWords = false;
    bool isRegex = false; ///< ^ and $ are the ends of a line
};

/// Finds something in the bytes of a file of any size, piece by piece and without decoding more than it must.
/// In a file of several pieces a match does not reach over a line end at which two of them meet.
class TextSearch
{
public:
    TextSearch() = default;
    TextSearch(const QString &what, const SearchOptions &options);

    bool isEmpty() const { return m_what.isEmpty() && m_regex.pattern().isEmpty(); }
    /// What is wrong with the regular expression; empty when nothing is.
    QString problem() const;

    /// The first match that begins at `from` or later.
    std::optional<syntax::ByteRange> next(const syntax::Text &text, qsizetype from) const;
    /// The last match that begins before `before`.
    std::optional<syntax::ByteRange> previous(const syntax::Text &text, qsizetype before) const;
    /// All of them, unless `cancelled` becomes true.
    QList<syntax::ByteRange> all(const syntax::Text &text, const std::atomic_bool *cancelled = nullptr) const;

    /// What a match becomes: with a regular expression, \1 to \9 stand for its groups and \0 for all of it.
    QByteArray replacement(const QByteArray &match, const QString &with) const;

private:
    using Visit = std::function<bool(syntax::ByteRange)>; ///< false: enough
    void visit(QByteArrayView piece, const Visit &found) const;
    void visitPlain(QByteArrayView piece, const Visit &found) const;
    void visitRegex(QByteArrayView piece, const Visit &found) const;

    QByteArray m_what; ///< lower case unless m_matchCase; empty: m_regex is used
    QRegularExpression m_regex;
    bool m_matchCase = false;
    bool m_wholeWords = false;
    bool m_isRegex = false;
};

} // namespace ui
