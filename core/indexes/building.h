// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/tables/usedtables.h"
#include "core/tools/postfixinstallation.h"
#include "core/tools/runner.h"

#include <QStringList>

namespace indexes {

/// An index to be built on this machine, beside the table that it is made of.
struct Job
{
    QByteArray type; ///< "lmdb"
    QString source; ///< the table's file
    tables::IndexCommand command;
    QString folder; ///< of the main.cf that counts
};

/// A table under another name, which an index is made of first.
struct Prepared
{
    Job job;
    QString copy = {};
};

struct Built
{
    QStringList files = {}; ///< what is there now
    QByteArrayList warnings = {}; ///< what the program said, in its words, about `source`
};

/// The way of an index, so that Postfix sees the old one or the new one, never half of one: the table is
/// copied beside itself, the program makes an index of the copy, and that takes the place of the old one.
/// prepare() and finish() block, for a worker thread; between them command() is run.
base::Result<Prepared> prepare(const Job &job);
tools::Command command(const Prepared &prepared, const tools::PostfixInstallation &postfix);
/// Also to be called when the program could not be run: it cleans up. On an error the old index is as it was.
base::Result<Built> finish(const Prepared &prepared, const base::Result<tools::Output> &output);

} // namespace indexes
