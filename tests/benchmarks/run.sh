#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/benchmarks/run.sh [NAME...]: builds the benchmarks optimised and runs all or the named ones, one after the
# other. Every goal is a ratio or a time measured in the same run; the exit status is 1 when one is missed.

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
# shellcheck source=app/packages.sh
. "$root/app/packages.sh"
# shellcheck disable=SC2086 # lists of words
install_packages $build_packages $test_packages
PATH=$PATH:/usr/sbin:/sbin
export PATH QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
build=$root/build/release
cmake -S "$root" --preset release >/dev/null
[ $# -gt 0 ] || set -- $(cat "$build/tests/benchmarks/benchmarks.txt")
cmake --build "$build" --target "$@"
status=0
for name in "$@"; do
    echo
    "$build/tests/benchmarks/$name" || status=1
done
exit "$status"
