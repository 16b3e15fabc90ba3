// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Configurations of our own and addresses to ask them for. Tables are files of the folder: "@ name" begins
/// one that postmap reads, "@@ name" one for postalias. Users of all are anna, ben, cara and root.
struct Server
{
    const char *name;
    const char *mainCf;
    const char *tables;
    const char *addresses; ///< separated by blanks; an underscore is a blank in it
};

inline constexpr Server servers[] = {
    {"one host with aliases", R"(
mydestination = example.org, mail.example.org, localhost
recipient_delimiter = +
alias_maps = hash:/etc/postfix/aliases
)",
     R"(@@ aliases
root: anna
postmaster: root, ben
chain: chain1
chain1: chain2
chain2: chain3, cara
chain3: ben+deep
two: ben, ben, anna, BEN@Example.org
loop: pool
pool: anna, loop
self: self, ben
cara: cara, ben
cmd: "|/usr/bin/prog -a 'b c'"
pipe: |/bin/true
bare: |/bin/true now
file: /srv/file
mixed: anna, /srv/x, "|prog x", far@far.example
list: :include:/etc/postfix/people
owner-list: anna
owned: ben, cara@far.example, list
owner-owned: cara
empty: (nothing)
home: ~/inbox
relative: :include:people
missing: :include:/etc/postfix/nowhere
quoted: "john doe"@far.example, "a b"
"sp ace": anna
ext+a: ben
ext: anna
dangling: nobody-such, anna
comment: anna (the boss), Ben B. <ben@example.org>
upper: ANNA
twice: list, list
far: x@far.example, x@far.example, X@far.example
dom: anna@localhost, ben@mail.example.org
nested: :include:/etc/postfix/outer
neighbours: anna ben cara
group: friends: anna, ben;
MAILER-DAEMON: postmaster
slash: anna/x
brackets: anna@[127.0.0.1], ben@[192.0.2.9]
@ people
# people
anna, ben
cara@far.example
dangler
@ outer
:include:/etc/postfix/people
chain
)",
     "anna Anna@EXAMPLE.ORG root root@localhost postmaster postmaster@example.org chain chain+x two loop "
     "pool "
     "self self+x cara cmd pipe bare file mixed list list+x owned owner-owned empty home relative missing "
     "quoted "
     "sp_ace@example.org ext+a ext+b ext+a+c dangling comment upper twice far dom nested neighbours group "
     "MAILER-DAEMON mailer-daemon+x slash brackets anna+x/y nobody-such x@far.example x@FAR.example "
     "anna@localhost anna@mail anna@unknown.example.org x%far.example@example.org far.example!x "
     "a!b!c@example.org "
     "anna@example.org. anna@ @x.example:y@far.example x@y@far.example anna@[127.0.0.1] anna@[10.1.1.1] "
     "x@-bad.example x@bad..example -x@example.org +x@example.org anna+ owner-nobody list-request+x"},

    {"virtual domains", R"(
mydestination = mail.example.org
myorigin = $mydomain
mydomain = example.org
recipient_delimiter = +-
alias_maps = hash:/etc/postfix/aliases
virtual_alias_domains = v.example, w.example, hash:/etc/postfix/vdomains
virtual_alias_maps = hash:/etc/postfix/virtual, pcre:/etc/postfix/virtual.pcre
virtual_mailbox_domains = box.example
virtual_mailbox_base = /srv/mail
virtual_mailbox_maps = hash:/etc/postfix/boxes
virtual_uid_maps = static:1000
virtual_gid_maps = static:1000
relay_domains = relay.example, .sub.example, !not.relay.example
parent_domain_matches_subdomains =
transport_maps = hash:/etc/postfix/transport
relocated_maps = hash:/etc/postfix/relocated
)",
     R"(@ virtual
