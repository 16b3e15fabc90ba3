// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/mastercf.h"

#include "core/syntax/servicewords.h"

#include <algorithm>
#include <span>

namespace syntax {

namespace {

using Role = StanzaLine::Role;

LogicalLine::Pieces piecesIn(const Stanza &stanza)
{
    LogicalLine::Pieces found;
    for (const StanzaLine &line : stanza.lines) {
        if (line.role == Role::Text)
            found.append(line.piece);
    }
    return found;
}

/// Finds the line of a place; places are asked for in ascending order.
class LineCounter
{
public:
    LineCounter(const QList<PhysicalLine> &lines, qsizetype from) : m_lines(lines), m_line(from) { }
    int lineOf(qsizetype offset)
    {
        while (m_line + 1 < m_lines.size() && m_lines[m_line].range.end <= offset)
            ++m_line;
        return static_cast<int>(m_line);
    }

private:
    const QList<PhysicalLine> &m_lines;
    qsizetype m_line;
};

/// Tells overrides from other arguments among `words` as getopt() does in the daemons: options end at the
/// first word that is none.
void readArguments(const LogicalLine &line, std::span<const ByteRange> words, bool enabled,
                   LineCounter lineCounter, Service &service)
{
    const QByteArrayView text = line.text();
    const auto addArgument = [&](ByteRange word) { service.arguments.append(Argument{line.inFile(word)}); };
    size_t i = 0;
    for (; i < words.size(); ++i) {
        const ByteRange word = words[i];
        if (word.size() < 2 || text[word.begin] != '-' || word.in(text) == "--")
            break;
        const qsizetype found = word.in(text).indexOf('o');
        if (found < 0) {
            if (enabled)
                addArgument(word);
            continue;
        }
        const qsizetype letter = word.begin + found;
        const bool apart = letter + 1 == word.end; // the value is the next word
        const ByteRange valueWord = !apart ? ByteRange{letter + 1, word.end}
            : i + 1 < words.size()         ? words[i + 1]
                                           : ByteRange{word.end, word.end};
        const NameAndValue parts = nameAndValue(text, valueWord);
        if (parts.valid) {
            if (enabled && found > 1)
                addArgument({word.begin, letter});
            const ByteRange whole{found > 1 ? letter : word.begin, valueWord.end};
            Override option{line.inFile(whole), line.inFile(parts.name), line.inFile(parts.value)};
            option.line = lineCounter.lineOf(option.whole.begin);
            option.braced = parts.braced;
            option.enabled = enabled;
            service.overrides.append(option);
        } else if (enabled) {
            addArgument(word);
            if (apart && i + 1 < words.size())
                addArgument(valueWord);
        }
        if (apart)
            ++i;
    }
    for (; enabled && i < words.size(); ++i)
        addArgument(words[i]);
}

void readOffOverrides(QByteArrayView bytes, const Stanza &stanza, const QList<PhysicalLine> &lines,
                      Service &service)
{
    const qsizetype before = service.overrides.size();
    for (qsizetype i = 0; i < stanza.lines.size(); ++i) {
        if (stanza.lines[i].role != Role::OffText)
            continue;
        // Braces may hold several lines together.
        LogicalLine::Pieces group{stanza.lines[i].piece};
        const qsizetype first = i;
        int open = openBraces(group.front().in(bytes));
        while (open > 0 && i + 1 < stanza.lines.size() && stanza.lines[i + 1].role == Role::OffText) {
            group.append(stanza.lines[++i].piece);
            open = openBraces(group.back().in(bytes), open);
        }
        const LogicalLine line(bytes, group);
        readArguments(line, serviceWords(line.text()), false, LineCounter(lines, stanza.firstLine + first),
                      service);
    }
    if (before > 0 && before < service.overrides.size()) {
        std::sort(service.overrides.begin(), service.overrides.end(),
                  [](const Override &a, const Override &b) { return a.whole.begin < b.whole.begin; });
    }
}

bool containsWord(QByteArrayView text, QByteArrayView word)
{
    const auto same = [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        return lower(a) == lower(b);
    };
    return word.size() > 1
        && std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
}

/// The comment block above line `first` that speaks of the service: the one right above, or one with only a
/// bare '#' between that names it. Neither is the head of the file, nor anything above line `top`.
ByteRange remarkAbove(QByteArrayView bytes, const StanzaReader &reader, qsizetype top, qsizetype first,
                      QByteArrayView name)
{
    const QList<PhysicalLine> &lines = reader.lines();
    const ByteRange none{lines[first].range.begin, lines[first].range.begin};
    const auto kindOf = [&](qsizetype line) { return reader.commentAt(line).kind; };
    const auto isProse = [&](qsizetype line) {
        if (lines[line].kind != LineKind::Comment)
            return false;
        const MasterComment::Kind kind = kindOf(line);
        return kind != MasterComment::Kind::Bare && kind != MasterComment::Kind::Rule;
    };
    qsizetype end = first;
    if (end > top && lines[end - 1].kind == LineKind::Comment && kindOf(end - 1) == MasterComment::Kind::Bare)
        --end;
    qsizetype begin = end;
    while (begin > top && isProse(begin - 1))
        --begin;
    if (begin == end)
        return none;
    const ByteRange block{lines[begin].range.begin, lines[end].range.begin};
    const bool named = containsWord(block.in(bytes), name);
    if ((end < first || begin == 0) && !named)
        return none;
    if (begin == 0 && block.in(bytes).toByteArray().contains("master(5)"))
        return none;
    return {block.begin, lines[first].range.begin};
}

} // namespace

MasterCf::MasterCf(QByteArray text) : m_text(std::move(text))
{
    StanzaReader reader(m_text);
    qsizetype top = 0; // first line that no service has taken
    for (Stanza stanza; reader.next(stanza);) {
        const LogicalLine line(m_text, piecesIn(stanza));
        const ServiceWords words = serviceWords(line.text());
        const ByteRange whole{stanza.lines.first().line.range.begin, stanza.lines.last().line.range.end};
        const int firstLine = static_cast<int>(stanza.firstLine);
        if (words.size() < serviceFieldCount) {
            m_strays.append(StrayLine{whole, firstLine, StrayLine::Kind::FieldCount});
            top = stanza.firstLine + stanza.lines.size();
            continue;
        }
        Service service;
        service.whole = whole;
        service.line = firstLine;
        service.enabled = stanza.enabled;
        for (int i = 0; i < serviceFieldCount; ++i)
            service.fields[static_cast<size_t>(i)] = line.inFile(words[i]);
        readArguments(line, std::span(words).subspan(serviceFieldCount), true,
                      LineCounter(reader.lines(), stanza.firstLine), service);
        readOffOverrides(m_text, stanza, reader.lines(), service);
        service.remark =
            remarkAbove(m_text, reader, top, stanza.firstLine, fieldOf(service, ServiceField::Name));
        top = stanza.firstLine + stanza.lines.size();
        m_services.append(std::move(service));
    }
    for (const StanzaReader::Orphans &orphans : reader.orphans()) {
        m_strays.append(
            StrayLine{orphans.range, static_cast<int>(orphans.firstLine), StrayLine::Kind::Orphan});
    }
    std::sort(m_strays.begin(), m_strays.end(),
              [](const StrayLine &a, const StrayLine &b) { return a.range.begin < b.range.begin; });
}

QList<ByteRange> MasterCf::pieces(ByteRange range) const
{
    const QByteArrayView all(m_text);
    if (!range.in(all).contains('\n'))
        return {range};
    // How deep it is commented out shows in front of the line where it begins.
    qsizetype at = range.begin;
    while (at > 0 && all[at - 1] != '\n')
        --at;
    int depth = 0;
    for (; at < range.begin && (all[at] == '#' || isSpace(all[at])); ++at)
        depth += all[at] == '#' ? 1 : 0;
    QList<ByteRange> found;
    for (qsizetype from = range.begin; from < range.end;) {
        const ByteRange line = physicalLineAt(all.first(range.end), from);
        ByteRange text = trimmed(all, line);
        const bool first = from == range.begin;
        for (int left = first ? 0 : depth; left > 0 && !text.isEmpty() && all[text.begin] == '#'; --left)
            text = trimmed(all, {text.begin + 1, text.end});
        if (!text.isEmpty() && (first || all[text.begin] != '#'))
            found.append(text);
        from = line.end;
    }
    return found;
}

QByteArray MasterCf::valueOf(const Override &option) const
{
    return joinedPieces(m_text, pieces(option.value));
}

QList<ByteRange> MasterCf::piecesOf(const Override &option) const
{
    return pieces(option.value);
}

QByteArray MasterCf::argumentOf(const Argument &argument) const
{
    return joinedPieces(m_text, pieces(argument.range));
}

QByteArrayList MasterCf::normalizedArguments(const Service &service) const
{
    const LogicalLine line(m_text, piecesIn(linesOf(service)));
    QByteArrayList found;
    for (const ByteRange &word : serviceWords(line.text()))
        found.append(word.in(line.text()).toByteArray());
    found.remove(0, serviceFieldCount);
    return normalizedWords(found);
}

Stanza MasterCf::linesOf(const Service &service) const
{
    Stanza stanza;
    StanzaReader reader(service.whole.in(m_text));
    if (!reader.next(stanza))
        return stanza;
    stanza.firstLine = service.line;
    const auto shift = [&service](ByteRange &range) {
        range.begin += service.whole.begin;
        range.end += service.whole.begin;
    };
    for (StanzaLine &line : stanza.lines) {
        shift(line.line.range);
        shift(line.line.text);
        shift(line.comment.content);
        shift(line.piece);
    }
    return stanza;
}

const Override *MasterCf::overrideOf(const Service &service, QByteArrayView name) const
{
    const auto found =
        std::find_if(service.overrides.crbegin(), service.overrides.crend(),
                     [&](const Override &option) { return option.enabled && nameOf(option) == name; });
    return found == service.overrides.crend() ? nullptr : &*found;
}

qsizetype MasterCf::indexOf(QByteArrayView name, QByteArrayView type) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(), [&](const Service &service) {
        return service.enabled && fieldOf(service, ServiceField::Name) == name
            && fieldOf(service, ServiceField::Type) == type;
    });
    return found == m_services.end() ? -1 : found - m_services.begin();
}

} // namespace syntax
