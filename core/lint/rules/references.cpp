// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/references.h"

#include "core/edits/parameteredits.h"
#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/references.h"
#include "core/lint/words.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using catalog::ValueType;
using model::FileId;
using model::Place;

/// Those of each assignment, once asked for.
struct FoundReferences
{
    mutable QHash<qsizetype, QList<Reference>> all = {};
};

template<typename Visit>
void forEachReference(const Context &context, Visit visit)
{
    const FoundReferences &found =
        context.once<FoundReferences>([](const Context &) { return FoundReferences(); });
    context.forEachIndex([&](qsizetype index) {
        const Assignment &assignment = context.assignmentAt(index);
        if (assignment.definition.isRaw || !assignment.definition.text.contains('$'))
            return;
        auto known = found.all.constFind(index);
        if (known == found.all.cend())
            known = found.all.insert(index, referencesIn(assignment.definition));
        for (const Reference &reference : *known)
            visit(assignment, reference);
    });
}

/// One of them may be meant.
struct AllNames
{
    QByteArrayList list = {};
    SimilarNames names;
};

AllNames allNames(const Context &context)
{
    const QByteArrayList &list = context.valueNames();
    const auto *previous = context.previous<AllNames>();
    return previous && previous->list == list ? *previous : AllNames{list, SimilarNames(list)};
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// One finding for each assignment; all fixes(assignment, reference) of it are one fix.
template<typename MakeFixes>
void onAssignments(const Context &context, Reference::Kind kind, Report &report, MakeFixes fixes)
{
    const Assignment *last = nullptr;
    Finding *finding = nullptr;
    QList<Fix> parts;
    const auto finish = [&] {
        if (finding && !parts.isEmpty()) {
            std::reverse(parts.begin(), parts.end()); // from the end, so that the other places stay right
            finding->fixes = {allOf(parts.first().title, parts)};
        }
        parts.clear();
    };
    forEachReference(context, [&](const Assignment &assignment, const Reference &reference) {
        if (reference.kind != kind)
            return;
        if (last != &assignment) {
            finish();
            finding = &report.add(assignment.place(),
                                  {reference.name.isEmpty() ? reference.detail : reference.name});
        }
        last = &assignment;
        parts += fixes(assignment, reference);
    });
    finish();
}

} // namespace

void trailingComment(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.definition.isRaw || !assignment.definition.text.contains('#'))
            return;
        const QByteArray text = assignment.isInMainCf() ? context.mainText() : context.masterText();
        for (const syntax::ListItem &item : syntax::listItems(text, assignment.definition.pieces)) {
            if (!item.range.in(text).startsWith('#'))
                continue;
            const QByteArray &value = assignment.definition.text;
            report.add(Place{assignment.namePlace.file, item.range}).fixes = {withMailboxRoom(
                context, assignment, moveCommentUp(assignment, item.range), value.first(value.indexOf('#')))};
            break;
        }
    });
    for (const effective::Service &service : context.services()) {
        for (const syntax::Argument &argument : context.row(service).arguments) {
            if (!argument.range.in(context.masterText()).startsWith('#'))
                continue;
            report.add(Place{FileId::MasterCf, argument.range});
            break;
        }
    }
}

void quotedValue(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        const QByteArray &text = assignment.definition.text;
        const bool isQuoted =
            text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
        if (!assignment.isInMainCf() || !isQuoted || isFreeText(assignment.name))
            return;
        const catalog::Facts *facts = assignment.facts;
        if (facts
            && (facts->valueType == ValueType::Command || facts->valueType == ValueType::Text
                || facts->valueType == ValueType::Template))
            return;
        report.add(assignment.place()).fixes = {setValue(
            assignment, QT_TRANSLATE_NOOP("lint", "Remove the quotes"), text.sliced(1, text.size() - 2))};
    });
}

void undefinedReference(const Context &context, Report &report)
{
    forEachReference(context, [&](const Assignment &assignment, const Reference &reference) {
        if (reference.kind != Reference::Kind::Name && reference.kind != Reference::Kind::OldStyle)
            return;
        if (context.isDefined(reference.name, assignment.service)
            || (assignment.isInMainCf() && context.isOverridden(reference.name)))
            return;
        Finding &finding = report.add(Place{assignment.namePlace.file, reference.range}, {reference.name});
        if (const auto closest = context.once<AllNames>(allNames).names.closestTo(reference.name))
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write the name that is most similar"),
                                         assignment.namePlace.file, reference.nameRange, reference.name,
                                         *closest)};
    });
}

