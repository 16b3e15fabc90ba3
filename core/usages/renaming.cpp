// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/renaming.h"

#include "core/base/displaytext.h"
#include "core/edits/linecolumn.h"
#include "core/edits/replacements.h"
#include "core/edits/servicecolumns.h"
#include "core/usages/tablewords.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace usages {

using edits::blanksTo;
using edits::columnAfter;
using edits::Refusal;
using model::FileId;
using syntax::ByteRange;

namespace {

/// The '=' of a setting.
struct EqualsSign
{
    int column = 0;
    ByteRange blanks; ///< between the name and it
    bool isPadded = false; ///< there are more blanks than one, or a tab
};

EqualsSign equalsOf(const syntax::MainCf &file, const syntax::Setting &setting)
{
    const QByteArrayView text(file.text());
    const qsizetype at = text.indexOf('=', setting.separator.begin);
    EqualsSign sign;
    sign.blanks = {setting.name.end, at};
    const QByteArrayView blanks = sign.blanks.in(text);
    sign.isPadded = blanks.size() > 1 || blanks.contains('\t');
    const qsizetype lineStart = text.first(setting.name.begin).lastIndexOf('\n') + 1;
    sign.column = columnAfter(text.sliced(lineStart, at - lineStart));
    return sign;
}

/// The column that the '=' of the setting shares with a neighbour's, or would if its name were not too long;
/// -1 when it just follows the name.
int sharedColumn(const syntax::MainCf &file, qsizetype index, const EqualsSign &own)
{
    const QList<syntax::Setting> &settings = file.settings();
    QList<EqualsSign> neighbours;
    for (const qsizetype i : {index - 1, index + 1}) {
        if (i >= 0 && i < settings.size())
            neighbours.append(equalsOf(file, settings[i]));
    }
    for (const EqualsSign &other : neighbours) {
        if (other.column == own.column && (own.isPadded || other.isPadded))
            return own.column;
    }
    const bool areAligned = neighbours.size() == 2 && neighbours[0].column == neighbours[1].column
        && (neighbours[0].isPadded || neighbours[1].isPadded);
    return areAligned && !own.isPadded && neighbours[0].column < own.column ? neighbours[0].column : -1;
}

QString sentence(const char *text)
{
    return QCoreApplication::translate("edits", text);
}

/// The table of a database client, named as such in a value, whose setting in main.cf this is.
QByteArray clientOf(const Roles &roles, const model::Snapshot &snapshot, const QByteArray &parameter)
{
    const auto search = [&](const QByteArray &value) -> QByteArray {
        for (const TableWord &word : tableWords(value)) {
            const QByteArray name = roles.expandedName(word.name.in(value));
            if (name.isEmpty() || name.startsWith('/') || !parameter.startsWith(name + '_'))
                continue;
            const QByteArrayView type = word.type.in(value);
            if (roles.catalog().tableClientKeys(type).contains(
                    QByteArrayView(parameter).sliced(name.size() + 1)))
                return type.toByteArray() + ':' + name;
        }
        return {};
    };
    QByteArray found;
    const syntax::MainCf &mainCf = snapshot.mainCf();
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (found.isEmpty())
            found = search(mainCf.valueOf(setting));
    }
    const syntax::MasterCf &masterCf = snapshot.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides) {
            if (found.isEmpty())
                found = search(masterCf.valueOf(option));
        }
    }
    return found;
}

} // namespace

edits::Outcome checkedFree(const Roles &roles, const model::Snapshot &snapshot, const QByteArray &parameter)
{
    if (roles.catalog().find(parameter))
        return Refusal{Refusal::Reason::BuiltIn, parameter};
    if (const QByteArray service = roles.serviceOf(parameter); !service.isEmpty()) {
        return Refusal{Refusal::Reason::BuiltIn, parameter,
                       sentence(QT_TRANSLATE_NOOP("edits", "It belongs to the service “%1”."))
                           .arg(base::displayText(service))};
    }
    if (const QByteArray client = clientOf(roles, snapshot, parameter); !client.isEmpty()) {
        return Refusal{Refusal::Reason::BuiltIn, parameter,
                       sentence(QT_TRANSLATE_NOOP("edits", "It belongs to the table “%1”."))
                           .arg(base::displayText(client))};
    }
    return {};
}

edits::Outcome checkedUnused(const Index &index, const Symbol &symbol)
{
    const Usages used = index.of(symbol);
    if (used.isEmpty())
        return {};
    const model::Place &place = used.first().place;
    const model::File &file = index.snapshot().file(place.file);
    return Refusal{Refusal::Reason::AlreadyThere, symbol.name,
                   //: where a name is used already: file and line
                   sentence(QT_TRANSLATE_NOOP("edits", "It is used in %1, line %2."))
                       .arg(file.info().name)
                       .arg(file.text().lineAt(place.range.begin) + 1)};
}

model::Draft::Replacement settingRenamed(const syntax::MainCf &file, qsizetype setting,
                                         const QByteArray &from, const QByteArray &to)
{
    const syntax::Setting &renamed = file.settings()[setting];
    const QByteArrayView text(file.text());
    const QByteArray name = to + file.nameOf(renamed).sliced(from.size()).toByteArray();
    const EqualsSign own = equalsOf(file, renamed);
    const int shared = sharedColumn(file, setting, own);
    if (shared < 0 || own.blanks.isEmpty())
        return {renamed.name, name};
    const qsizetype lineStart = text.first(renamed.name.begin).lastIndexOf('\n') + 1;
    const QByteArray lead = text.sliced(lineStart, renamed.name.begin - lineStart).toByteArray();
    const QByteArray blanks = blanksTo(columnAfter(lead + name), shared, own.blanks.in(text).contains('\t'));
    return {{renamed.name.begin, own.blanks.end}, name + blanks};
}

void replaceNames(model::Draft &draft, const Usages &usages, const QByteArray &from, const QByteArray &to)
{
    const model::Snapshot before = draft.snapshot();
    QMap<FileId, edits::Replacements> byFile;
    for (const Usage &usage : usages) {
        const ByteRange range = usage.place.range;
        model::Draft::Replacement replacement{range, to};
        if (usage.place.file == FileId::MainCf) {
            const QList<syntax::Setting> &settings = before.mainCf().settings();
            const auto found =
                std::find_if(settings.begin(), settings.end(), [&](const syntax::Setting &setting) {
                    return setting.name.begin == range.begin;
                });
            if (found != settings.end())
                replacement = settingRenamed(before.mainCf(), found - settings.begin(), from, to);
        } else if (usage.role == Usage::Role::Service) {
            for (const syntax::Service &service : before.masterCf().services()) {
                if (service.field(syntax::ServiceField::Name) == range)
                    replacement =
                        edits::fieldReplacement(before.masterCf(), service, syntax::ServiceField::Name, to);
            }
        }
        byFile[usage.place.file].append(replacement);
    }
    for (auto it = byFile.begin(); it != byFile.end(); ++it) {
        std::sort(it->begin(), it->end(),
                  [](const auto &a, const auto &b) { return a.range.begin < b.range.begin; });
        if (it.key() == FileId::MainCf)
            edits::replaceInMainCf(draft, *it);
        else
            draft.replaceAll(it.key(), *it);
    }
}

} // namespace usages
