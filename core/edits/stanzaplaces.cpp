// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/stanzaplaces.h"

#include <algorithm>

namespace edits {

using syntax::ByteRange;
using syntax::ServiceField;

namespace {

bool isLead(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '#' || syntax::isSpace(c); });
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), syntax::isSpace);
}

} // namespace

StanzaPlaces::StanzaPlaces(const syntax::MasterCf &file, const syntax::Service &service)
    : m_file(file), m_service(service), m_text(file.text())
{
}

ByteRange StanzaPlaces::lineAt(qsizetype offset) const
{
    const qsizetype before = offset > 0 ? m_text.lastIndexOf('\n', offset - 1) : -1;
    return syntax::physicalLineAt(m_text, before + 1);
}

QByteArray StanzaPlaces::lead(qsizetype offset) const
{
    const qsizetype begin = lineAt(offset).begin;
    return m_text.sliced(begin, offset - begin).toByteArray();
}

bool StanzaPlaces::startsLine(ByteRange range) const
{
    return isLead(lead(range.begin));
}

bool StanzaPlaces::isAlone(ByteRange range) const
{
    const qsizetype end = lineAt(range.end).end;
    return startsLine(range) && isBlank(m_text.sliced(range.end, end - range.end));
}

Replacement StanzaPlaces::without(ByteRange range) const
{
    if (isAlone(range))
        return {removal(m_text, {lineAt(range.begin).begin, lineAt(range.end).end}), {}};
    if (startsLine(range)) {
        while (range.end < m_text.size() && syntax::isSpace(m_text[range.end]))
            ++range.end;
    } else {
        while (range.begin > 0 && (m_text[range.begin - 1] == ' ' || m_text[range.begin - 1] == '\t'))
            --range.begin;
    }
    return {range, {}};
}

QByteArray StanzaPlaces::indent() const
{
    QByteArray found;
    const auto look = [&](ByteRange range) {
        if (!startsLine(range))
            return;
        found = lead(range.begin);
        found.remove(0, found.lastIndexOf('#') + 1);
    };
    for (const bool enabled : {true, false}) {
        for (const syntax::Override &option : m_service.overrides) {
            if (option.enabled == enabled)
                look(option.whole);
        }
        if (!found.isEmpty())
            return found;
        for (const syntax::Argument &argument : m_service.arguments)
            look(argument.range);
        if (!found.isEmpty())
            return found;
    }
    return "  ";
}

Replacement StanzaPlaces::lineBehind(qsizetype offset, const QByteArray &words) const
{
    const QByteArray mark = m_service.enabled ? "" : "#";
    return insertion(m_text, lineAt(offset).end, mark + indent() + words + lineEndAt(m_text, offset));
}

Replacement StanzaPlaces::lineInFrontOf(qsizetype offset, const QByteArray &indent,
                                        const QByteArray &words) const
{
    const qsizetype at = lineAt(offset).begin;
    return {{at, at}, indent + words + lineEndAt(m_text, at)};
}

qsizetype StanzaPlaces::end() const
{
    qsizetype end = m_service.field(ServiceField::Command).end;
    for (const syntax::Override &option : m_service.overrides) {
        if (option.enabled)
            end = std::max(end, option.whole.end);
    }
    for (const syntax::Argument &argument : m_service.arguments)
        end = std::max(end, argument.range.end);
    return end;
}

QList<Replacements> StanzaPlaces::overridePlaces(const QByteArray &words) const
{
    const auto behind = [&](qsizetype at) { return Replacements{Replacement{{at, at}, ' ' + words}}; };
    QList<Replacements> ways;
    const syntax::Override *last = nullptr;
    bool ownLines = false;
    for (const syntax::Override &option : m_service.overrides) {
        if (!option.enabled)
            continue;
        last = &option;
        ownLines = ownLines || startsLine(option.whole);
    }
    const qsizetype command = m_service.field(ServiceField::Command).end;
    if (last) {
        if (ownLines)
            ways.append({lineBehind(last->whole.end, words)});
        ways.append(behind(last->whole.end));
        return ways;
    }
    // In front of the first word that is no option: behind it Postfix looks for no more options.
    const auto argument =
        std::find_if(m_service.arguments.begin(), m_service.arguments.end(), [this](const auto &candidate) {
            const QByteArrayView word = candidate.range.in(m_text);
            return !word.startsWith('-') || word == QByteArrayView("-") || word == QByteArrayView("--");
        });
    if (argument == m_service.arguments.end()) {
        ways.append({lineBehind(end(), words)});
    } else if (startsLine(argument->range)) {
        ways.append({lineInFrontOf(argument->range.begin, lead(argument->range.begin), words)});
    } else {
        ways.append(Replacements{Replacement{{argument->range.begin, argument->range.begin}, words + ' '}});
    }
    ways.append(behind(command));
    return ways;
}

Replacements StanzaPlaces::escapes(bool allComments) const
{
    using Kind = syntax::MasterComment::Kind;
    Replacements made;
    for (const syntax::StanzaLine &line : m_file.linesOf(m_service).lines) {
        const bool isComment = line.role == syntax::StanzaLine::Role::Comment;
        const bool looksLikeMore = line.comment.kind == Kind::Head || line.comment.kind == Kind::Option
            || line.comment.kind == Kind::Argument;
        if (isComment && (looksLikeMore || (allComments && line.comment.kind != Kind::Bare)))
            made.append(Replacement{{line.line.range.begin, line.line.range.begin}, "#"});
    }
    return made;
}

} // namespace edits
