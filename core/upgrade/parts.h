// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"
#include "core/upgrade/step.h"

#include <QCoreApplication>

/// What the way to another version is put together from.
namespace upgrade {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(upgrade)
};

/// The configuration as its present version reads it, and the version to come.
struct Work
{
    const lint::Context &now;
    catalog::Version to;
    Steps &steps;

    bool has(QByteArrayView parameter) const; ///< that version knows it
    /// Somebody sets a value that mentions `$name`; not asked about defaults of Postfix.
    bool isMentioned(QByteArrayView name) const;
};

/// The old switches use_tls, enforce_tls and enforce_peername.
void addTlsLevels(const Work &work);
/// Names that are gone, on their way out or called otherwise.
void addNames(const Work &work);
/// Restrictions that are called otherwise.
void addRestrictions(const Work &work);
/// Keys and certificates in parameters of their own.
void addChainFiles(const Work &work);
/// Tables in the formats of Berkeley DB.
void addTableTypes(const Work &work);
/// Defaults that change by themselves, and the level that decides about them.
void addDefaults(const Work &work);

} // namespace upgrade
