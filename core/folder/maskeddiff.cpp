// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/maskeddiff.h"

#include "core/folder/secrets.h"

namespace folder {

diff::FileDiff maskedDiff(diff::FileDiff found, const model::Snapshot &before, const model::Snapshot &after,
                          model::FileId file)
{
    const Secret now = secretOf(after, file);
    const Secret then = before.contains(file) ? secretOf(before, file) : Secret::None;
    const Secret secret = now == Secret::None ? then : now;
    if (secret == Secret::None)
        return found;
    QByteArrayList newLines;
    QByteArrayList oldLines;
    if (secret == Secret::Settings) { // what is secret in a line can depend on those above it
        newLines = maskedFile(after, file).text().bytes().split('\n');
        oldLines = maskedFile(before, file).text().bytes().split('\n');
    }
    for (diff::Hunk &hunk : found.hunks) {
        for (diff::DiffLine &line : hunk.lines) {
            if (secret != Secret::Settings)
                line.bytes = maskedLine(line.bytes, secret);
            else
                line.bytes = line.newLine >= 0 ? newLines.value(line.newLine) : oldLines.value(line.oldLine);
        }
    }
    return found;
}

} // namespace folder
