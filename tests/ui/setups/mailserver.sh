#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mailserver.sh FOLDER WORK: starts Postfix on the configuration in FOLDER and Dovecot for its logins, says
# "ready" and stays until its standard input ends. To be run as root in network, mount and process namespaces of
# its own: it mounts FOLDER at /etc/postfix and empty folders at Postfix's others. WORK/users has Dovecot's
# users and passwords (passwd-file).

set -eu
folder=$1
work=$2

ip link set lo up
ip address add 192.0.2.10/32 dev lo # the server
ip address add 192.0.2.20/32 dev lo # a client outside of its networks
# What the package keeps there beside the configuration.
cp -R /etc/postfix/postfix-files /etc/postfix/postfix-files.d /etc/postfix/dynamicmaps.cf* "$folder"
mount --bind "$folder" /etc/postfix
for place in /var/spool/postfix /var/lib/postfix /var/mail /var/log /srv; do
    mount -t tmpfs -o mode=0755 tmpfs "$place"
done
chmod 1777 /var/mail
chown postfix /var/lib/postfix
chown -R root:root "$folder"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=mail.example.org \
    -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>"$work/openssl.log"
postalias "hash:$folder/aliases"
postmap "hash:$folder/senders"
postfix start >"$work/start.log" 2>&1 || {
    cat "$work/start.log" /var/log/postfix.log
    exit 1
}

# Dovecot's processes have users of their own, and WORK may be nobody else's.
mkdir /srv/dovecot
install -o dovecot -m 0600 "$work/users" /srv/users
cat >/srv/dovecot.conf <<EOF
base_dir = /srv/dovecot
log_path = /var/log/dovecot.log
protocols =
ssl = no
auth_mechanisms = plain login
passdb {
  driver = passwd-file
  args = scheme=plain username_format=%u /srv/users
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=/nonexistent
}
service auth {
  unix_listener /var/spool/postfix/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }
}
EOF
dovecot -c /srv/dovecot.conf
for _ in $(seq 100); do
    [ ! -S /var/spool/postfix/private/auth ] || break
    sleep 0.1
done
echo ready
cat >/dev/null
postfix stop >>"$work/start.log" 2>&1
