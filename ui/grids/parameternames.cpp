// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parameternames.h"

#include "core/catalog/catalog.h"

#include <QSet>

#include <algorithm>

namespace ui {

namespace {

/// Of the catalog; nothing when it can't be read.
const QStringList &knownNames()
{
    static const QStringList names = [] {
        QStringList found;
        if (const auto catalog = catalog::Catalog::load()) {
            for (const catalog::Parameter &parameter : catalog->parameters())
                found.append(QString::fromLatin1(parameter.name));
        }
        return found;
    }();
    return names;
}

} // namespace

QStringList parameterNames(const model::Snapshot &snapshot)
{
    QStringList names = knownNames();
    QSet<QString> seen(names.begin(), names.end());
    const syntax::MainCf &mainCf = snapshot.mainCf();
    for (const syntax::Setting &setting : mainCf.settings()) {
        const QString name = QString::fromUtf8(mainCf.nameOf(setting));
        if (!seen.contains(name)) {
            seen.insert(name);
            names.append(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace ui
