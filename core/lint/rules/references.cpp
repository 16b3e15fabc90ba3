// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/references.h"

#include "core/edits/parameteredits.h"
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

struct FoundReference
{
    qsizetype assignment = 0;
    Reference reference = {};
};

struct FoundReferences
{
    QList<FoundReference> all;
};

FoundReferences foundReferences(const Context &context)
{
    FoundReferences found;
    for (qsizetype i = 0; i < context.assignments().size(); ++i) {
        const Definition &definition = context.assignments()[i].definition;
        if (definition.isRaw || !definition.text.contains('$'))
            continue;
        for (const Reference &reference : referencesIn(definition))
            found.all.append(FoundReference{i, reference});
    }
    return found;
}

template<typename Visit>
void forEachReference(const Context &context, Visit visit)
{
    for (const FoundReference &found : context.once<FoundReferences>(foundReferences).all)
        visit(context.assignments()[found.assignment], found.reference);
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
    for (const Assignment &assignment : context.assignments()) {
        if (assignment.definition.isRaw || !assignment.definition.text.contains('#'))
            continue;
        const QByteArray text = context.snapshot().file(assignment.namePlace.file).text().bytes();
        for (const syntax::ListItem &item : syntax::listItems(text, assignment.definition.pieces)) {
            if (!item.range.in(text).startsWith('#'))
                continue;
            const QByteArray &value = assignment.definition.text;
            report.add(Place{assignment.namePlace.file, item.range}).fixes = {withMailboxRoom(
                context, assignment, moveCommentUp(assignment, item.range), value.first(value.indexOf('#')))};
            break;
        }
    }
    const syntax::MasterCf &master = context.masterCf();
    for (const effective::Service &service : context.services()) {
        for (const syntax::Argument &argument : context.row(service).arguments) {
            if (!argument.range.in(master.text()).startsWith('#'))
                continue;
            report.add(Place{FileId::MasterCf, argument.range});
            break;
        }
    }
}

void quotedValue(const Context &context, Report &report)
{
    for (const Assignment &assignment : context.assignments()) {
        const QByteArray &text = assignment.definition.text;
        const bool isQuoted =
            text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
        if (!assignment.isInMainCf() || !isQuoted || isFreeText(assignment.name))
            continue;
        const catalog::Facts *facts = assignment.facts;
        if (facts
            && (facts->valueType == ValueType::Command || facts->valueType == ValueType::Text
                || facts->valueType == ValueType::Template))
            continue;
        report.add(assignment.place()).fixes = {setValue(
            assignment, QT_TRANSLATE_NOOP("lint", "Remove the quotes"), text.sliced(1, text.size() - 2))};
    }
}

void undefinedReference(const Context &context, Report &report)
{
    QSet<QByteArray> overridden;
    for (const Assignment &assignment : context.assignments()) {
        if (!assignment.isInMainCf())
            overridden.insert(assignment.name);
    }
    std::optional<SimilarNames> names;
    forEachReference(context, [&](const Assignment &assignment, const Reference &reference) {
        if (reference.kind != Reference::Kind::Name && reference.kind != Reference::Kind::OldStyle)
            return;
        if (context.definition(reference.name, assignment.service)
            || (assignment.isInMainCf() && overridden.contains(reference.name)))
            return;
        Finding &finding = report.add(Place{assignment.namePlace.file, reference.range}, {reference.name});
        if (!names)
            names.emplace(context.values().names());
        if (const auto closest = names->closestTo(reference.name))
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
        const QByteArray old = context.snapshot().file(file).text().bytes(reference.range);
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
                      const QByteArray text = context.snapshot().file(file).text().bytes(reference.range);
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
        const QByteArray old = context.snapshot().file(file).text().bytes(reference.range);
        report.add(Place{file, reference.range}).fixes = {
            replaceText(QT_TRANSLATE_NOOP("lint", "Write it with braces"), file, reference.range, old,
                        "${" + old.sliced(2, old.size() - 3) + '}')};
    });
}

} // namespace lint
