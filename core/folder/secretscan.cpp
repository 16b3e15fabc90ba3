// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secretscan.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <cctype>

namespace folder {

using syntax::ByteRange;

namespace {

class Scan
{
public:
    explicit Scan(QByteArrayView text) : m_text(text) { }

    void tables(ByteRange range)
    {
        for (const ByteRange &word : words(range))
            table(word);
    }

    void rows(ByteRange range, QByteArrayView type)
    {
        for (const ByteRange &word : words(range))
            row(word, type);
    }

    /// All that is behind the first colon of the value; `known` from where the row begins.
    void value(ByteRange range, qsizetype known)
    {
        range = trimmed(range);
        const qsizetype colon = find(':', range);
        const ByteRange secret = colon < 0 ? range : ByteRange{colon + 1, range.end};
        if (secret.end > secret.begin)
            m_parts.append(SecretPart{{colon < 0 ? known : range.begin, range.end}, secret});
    }

    QList<SecretPart> parts() const { return m_parts; }

private:
    static bool isSeparator(char c) { return syntax::isSpace(c) || c == ','; }

    ByteRange trimmed(ByteRange range) const
    {
        while (range.begin < range.end && isSeparator(m_text[range.begin]))
            ++range.begin;
        while (range.end > range.begin && isSeparator(m_text[range.end - 1]))
            --range.end;
        return range;
    }

    qsizetype find(char wanted, ByteRange range) const
    {
        const qsizetype at = m_text.first(range.end).indexOf(wanted, range.begin);
        return at < range.end ? at : -1;
    }

    /// Braces keep words together.
    QList<ByteRange> words(ByteRange range) const
    {
        QList<ByteRange> found;
        for (qsizetype at = range.begin; at < range.end;) {
            if (isSeparator(m_text[at])) {
                ++at;
                continue;
            }
            const qsizetype begin = at;
            int depth = 0;
            for (; at < range.end && (depth > 0 || !isSeparator(m_text[at])); ++at)
                depth += m_text[at] == '{' ? 1 : m_text[at] == '}' ? -1 : 0;
            found.append({begin, at});
        }
        return found;
    }

    /// What is inside of the braces that it begins with; the second may not be written yet.
    ByteRange inside(ByteRange range) const
    {
        const bool isClosed = range.end - range.begin > 1 && m_text[range.end - 1] == '}';
        return trimmed({range.begin + 1, range.end - (isClosed ? 1 : 0)});
    }

    void table(ByteRange word)
    {
        qsizetype begin = word.begin;
        qsizetype colon = find(':', word);
        const auto type = [&] { return m_text.sliced(begin, colon - begin); };
        while (colon >= 0 && (type() == "proxy" || type() == "debug")) {
            begin = colon + 1;
            colon = find(':', {begin, word.end});
        }
        if (colon < 0 || m_text[word.begin] == '$')
            return;
        const ByteRange rest{colon + 1, word.end};
        const bool isBraced = rest.begin < rest.end && m_text[rest.begin] == '{';
        if (type() == "static")
            value(isBraced ? inside(rest) : rest, begin);
        else if (isBraced && (type() == "unionmap" || type() == "pipemap"))
            tables(inside(rest));
        else if (isBraced && type() == "randmap")
            std::ranges::for_each(words(inside(rest)), [&](ByteRange one) { value(one, begin); });
        else if (isBraced)
            rows(inside(rest), type());
    }

    void row(ByteRange item, QByteArrayView type)
    {
        if (m_text[item.begin] == '{')
            item = inside(item);
        if (item.begin == item.end)
            return;
        const qsizetype end = type == "inline" ? find('=', item) : endOfPattern(item);
        value({end < 0 ? item.begin : end + 1, item.end}, item.begin);
    }

    qsizetype endOfPattern(ByteRange item) const
    {
        qsizetype at = item.begin;
        const char delimiter = m_text[at];
        const bool isWord = std::isalnum(static_cast<unsigned char>(delimiter)) || delimiter == '[';
        if (!isWord && delimiter != '!') {
            for (++at; at < item.end && m_text[at] != delimiter; ++at)
                at += m_text[at] == '\\' ? 1 : 0;
        }
        while (at < item.end && !syntax::isSpace(m_text[at]))
            ++at;
        return at < item.end ? at : -1;
    }

    QByteArrayView m_text;
    QList<SecretPart> m_parts;
};

} // namespace

QList<SecretPart> secretPartsOfTables(QByteArrayView value)
{
    Scan scan(value);
    scan.tables({0, value.size()});
    return scan.parts();
}

QList<SecretPart> secretPartsOfText(QByteArrayView value)
{
    Scan scan(value);
    const qsizetype equals = value.indexOf('=');
    if (equals >= 0 && value.indexOf(':', equals) > 0)
        scan.rows({0, value.size()}, "inline");
    else
        scan.value({0, value.size()}, 0);
    return scan.parts();
}

} // namespace folder
