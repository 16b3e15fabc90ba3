// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"

#include <QTest>

using lint::Listing;
using model::FileKind;

namespace {

const catalog::Reference &theReference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

/// "virtual mtime=20 mode=0644": a relative path is one below /etc/postfix.
void addFact(lint::Target &target, const QByteArray &text)
{
    const QByteArrayList words = text.split(' ');
    lint::FileFact fact;
    for (const QByteArray &word : words.sliced(1)) {
        const QByteArray value = word.sliced(word.indexOf('=') + 1);
        if (word == "missing")
            fact.exists = false;
        else if (word.startsWith("mode="))
            fact.mode = value.toInt(nullptr, 8);
        else if (word.startsWith("uid="))
            fact.uid = value.toInt();
        else if (word.startsWith("gid="))
            fact.gid = value.toInt();
        else if (word.startsWith("group="))
            fact.group = value;
        else if (word.startsWith("mtime="))
            fact.modified = value.toInt();
        else if (word.startsWith("type="))
            fact.type = value;
        else if (word.startsWith("size="))
            fact.size = value.toInt();
        else if (word.startsWith("pem="))
            fact.pemBlocks = QByteArray(value).replace('_', ' ').split(',');
    }
    const QByteArray &path = words.first();
    target.files.insert(path.startsWith('/') ? path : target.folder + '/' + path, fact);
}

struct Server
{
    QByteArray mainCf;
    QByteArray masterCf = {}; ///< none without it
    QByteArrayList facts = {};
    QList<std::pair<QByteArray, QByteArray>> tables = {}; ///< open files by their names
    Listing listing = Listing::Partial;
    QByteArray platform = "linux";
};

model::Snapshot snapshotOf(const Server &server)
{
    const auto file = [](const QByteArray &name, const QByteArray &bytes, FileKind kind) {
        model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QString::fromUtf8(name),
                             .name = QString::fromUtf8(name),
                             .kind = kind};
        if (kind == FileKind::MasterCf && bytes.isEmpty())
            info.problem = base::Error{base::Error::Code::NotFound, info.path};
        return model::File(info, syntax::Text(bytes, model::File::layoutOf(kind)));
    };
    QList<model::File> files{file("main.cf", server.mainCf, FileKind::MainCf),
                             file("master.cf", server.masterCf, FileKind::MasterCf)};
    for (const auto &[name, bytes] : server.tables)
        files.append(file(name, bytes, FileKind::KeyValue));
    return model::Snapshot(files);
}

QStringList found(const Server &server, const QByteArray &rule)
{
    lint::Target target{.reference = &theReference(), .listing = server.listing};
    target.platform = server.platform;
    for (const QByteArray &fact : server.facts)
        addFact(target, fact);
    const model::Snapshot snapshot = snapshotOf(server);
    QStringList places;
    for (const lint::Finding &finding : lint::findingsIn(snapshot, target, lint::Profile::Advice)) {
        if (finding.rule->id != rule)
            continue;
        const qsizetype line = snapshot.file(finding.place.file).text().lineAt(finding.place.range.begin) + 1;
        places.append(QStringLiteral("%1:%2").arg(lint::fileNameOf(finding, snapshot)).arg(line));
    }
    return places;
}

const QByteArray publicSmtp = "smtp inet n - n - - smtpd\n";

} // namespace

class TestFileRules : public QObject
{
    Q_OBJECT

private slots:
    void ruleFindsExactly_data();
    void ruleFindsExactly();
    void swapMendsBothNames();
};