info@v.example anna@mail.example.org, ben@mail.example.org
deep@v.example info@v.example, x@far.example
ext+in@v.example cara@mail.example.org
ext@v.example anna@mail.example.org
self@v.example self@v.example, anna@mail.example.org
selfer@mail.example.org selfer@mail.example.org, anna@mail.example.org
@w.example @v.example
@catch.example anna@mail.example.org
user@catch.example user@catch.example
round@v.example about@v.example
about@v.example round@v.example
double@v.example anna@mail.example.org, ANNA@mail.example.org, anna@mail.example.org
plain anna@mail.example.org
bare@v.example alone
gone@v.example gone@nowhere.v.example
quoted@v.example "john doe"@far.example, "a@b"@far.example
comments@v.example Anna <anna@mail.example.org> (x), ben@mail.example.org
boxed@v.example dora@box.example
"sp ace"@v.example anna@mail.example.org
mydom@example.org ben@mail.example.org
postmaster ben
pm@v.example postmaster@v.example
@ virtual.pcre
/^pat-(.*)@v\.example$/ $1@mail.example.org
/^both@v\.example$/ anna@mail.example.org, ben@mail.example.org
@ vdomains
t.example x
@ boxes
dora@box.example dora/
eva@box.example eva
@all.example all/
ext@box.example ext/
@ transport
box2.example virtual:
far.example smtp:[10.0.0.1]
.far.example slow:
user@far.example slow:[10.0.0.2]
gone.example error:no such place
silent.example error:
wait.example retry:later
other.example :[10.0.0.9]
void.example discard:gone
ext@ex.example slow:ext
* relay:
@ relocated
moved@mail.example.org new@far.example
moved@box.example elsewhere
@moved.example all gone
@@ aliases
anna: anna, ben
ext: cara
)",
     "info@v.example info+x@v.example deep@v.example deep+y@v.example ext+in@v.example ext+out@v.example "
     "ext-out@v.example self@v.example self+x@v.example selfer@mail.example.org info@w.example "
     "nobody@w.example "
     "nobody@v.example anyone@catch.example any+x@catch.example user@catch.example double@v.example plain "
     "plain@example.org plain@mail.example.org plain@v.example bare@v.example gone@v.example "
     "quoted@v.example "
     "comments@v.example boxed@v.example boxed+x@v.example sp_ace@v.example mydom mydom@example.org "
     "postmaster "
     "pm@v.example postmaster@v.example pat-ben@v.example pat-zz@v.example both@v.example x@t.example "
     "dora@box.example DORA@Box.Example eva@box.example ext+x@box.example none@box.example box@box2.example "
     "x@far.example x@a.far.example user@far.example user+e@far.example gone@gone.example x@silent.example "
     "x@wait.example x@other.example x@void.example ext+q@ex.example x@relay.example x@a.relay.example "
     "x@a.sub.example x@sub.example x@not.relay.example x@any.example moved@mail.example.org "
     "moved+x@mail.example.org moved@box.example x@moved.example ext@mail.example.org ext-a@mail.example.org "
     "ext+a-b@mail.example.org anna@mail.example.org root round@v.example"},

    {"rewriting and other ways to deliver", R"(
mydestination = /etc/postfix/domains, hash:/etc/postfix/more, !not.example, mail.example.org
mydomain = example.org
recipient_delimiter = -
append_dot_mydomain = no
swap_bangpath = no
allow_percent_hack = no
propagate_unmatched_extensions = canonical, virtual, alias, include, forward, generic
canonical_maps = hash:/etc/postfix/canonical
recipient_canonical_maps = hash:/etc/postfix/rcanonical
sender_canonical_maps = static:wrong@wrong.example
masquerade_domains = example.com !keep.example.net example.net
masquerade_classes = envelope_recipient
masquerade_exceptions = root
alias_maps = hash:/etc/postfix/aliases
virtual_alias_domains = v.example
virtual_alias_maps = hash:/etc/postfix/virtual
mail_spool_directory = /var/mail/
relayhost = [gateway.example]:587
luser_relay = $user.$extension@lost.example
local_recipient_maps =
allow_mail_to_commands = alias
allow_mail_to_files =
expand_owner_alias = yes
default_transport = smtp
local_transport = local:$myhostname
relay_domains = relay.example
relay_transport = relay:[inner.example]
mailbox_transport_maps = hash:/etc/postfix/mtransport
)",
     R"(@ domains
