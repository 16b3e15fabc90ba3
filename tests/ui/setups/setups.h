// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// Five servers as their admins run them, page by page: "@" begins a page, then come the settings of main.cf
/// in the order in which they are made. "+ name = value" is a parameter that no page of fields has. Lines of
/// the Submission page name a port; those of Services are lines of master.cf. A line of the Tables page is a
/// table and the cells of a new row of it, then after "=>" a key and what Postfix finds for it.
struct Setup
{
    const char *name;
    const char *steps;
};

inline constexpr Setup setups[] = {
    {"a server declared in one place", R"(
@Identity
myhostname = mail.example.org
mydomain = example.org
myorigin = $mydomain
mydestination = mail.example.org, localhost.example.org, localhost, example.org
local_recipient_maps = hash:/etc/postfix/local_recipients, proxy:unix:passwd.byname, $alias_maps
mynetworks = 127.0.0.0/8, 192.0.2.0/24, [2001:db8::]/32
mynetworks_style = subnet
inet_protocols = ipv4
recipient_delimiter = +
mail_owner = postfix
setgid_group = postdrop
default_privs = nobody
queue_directory = /var/lib/postfix/queue
data_directory = /var/lib/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_spool_directory = /var/spool/mail
sendmail_path = /usr/sbin/sendmail
newaliases_path = /usr/bin/newaliases
mailq_path = /usr/bin/mailq
meta_directory = /etc/postfix
sample_directory = /etc/postfix/samples
manpage_directory = /usr/share/man
html_directory = /usr/share/doc/postfix/html
readme_directory = no
shlib_directory = no
@Routing
relay_domains = example.net, lists.example.net
relayhost = [smart.example.com]:587
alias_maps = hash:/etc/postfix/aliases
alias_database = hash:/etc/postfix/aliases
virtual_alias_maps = hash:/etc/postfix/virtual
transport_maps = hash:/etc/postfix/transport
sender_canonical_maps = tcp:127.0.0.1:10001
sender_canonical_classes = envelope_sender
recipient_canonical_maps = tcp:127.0.0.1:10002
recipient_canonical_classes = envelope_recipient
@Filters
header_checks = regexp:/etc/postfix/header_checks
@TLS
smtpd_tls_security_level = may
smtpd_tls_cert_file = /etc/ssl/certs/mail.pem
smtpd_tls_key_file = /etc/ssl/private/mail.key
smtp_tls_security_level = may
smtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt
smtp_tls_cert_file = /etc/ssl/certs/mail.pem
smtp_tls_key_file = /etc/ssl/private/mail.key
@Access rules
smtpd_client_restrictions = check_client_access hash:/etc/postfix/client_access, reject_rbl_client bl.example.net, reject_rbl_client zen.example.com
@Submission
Port 587 (submission)
Port 465 (submissions)
@Tables
hash:/etc/postfix/aliases | postmaster | root => postmaster = root
hash:/etc/postfix/aliases | root | anna, bert@example.com => root = anna, bert@example.com
hash:/etc/postfix/virtual | info@example.net | anna@example.org => info@example.net = anna@example.org
hash:/etc/postfix/transport | example.net | smtp | [mx.example.net] => example.net = smtp:[mx.example.net]
hash:/etc/postfix/local_recipients | anna | OK => anna = OK
hash:/etc/postfix/local_recipients | @example.org | OK => @example.org = OK
hash:/etc/postfix/client_access | 192.0.2.7 | OK | => 192.0.2.7 = OK
regexp:/etc/postfix/header_checks | /^Subject: .*lottery/ | i | REDIRECT | spam@example.org => Subject: the lottery = REDIRECT spam@example.org
regexp:/etc/postfix/header_checks | /^List-Id:/ | | DUNNO | => List-Id: a = DUNNO
@Services
submission inet n - y - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_sasl_type=dovecot
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o milter_macro_daemon_name=ORIGINATING
submissions inet n - y - - smtpd
  -o smtpd_tls_wrappermode=yes
  -o smtpd_tls_security_level=encrypt
  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
  -o milter_macro_daemon_name=ORIGINATING
tlsmgr unix - - n 1000? 1 tlsmgr
retry unix - - n - - error
local unix - n n - - local
)"},
    {"a personal server with client certificates and a relay for each sender", R"(
@TLS
smtpd_tls_security_level = may
smtpd_tls_CAfile = /etc/postfix/ca/ca.pem
smtpd_tls_cert_file = /etc/postfix/ca/mail.pem
smtpd_tls_key_file = /etc/postfix/ca/mail.key
smtpd_tls_req_ccert = yes
smtpd_tls_session_cache_database = btree:${data_directory}/smtpd_scache
smtpd_tls_loglevel = 2
smtpd_tls_received_header = yes
relay_clientcerts = hash:/etc/postfix/relay_clientcerts
smtp_tls_CAfile = /etc/postfix/ca/relays.pem
smtp_tls_cert_file = /etc/postfix/ca/client.pem
smtp_tls_key_file = /etc/postfix/ca/client.key
smtp_tls_loglevel = 1
smtp_tls_policy_maps = hash:/etc/postfix/tls_policy
@Routing
relayhost = [smart.example.net]
sender_dependent_relayhost_maps = hash:/etc/postfix/sender_dependent_relayhost_maps
@Tables
hash:/etc/postfix/relay_clientcerts | 7B:10:03:4E | laptop => 7B:10:03:4E = laptop
hash:/etc/postfix/tls_policy | example.com | secure | => example.com = secure
hash:/etc/postfix/tls_policy | [smart.example.net]:587 | secure | match=smart.example.net => [smart.example.net]:587 = secure match=smart.example.net
hash:/etc/postfix/sender_dependent_relayhost_maps | anna@example.com | [smtp.example.com]:587 => anna@example.com = [smtp.example.com]:587
@Services
587 inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_tls_req_ccert=yes
  -o smtpd_recipient_restrictions=permit_mynetworks,permit_tls_clientcerts,reject
)"},
    {"a family's server with Dovecot", R"(
@Identity
myhostname = mail.example.org
mydomain = example.org
myorigin = $mydomain
mydestination = $myhostname, localhost.$mydomain, $mydomain
mynetworks_style = host
inet_interfaces = all
inet_protocols = all
biff = no
delay_warning_time = 2h
confirm_delay_cleared = yes
compatibility_level = 2
mailbox_size_limit = 0
message_size_limit = 52428800
recipient_delimiter = +
notify_classes = bounce, delay, policy, protocol, resource, software
@TLS
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = /etc/letsencrypt/live/mail.$mydomain/fullchain.pem
smtpd_tls_key_file = /etc/letsencrypt/live/mail.$mydomain/privkey.pem
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_mandatory_ciphers = high
smtpd_tls_mandatory_exclude_ciphers = aNULL
smtpd_tls_loglevel = 1
smtpd_tls_received_header = yes
smtp_tls_security_level = may
smtp_tls_loglevel = 1
@Authentication
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth
smtpd_sasl_security_options = noanonymous, noplaintext
smtpd_sasl_tls_security_options = noanonymous
smtpd_sender_login_maps = pcre:/etc/postfix/login_maps.pcre
@Routing
alias_maps = hash:/etc/aliases
alias_database = hash:/etc/aliases
virtual_alias_maps = hash:/etc/postfix/virtual
mailbox_command = /usr/lib/dovecot/deliver
home_mailbox = Maildir/
local_destination_concurrency_limit = 2
@Filters
smtpd_milters = unix:/run/opendkim/opendkim.sock
non_smtpd_milters = $smtpd_milters
milter_protocol = 6
milter_default_action = accept
local_delivery_status_filter = pcre:/etc/postfix/local_dsn_filter.pcre
@Parameters
+ mua_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject
@Access rules
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_sender_restrictions = reject_sender_login_mismatch, permit
@Submission
Port 587 (submission)
Port 465 (submissions)
@Tables
pcre:/etc/postfix/login_maps.pcre | /^(.*)@example\.org$/ | | $1 => anna@example.org = anna
pcre:/etc/postfix/local_dsn_filter.pcre | /^5\.1\.1 .*/ | | 5.1.1 No such user => 5.1.1 at /etc = 5.1.1 No such user
hash:/etc/postfix/virtual | anna@shop.example.org | anna => anna@shop.example.org = anna
hash:/etc/postfix/virtual | @shop.example.org | bert => @shop.example.org = bert
@Services
smtp inet n - y - - smtpd
  -o smtpd_sasl_auth_enable=no
  -o content_filter=spamassassin
submission inet n - y - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_client_restrictions=$mua_client_restrictions
submissions inet n - y - - smtpd
  -o syslog_name=postfix/submissions
  -o smtpd_tls_wrappermode=yes
relay unix - - y - - smtp
  -o syslog_name=postfix/$service_name
spamassassin unix - n n - - pipe
  user=debian-spamd argv=/usr/bin/spamc -f -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}
)"},
    {"a locked-down server for one", R"(
@TLS
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = /etc/ssl/mail/cert.pem
smtpd_tls_key_file = /etc/ssl/mail/key.pem
smtpd_tls_CAfile = /etc/ssl/mail/ca.pem
@Authentication
smtpd_sasl_auth_enable = yes
@Access rules
smtpd_helo_required = yes
smtpd_delay_reject = yes
smtpd_client_restrictions = permit_auth_destination, permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_auth_destination, permit_sasl_authenticated, reject
smtpd_data_restrictions = reject_unauth_pipelining
@Parameters
+ smtpd_helo_restrictions =
@Services
smtp inet n - y - - smtpd
  -o smtpd_tls_security_level=may
submission inet n - y - - smtpd
smtps inet n - y - - smtpd
  -o smtpd_tls_wrappermode=yes
)"},
    {"what a distribution's wiki teaches", R"(
@Identity
myhostname = localhost
mydomain = localdomain
mydestination = $myhostname, localhost.$mydomain, localhost
inet_interfaces = $myhostname, localhost
mynetworks_style = host
@Routing
default_transport = error: outside mail is not deliverable
virtual_alias_maps = lmdb:/etc/postfix/virtual
virtual_alias_domains = example.net
virtual_transport = dovecot
mailbox_command = /usr/lib/dovecot/dovecot-lda -f "$SENDER" -a "$RECIPIENT"
transport_maps = ${indexed}transport
sender_canonical_maps = socketmap:unix:srs:forward
sender_canonical_classes = envelope_sender
recipient_canonical_maps = socketmap:unix:srs:reverse
recipient_canonical_classes = envelope_recipient, header_recipient
@TLS
smtp_tls_security_level = dane
smtp_dns_support_level = dnssec
smtp_tls_policy_maps = ${indexed}tls_policy
smtpd_tls_security_level = may
smtpd_tls_cert_file = /etc/ssl/certs/mail.pem
smtpd_tls_key_file = /etc/ssl/private/mail.key
@Filters
content_filter = spamassassin
smtp_header_checks = regexp:/etc/postfix/smtp_header_checks
@Parameters
+ indexed = ${default_database_type}:${config_directory}/
+ mua_client_restrictions = permit_sasl_authenticated, reject
+ mua_helo_restrictions =
+ mua_sender_restrictions =
+ policy-spf_time_limit = 3600s
+ policy_time_limit = 3600s
+ dovecot_destination_recipient_limit = 1
@Access rules
smtpd_recipient_restrictions = check_sender_access lmdb:/etc/postfix/blacklist, permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, check_policy_service unix:private/policy-spf, check_policy_service inet:127.0.0.1:10030
@Submission
Port 587 (submission)
Port 465 (submissions)
@Tables
lmdb:/etc/postfix/virtual | info@example.net | anna => info@example.net = anna
lmdb:/etc/postfix/virtual | @example.net | bert => @example.net = bert
hash:/etc/postfix/transport | example.org | dane | => example.org = dane:
hash:/etc/postfix/tls_policy | example.org | dane-only | => example.org = dane-only
lmdb:/etc/postfix/blacklist | spam@example.com | REJECT | You are not wanted here => spam@example.com = REJECT You are not wanted here
regexp:/etc/postfix/smtp_header_checks | /^Received:/ | | IGNORE | => Received: from a = IGNORE
regexp:/etc/postfix/smtp_header_checks | /^User-Agent:/ | | IGNORE | => User-Agent: b = IGNORE
@Services
submission inet n - y - - smtpd
  -o syslog_name=postfix/submission
  -o smtpd_reject_unlisted_recipient=no
  -o smtpd_client_restrictions=$mua_client_restrictions
  -o smtpd_helo_restrictions=$mua_helo_restrictions
  -o smtpd_sender_restrictions=$mua_sender_restrictions
  -o smtpd_recipient_restrictions=
  -o milter_macro_daemon_name=ORIGINATING
dane unix - - n - - smtp
  -o smtp_dns_support_level=dnssec
  -o smtp_tls_security_level=dane
spamassassin unix - n n - - pipe
  flags=R user=spamd argv=/usr/bin/vendor_perl/spamc -e /usr/bin/sendmail -oi -f ${sender} ${recipient}
dovecot unix - n n - - pipe
  flags=DRhu user=vmail:vmail argv=/usr/bin/spamc -u spamd -e /usr/lib/dovecot/dovecot-lda -f ${sender} -d ${recipient}
policy-spf unix - n n - 0 spawn
  user=nobody argv=/usr/bin/policyd-spf
policy unix - n n - 0 spawn
  user=nobody argv=/usr/bin/perl /usr/lib/postfix/policyd-spf-perl
qmgr unix n - n 300 1 qmgr
anvil unix - - y - 1 anvil
)"},
};
