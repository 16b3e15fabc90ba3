// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"

#include <QByteArrayList>

namespace review {

/// How much changed in one file, in the words of that file.
struct ChangeCounts
{
    qsizetype settings = 0; ///< whose value in force is another
    qsizetype servicesAdded = 0; ///< or switched on
    qsizetype servicesRemoved = 0;
    qsizetype servicesChanged = 0;
    qsizetype linesAdded = 0; ///< physical lines, whatever they mean
    qsizetype linesRemoved = 0;

    /// Nothing that Postfix would read differently; tables are counted by their lines only.
    bool isOnlyLooks() const { return settings + servicesAdded + servicesRemoved + servicesChanged == 0; }
};

ChangeCounts changeCounts(const model::File &before, const model::File &after);

/// Names of the settings that Postfix would read differently, by name.
QByteArrayList changedSettings(const syntax::MainCf &before, const syntax::MainCf &after);

/// "name/type" of the services that Postfix would run differently, new ones and removed ones among them.
QByteArrayList changedServices(const syntax::MasterCf &before, const syntax::MasterCf &after);

} // namespace review
