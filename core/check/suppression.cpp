// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/suppression.h"

#include "core/check/ignorecomments.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace check {

namespace {

using model::Draft;
using model::FileId;
using model::Place;
using syntax::ByteRange;
using syntax::Text;

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";

bool isAboutFile(const Place &place)
{
    return place.range.begin == 0 && place.range.isEmpty();
}

bool isMeantFile(const QString &pattern, const QString &name)
{
    return pattern.isEmpty() || pattern == name
        || QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern))
               .match(name)
               .hasMatch();
}

QByteArray subjectInMasterCf(const syntax::MasterCf &file, qsizetype offset)
{
    for (const syntax::Service &service : file.services()) {
        if (!service.whole.contains(offset))
            continue;
        QByteArray name = file.fieldOf(service, syntax::ServiceField::Name).toByteArray() + '/'
            + file.fieldOf(service, syntax::ServiceField::Type).toByteArray();
        for (const syntax::Override &option : service.overrides) {
            if (option.whole.contains(offset))
                return name + '/' + file.nameOf(option).toByteArray();
        }
        return name;
    }
    return {};
}

QByteArray lineText(const Text &text, qsizetype offset)
{
    return text.view(text.lineAround(offset)).trimmed().toByteArray();
}

bool speaksFor(const Suppression &suppression, const Problem &problem, const QByteArray &subject)
{
    return isMeant(suppression.rule, problem.rule.toLatin1()) && isMeantFile(suppression.file, problem.file)
        && (suppression.subject.isEmpty() || suppression.subject == subject);
}

/// As the other lines of the text end.
QByteArray lineEndOf(const Text &text)
{
    return text.view(text.lineAround(0)).endsWith("\r\n") ? "\r\n" : "\n";
}

/// Where a new line goes that is to be the first of the file.
qsizetype topOf(const Text &text)
{
    const ByteRange first = text.lineAround(0);
    return text.view(first).startsWith(byteOrderMark) ? first.end : 0;
}

} // namespace

QByteArray subjectOf(const model::Snapshot &snapshot, const Place &place)
{
    const model::File &file = snapshot.file(place.file);
    const qsizetype offset = place.range.begin;
    if (isAboutFile(place) || offset >= file.text().size())
        return {};
    if (const syntax::MainCf *mainCf = file.mainCf()) {
        const syntax::Setting *setting = mainCf->settingAt(offset);
        return setting && setting->enabled ? mainCf->nameOf(*setting).toByteArray()
                                           : lineText(file.text(), offset);
    }
    if (const syntax::MasterCf *masterCf = file.masterCf()) {
        const QByteArray subject = subjectInMasterCf(*masterCf, offset);
        return subject.isEmpty() ? lineText(file.text(), offset) : subject;
    }
    if (const syntax::Table *table = file.table()) {
        const qsizetype index = table->rowAt(offset);
        if (index < table->rowCount()) {
            const syntax::Row row = table->row(index);
            if (row.whole.contains(offset))
                return table->keyOf(row);
        }
    }
    return lineText(file.text(), offset);
}

Problems withIgnored(Problems problems, const model::Snapshot &snapshot, const Project &project)
{
    QHash<FileId, QList<IgnoreComment>> comments;
    for (Problem &problem : problems) {
        problem.ignored.reset();
        if (problem.rule.isEmpty())
            continue;
        const QByteArray rule = problem.rule.toLatin1();
        if (problem.place) {
            const FileId file = problem.place->file;
            if (!comments.contains(file))
                comments.insert(file, ignoreCommentsIn(snapshot.file(file).text()));
            for (const IgnoreComment &comment : comments[file]) {
                const bool isMeantHere =
                    std::any_of(comment.rules.begin(), comment.rules.end(),
                                [&](const QByteArray &one) { return isMeant(one, rule); });
                if (isMeantHere
                    && (comment.isForFile || comment.covered.contains(problem.place->range.begin)))
                    problem.ignored = Ignored{.reason = comment.reason, .comment = Place{file, comment.line}};
            }
        }
        const QByteArray subject = problem.place ? subjectOf(snapshot, *problem.place) : QByteArray();
        for (const Suppression &suppression : project.suppressions) {
            if (!problem.ignored && speaksFor(suppression, problem, subject))
                problem.ignored = Ignored{.reason = suppression.reason};
        }
    }
    return problems;
}

Problems notIgnored(const Problems &problems)
{
    Problems left;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(left),
                 [](const Problem &problem) { return !problem.ignored; });
    return left;
}

bool canIgnoreInComment(const model::Snapshot &snapshot, FileId file)
{
    const model::File &there = snapshot.file(file);
    return there.isEditable() && there.info().writable
        && (there.info().kind != model::FileKind::Other
            || !there.info().name.endsWith(QLatin1String(".json")));
}

edits::Outcome ignoreInComment(Draft &draft, const QByteArray &rule, const Place &place, Reach reach,
                               const QString &reason)
{
    using Reason = edits::Refusal::Reason;
    if (!draft.snapshot().contains(place.file) || !draft.snapshot().file(place.file).isEditable())
        return edits::Refusal{Reason::NotEditable, rule};
    const Text text = draft.snapshot().file(place.file).text();
    if (place.range.begin > text.size())
        return edits::Refusal{Reason::NotThere, rule};
    const bool isForFile = reach != Reach::Finding || isAboutFile(place);
    const qsizetype at = isForFile ? topOf(text) : text.lineAround(place.range.begin).begin;
    QByteArray line = writtenIgnoreComment({rule}, reason, isForFile) + lineEndOf(text);
    if (at > 0 && text.bytes({at - 1, at}) != "\n")
        line.prepend(lineEndOf(text));
    draft.replace(place.file, {at, at}, line);
    return {};
}

edits::Outcome stopIgnoringInComment(Draft &draft, const QByteArray &rule, const Place &comment)
{
    using Reason = edits::Refusal::Reason;
    const model::Snapshot &snapshot = draft.snapshot();
    if (!snapshot.contains(comment.file) || !snapshot.file(comment.file).isEditable())
        return edits::Refusal{Reason::NotEditable, rule};
    for (IgnoreComment &there : ignoreCommentsIn(snapshot.file(comment.file).text())) {
        if (there.line.begin != comment.range.begin)
            continue;
        const auto isThat = [&](const QByteArray &one) { return isMeant(one, rule); };
        if (there.rules.removeIf(isThat) == 0)
            break;
        const QByteArray lineEnd = lineEndOf(snapshot.file(comment.file).text());
        const QByteArray left = there.rules.isEmpty()
            ? QByteArray()
            : writtenIgnoreComment(there.rules, there.reason, there.isForFile) + lineEnd;
        draft.replace(comment.file, there.line, left);
        return {};
    }
    return edits::Refusal{Reason::NotThere, rule};
}

Project ignoredInProject(Project project, const model::Snapshot &snapshot, const Problem &problem,
                         Reach reach, const QString &reason)
{
    Suppression suppression{.rule = problem.rule.toLatin1(), .reason = reason};
    if (reach != Reach::Folder)
        suppression.file = problem.file;
    if (reach == Reach::Finding && problem.place)
        suppression.subject = subjectOf(snapshot, *problem.place);
    if (!project.suppressions.contains(suppression))
        project.suppressions.append(suppression);
    return project;
}

Project noLongerIgnored(Project project, const model::Snapshot &snapshot, const Problem &problem)
{
    const QByteArray subject = problem.place ? subjectOf(snapshot, *problem.place) : QByteArray();
    project.suppressions.removeIf(
        [&](const Suppression &suppression) { return speaksFor(suppression, problem, subject); });
    return project;
}

} // namespace check
