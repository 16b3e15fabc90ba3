// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/servicecolumns.h"
#include "core/edits/serviceedits.h"
#include "core/edits/servicefields.h"
#include "core/edits/serviceplan.h"
#include "core/edits/servicewriting.h"

#include <algorithm>

namespace edits {

using syntax::ByteRange;
using syntax::MasterCf;
using syntax::Service;
using syntax::ServiceField;
using syntax::StanzaLine;

namespace {

/// The stanza with the remark that belongs to it.
ByteRange blockOf(const Service &service)
{
    return {service.remark.begin, service.whole.end};
}

/// Where a stanza in front of service `before` goes; behind the last service, or what should be one, when
/// there is no such service.
qsizetype placeBefore(const MasterCf &file, qsizetype before)
{
    if (before < file.services().size())
        return file.services()[before].remark.begin;
    qsizetype end = file.services().isEmpty() ? file.text().size() : file.services().last().whole.end;
    if (!file.strays().isEmpty())
        end = std::max(end, file.strays().last().range.end);
    return end;
}

/// Bytes of a block with a line end behind its last line.
QByteArray wholeLines(QByteArrayView text, ByteRange block)
{
    QByteArray lines = block.in(text).toByteArray();
    if (!lines.endsWith('\n'))
        lines += lineEndAt(text, block.end);
    return lines;
}

bool staysComment(const StanzaLine &line)
{
    using Kind = syntax::MasterComment::Kind;
    return line.role == StanzaLine::Role::Comment && !line.comment.indented && line.comment.hashes == 1
        && (line.comment.kind == Kind::Prose || line.comment.kind == Kind::Rule
            || line.comment.kind == Kind::Bare);
}

/// Puts '#' in front of the lines that carry something, and of those that would else be taken for it.
Replacements commentedOut(const syntax::Stanza &stanza, bool proseToo)
{
    Replacements made;
    for (const StanzaLine &line : stanza.lines) {
        const bool isBare = line.comment.kind == syntax::MasterComment::Kind::Bare;
        const bool isIndentedProse = line.role == StanzaLine::Role::Comment && line.comment.indented
            && line.comment.kind != syntax::MasterComment::Kind::Option
            && line.comment.kind != syntax::MasterComment::Kind::Argument;
        const bool leave = line.role == StanzaLine::Role::Blank
            || ((staysComment(line) || isIndentedProse) && (!proseToo || isBare));
        if (!leave)
            made.append(Replacement{{line.line.range.begin, line.line.range.begin}, "#"});
    }
    return made;
}

/// Takes back what commentedOut() did.
Replacements commentedIn(QByteArrayView text, const syntax::Stanza &stanza)
{
    Replacements made;
    for (const StanzaLine &line : stanza.lines) {
        const qsizetype begin = line.line.range.begin;
        const bool isHead =
            line.comment.kind == syntax::MasterComment::Kind::Head && line.role == StanzaLine::Role::Text;
        if (isHead) {
            made.append(Replacement{{begin, line.comment.content.begin}, {}});
        } else if (line.role == StanzaLine::Role::Text) {
            // Without a blank in front it would start a service of its own.
            const bool needsBlank = !line.piece.isEmpty() && !syntax::isSpace(text[line.piece.begin]);
            made.append(Replacement{{begin, begin + 1}, needsBlank ? " " : ""});
        } else if (line.role != StanzaLine::Role::Blank && !line.comment.indented
                   && line.comment.hashes > 1) {
            made.append(Replacement{{begin, begin + 1}, {}});
        }
    }
    return made;
}

/// The words of all lines moved up to the first one.
QByteArray folded(QByteArrayView text, const syntax::Stanza &stanza)
{
    QByteArray head;
    QByteArray others;
    for (const StanzaLine &line : stanza.lines) {
        if (line.role != StanzaLine::Role::Text) {
            others += line.line.range.in(text).toByteArray();
            continue;
        }
        const ByteRange words = trimmed(text, line.piece);
        if (head.isEmpty())
            head = text.sliced(line.line.range.begin, words.end - line.line.range.begin).toByteArray();
        else
            head += ' ' + words.in(text).toByteArray();
    }
    const bool ended = stanza.lines.last().line.range.end == text.size() && !text.endsWith('\n');
    head += lineEndAt(text, stanza.lines.first().line.range.begin) + others;
    if (ended && others.isEmpty())
        head = head.trimmed();
    return head;
}

/// Inserting `lines`, alone or with a blank line before or behind that keeps them apart from comments there.
QList<Replacements> insertionPlans(const MasterCf &file, qsizetype at, const QByteArray &lines)
{
    const QByteArrayView text(file.text());
    const QByteArray gap = lineEndAt(text, at);
    return {{insertion(text, at, lines)},          {insertion(text, at, lines + gap)},
            {insertion(text, at, gap + lines)},    {insertion(text, at, gap + lines + gap)},
            {insertion(text, text.size(), lines)}, {insertion(text, text.size(), gap + lines)}};
}

} // namespace

Outcome addService(model::Draft &draft, qsizetype before, const ServiceSpec &spec)
{
    const MasterCf file = draft.masterCf();
    if (const Outcome refused = checkedEditable(draft))
        return refused;
    if (before < 0 || before > file.services().size())
        return Refusal{Refusal::Reason::NotThere, spec.name};
    ServiceMeaning meaning;
    const ServiceFields given{spec.name,   spec.type,   spec.isPrivate,    spec.unprivileged,
                              spec.chroot, spec.wakeup, spec.processLimit, spec.command};
    for (size_t i = 0; i < given.size(); ++i) {
        const auto field = static_cast<ServiceField>(i);
        meaning.fields[i] = writtenField(field, given[i]);
        if (const Outcome refused = checkedField(field, meaning.fields[i]))
            return refused;
    }
    if (const Outcome refused = checkedUnique(file, spec.name, spec.type, -1))
        return refused;
    const qsizetype at = placeBefore(file, before);
    const QByteArray lineEnd = lineEndAt(file.text(), at);
    QByteArray lines = alignedLine(file, before, meaning.fields);
    if (const Outcome refused =
            writeArguments(spec.arguments, continuationIndent(file, before), lineEnd, lines, meaning))
        return refused;
    return attempt(draft, {before, before, {meaning}}, insertionPlans(file, at, lines + lineEnd), spec.name);
}

Outcome removeService(model::Draft &draft, qsizetype index)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    const QByteArrayView text(file.text());
    const ByteRange block = removal(text, blockOf(service));
    return attempt(draft, {index, index + 1, {}},
                   {{{block, {}}}, {{blockOf(service), lineEndAt(text, block.begin)}}},
                   file.fieldOf(service, ServiceField::Name).toByteArray());
}

