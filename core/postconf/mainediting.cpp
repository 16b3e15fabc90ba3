// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/postconf/editing.h"
#include "core/postconf/nameval.h"
#include "core/syntax/logicallines.h"

#include <QMap>

#include <algorithm>

namespace postconf {

namespace {

using model::Draft;
using model::FileId;
using syntax::StrayLine;

/// By name; without a value for -X and -#.
using Requests = QMap<QByteArray, std::optional<QByteArray>>;

QByteArray withoutLeadingSpaces(QByteArray text)
{
    const auto *first = std::find_if_not(text.cbegin(), text.cend(), syntax::isSpace);
    return text.sliced(first - text.cbegin());
}

Requests requestsOf(const Options &options, Log &log)
{
    Requests requests;
    for (const QByteArray &operand : options.operands) {
        const QByteArray text = withoutLeadingSpaces(operand);
        std::optional<QByteArray> value;
        QByteArray name = text.trimmed();
        if (operand.contains('\n')) {
            log.end("-e, -X, or -# accepts no multi-line input");
        } else if (text.startsWith('#')) {
            log.end("-e, -X, or -# accepts no comment input");
        } else if (options.has('e')) {
            const NameValue both = nameValueOf(text);
            if (both.error)
                log.end(QByteArray(both.error) + ": \"" + text + '"');
            name = both.name;
            value = both.value;
        } else if (text.isEmpty()) {
            log.end("-X or -# requires non-blank parameter names");
        } else if (text.contains('=')) {
            log.end("-X or -# requires parameter names without value");
        }
        if (const auto earlier = requests.constFind(name); earlier != requests.cend())
            log.warn("ignoring earlier request: '" + name + " = " + earlier->value_or("(null)") + '\'');
        requests.insert(name, value);
    }
    return requests;
}

/// Lines that start with the name but are no setting, for want of a '='. Postconf edits them all the same.
QList<syntax::ByteRange> brokenLinesOf(const syntax::MainCf &mainCf, const QByteArray &name)
{
    QList<syntax::ByteRange> lines;
    for (const StrayLine &stray : mainCf.strays()) {
        QByteArrayView text = stray.range.in(mainCf.text());
        if (stray.kind == StrayLine::Kind::MissingEquals && nextPlainWord(text, " \t\r\n=") == name)
            lines.append(stray.range);
    }
    return lines;
}

QByteArray commentedOut(QByteArrayView lines)
{
    QByteArray out;
    syntax::LineScanner scanner(lines);
    for (syntax::PhysicalLine line; scanner.next(line);) {
        if (line.kind != syntax::LineKind::Blank && line.kind != syntax::LineKind::Comment)
            out += '#';
        out += line.range.in(lines);
    }
    return out;
}

/// Changes the broken lines from the last to the first, so that the places of the others stay.
void editBrokenLines(Draft &draft, const QByteArray &name, const std::optional<QByteArray> &value,
                     bool isCommenting)
{
    const QList<syntax::ByteRange> lines = brokenLinesOf(draft.mainCf(), name);
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        QByteArray text;
        if (value)
            text = name + " = " + *value + '\n';
        else if (isCommenting)
            text = commentedOut(it->in(draft.mainCf().text()));
        draft.replace(FileId::MainCf, *it, text);
    }
}

/// Gives every setting of the name the value, as it is given when there are several: were they written in
/// different ways, each would be taken to override the one before.
edits::Outcome set(Draft &draft, const QByteArray &name, const QByteArray &value)
{
    const QList<qsizetype> all = draft.mainCf().allOf(name);
    if (all.size() < 2)
        return edits::setParameter(draft, name, value);
    for (const qsizetype index : all) {
        if (auto refusal = edits::setSettingValue(draft, index, value))
            return refusal;
        const syntax::ByteRange range = draft.mainCf().settings()[index].value;
        if (range.in(draft.mainCf().text()) != value)
            draft.replace(FileId::MainCf, range, value);
    }
    return std::nullopt;
}

} // namespace

Log editMain(Draft &draft, const Options &options, const QByteArray &path)
{
    Log log;
    const Requests requests = requestsOf(options, log);
    for (auto it = requests.cbegin(); it != requests.cend() && !log.hasEnded(); ++it) {
        const qsizetype count =
            draft.mainCf().allOf(it.key()).size() + brokenLinesOf(draft.mainCf(), it.key()).size();
        if (count > 1)
            log.warn(path + ": multiple entries for \"" + it.key() + '"');
        editBrokenLines(draft, it.key(), *it, options.has('#'));
        edits::Outcome outcome;
        if (*it)
            outcome = set(draft, it.key(), **it);
        else if (options.has('#'))
            outcome = edits::commentOutParameter(draft, it.key());
        else
            outcome = edits::resetParameter(draft, it.key());
        if (outcome)
            log.end(edits::refusalText(*outcome).toUtf8());
    }
    return log;
}

} // namespace postconf
