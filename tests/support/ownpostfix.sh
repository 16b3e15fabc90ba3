#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ownpostfix.sh FOLDER WORK BEFORE AFTER: starts Postfix on the configuration in FOLDER, says "ready" and stays
# until its standard input ends. To be run as root in mount, network and process namespaces of its own: FOLDER
# is mounted at /etc/postfix, and folders of WORK/var in the places of Postfix's own below /var. BEFORE and AFTER
# are files of shell commands that are run, in FOLDER, before Postfix starts and after it; "-" is none.

set -eu
folder=$1
work=$2
ip link set lo up
# What the package keeps there beside the configuration.
cp -R /etc/postfix/postfix-files /etc/postfix/postfix-files.d /etc/postfix/dynamicmaps.cf* "$folder"
for place in spool/postfix lib/postfix mail log; do
    mkdir -p "$work/var/$place"
    chmod 0755 "$work/var/$place"
    mount --bind "$work/var/$place" "/var/$place"
done
mount -t tmpfs -o mode=0755 tmpfs /srv
chmod 1777 /var/mail
chown postfix /var/lib/postfix
chown -R root:root "$folder"
chmod 0755 "$folder"
mount --bind "$folder" /etc/postfix
cd /etc/postfix
if [ "$3" != - ]; then
    . "$3"
fi
postfix start >"$work/start.log" 2>&1 || {
    cat "$work/start.log" /var/log/postfix.log
    exit 1
}
if [ "$4" != - ]; then
    . "$4"
fi
echo ready
cat >/dev/null
postfix stop >>"$work/start.log" 2>&1
