// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/model/draft.h"
#include "core/restrictions/rules.h"

// The access rules of a configuration that a test writes down.

namespace rulesreader {

inline const catalog::Reference &reference()
{
    static const base::Result<catalog::Catalog> catalog = catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(*catalog);
    return *loaded;
}

inline effective::Target target(const catalog::Version &version = {3, 7, 11})
{
    effective::Target made{.catalog = reference().catalog(), .version = version};
    made.host.name = "mail.example.org";
    return made;
}

inline model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf);
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

inline restrictions::Rules rulesIn(const QByteArray &mainCf, const QByteArray &masterCf = {},
                                   const catalog::Version &version = {3, 7, 11},
                                   qsizetype service = effective::noService)
{
    const effective::Values values(snapshotOf(mainCf, masterCf), target(version));
    return restrictions::rulesOf(values, reference(), service);
}

} // namespace rulesreader
