// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/settingplace.h"

#include <algorithm>

namespace edits {

namespace {

using syntax::MainCf;
using syntax::Setting;

/// How many parts of a name, between underscores, two names have in common at their beginning.
qsizetype commonParts(QByteArrayView a, QByteArrayView b)
{
    const auto [endA, endB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const QByteArrayView common(a.begin(), endA);
    const bool wholePart = (endA == a.end() || *endA == '_') && (endB == b.end() || *endB == '_');
    return std::count(common.begin(), common.end(), '_') + (wholePart && !common.isEmpty() ? 1 : 0);
}

qsizetype lastRelative(const MainCf &file, QByteArrayView name)
{
    qsizetype best = -1;
    qsizetype most = 1;
    for (qsizetype i = 0; i < file.settings().size(); ++i) {
        const Setting &setting = file.settings().at(i);
        const qsizetype parts = setting.enabled ? commonParts(file.nameOf(setting), name) : 0;
        if (parts >= most) {
            most = parts;
            best = i;
        }
    }
    return best;
}

/// Whether blanks put the '=' of the setting below or above that of its neighbour.
bool isAligned(const MainCf &file, qsizetype index)
{
    const auto blanksBeforeEquals = [&](qsizetype at) -> qsizetype {
        const Setting &setting = file.settings().at(at);
        const QByteArrayView separator = setting.separator.in(file.text());
        const qsizetype equals = separator.indexOf('=');
        return setting.enabled && !separator.first(std::max<qsizetype>(0, equals)).contains('\t') ? equals
                                                                                                  : -1;
    };
    const qsizetype blanks = blanksBeforeEquals(index);
    if (blanks > 1)
        return true;
    if (blanks < 1 || index == 0 || blanksBeforeEquals(index - 1) < 2)
        return false;
    const auto column = [&](qsizetype at) {
        return file.settings().at(at).name.size() + blanksBeforeEquals(at);
    };
    return column(index) == column(index - 1);
}

} // namespace

SettingPlace placeFor(const MainCf &file, QByteArrayView name)
{
    const QList<qsizetype> examples = file.switchedOff(name);
    const qsizetype model = examples.isEmpty() ? lastRelative(file, name) : examples.last();
    return {model < 0 ? file.text().size() : file.settings().at(model).whole.end, model};
}

QByteArray settingHead(const MainCf &file, qsizetype model, QByteArrayView name)
{
    for (qsizetype i = file.settings().size() - 1; i >= 0 && model < 0; --i)
        if (file.settings().at(i).enabled)
            model = i;
    if (model < 0)
        return name.toByteArray() + " = ";
    const Setting &setting = file.settings().at(model);
    const QByteArrayView separator = setting.separator.in(file.text());
    const qsizetype equals = separator.indexOf('=');
    const bool isPlain = std::all_of(separator.begin(), separator.end(),
                                     [](char c) { return c == ' ' || c == '\t' || c == '='; });
    if (!isPlain || setting.value.isEmpty())
        return name.toByteArray() + (equals == 0 ? "=" : " = ");
    if (!isAligned(file, model))
        return name.toByteArray() + separator.toByteArray();
    const qsizetype column = setting.name.size() + equals;
    return name.toByteArray() + QByteArray(std::max<qsizetype>(1, column - name.size()), ' ')
        + separator.sliced(equals).toByteArray();
}

} // namespace edits