Outcome moveService(model::Draft &draft, qsizetype index, qsizetype before)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    const MasterCf &file = draft.masterCf();
    if (before < 0 || before > file.services().size())
        return Refusal{Refusal::Reason::NotThere, {}};
    if (before == index || before == index + 1)
        return {};
    const Service &service = file.services()[index];
    const QByteArrayView text(file.text());
    const ByteRange block = blockOf(service);
    const ByteRange removed = removal(text, block);
    const QByteArray lines = wholeLines(text, block);
    ServiceIntent intent{std::min(index, before), std::max(index + 1, before), {}};
    for (qsizetype i = intent.first; i < intent.last; ++i)
        intent.after.append(meaningOf(file, file.services()[i]));
    if (before > index)
        std::rotate(intent.after.begin(), intent.after.begin() + 1, intent.after.end());
    else
        std::rotate(intent.after.begin(), intent.after.end() - 1, intent.after.end());
    QList<Replacements> plans;
    for (const Replacements &plan : insertionPlans(file, placeBefore(file, before), lines))
        plans.append(plan + Replacements{Replacement{removed, {}}});
    return attempt(draft, intent, plans, file.fieldOf(service, ServiceField::Name).toByteArray());
}

Outcome copyService(model::Draft &draft, qsizetype index, const QByteArray &name, const QByteArray &type)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    if (const Outcome refused = checkedField(ServiceField::Name, name))
        return refused;
    if (const Outcome refused = checkedField(ServiceField::Type, type))
        return refused;
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    if (service.enabled) {
        if (const Outcome refused = checkedUnique(file, name, type, -1))
            return refused;
    }
    ServiceMeaning meaning = meaningOf(file, service);
    meaning.field(ServiceField::Name) = name;
    meaning.field(ServiceField::Type) = type;

    // Name and type are set one after the other in a file of their own, so that the columns follow.
    QByteArray lines = wholeLines(file.text(), service.whole);
    for (const ServiceField field : {ServiceField::Name, ServiceField::Type}) {
        const MasterCf alone(lines);
        if (alone.services().size() != 1)
            return Refusal{Refusal::Reason::BadValue, name};
        const Replacement made = fieldReplacement(alone, alone.services().first(), field,
                                                  field == ServiceField::Name ? name : type);
        lines.replace(made.range.begin, made.range.size(), made.bytes);
    }
    return attempt(draft, {index + 1, index + 1, {meaning}}, insertionPlans(file, service.whole.end, lines),
                   name);
}

Outcome setServiceEnabled(model::Draft &draft, qsizetype index, bool enabled)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    if (service.enabled == enabled)
        return {};
    ServiceMeaning meaning = meaningOf(file, service);
    if (enabled) {
        if (const Outcome refused = checkedUnique(file, meaning.field(ServiceField::Name),
                                                  meaning.field(ServiceField::Type), index))
            return refused;
    }
    meaning.enabled = enabled;
    const ServiceIntent intent{index, index + 1, {meaning}};
    const syntax::Stanza stanza = file.linesOf(service);
    const QByteArray &name = meaning.field(ServiceField::Name);
    if (enabled)
        return attempt(draft, intent, {commentedIn(file.text(), stanza)}, name);
    if (!attempt(draft, intent, {commentedOut(stanza, false), commentedOut(stanza, true)}, name))
        return {};
    // A line that would not be recognised any more once it is a comment goes to the end of the first line.
    model::Draft trial = draft;
    trial.replace(model::FileId::MasterCf, service.whole, folded(file.text(), stanza));
    const syntax::Stanza flat = trial.masterCf().linesOf(trial.masterCf().services()[index]);
    if (const Outcome refused =
            attempt(trial, intent, {commentedOut(flat, false), commentedOut(flat, true)}, name))
        return refused;
    draft = trial;
    return {};
}

} // namespace edits