# ours
one.example, two.example
!three.example
@ more
four.example x
@ canonical
old.name@mail.example.org new.name
a@far.example b@far.example
b@far.example c@far.example
c@far.example c@far.example
@gone.example @far.example
plain user.name
selfy@far.example selfy@far.example
@ rcanonical
new.name@mail.example.org anna@mail.example.org
first@one.example second@one.example
@ virtual
info@v.example team-x@mail.example.org
ext@v.example anna@mail.example.org
@ mtransport
boxuser slow:box
cara lmtp:unix:/run/lmtp
@@ aliases
team: anna, ben-own, far@far.example
inc: :include:/etc/postfix/people
files: /srv/x
pipes: "|/bin/prog"
incpipes: :include:/etc/postfix/pipes
own: anna, lost
owner-own: cara, ben
rel: x@relay.example
luser: nosuch
@ people
anna
ben@far.example
@ pipes
"|/bin/prog"
/srv/y
)",
     "anna anna@one.example anna@two.example anna@three.example anna@four.example anna@not.example "
     "old.name old.name-x old.name@mail.example.org a@far.example a-x@far.example b@far.example "
     "c@far.example "
     "x@gone.example x-y@gone.example plain plain-z selfy@far.example first@one.example first-q@one.example "
     "x@host.example.com x@example.com x@a.keep.example.net x@keep.example.net x@a.b.example.net "
     "root@host.example.com info@v.example info-y@v.example ext-z@v.example none@v.example team team-e inc "
     "inc-e "
     "files pipes incpipes own own-e rel luser luser-e nosuch nosuch-ext@one.example boxuser cara cara-x "
     "boxuser-x anna@localhost x@relay.example x@sub.relay.example x%y@mail.example.org y!x@mail.example.org "
     "x%y y!x \"anna\"@mail.example.org postmaster MAILER-DAEMON ben-ext"},

    {"no local delivery", R"(
mydestination =
myorigin = example.org
relayhost = gateway.example
alias_maps =
local_transport = error:no mailboxes here
append_at_myorigin = yes
virtual_alias_maps = regexp:/etc/postfix/virtual.regexp, inline:{one@far.example=two@far.example}
transport_maps = inline:{{ example.org = smtp:[inner.example] } { far.example = : }}
fallback_transport = slow:
)",
     R"(@ virtual.regexp
/^root(@.*)$/ admin${1}
/^all@/ root@example.org, one@far.example
)",
     "root root@far.example anna anna@localhost anna@[127.0.0.1] one@far.example all@x.example x@far.example "
     "x@else.example anna@mail.example.org postmaster"},

    {"users somewhere else", R"(
mydestination = $myhostname, example.org
alias_maps = texthash:/etc/postfix/aliases.text
recipient_delimiter = +
home_mailbox = Maildir/
mailbox_command_maps = inline:{{ ben = /usr/bin/deliver -u ben }}
fallback_transport_maps = inline:{{ lost = slow:lost }}
fallback_transport = relay:users.example
reset_owner_alias = yes
owner_request_special = no
virtual_alias_maps = inline:{{ boss@example.org = anna+boss }}
virtual_alias_expansion_limit = 3
virtual_alias_recursion_limit = 5
)",
     R"(@ aliases.text
team anna,ben+x
owner-team cara
all team, lost, other
)",
     "anna anna+x ben ben+y team team+t all lost lost+x other other+y boss@example.org boss+z@example.org "
     "root"},
};
