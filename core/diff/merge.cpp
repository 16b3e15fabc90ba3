// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/merge.h"

#include "core/diff/libgit.h"

#include <algorithm>
#include <array>
#include <git2.h>

namespace diff {

namespace {

git_merge_file_input inputOf(const QByteArray &bytes)
{
    git_merge_file_input input;
    git_merge_file_input_init(&input, GIT_MERGE_FILE_INPUT_VERSION);
    input.ptr = bytes.constData();
    input.size = static_cast<size_t>(bytes.size());
    return input;
}

/// A byte that none of the texts has; -1 if they use all.
int unusedByte(std::initializer_list<QByteArrayView> texts)
{
    std::array<bool, 256> used = {};
    for (const QByteArrayView text : texts) {
        for (const char byte : text)
            used[static_cast<uchar>(byte)] = true;
    }
    const auto unused = std::find(used.begin(), used.end(), false);
    return unused == used.end() ? -1 : static_cast<int>(unused - used.begin());
}

Merge conflictOfAll(const QByteArray &ours, const QByteArray &theirs)
{
    const auto ended = [](const QByteArray &text) {
        return text.isEmpty() || text.endsWith('\n') ? text : text + '\n';
    };
    const auto mark = [](QByteArrayView words) { return words.toByteArray() + '\n'; };
    return {mark(conflictBegin) + ended(ours) + mark(conflictMiddle) + ended(theirs) + mark(conflictEnd),
            true};
}

} // namespace

base::Result<Merge> merge(const QByteArray &base, const QByteArray &ours, const QByteArray &theirs)
{
    // What only one side changed needs no comparison, and neither does the same change on both.
    if (theirs == base || ours == theirs)
        return Merge{ours};
    if (ours == base)
        return Merge{theirs};

    // libgit2 takes a file with a NUL for binary and merges nothing: it is shown another byte in its place.
    if (base.contains('\0') || ours.contains('\0') || theirs.contains('\0')) {
        const int stand = unusedByte({base, ours, theirs});
        if (stand < 0)
            return conflictOfAll(ours, theirs);
        const char byte = static_cast<char>(stand);
        const auto shown = [byte](QByteArray text) { return text.replace('\0', byte); };
        base::Result<Merge> merged = merge(shown(base), shown(ours), shown(theirs));
        if (!merged)
            return merged;
        Merge result = *merged;
        result.bytes.replace(byte, '\0');
        return result;
    }

    startLibgit();
    const git_merge_file_input ancestor = inputOf(base);
    const git_merge_file_input mine = inputOf(ours);
    const git_merge_file_input other = inputOf(theirs);
    git_merge_file_options options;
    git_merge_file_options_init(&options, GIT_MERGE_FILE_OPTIONS_VERSION);
    options.our_label = "yours";
    options.their_label = "on disk";
    git_merge_file_result result = {};
    if (git_merge_file(&result, &ancestor, &mine, &other, &options)) {
        const git_error *error = git_error_last();
        return base::Error{.code = base::Error::Code::TooLarge,
                           .subject = {},
                           .detail = QString::fromUtf8(error ? error->message : "")};
    }
    Merge merged{QByteArray(result.ptr, static_cast<qsizetype>(result.len)), result.automergeable == 0};
    git_merge_file_result_free(&result);
    return merged;
}

} // namespace diff
