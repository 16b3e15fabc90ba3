#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# app/run.sh [FOLDER]: installs what is missing (Debian 12), builds, and opens Postwright on the folder; without one on
# a private copy of the sample server. Without a display it leaves a screenshot of every page in screenshots/.

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=app/packages.sh
. "$root/app/packages.sh"

usage='Usage: app/run.sh [FOLDER]'
[ "${1-}" != -- ] || shift
case $# in
0) set -- --sample ;;
1)
    if [ ! -d "$1" ]; then
        say "app/run.sh: $1 is not a folder. $usage"
        exit 2
    fi
    case $1 in
    /*) set -- -- "$1" ;;
    *) set -- -- "$PWD/$1" ;;
    esac
    ;;
*)
    say "$usage"
    exit 2
    ;;
esac

packages=$build_packages
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    packages="$packages $virtual_display_packages"
elif [ -z "${DISPLAY:-}" ]; then
    packages="$packages $wayland_packages"
fi
# shellcheck disable=SC2086 # a list of words
install_packages $packages
build release postwright
postwright=$root/build/release/app/desktop/postwright

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$postwright" "$@"
fi

screenshots=$root/screenshots
say "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). Running under a virtual one; a screenshot"
say "of every page, small and large, light and dark, goes to $screenshots"
mkdir -p "$screenshots"
rm -f "$screenshots"/*.png
QT_QPA_PLATFORM=xcb timeout 600 xvfb-run -a -s '-screen 0 1920x1200x24' \
    "$postwright" --screenshots "$screenshots" "$@" </dev/null
count=0
for file in "$screenshots"/*.png; do
    [ -f "$file" ] || continue
    printf '%s\n' "$file"
    count=$((count + 1))
done
if [ "$count" -eq 0 ]; then
    say "Postwright ended without leaving a screenshot."
    exit 1
fi
say "$count screenshots in $screenshots"
