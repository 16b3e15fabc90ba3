// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/rowremark.h"

#include "core/edits/rowtext.h"
#include "core/edits/tabletrial.h"

#include <QCoreApplication>

namespace edits {

using model::Draft;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using Reason = Refusal::Reason;
using Replacements = QList<Draft::Replacement>;

namespace {

constexpr qsizetype lineWidth = 78;

QByteArrayList linesOf(QByteArrayView remark)
{
    QByteArrayList lines;
    for (const QByteArray &line : remark.toByteArray().split('\n')) {
        QByteArray text = line.trimmed();
        while (text.startsWith('#'))
            text.remove(0, 1);
        text = text.trimmed();
        if (!text.isEmpty())
            lines.append(text);
    }
    return lines;
}

/// One line, or as many as there is need for where there were several.
QByteArray written(const QByteArray &text, const QByteArray &mark, bool isWrapped, const QByteArray &lineEnd)
{
    QByteArray lines;
    QByteArray line = mark;
    for (const QByteArray &word : text.simplified().split(' ')) {
        if (isWrapped && line != mark && line.size() + 1 + word.size() > lineWidth) {
            lines += line + lineEnd;
            line = mark;
        }
        line += ' ' + word;
    }
    return lines + line + lineEnd;
}

} // namespace

QByteArray remarkText(const Table &table, const Row &row)
{
    return linesOf(table.text().view(table.remarkOf(row))).join(' ');
}

Outcome setRowRemark(Draft &draft, model::FileId file, qsizetype index, const QByteArray &text)
{
    if (!draft.snapshot().contains(file))
        return Refusal{Reason::NotThere, {}};
    const model::File &target = draft.snapshot().file(file);
    const Table *table = target.table();
    if (!table || !target.isEditable())
        return Refusal{Reason::NotEditable, target.info().name.toUtf8()};
    if (index < 0 || index >= table->rowCount())
        return Refusal{Reason::NotThere, target.info().name.toUtf8()};
    if (text.contains('\0'))
        return Refusal{Reason::NulByte, text};
    const Row row = table->row(index);
    const QByteArray wanted = text.simplified();
    if (wanted == remarkText(*table, row).simplified())
        return {};

    const ByteRange old = table->remarkOf(row);
    const QByteArray lineEnd = lineEndAt(table->text(), old.begin);
    const qsizetype oldLines = linesOf(table->text().view(old)).size();
    ExpectedRows expected(*table);
    expected.add(index, meaningOf(*table, index));
    expected.keepAround(index, 0);
    // Lines above several rows are their heading: then a blank line on either side says whose it is.
    const ByteRange below{row.whole.end, row.whole.end};
    for (const char *mark : {"#", "##"}) { // with a second one nothing passes for a row
        const QByteArray fresh =
            wanted.isEmpty() ? QByteArray() : written(wanted, mark, oldLines > 1, lineEnd);
        const Replacements tries[] = {
            {{old, fresh}}, {{old, fresh}, {below, lineEnd}}, {{old, lineEnd + fresh}, {below, lineEnd}}};
        for (const Replacements &replacements : tries) {
            Draft trial = draft;
            if (!tryReplace(trial, file, replacements, expected))
                continue;
            const Table &after = *trial.snapshot().file(file).table();
            if (remarkText(after, after.row(index)) != wanted)
                continue;
            draft = std::move(trial);
            return {};
        }
    }
    return Refusal{Reason::BadValue, text,
                   QCoreApplication::translate(
                       "edits", "As a comment here it would pass for a heading. Use other words.")};
}

} // namespace edits
