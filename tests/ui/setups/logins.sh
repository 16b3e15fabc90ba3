# SPDX-FileCopyrightText: 2026 The Postwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# After tests/support/ownpostfix.sh started Postfix: Dovecot for its logins. WORK/users has its users and
# passwords (passwd-file).

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