// NOLINTNEXTLINE(readability-function-size): a list
void TestFileRules::ruleFindsExactly_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<Server>("server");
    QTest::addColumn<QStringList>("places");
    const auto at = [](const char *rule, const char *name, const Server &server, const QStringList &places) {
        QTest::newRow(name) << QByteArray(rule) << server << places;
    };
    const QStringList none;
    const QStringList first{QStringLiteral("main.cf:1")};

    at("PF-FILE-001", "missing beside others",
       {"virtual_alias_maps = hash:/etc/postfix/virtual,\n  regexp:/etc/postfix/none\n",
        {},
        {"virtual", "virtual.db"},
        {},
        Listing::Folder},
       {QStringLiteral("main.cf:2")});
    at("PF-FILE-001", "missing, said by a fact",
       {"smtpd_client_restrictions = check_client_access cidr:/srv/clients\n", {}, {"/srv/clients missing"}},
       first);
    at("PF-FILE-001", "in an override",
       {"a = b\n", "smtp inet n - n - - smtpd\n  -o smtpd_milter_maps=cidr:/etc/postfix/m\n", {"m missing"}},
       {QStringLiteral("master.cf:2")});
    at("PF-FILE-001", "client file behind a proxy",
       {"virtual_mailbox_maps = proxy:mysql:/etc/postfix/box.cf\n", {}, {"box.cf missing"}}, first);
    at("PF-FILE-001", "outside the folder is not known",
       {"virtual_alias_maps = hash:/srv/virtual\n", {}, {}, {}, Listing::Folder}, none);
    at("PF-FILE-001", "nothing is known", {"virtual_alias_maps = hash:/etc/postfix/virtual\n"}, none);
    at("PF-FILE-001", "only compiled",
       {"virtual_alias_maps = lmdb:/etc/postfix/virtual\n", {}, {"virtual.lmdb"}, {}, Listing::Folder}, none);
    at("PF-FILE-001", "Postfix makes its caches",
       {"smtpd_tls_session_cache_database = btree:/var/lib/postfix/x\naddress_verify_map = "
        "btree:/var/lib/y\n",
        {},
        {},
        {},
        Listing::All},
       none);
    at("PF-FILE-001", "allowed only",
       {"proxy_write_maps = btree:/etc/postfix/x\n", {}, {}, {}, Listing::Folder}, none);
    at("PF-FILE-001", "no file behind it",
       {"mynetworks = inline:{a=b}, static:x, 10.0.0.0/8\n", {}, {}, {}, Listing::All}, none);

    at("PF-FILE-002", "other suffix",
       {"transport_maps = cdb:/etc/postfix/transport\n",
        {},
        {"transport.db"},
        {{"transport", "a b\n"}},
        Listing::Folder},
       first);
    at("PF-FILE-002", "needs none",
       {"transport_maps = texthash:/etc/postfix/transport\n",
        {},
        {},
        {{"transport", "a b\n"}},
        Listing::Folder},
       none);
    at("PF-FILE-003", "as old as its source",
       {"transport_maps = hash:/srv/t\n", {}, {"/srv/t mtime=5", "/srv/t.db mtime=5"}}, none);
    at("PF-FILE-003", "older",
       {"transport_maps = hash:$x\nx = /srv/t\n", {}, {"/srv/t mtime=6", "/srv/t.db mtime=5"}}, first);
    at("PF-FILE-003", "age not known",
       {"transport_maps = hash:/srv/t\n", {}, {"/srv/t mtime=6", "/srv/t.db"}}, none);
    at("PF-FILE-004", "cache has no source",
       {"postscreen_cache_map = btree:/var/lib/postfix/ps\n",
        {},
        {"/var/lib/postfix/ps.db"},
        {},
        Listing::All},
       none);

    at("PF-FILE-005", "element of a chain",
       {"smtpd_tls_chain_files = /etc/ssl/a.pem\n  /etc/ssl/b.pem\n", {}, {"/etc/ssl/b.pem missing"}},
       {QStringLiteral("main.cf:2")});
    at("PF-FILE-005", "where the name is set",
       {"x = /etc/ssl/a.pem\nsmtp_tls_CAfile = $x\n", {}, {"/etc/ssl/a.pem missing"}}, first);
    at("PF-FILE-005", "no file names",
       {"smtpd_tls_cert_file = none\nsmtpd_tls_dh1024_param_file = auto\nsmtpd_tls_CAfile =\n",
        {},
        {},
        {},
        Listing::All},
       none);

    at("PF-FILE-006", "group of others", {"smtpd_tls_key_file = /k\n", {}, {"/k mode=0640 gid=100"}}, first);
    at("PF-FILE-006", "root's group", {"smtpd_tls_key_file = /k\n", {}, {"/k mode=0640 gid=0"}}, none);
    at("PF-FILE-006", "group of the keys",
       {"smtpd_tls_key_file = /k\n", {}, {"/k mode=0640 gid=113 group=ssl-cert"}}, none);
    at("PF-FILE-006", "certificates are public",
       {"smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n", {}, {"/c mode=0644", "/k mode=0600"}}, none);
    at("PF-FILE-006", "both in one file",
       {"smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n",
        {},
        {"/c mode=0644 pem=CERTIFICATE,PRIVATE_KEY", "/k mode=0600"}},
       first);
    at("PF-FILE-006", "key comes with the certificate", {"smtpd_tls_cert_file = /c\n", {}, {"/c mode=0644"}},
       first);
    at("PF-FILE-006", "chain without a key",
       {"smtpd_tls_chain_files = /k, /c\n", {}, {"/c mode=0644 pem=CERTIFICATE", "/k mode=0600"}}, none);

    at("PF-FILE-007", "client file",
       {"virtual_mailbox_maps = ldap:/etc/postfix/l.cf\n", {}, {"l.cf mode=0644"}}, first);
    at("PF-FILE-007", "index alone",
       {"smtp_sasl_password_maps = hash:/etc/postfix/p\n", {}, {"p mode=0600", "p.db mode=0644"}}, first);
    at("PF-FILE-007", "readable by its group",
       {"smtp_sasl_password_maps = hash:/etc/postfix/p\n", {}, {"p mode=0640", "p.db mode=0640"}}, none);
    at("PF-FILE-007", "no secrets", {"transport_maps = hash:/etc/postfix/p\n", {}, {"p mode=0644"}}, none);

    at("PF-FILE-008", "file that is not open, and a folder",
       {"a = b\n", {}, {"virtual.db mode=0666", "sasl mode=0775 type=directory", "main.cf mode=0644"}},
       {QStringLiteral("sasl:1"), QStringLiteral("virtual.db:1")});
    at("PF-FILE-008", "elsewhere", {"a = b\n", {}, {"/srv/x mode=0666"}}, none);
    at("PF-FILE-009", "folders have owners too",
       {"a = b\n", {}, {"sasl uid=5 type=directory", "main.cf uid=0", "x uid=5"}}, {QStringLiteral("x:1")});
    at("PF-FILE-009", "path that nobody wrote so", {"a = b\n", {}, {"x//y uid=5"}}, none);
    at("PF-FILE-010", "services too", {"a = b\n", publicSmtp, {"master.cf mode=0640", "main.cf mode=0644"}},
       {QStringLiteral("master.cf:1")});
    at("PF-FILE-011", "behind a proxy", {"virtual_mailbox_maps = proxy:lmdb:/etc/postfix/box.lmdb\n"}, first);
    at("PF-FILE-011", "a name like any other", {"virtual_mailbox_maps = pcre:/etc/postfix/box.db\n"}, none);

    at("PF-FILE-012", "chain without a key",
       {"smtpd_tls_chain_files =\n  /a,\n  /b\n", {}, {"/a pem=CERTIFICATE", "/b pem=CERTIFICATE"}},
       {QStringLiteral("main.cf:2")});
    at("PF-FILE-012", "part of the chain is not known",
       {"smtpd_tls_chain_files = /a, /b\n", {}, {"/a pem=CERTIFICATE"}}, none);
    at("PF-FILE-012", "certificate without the key it should hold",
       {"smtp_tls_cert_file = /c\n", {}, {"/c pem=CERTIFICATE,CERTIFICATE"}}, first);
    at("PF-FILE-012", "as it should be",
       {"smtp_tls_cert_file = /c\nsmtp_tls_key_file = /k\n",
        {},
        {"/c pem=CERTIFICATE", "/k pem=EC_PRIVATE_KEY"}},
       none);
    at("PF-FILE-012", "empty file", {"smtpd_tls_key_file = /k\n", {}, {"/k size=0 pem="}}, none);

    at("PF-FILE-013", "elsewhere than on Debian",
       {"myorigin = /etc/mailname\n", {}, {"/etc/mailname"}, {}, Listing::Partial, "freebsd"}, first);
    at("PF-FILE-013", "empty", {"myorigin = /etc/mailname\n", {}, {"/etc/mailname size=0"}}, first);
    at("PF-FILE-013", "there", {"myorigin = /etc/mailname\n", {}, {"/etc/mailname size=9"}}, none);
    at("PF-FILE-014", "other leftovers",
       {"smtp_sasl_password_maps = hash:/etc/postfix/p\n",
        {},
        {".p.swp mode=0644", "p.dpkg-old mode=0644", "p.db.bak mode=0644", "p.bak mode=0600",
         "p2~ mode=0644"}},
       {QStringLiteral(".p.swp:1"), QStringLiteral("p.db.bak:1"), QStringLiteral("p.dpkg-old:1")});

    at("PF-TLS-004", "positive list", {"smtp_tls_mandatory_protocols = TLSv1.2 TLSv1.1\n"}, first);
    at("PF-TLS-004", "lower bound", {"smtpd_tls_mandatory_protocols = >=TLSv1.2\n"}, none);
    at("PF-TLS-004", "excluded", {"smtpd_tls_mandatory_protocols = !sslv2:!SSLv3:!TLSv1:!TLSv1.1\n"}, none);
    at("PF-TLS-004", "cannot be read", {"smtpd_tls_mandatory_protocols = TLS1\n"}, none);
    at("PF-TLS-005", "bound below TLS", {"smtp_tls_protocols = >=SSLv3\n"}, first);
    at("PF-TLS-005", "TLS 1.0 may stay", {"smtp_tls_protocols = >=TLSv1\n"}, none);
    at("PF-TLS-012", "in the queue", {"address_verify_map = proxy:lmdb:$queue_directory/verify\n"}, first);
    at("PF-TLS-012", "random seed", {"tls_random_exchange_name = /etc/postfix/prng\n"}, first);
    at("PF-TLS-012", "below", {"postscreen_cache_map = lmdb:${data_directory}/ps\n"}, none);
    at("PF-TLS-012", "folder with a longer name", {"postscreen_cache_map = lmdb:/var/lib/postfix2/ps\n"},
       first);
    at("PF-TLS-012", "no file", {"address_verify_map = memcache:/etc/postfix/mc\n"}, none);
    at("PF-TLS-015", "default of an old level", {"compatibility_level = 3\nrelay_clientcerts = hash:/x\n"},
       {QStringLiteral("main.cf:2")});
    at("PF-TLS-015", "default of a new level",
       {"compatibility_level = 3.6\nsmtp_tls_security_level = fingerprint\n"}, none);
    at("PF-TLS-015", "in a policy",
       {"smtp_tls_policy_maps = hash:/etc/postfix/policy\n",
        {},
        {},
        {{"policy", "a may\nb fingerprint match=x\n"}}},
       {QStringLiteral("policy:2")});
    at("PF-TLS-017", "by name, for a transport", {"default_transport = smtp:[a.example]:submissions\n"},
       first);
    at("PF-TLS-017", "the client has it",
       {"relayhost = a.example:465\n", "smtp unix - - n - - smtp\n  -o smtp_tls_wrappermode=yes\n"}, none);
    at("PF-TLS-017", "other port", {"relayhost = [2001:db8::465]:587\n"}, none);
    at("PF-TLS-022", "forced and optional", {"smtp_enforce_tls = yes\nsmtp_tls_security_level = may\n"},
       first);
    at("PF-TLS-022", "says the same", {"smtp_use_tls = yes\nsmtp_tls_security_level = encrypt\n"}, none);
    at("PF-TLS-022", "in another family", {"smtp_use_tls = no\nsmtpd_tls_security_level = may\n"}, none);
    at("PF-TLS-022", "level of one service",
       {"smtpd_use_tls = yes\n", "smtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=none\n"}, none);
    at("PF-TLS-023", "by reference",
       {"smtpd_tls_chain_files = /a, /b\nsmtp_tls_chain_files = $smtpd_tls_chain_files\n"},
       {QStringLiteral("main.cf:2")});
    at("PF-TLS-023", "none at all", {"smtp_tls_cert_file =\nsmtpd_tls_cert_file =\n"}, none);

    at("PF-PSCR-005", "each malformed one",
       {"postscreen_dnsbl_sites = a.example=127.0.0.[2;4..8]*2, b.example*-3\n"
        "  c.example*\n  d.example=127.0.0\n  -e.example\n  f.example=127.0.0.[9..2]\n  g.example*2.5\n"
        "  h.example=127.0.0.256\n  =127.0.0.1\n  i.example=[127.0.0.2]\n  j.example=127.0.0.[]\n"},
       {QStringLiteral("main.cf:2"), QStringLiteral("main.cf:3"), QStringLiteral("main.cf:4"),
        QStringLiteral("main.cf:5"), QStringLiteral("main.cf:6"), QStringLiteral("main.cf:7"),
        QStringLiteral("main.cf:8"), QStringLiteral("main.cf:10")});
    at("PF-DELIV-007", "own name", {"smtpd_banner = $myhostname ESMTP\n"}, none);
    at("PF-DELIV-007", "own name, written out",
       {"myhostname = mail.example.com\nsmtpd_banner = Mail.Example.com ready\n"}, none);
    at("PF-DELIV-007", "a name that is none",
       {"myhostname = mail server\nsmtpd_banner = $myhostname ESMTP\n"}, none);
    at("PF-DELIV-007", "some name", {"smtpd_banner = mx.example.com ESMTP\n"}, none);
    at("PF-DELIV-007", "other name", {"myhostname = a.example\nsmtpd_banner = b.example ESMTP\n"},
       {QStringLiteral("main.cf:2")});
    at("PF-DELIV-007", "of a service",
       {"a = b\n", "smtp inet n - n - - smtpd\n  -o { smtpd_banner = ESMTP ready }\n"},
       {QStringLiteral("master.cf:2")});
    at("PF-DELIV-011", "in a class",
       {"smtpd_restriction_classes = probe\nprobe = reject_unverified_sender\n"
        "smtpd_sender_restrictions = check_sender_access hash:/x, probe\n",
        publicSmtp},
       none);
    at("PF-DELIV-011", "on the loopback interface",
       {"smtpd_sender_restrictions = reject_unverified_sender\n", "127.0.0.1:25 inet n - n - - smtpd\n"},
       none);
    at("PF-DELIV-011", "never reached",
       {"smtpd_sender_restrictions = permit, reject_unverified_sender\n", publicSmtp}, none);
    at("PF-DELIV-011", "for recipients",
       {"smtpd_recipient_restrictions =\n  reject_unauth_destination\n  reject_unverified_sender\n",
        publicSmtp},
       {QStringLiteral("main.cf:3")});
}

