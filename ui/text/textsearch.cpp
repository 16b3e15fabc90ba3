// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/textsearch.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace ui {

namespace {

using syntax::ByteRange;
using syntax::Text;

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isWholeWord(QByteArrayView piece, ByteRange match)
{
    const bool before =
        match.begin > 0 && isWordByte(piece[match.begin - 1]) && isWordByte(piece[match.begin]);
    const bool after =
        match.end < piece.size() && isWordByte(piece[match.end]) && isWordByte(piece[match.end - 1]);
    return !before && !after;
}

/// Bytes as characters, and the way back.
class Decoded
{
public:
    explicit Decoded(QByteArrayView bytes) : m_isUtf8(!isAscii(bytes) && bytes.isValidUtf8())
    {
        m_text = m_isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
    }

    const QString &text() const { return m_text; }

    /// The byte offset of a character; asked for in ascending order.
    qsizetype byteAt(qsizetype character)
    {
        if (!m_isUtf8)
            return character;
        m_byte += QStringView(m_text).sliced(m_character, character - m_character).toUtf8().size();
        m_character = character;
        return m_byte;
    }

private:
    bool m_isUtf8;
    QString m_text;
    qsizetype m_character = 0;
    qsizetype m_byte = 0;
};

} // namespace

TextSearch::TextSearch(const QString &what, const SearchOptions &options)
    : m_matchCase(options.matchCase), m_wholeWords(options.wholeWords), m_isRegex(options.isRegex)
{
    const QByteArray bytes = what.toUtf8();
    // Bytes will do, unless upper and lower case are asked to be one where they are more than ASCII.
    if (!options.isRegex && (options.matchCase || isAscii(bytes))) {
        m_what = options.matchCase ? bytes : bytes.toLower();
        return;
    }
    m_regex.setPattern(options.isRegex ? what : QRegularExpression::escape(what));
    QRegularExpression::PatternOptions patternOptions = QRegularExpression::MultilineOption;
    if (!options.matchCase)
        patternOptions |= QRegularExpression::CaseInsensitiveOption;
    m_regex.setPatternOptions(patternOptions);
}

QString TextSearch::problem() const
{
    return m_regex.isValid() ? QString() : m_regex.errorString();
}

void TextSearch::visit(QByteArrayView piece, const Visit &found) const
{
    const Visit checked = [&](ByteRange match) {
        return match.isEmpty() || (m_wholeWords && !isWholeWord(piece, match)) || found(match);
    };
    if (!m_what.isEmpty())
        visitPlain(piece, checked);
    else if (!m_regex.pattern().isEmpty() && m_regex.isValid())
        visitRegex(piece, checked);
}

void TextSearch::visitPlain(QByteArrayView piece, const Visit &found) const
{
    const QByteArray lower = m_matchCase ? QByteArray() : piece.toByteArray().toLower();
    const QByteArrayView bytes = m_matchCase ? piece : QByteArrayView(lower);
    const QByteArrayMatcher matcher(m_what);
    for (qsizetype at = matcher.indexIn(bytes); at >= 0; at = matcher.indexIn(bytes, at + m_what.size())) {
        if (!found({at, at + m_what.size()}))
            return;
    }
}

void TextSearch::visitRegex(QByteArrayView piece, const Visit &found) const
{
    Decoded decoded(piece);
    auto matches = m_regex.globalMatch(decoded.text());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = decoded.byteAt(match.capturedStart());
        if (!found({begin, decoded.byteAt(match.capturedEnd())}))
            return;
    }
}

std::optional<ByteRange> TextSearch::next(const Text &text, qsizetype from) const
{
    std::optional<ByteRange> result;
    for (qsizetype i = text.chunkAt(from); i < text.chunkCount() && !result; ++i) {
        const qsizetype begin = text.chunkBegin(i);
        visit(text.chunk(i)->bytes, [&](ByteRange match) {
            if (begin + match.begin < from)
                return true;
            result = ByteRange{begin + match.begin, begin + match.end};
            return false;
        });
    }
    return result;
}

std::optional<ByteRange> TextSearch::previous(const Text &text, qsizetype before) const
{
    std::optional<ByteRange> result;
    for (qsizetype i = text.chunkAt(std::max<qsizetype>(0, before - 1)); i >= 0 && !result; --i) {
        const qsizetype begin = text.chunkBegin(i);
        visit(text.chunk(i)->bytes, [&](ByteRange match) {
            if (begin + match.begin >= before)
                return false;
            result = ByteRange{begin + match.begin, begin + match.end};
            return true;
        });
    }
    return result;
}

QList<ByteRange> TextSearch::all(const Text &text, const std::atomic_bool *cancelled) const
{
    QList<ByteRange> matches;
    for (qsizetype i = 0; i < text.chunkCount() && !(cancelled && *cancelled); ++i) {
        const qsizetype begin = text.chunkBegin(i);
        visit(text.chunk(i)->bytes, [&](ByteRange match) {
            matches.append(ByteRange{begin + match.begin, begin + match.end});
            return true;
        });
    }
    return matches;
}

QByteArray TextSearch::replacement(const QByteArray &match, const QString &with) const
{
    if (!m_isRegex)
        return with.toUtf8();
    const Decoded decoded(match);
    const QRegularExpressionMatch groups = m_regex.match(decoded.text());
    QString result;
    for (qsizetype i = 0; i < with.size(); ++i) {
        const QChar next = with.at(std::min(i + 1, with.size() - 1));
        if (with[i] != u'\\' || i + 1 == with.size()) {
            result += with[i];
            continue;
        }
        ++i;
        if (next >= u'0' && next <= u'9')
            result += groups.captured(next.digitValue());
        else
            result += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
    }
    // What was not UTF-8 was read as Latin-1, byte for byte, and goes back the same way.
    const bool wasBytes = !isAscii(match) && !match.isValidUtf8();
    return wasBytes ? result.toLatin1() : result.toUtf8();
}

} // namespace ui
