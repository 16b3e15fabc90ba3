// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/duplicates.h"

#include "core/edits/parameteredits.h"

#include <QHash>

namespace lint {

namespace {

using model::FileId;
using model::Place;

// The last one counts, however far away: dict_load_fp() in src/util/dict.c.
void duplicates(const Context &context, bool sameValue, Report &report)
{
    const syntax::MainCf &file = context.mainCf();
    QHash<QByteArrayView, const syntax::Setting *> earlier;
    for (const syntax::Setting &setting : file.settings()) {
        if (!setting.enabled)
            continue;
        const QByteArrayView name = file.nameOf(setting);
        const syntax::Setting *&before = earlier[name];
        if (before && (file.valueOf(*before) == file.valueOf(setting)) == sameValue) {
            Finding &finding = report.add(
                Place{FileId::MainCf, setting.name},
                sameValue ? QByteArrayList{name.toByteArray()}
                          : QByteArrayList{name.toByteArray(), QByteArray::number(before->line + 1)});
            finding.related = {Place{FileId::MainCf, before->name}};
            finding.fixes = {Fix{QT_TRANSLATE_NOOP("lint", "Remove the earlier setting"),
                                 [wanted = name.toByteArray()](model::Draft &draft) {
                                     const QList<qsizetype> all = draft.mainCf().allOf(wanted);
                                     if (all.size() > 1)
                                         edits::removeSetting(draft, all[all.size() - 2]);
                                 }}};
        }
        before = &setting;
    }
}

} // namespace

void conflictingDuplicate(const Context &context, Report &report)
{
    duplicates(context, false, report);
}

void repeatedDuplicate(const Context &context, Report &report)
{
    duplicates(context, true, report);
}

} // namespace lint