void TestFileRules::ruleFindsExactly()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const Server, server);
    QFETCH(const QStringList, places);
    QVERIFY(lint::ruleCalled(rule));
    QCOMPARE(found(server, rule), places);
}

void TestFileRules::swapMendsBothNames()
{
    Server server{"smtpd_tls_cert_file = /k\nsmtpd_tls_key_file = /c\n",
                  {},
                  {"/c pem=CERTIFICATE", "/k pem=PRIVATE_KEY"}};
    lint::Target target{.reference = &theReference()};
    for (const QByteArray &fact : server.facts)
        addFact(target, fact);
    const model::Snapshot snapshot = snapshotOf(server);
    int mended = 0;
    for (const lint::Finding &finding : lint::findingsIn(snapshot, target, lint::Profile::Normal)) {
        if (finding.rule->id != QByteArrayView("PF-FILE-012"))
            continue;
        QCOMPARE(finding.fixes.size(), 1);
        model::Draft draft(snapshot);
        finding.fixes.first().apply(draft);
        QCOMPARE(draft.snapshot().mainCf().text(),
                 QByteArray("smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n"));
        ++mended;
    }
    QCOMPARE(mended, 2);
}

QTEST_GUILESS_MAIN(TestFileRules)
#include "tst_filerules.moc"
