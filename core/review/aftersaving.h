// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

#include <QByteArrayList>

namespace review {

/// What has to be done on the server before it uses what was saved.
struct AfterSaving
{
    struct Rebuild
    {
        QByteArray program; ///< postmap or postalias
        QByteArray table; ///< type:path, as the program wants it
        bool operator==(const Rebuild &) const = default;
    };
    enum class Postfix : quint8 {
        Nothing,
        Reload,
        Restart ///< parameters that the master process reads only when it starts
    };

    QList<Rebuild> rebuilds;
    Postfix postfix = Postfix::Nothing;
    QByteArrayList restartFor; ///< the parameters that ask for it

    bool isEmpty() const { return rebuilds.isEmpty() && postfix == Postfix::Nothing; }
};

/// `files` are saved as they are in `after`; everything else is as in `before`. Comments and spacing ask for
/// nothing. `folder` is where the configuration is seen here, `configDirectory` where Postfix sees it.
AfterSaving afterSaving(const model::Snapshot &before, const model::Snapshot &after,
                        const QList<model::FileId> &files, const QString &folder,
                        const QByteArray &configDirectory);

/// What builds the index files of a table on the server; empty for files
/// that Postfix reads as they are.
QList<AfterSaving::Rebuild> rebuildsOf(const model::Snapshot &snapshot, model::FileId file,
                                       const QString &folder, const QByteArray &configDirectory);

} // namespace review