void referenceCycle(const Context &context, Report &report)
{
    QSet<QByteArray> told;
    for (const effective::Finding &finding : context.values().findings()) {
        if (finding.kind != effective::Finding::Kind::Cycle || finding.service != effective::noService)
            continue;
        QByteArrayList names = finding.names;
        if (!names.contains(finding.name))
            names.prepend(finding.name);
        const Assignment *last = nullptr;
        bool isTold = false;
        for (const QByteArray &name : names) {
            isTold = isTold || told.contains(name);
            const Assignment *assigned = context.assignment(name);
            if (assigned && (!last || last->namePlace.range.begin < assigned->namePlace.range.begin))
                last = assigned;
        }
        if (QSet<QByteArray>(names.begin(), names.end()).size() < 2 || !last || isTold)
            continue;
        for (const QByteArray &name : names)
            told.insert(name);
        report.add(last->place(), {names.join(" → ")});
    }
}

void selfReference(const Context &context, Report &report)
{
    forEachReference(context, [&](const Assignment &assignment, const Reference &reference) {
        if (reference.name != assignment.name)
            return;
        Finding &finding = report.add(assignment.place(), {assignment.name});
        const QList<effective::Origin> origins =
            context.values().originsOf(assignment.name, assignment.service);
        const bool hasDefault = !origins.isEmpty() && origins.last().source == effective::Source::Default;
        const QByteArray value = hasDefault ? origins.last().value : QByteArray();
        const FileId file = assignment.namePlace.file;
        const QByteArray old = context.textAt({file, reference.range});
        const char *title = QT_TRANSLATE_NOOP("lint", "Write the default in its place");
        if (hasDefault && !value.isEmpty())
            finding.fixes = {replaceText(title, file, reference.range, old, value)};
        else
            finding.fixes = removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove the reference"),
                                        {Word{.text = old, .place = Place{file, reference.range}}});
    });
}

void truncatedReference(const Context &context, Report &report)
{
    onAssignments(context, Reference::Kind::Truncated, report,
                  [&](const Assignment &assignment, const Reference &reference) -> QList<Fix> {
                      const FileId file = assignment.namePlace.file;
                      const QByteArray text = context.textAt({file, reference.range});
                      qsizetype end = 2;
                      while (end < text.size() && isNameByte(text[end]))
                          ++end;
                      if (!context.definition(text.sliced(2, end - 2), assignment.service))
                          return {};
                      const qsizetype at = reference.range.begin;
                      const QByteArray head = text.first(end);
                      return {replaceText(QT_TRANSLATE_NOOP("lint", "Close the bracket behind the name"),
                                          file, {at, at + end}, head, head + (text[1] == '(' ? ')' : '}'))};
                  });
}

void emptyReference(const Context &context, Report &report)
{
    onAssignments(context, Reference::Kind::Empty, report,
                  [&](const Assignment &assignment, const Reference &reference) -> QList<Fix> {
                      if (reference.range.size() != 1)
                          return {};
                      return {replaceText(QT_TRANSLATE_NOOP("lint", "Double the dollar sign"),
                                          assignment.namePlace.file, reference.range, "$", "$$")};
                  });
}

void malformedExpression(const Context &context, Report &report)
{
    onAssignments(context, Reference::Kind::Malformed, report,
                  [](const Assignment &, const Reference &) { return QList<Fix>(); });
}

void parenthesisedReference(const Context &context, Report &report)
{
    forEachReference(context, [&](const Assignment &assignment, const Reference &reference) {
        if (reference.kind != Reference::Kind::OldStyle)
            return;
        const FileId file = assignment.namePlace.file;
        const QByteArray old = context.textAt({file, reference.range});
        report.add(Place{file, reference.range}).fixes = {
            replaceText(QT_TRANSLATE_NOOP("lint", "Write it with braces"), file, reference.range, old,
                        "${" + old.sliced(2, old.size() - 3) + '}')};
    });
}

} // namespace lint
