# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Debian packages each purpose needs, how they are installed, and how a preset is built.
# Sourced by app/run.sh, tests/run.sh and .ci/run, with `root` set to the top of the source tree.
# shellcheck disable=SC2034 # the lists are for those who source this

build_packages='cmake ninja-build g++ pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools
    qt6-l10n-tools libqscintilla2-qt6-dev libgit2-dev libarchive-dev libssl-dev libpcre2-dev
    fonts-dejavu-core'
virtual_display_packages='xvfb xauth'
wayland_packages='qt6-wayland'
test_packages='lld git openssl postfix postfix-lmdb postfix-pcre xvfb xauth xdotool'
sanitizer_packages='clang libclang-rt-14-dev'
# Servers for the tests of a mount and of mail; on a developer's machine nobody wants them, so there the tests are
# skipped.
ci_packages='clang-format clang-tidy openssh-client openssh-server sshfs dovecot-core swaks libnet-ssleay-perl
    iproute2'

say() {
    printf '%s\n' "$*" >&2
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installing Postfix would take away another mail server that is in use on this machine.
has_other_mail_server() {
    ! is_installed postfix &&
        dpkg-query -W -f='${db:Status-Status} ${Provides}\n' | grep -q '^installed .*mail-transport-agent'
}

# install_packages NAME...: apt-get runs only when one of them is missing.
install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian: the equivalents of these packages must be there: $*"
        return 0
    fi
    missing=
    for package in "$@"; do
        is_installed "$package" && continue
        case $package in
        postfix*)
            if has_other_mail_server; then
                say "$package would replace the mail server of this machine: left out, and the tests that ask Postfix are skipped."
                continue
            fi
            ;;
        esac
        missing="$missing $package"
    done
    [ -n "$missing" ] || return 0

    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "These packages are missing and only root can install them. Run as root:"
            say "    apt-get install --no-install-recommends$missing"
            return 1
        fi
        as_root=sudo
    fi
    say "Installing$missing"
    case " $missing " in
    *' postfix '*)
        # Wanted for its postconf and postmap: no mail leaves, nothing listens but on the loopback address.
        printf '%s\n' 'postfix postfix/main_mailer_type select Local only' \
            'postfix postfix/mailname string localhost.localdomain' | $as_root debconf-set-selections || return 1
        ;;
    esac
    $as_root apt-get update -q </dev/null || return 1
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null
}

# configure PRESET: only where it has not been done since the presets last changed.
configure() {
    (
        cd "${root:?}" || exit 1
        ninja_file=build/$1/build.ninja
        if [ ! -f "$ninja_file" ] || [ -n "$(find CMakePresets.json -newer "$ninja_file")" ]; then
            cmake --preset "$1"
        fi
    )
}

# build PRESET [TARGET...]: what is built already is reused.
build() {
    preset=$1
    shift
    configure "$preset" || return 1
    (cd "${root:?}" && cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"})
}
