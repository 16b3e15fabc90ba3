// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/libgit.h"

#include <git2.h>
#include <memory>

namespace diff {

void startLibgit()
{
    [[maybe_unused]] static const int started = git_libgit2_init();
}

bool compareLines(QByteArrayView before, QByteArrayView after, const FoundLines &found)
{
    startLibgit();
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.context_lines = 0;
    options.interhunk_lines = 0;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    git_patch *raw = nullptr;
    const int failed =
        git_patch_from_buffers(&raw, before.data(), static_cast<size_t>(before.size()), nullptr, after.data(),
                               static_cast<size_t>(after.size()), nullptr, &options);
    const std::unique_ptr<git_patch, void (*)(git_patch *)> patch(raw, git_patch_free);
    if (failed || !patch)
        return false;
    const size_t count = git_patch_num_hunks(patch.get());
    for (size_t i = 0; i < count; ++i) {
        const git_diff_hunk *hunk = nullptr;
        if (git_patch_get_hunk(&hunk, nullptr, patch.get(), i))
            return false;
        // Of an empty side, git names the line before it.
        found(hunk->old_start - (hunk->old_lines > 0 ? 1 : 0), hunk->old_lines,
              hunk->new_start - (hunk->new_lines > 0 ? 1 : 0), hunk->new_lines);
    }
    return true;
}

} // namespace diff
