#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tests/run.sh [CTEST ARGUMENTS]: installs what is missing (Debian 12), builds and runs every test.
# POSTWRIGHT_PRESET=asan does the same with the sanitizers. More about the tests: README.md.

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=app/packages.sh
. "$root/app/packages.sh"
preset=${POSTWRIGHT_PRESET:-dev}

packages="$build_packages $test_packages"
[ "$preset" != asan ] || packages="$packages $sanitizer_packages"
# shellcheck disable=SC2086 # a list of words
install_packages $packages
build "$preset" tests

# ctest starts the tests elsewhere; a relative folder is meant from here.
for variable in POSTWRIGHT_CORPUS POSTWRIGHT_LINT_CASES; do
    value=
    eval "value=\${$variable:-}"
    case $value in
    '' | /*) ;;
    *) export "$variable=$PWD/$value" ;;
    esac
done

# Postfix's programs are in /usr/sbin, which is not on everybody's path.
PATH=$PATH:/usr/sbin:/sbin
export PATH
# The windows of the tests are no business of the developer's desktop.
unset DISPLAY WAYLAND_DISPLAY
rm -rf "$root/build/$preset/test-homes"
status=0
(cd "$root" && ctest --preset "$preset" "$@") </dev/null || status=$?

# ctest counts programs; each of them says at its end how many cases it ran.
log=$root/build/$preset/Testing/Temporary/LastTest.log
[ ! -f "$log" ] || awk '
    /^SKIP   : / { sub(/^SKIP   : /, ""); print "Skipped: " $0 }
    /^Totals: / { programs++; passed += $2; failed += $4; skipped += $6 }
    END { printf "%d test programs: %d cases passed, %d failed, %d skipped\n", programs, passed, failed, skipped }
' "$log"
exit "$status"
