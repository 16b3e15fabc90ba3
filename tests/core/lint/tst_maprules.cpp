// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include <QTest>

using model::FileKind;

namespace {

const catalog::Reference &theReference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::File fileOf(const QByteArray &name, FileKind kind, const QByteArray &bytes)
{
    model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QString::fromLatin1(name),
                         .name = QString::fromLatin1(name),
                         .kind = kind};
    if (kind == FileKind::MasterCf && bytes.isEmpty())
        info.problem = base::Error{base::Error::Code::NotFound, info.path};
    return model::File(info, syntax::Text(bytes, model::File::layoutOf(kind)));
}

/// Where the rule finds something: "table:2 main.cf:1".
QByteArray found(const QByteArray &rule, const QByteArray &mainCf, const QByteArray &table,
                 const lint::Target &target, const QByteArray &masterCf = {})
{
    // What the file is taken for must not matter: the reference says how it is read.
    const model::Snapshot snapshot({fileOf("main.cf", FileKind::MainCf, mainCf),
                                    fileOf("master.cf", FileKind::MasterCf, masterCf),
                                    fileOf("table", FileKind::Other, table)});
    QByteArrayList places;
    for (const lint::Finding &finding : lint::findingsIn(snapshot, target, lint::Profile::Advice)) {
        const model::File &file = snapshot.file(finding.place.file);
        if (finding.rule->id == rule)
            places.append(file.info().name.toLatin1() + ':'
                          + QByteArray::number(file.text().lineAt(finding.place.range.begin) + 1));
    }
    return places.join(' ');
}

void row(const char *name, const char *rule, const char *mainCf, const char *table, const char *places)
{
    QTest::addRow("%s: %s", rule, name)
        << QByteArray("PF-MAP-") + rule << QByteArray(mainCf) << QByteArray(table) << QByteArray(places);
}

constexpr const char *accessMaps =
    "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table\n";
constexpr const char *pcreAccess =
    "smtpd_sender_restrictions = check_sender_access pcre:/etc/postfix/table\n";
constexpr const char *virtualMaps = "virtual_alias_maps = hash:/etc/postfix/table\n";
constexpr const char *aliases = "alias_maps = hash:/etc/postfix/table\n";
constexpr const char *headers = "header_checks = pcre:/etc/postfix/table\n";
constexpr const char *posix = "header_checks = regexp:/etc/postfix/table\n";
constexpr const char *cidr = "smtpd_client_restrictions = check_client_access cidr:/etc/postfix/table\n";
constexpr const char *transport = "transport_maps = hash:/etc/postfix/table\n";
constexpr const char *policy = "smtp_tls_policy_maps = hash:/etc/postfix/table\n";

} // namespace

class TestMapRules : public QObject
{
    Q_OBJECT

private slots:
    void ruleFindsExactly_data();
    void ruleFindsExactly();
    void typesOfTheTarget();
    void rowsInASettingAreNoPath();
    void nextHopOfAService();
    void sameKeysOfALongTable();
};

