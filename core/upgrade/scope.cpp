// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/upgrade/scope.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"

namespace upgrade {

namespace {

using model::Draft;
using model::FileId;

qsizetype indexOf(const Draft &draft, const Scope &scope)
{
    const syntax::MasterCf &file = draft.masterCf();
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        if (service.enabled && file.fieldOf(service, syntax::ServiceField::Name) == scope.service
            && file.fieldOf(service, syntax::ServiceField::Type) == scope.type)
            return i;
    }
    return -1;
}

/// The override that counts, the last one in force; -1 without any.
qsizetype overrideOf(const Draft &draft, qsizetype service, QByteArrayView name)
{
    const syntax::MasterCf &file = draft.masterCf();
    const QList<syntax::Override> &overrides = file.services()[service].overrides;
    for (qsizetype i = overrides.size() - 1; i >= 0; --i) {
        if (overrides[i].enabled && file.nameOf(overrides[i]) == name)
            return i;
    }
    return -1;
}

} // namespace

QString Scope::toString() const
{
    return isMainCf() ? QStringLiteral("main.cf") : base::displayText(service + '/' + type);
}

Scope scopeOf(const lint::Context &context, qsizetype service)
{
    if (service == effective::noService)
        return {};
    return {context.services()[service].name, context.services()[service].type};
}

bool isSet(const Draft &draft, const Scope &scope, QByteArrayView name)
{
    if (scope.isMainCf())
        return draft.mainCf().find(name) != nullptr;
    const qsizetype service = indexOf(draft, scope);
    return service >= 0 && overrideOf(draft, service, name) >= 0;
}

void remove(Draft &draft, const Scope &scope, const QByteArray &name)
{
    if (scope.isMainCf())
        edits::resetParameter(draft, name);
    else if (const qsizetype service = indexOf(draft, scope); service >= 0)
        edits::removeOverride(draft, service, name);
}

void set(Draft &draft, const Scope &scope, const QByteArray &name, const QByteArray &value)
{
    if (scope.isMainCf())
        edits::setParameter(draft, name, value);
    else if (const qsizetype service = indexOf(draft, scope); service >= 0)
        edits::setOverride(draft, service, name, value);
}

void rename(Draft &draft, const Scope &scope, const QByteArray &from, const QByteArray &to,
            const QByteArray &value)
{
    if (!scope.isMainCf()) {
        const qsizetype service = indexOf(draft, scope);
        const qsizetype which = service < 0 ? -1 : overrideOf(draft, service, from);
        if (which >= 0)
            edits::replaceOverride(draft, service, which, to, value);
        if (service >= 0 && overrideOf(draft, service, from) >= 0)
            edits::removeOverride(draft, service, from);
        return;
    }
    const QList<qsizetype> all = draft.mainCf().allOf(from);
    if (all.isEmpty())
        return;
    const syntax::Setting setting = draft.mainCf().settings()[all.last()];
    const bool isSame = draft.mainCf().valueOf(setting) == value;
    draft.replace(FileId::MainCf, setting.name, to);
    if (!isSame)
        edits::setSettingValue(draft, all.last(), value);
    if (draft.mainCf().find(from))
        edits::resetParameter(draft, from);
}

} // namespace upgrade
