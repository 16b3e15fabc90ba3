// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/servicewriting.h"

#include "core/syntax/servicewords.h"

#include <algorithm>

namespace edits {

using Reason = Refusal::Reason;

namespace {

/// Braces around it would be closed by its last brace only.
bool canStandInBraces(QByteArrayView text)
{
    int level = 0;
    for (const char c : text) {
        level += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (level < 0)
            return false;
    }
    return level == 0;
}

Outcome checkedText(const QByteArray &text)
{
    if (text.contains('\0'))
        return Refusal{Reason::NulByte, text};
    if (text.contains('\n') || text.contains('\r'))
        return Refusal{Reason::LineBreak, text};
    if (syntax::openBraces(text) > 0)
        return Refusal{Reason::UnbalancedBraces, text};
    return {};
}

bool isOneWord(const QByteArray &text)
{
    const syntax::ServiceWords words = syntax::serviceWords(text);
    return words.size() == 1 && words.front().size() == text.size();
}

QByteArray trimmedValue(const QByteArray &value)
{
    return syntax::trimmed(value, {0, value.size()}).in(value).toByteArray();
}

} // namespace

Outcome checkedOverrideName(QByteArrayView name)
{
    if (name.isEmpty())
        return Refusal{Reason::EmptyName, {}};
    const bool bad =
        name.startsWith('#') || std::any_of(name.begin(), name.end(), [](char c) {
            return static_cast<unsigned char>(c) <= ' ' || c == '=' || c == '{' || c == '}' || c == '\x7f';
        });
    if (bad)
        return Refusal{Reason::BadName, name.toByteArray()};
    return {};
}

QByteArray WrittenOverride::text(QByteArrayView name) const
{
    if (!braced)
        return name.toByteArray() + '=' + value;
    return "{ " + name.toByteArray() + " = " + value + " }";
}

Outcome writeOverride(const QByteArray &value, WrittenOverride &written)
{
    written.value = trimmedValue(value);
    if (const Outcome refused = checkedText(written.value))
        return refused;
    written.braced = !isOneWord("=" + written.value);
    written.mayBeBraced = canStandInBraces(written.value);
    if (written.braced && !written.mayBeBraced)
        return Refusal{Reason::UnbalancedBraces, value};
    return {};
}

Outcome writeWord(const QByteArray &word, QByteArray &written)
{
    written = trimmedValue(word);
    if (const Outcome refused = checkedText(written))
        return refused;
    if (isOneWord(written))
        return {};
    if (!canStandInBraces(written))
        return Refusal{Reason::UnbalancedBraces, word};
    written = written.isEmpty() ? QByteArray("{}") : "{ " + written + " }";
    return {};
}

Outcome writeArguments(const QByteArrayList &words, const QByteArray &indent, const QByteArray &lineEnd,
                       QByteArray &lines, ServiceMeaning &meaning)
{
    QByteArray options;
    qsizetype i = 0;
    for (; i < words.size() && words[i].startsWith('-') && words[i].size() > 1 && words[i] != "--"; ++i) {
        QByteArray assignment = words[i].sliced(2);
        if (!words[i].startsWith("-o")) {
            QByteArray option;
            if (const Outcome refused = writeWord(words[i], option))
                return refused;
            lines += ' ' + option;
            meaning.arguments.append(option);
            continue;
        }
        if (assignment.isEmpty() && i + 1 < words.size())
            assignment = words[++i];
        const syntax::NameAndValue parts = syntax::nameAndValue(assignment, {0, assignment.size()});
        if (!parts.valid)
            return Refusal{Reason::BadValue, assignment};
        const QByteArray name = parts.name.in(assignment).toByteArray();
        WrittenOverride written;
        if (const Outcome refused = checkedOverrideName(name))
            return refused;
        if (const Outcome refused = writeOverride(parts.value.in(assignment).toByteArray(), written))
            return refused;
        options += lineEnd + indent + "-o " + written.text(name);
        meaning.inForce.append({name, written.value, true});
    }
    lines += options;
    QByteArrayList others;
    for (; i < words.size(); ++i) {
        QByteArray word;
        if (const Outcome refused = writeWord(words[i], word))
            return refused;
        others.append(word);
        meaning.arguments.append(word);
    }
    if (!others.isEmpty()) {
        // At the start of a line '#' would make a comment of it.
        const bool ownLine = !others.first().startsWith('#');
        lines += (ownLine ? lineEnd + indent : QByteArray(" ")) + others.join(' ');
    }
    return {};
}

QByteArray continuationIndent(const syntax::MasterCf &file, qsizetype near)
{
    constexpr qsizetype nearby = 20;
    const QByteArrayView text(file.text());
    const auto indentIn = [&](qsizetype index) -> QByteArray {
        if (index < 0 || index >= file.services().size())
            return {};
        const syntax::Stanza stanza = file.linesOf(file.services()[index]);
        for (qsizetype i = 1; i < stanza.lines.size(); ++i) {
            const syntax::StanzaLine &line = stanza.lines[i];
            if (line.role != syntax::StanzaLine::Role::Text)
                continue;
            const qsizetype content = trimmed(text, line.piece).begin;
            return text.sliced(line.piece.begin, content - line.piece.begin).toByteArray();
        }
        return {};
    };
    for (qsizetype distance = 1; distance <= nearby; ++distance) {
        for (const qsizetype index : {near - distance, near + distance - 1}) {
            const QByteArray indent = indentIn(index);
            if (!indent.isEmpty())
                return indent;
        }
    }
    return "  ";
}

} // namespace edits