void TestMapRules::ruleFindsExactly_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("places");

    row("in a restriction", "001",
        "smtpd_recipient_restrictions =\n  check_sender_access postgres:/x,\n  reject\n", "", "main.cf:2");
    row("behind proxy", "001", "virtual_alias_maps = proxy:mongodb:/x\n", "", "main.cf:1");
    row("by way of another name", "001", "own = mymap:/x\nmynetworks = 10.0.0.0/8, $own\n", "", "main.cf:1");
    row("in a union", "001", "virtual_alias_maps = unionmap:{hash:/a, sdbm:/b}\n", "", "main.cf:1");
    row("addresses are no types", "001", "mynetworks = [::1]/128 fe80::/10 2001:db8::/32\n", "", "");
    row("sockets are no tables", "001", "smtpd_milters = unix:/run/x inet:localhost:1\n", "", "");
    row("of Debian", "001", "virtual_alias_maps = ldap:/x, mysql:/y, texthash:/z, inline:{a=b}\n", "", "");
    row("hosts with ports in proxymap's list", "001", "proxy_read_maps = $mynetworks proxy:unix:x\n", "", "");

    row("with flags and blanks", "003", accessMaps, "a@b.c OK\n/^a b\\/c/i OK\n", "table:2");
    row("a condition", "003", accessMaps, "if /x/\na OK\nendif\n", "table:1");
    row("a path is no pattern", "003", accessMaps, "/var/mail OK\n", "");
    row("an escaped end", "003", accessMaps, "/a\\/ OK\n", "");
    row("words that begin like a condition", "003", accessMaps, "iffy.example OK\nendif.example OK\n", "");

    row("after a negation", "004", headers, "/a/ OK\n!word OK\n@x OK\n\"q\" OK\n*x OK\n",
        "table:2 table:3 table:4 table:5");
    row("conditions and other delimiters", "004", headers, "if /x/\n|a| OK\n~b~ OK\nENDIF\n", "");

    row("only the first", "005", virtualMaps, "a@b.c x\nd@e.f: y\ng@h.i: z\n", "table:2");
    row("a colon inside", "005", accessMaps, "2001:db8 OK\n", "");
    row("also used as aliases", "005",
        "alias_maps = hash:/etc/postfix/table\nlocal_recipient_maps = $alias_maps\n", "a: b\n", "");

    row("quoted and long", "006", aliases, "a: b\nlist anna,\n  bert\n\"x y\": z\n", "table:2");
    row("a colon in the value only", "006", aliases, "ticket \"|/bin/x a:b\"\n", "table:1");

    row("comment and blank lines between", "007", virtualMaps, "a@b.c\n# x\n\n  anna\nd@e.f\n", "table:5");
    row("in aliases", "007", aliases, "a:\n", "");

    row("in other letters", "008", virtualMaps, "A@b.c x\nb@b.c x\na@B.C y\na@b.c z\n", "table:3 table:4");
    row("in aliases with quotes", "008", aliases, "root: a\n\"Root\": b\n", "table:2");
    row("switched off", "008", virtualMaps, "a@b.c x\n#a@b.c y\n", "");
    row("in patterns it is fine", "008", headers, "/a/ OK\n/a/ OK\n", "");

    row("addresses of many kinds", "009", cidr,
        "192.0.2 OK\n10.0.0.0/33 OK\n[2001:db8::]/32 OK\n::1 OK\n2001:db8::1/64 OK\nhost OK\n",
        "table:1 table:2 table:5 table:6");
    row("no result and conditions", "009", cidr, "10.0.0.0/8\nif 1.0.0.0/8\n1.2.3.4 OK\nendif\nendif\n",
        "table:1 table:5");
    row("open condition", "009", cidr, "10.0.0.1 OK\nif !10.0.0.0/8\n11.0.0.0/8 OK\n", "table:2");

    row("flags of Perl", "010", headers, "/a/xms OK\n/b/q OK\n/c/ OK\n", "table:2");
    row("the same of POSIX", "010", posix, "/a/s OK\n/b/im OK\n", "table:1");
    row("what does not compile", "010", headers, "/(a/ OK\n/[b/ OK\n/*c/ OK\n/(?<n>d)/ OK\n",
        "table:1 table:2 table:3");
    row("what only Perl takes", "010", posix, "/(?=a)/ OK\n/a{2,1}/ OK\n/\\S+/ OK\n", "table:1 table:2");
    row("groups", "010", headers, "/(a)(b)/ REPLACE X: $1 ${2} $(2)\n/(a)/ REPLACE X: $2\n!/(a)/ WARN $1\n",
        "table:2 table:3");
    row("two dollars are one", "010", headers, "/a/ WARN $$1\n", "");
    row("no result", "010", headers, "/a/\n/b/ OK\n", "table:1");
    row("conditions", "010", headers, "endif\nif /a/\nif !/b/\n/c/ OK\nendif\n", "table:1 table:2");
    row("an exception behind the pattern", "010", posix, "/a/!/b/ OK\n/a/!/(b/ OK\n", "table:2");

    row("many words", "011", accessMaps,
        "a OK\nb 12345\nc 554 no\nd 421\ne dunno\nf reject_unauth_destination, permit\ng ALLOW\n"
        "h 250 fine\ni HANGUP\n",
        "table:7 table:8");
    row("classes", "011",
        "smtpd_restriction_classes = mine\nmine = permit\n"
        "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/table\n",
        "a mine\nb yours\n", "table:2");
    row("what a pattern puts in", "011", pcreAccess, "/^(.)$/ $1\n/^x$/ NO\n", "table:2");
    row("static", "011", "smtpd_client_restrictions = check_client_access static:DENY\n", "", "main.cf:1");
    row("tables of others", "011", virtualMaps, "a@b.c DENY\n", "");

    row("texts may hold colons", "012", accessMaps,
        "a REJECT see: x\nb 550 see: x\nc OK x:y\nd DEFER_IF_PERMIT x: y\ne mine, hash:/x\nf PREPEND X: y\n",
        "table:5");

    row("ranges and version 6", "013", accessMaps,
        "192.0.2.1-192.0.2.9 OK\n2001:db8::/32 OK\n192.0.2 OK\na-b OK\n", "table:1 table:2");
    row("of other use", "013", transport, "192.0.2.0/24 :\n", "");
    row("trusted networks", "013", "mynetworks = hash:/etc/postfix/table\n", "192.0.2.0/24 x\n", "table:1");

    row("the star of transport", "014", transport, "* :\n*.example.com :\n", "table:2");
    row("in values", "014", virtualMaps, "a@b.c *@d\n", "");

    row("addresses and domains", "015", virtualMaps,
        "a@b.c anna\n  d@e.f bert\n  g@h.i,\n  j@k.l\n\tm.example n\n", "table:2 table:5");
    row("where the first line has no value", "015", virtualMaps, "a@b.c\n  d@e.f bert\n", "");
    row("aliases", "015", aliases, "a: b\n  c: d\nlist:\n  :include:/x,\n  d@e.f\n", "table:2");

    row("on a line below", "016", virtualMaps, "a@b.c d,\n  # fine\n  e # not\n", "table:3");
    row("no blank in front", "016", virtualMaps, "a@b.c d#e\n", "");
    row("access texts are free", "016", accessMaps, "a REJECT # 5\n", "");
    row("in aliases", "016", aliases, "a: b # c\n", "table:1");

    row("in braces and of one's own", "017", "own = x\nvirtual_alias_maps = hash:/etc/postfix/table\n",
        "a@${mydomain} b\nc@d $own\ne@f $other\n", "table:1 table:2");
    row("patterns", "017", headers, "/(a)$mydomain/ OK\n", "");

    row("host alone", "018",
        "relayhost = [a.example]:587\nsmtp_sasl_password_maps = hash:/etc/postfix/table\n", "A.example u:p\n",
        "");
    row("without brackets", "018",
        "relayhost = a.example:587\nsmtp_sasl_password_maps = hash:/etc/postfix/table\n", "a.example u:p\n",
        "main.cf:1");
    row("by the sender", "018",
        "relayhost = a.example\nsmtp_sender_dependent_authentication = yes\n"
        "smtp_sasl_password_maps = hash:/etc/postfix/table\n",
        "x@b.example u:p\n", "");
    row("another table that is not known", "018",
        "relayhost = a.example\nsmtp_sasl_password_maps = hash:/etc/postfix/table, mysql:/x\n", "b u:p\n",
        "");

    row("three of them", "019", aliases, "a: b, x@y.z\nb: \"c\"\nc: A\nd: a\n", "table:3");
    row("itself", "019", aliases, "a: a\nb: \\b\nc: c, d\n", "table:1");
    row("programs and files", "019", aliases, "a: |b\nb: /a\n", "");

    row("in large letters", "020", aliases, "Postmaster: root\n", "");
    row("a table that is not known", "020", "alias_maps = hash:/etc/postfix/table, nis:mail.aliases\n",
        "a: b\n", "");

    row("lists and files", "021", virtualMaps, "a@b.c d, |/x\ne@f.g :include:/l\nh@i.j /dev/null\nk@l.m n\n",
        "table:1 table:2 table:3");
    row("patterns of canonical", "021", "canonical_maps = pcre:/etc/postfix/table\n", "/a/ \"|x\"\n",
        "table:1");
    row("mailboxes", "021", "virtual_mailbox_maps = hash:/etc/postfix/table\n", "a@b.c /x\n", "");

    row("attributes", "022", policy,
        "a secure match=x:y ciphers=high\nb may match=x\nc ENCRYPT protocols=!SSLv2\nd verify strong\n"
        "e dane-only\nf fingerprint match=1 tafile=/x\n",
        "table:2 table:4");

    row("ends and dots", "023", pcreAccess,
        "/^a\\.b$/ OK\n/^a.b$/ permit_mynetworks\n/^a[.x]b/ OK\n/(a|b$)/ 1\n/./ OK\n/x/ REJECT\n/x/ 550 no\n",
        "table:2 table:3");
    row("logins", "023", "smtpd_sender_login_maps = regexp:/etc/postfix/table\n", "/^(.*)@x\\.y/ $1\n",
        "table:1");
    row("in header checks", "023", headers, "/x/ OK\n", "");

    row("deep and equal", "024", cidr, "10.1.0.0/16 OK\n10.0.0.0/8 OK\n10.2.3.0/24 OK\n10.0.0.0/8 NO\n",
        "table:3 table:4");
    row("within conditions and negated", "024", cidr,
        "if 10.0.0.0/8\n10.1.0.0/16 OK\nendif\n!10.0.0.0/8 OK\n"
        "10.1.1.0/24 OK\n",
        "");
    row("version 6", "024", cidr, "2001:db8::/32 OK\n2001:db8:1::/48 OK\n", "table:2");

    row("conditions around", "025", headers, "if /a/\n/.*/ OK\nendif\n/b/ OK\n!/^/ OK\n/c/ OK\n", "");
    row("a condition behind", "025", headers, "/^/i OK\nif /x/\n/y/ OK\nendif\n", "table:2");

    row("blanks and ends", "026", headers,
        "/^Received:/ IGNORE\n/^received:\\s*/ STRIP\n/^Received:.*from 10\\./ IGNORE\n/^Received:/ WARN\n"
        "/^(Received|X-Mailer):/ ignore\n",
        "table:1 table:2 table:5");

    row("of two types", "027", "virtual_alias_maps = pgsql:/etc/postfix/table\n",
        "hosts = a\nusr = b\n#old = c\ntls_key_file = d\n", "table:2 table:4");
    row("all numbers of parts", "028", "virtual_alias_maps = sqlite:/etc/postfix/table\n",
        "dbpath = /x\nquery = SELECT a\n  FROM b WHERE c='%d' OR d='%1'\n", "");
    row("a filter", "028", "virtual_alias_maps = ldap:/etc/postfix/table\n", "query_filter = (mail=%%s)\n",
        "table:1");

    row("in access tables", "029", accessMaps,
        "a FILTER smtp:\nb FILTER\nc REDIRECT x\nd PREPEND X-A b\ne PREPEND X-A: b\nf BCC a@b.c\n",
        "table:2 table:3 table:4");
    row("in header checks", "029", headers, "/(a)/ REPLACE $1\n/b/ REPLACE b c\n/d/ PREPEND X: y\n",
        "table:2");
    row("bodies take any text", "029", "body_checks = regexp:/etc/postfix/table\n", "/a/ REPLACE b c\n", "");

    row("of the client", "030", "smtp_header_checks = pcre:/etc/postfix/table\n", "/a/ REJECT\n/b/ ignore\n",
        "table:1");
    row("all of cleanup", "030", headers,
        "/a/ DUNNO\n/b/ OK\n/c/ pass\n/d/ STRIP\n/e/ BCC a@b.c\n/f/ DEFER\n/g/ permit\n", "table:6 table:7");

    row("a parameter in the list", "031",
        "proxy_read_maps = $transport_maps proxy:mysql:/a\nvirtual_alias_maps = proxy:mysql:/a\n"
        "smtpd_sender_restrictions =\n check_sender_access proxy:mysql:/b\n"
        "address_verify_map = proxy:btree:/c\n",
        "", "main.cf:4");
    row("no list", "031", "virtual_alias_maps = proxy:mysql:/a\n", "", "");
    row("caches", "031", "proxy_write_maps = proxy:btree:/b\naddress_verify_map = proxy:btree:/c\n", "",
        "main.cf:2");

    row("results and beginnings", "032", "default_delivery_status_filter = regexp:/etc/postfix/table\n",
        "/^(4\\.1)/ 5.1.1 no\n/^host/ 4.0.0 x\n/x/ $1 y\n/^5/ 5.x no\n", "table:2 table:4");

    row("senders", "033", "sender_dependent_relayhost_maps = hash:/etc/postfix/table\n",
        "a@b.c [x]:587\nd@e.f [x:587]\ng@h.i dunno\nj@k.l 25\n", "table:2 table:4");
    row("transports", "033", transport,
        "a smtp:[x:25]\nb relay:\nc slow:[]\nd error:5.1.1 no [] way\ne lmtp:unix:/run/x\nf lmtp:inet:h:24\n"
        "g :[]\nh smtp:x:y:z\n",
        "table:1 table:8");

    row("with and without a colon", "034", aliases, "a@b.c: d\ne@f.g h\n\"i@j\": k\nl: m@n\n",
        "table:1 table:3");
}

