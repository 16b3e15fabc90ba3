// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/certificates/pemfile.h"
#include "core/facts/view.h"
#include "core/files/progress.h"
#include "core/lint/target.h"
#include "core/model/snapshot.h"

#include <chrono>

namespace facts {

/// What the disk says about the files of the server.
struct Known
{
    lint::Listing listing = lint::Listing::Partial;
    QHash<QByteArray, lint::FileFact> files = {}; ///< by the paths of the server
    QHash<QByteArray, QList<certificates::Item>> pemFiles = {}; ///< likewise; those that can be read

    void addTo(lint::Target &target) const;
    /// Whether the disk was the same at both looks, as far as times and sizes of files tell.
    bool isSame(const Known &other) const
    {
        return listing == other.listing && files == other.files && pemFiles.size() == other.pemFiles.size();
    }
};

struct Options
{
    std::optional<View> view = {}; ///< how the files are seen; without it what viewOf() says
    files::Progress progress = {};
    /// How long one file may take: the disk of a dead mount never answers.
    std::chrono::milliseconds patience = std::chrono::seconds(10);
};

/// Looks at everything that the configuration in `folder` mentions and, unless it is a mere copy, at all that
/// is in its folder: existence, owner, group, mode, time and type; of certificates and keys the kinds of
/// their blocks. What can't be seen is left out, and so is not known. Blocks for as long as the disk takes,
/// so it belongs into a worker thread; Cancelled and Timeout come back at once, also while the system hangs.
base::Result<Known> factsOf(const model::Snapshot &snapshot, const lint::Target &target,
                            const QString &folder, const Options &options = {});

} // namespace facts