void TestMapRules::ruleFindsExactly()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, places);
    QVERIFY(lint::ruleCalled(rule));
    QCOMPARE(found(rule, mainCf, table, {.reference = &theReference()}), places);
}

void TestMapRules::typesOfTheTarget()
{
    lint::Target target{.reference = &theReference()};
    target.tableTypes = {"lmdb", "hash"};
    const QByteArray mainCf = "transport_maps = btree:/x\nalias_maps = hash:/y\n";
    QCOMPARE(found("PF-MAP-002", mainCf, {}, target), QByteArray());
    target.tableTypes = {"lmdb"};
    QCOMPARE(found("PF-MAP-002", mainCf, {}, target), QByteArray("main.cf:1 main.cf:2"));
    QCOMPARE(found("PF-MAP-001", mainCf, {}, target), QByteArray());
}

void TestMapRules::rowsInASettingAreNoPath()
{
    const lint::Target target{.reference = &theReference()};
    QCOMPARE(
        found("PF-VAL-019", "canonical_maps = pcre:{{/a$$/ b/c.d}}, cidr:{{192.0.2.1 x.y}}\n", {}, target),
        QByteArray());
    QCOMPARE(found("PF-VAL-019", "canonical_maps = pcre:maps/a.pcre\n", {}, target), QByteArray("main.cf:1"));
}

void TestMapRules::nextHopOfAService()
{
    const lint::Target target{.reference = &theReference()};
    const QByteArray master =
        "slow unix - - y - - smtp\ndove unix - - y - - lmtp\nout unix - n n - - pipe argv=x\n";
    QCOMPARE(
        found("PF-MAP-033", transport, "a slow:[]\nb dove:unix:x\nc out:[]\nd dove:[x\n", target, master),
        QByteArray("table:1 table:4"));
}

void TestMapRules::sameKeysOfALongTable()
{
    QByteArray rows;
    for (int i = 0; i < 20'000; ++i)
        rows += "user" + QByteArray::number(i) + "@example.com x\n";
    rows += "USER17@example.com y\n";
    QCOMPARE(found("PF-MAP-008", virtualMaps, rows, {.reference = &theReference()}),
             QByteArray("table:20001"));
}

QTEST_GUILESS_MAIN(TestMapRules)
#include "tst_maprules.moc"
