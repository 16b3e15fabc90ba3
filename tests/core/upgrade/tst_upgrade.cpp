// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/upgrade/plan.h"

#include <QSet>
#include <QTest>

using catalog::Version;
using model::Draft;
using model::FileId;
using upgrade::Step;
using upgrade::Steps;
using upgrade::Weight;

namespace {

constexpr Version v310{3, 10, 0};
constexpr Version v312{3, 12, 0};
constexpr Version v37{3, 7, 11};
constexpr Version v34{3, 4, 0};

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

Steps stepsFrom(const model::Snapshot &snapshot, const Version &from, const Version &to)
{
    return upgrade::stepsFor(snapshot, {.target = {.reference = &reference(), .version = from}, .to = to});
}

Steps keyed(const Steps &steps, const QByteArray &prefix)
{
    Steps some;
    std::copy_if(steps.begin(), steps.end(), std::back_inserter(some),
                 [&](const Step &step) { return step.key.startsWith(prefix); });
    return some;
}

} // namespace

Q_DECLARE_METATYPE(catalog::Version)

class TestUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void configurationBecomes_data();
    void configurationBecomes();
    void changedDefaultsCanBeKept();
    void keptDefaultsStayAfterTheLevel();
    void chrootCanBeKept();
    void whatNeedsAPersonIsSaid();
    void allStepsAreDoneAtOnce();
    void nothingIsLeftToDo();
    void stepsDoNothingWhereTheirTargetIsGone();
};

void TestUpgrade::configurationBecomes_data()
{
    QTest::addColumn<QByteArray>("kind"); ///< of the steps that are taken
    QTest::addColumn<Version>("to");
    QTest::addColumn<QByteArray>("mainBefore");
    QTest::addColumn<QByteArray>("mainAfter");
    QTest::addColumn<QByteArray>("masterBefore");
    QTest::addColumn<QByteArray>("masterAfter");
    const auto main = [](const char *name, const char *kind, const Version &to, const QByteArray &before,
                         const QByteArray &after) {
        QTest::newRow(name) << QByteArray(kind) << to << before << after << QByteArray() << QByteArray();
    };
    main("use_tls is may", "tls:", v312, "a = 1\n# why\nsmtpd_use_tls = yes\nb = 2\n",
         "a = 1\n# why\nsmtpd_tls_security_level = may\nb = 2\n");
    main("enforce_tls of a server is encrypt", "tls:", v312, "smtpd_use_tls = yes\nsmtpd_enforce_tls = yes\n",
         "smtpd_tls_security_level = encrypt\n");
    main("enforce_tls of a client is verify", "tls:", v312, "smtp_enforce_tls = yes\n",
         "smtp_tls_security_level = verify\n");
    main("without a look at the name it is encrypt", "tls:", v312,
         "smtp_tls_enforce_peername = no\nsmtp_enforce_tls = yes\n", "smtp_tls_security_level = encrypt\n");
    main("switched off is none", "tls:", v312, "smtp_use_tls = no\n", "smtp_tls_security_level = none\n");
    main("a level that is set stays", "tls:", v312,
         "smtpd_use_tls = yes\nsmtpd_tls_security_level = encrypt\n", "smtpd_tls_security_level = encrypt\n");
    QTest::newRow("a service has its own switch")
        << QByteArray("tls:") << v312 << QByteArray("smtpd_use_tls = yes\n")
        << QByteArray("smtpd_tls_security_level = may\n")
        << QByteArray("587 inet n - y - - smtpd\n  -o smtpd_enforce_tls=yes\n")
        << QByteArray("587 inet n - y - - smtpd\n  -o smtpd_tls_security_level=encrypt\n");
    main("former name", "name:", v312, "# list\npostscreen_whitelist_interfaces = static:all\n",
         "# list\npostscreen_allowlist_interfaces = static:all\n");
    main("former name beside the new one", "name:", v312,
         "fallback_relay = a.example\nsmtp_fallback_relay = b.example\n",
         "smtp_fallback_relay = b.example\n");
    main("former name with two successors", "name:", v312, "virtual_maps = hash:/etc/postfix/virtual\n",
         "virtual_alias_maps = hash:/etc/postfix/virtual\n");
    main("removed name", "name:", v312, "tls_dane_digest_agility = on\na = b\n", "a = b\n");
    main("ignored name", "name:", v312, "smtpd_tls_dh512_param_file = /etc/dh\n", "");
    main("name of long ago", "name:", v312, "qmgr_site_hog_factor = 90\na = b\n", "a = b\n");
    main("not renamed in the version to come", "name:", v34, "postscreen_whitelist_interfaces = static:all\n",
         "postscreen_whitelist_interfaces = static:all\n");
    main("DNS lookups", "name:", v312, "disable_dns_lookups = yes\n",
         "smtp_dns_support_level = disabled\nlmtp_dns_support_level = disabled\n");
    main("too new for the version to come", "new:", v34, "a = b\nsmtpd_forbid_bare_newline = yes\n",
         "a = b\n");
    main("former restriction", "restriction:", v312,
         "smtpd_client_restrictions = permit_mynetworks,\n  reject_unknown_client,\n  permit\n",
         "smtpd_client_restrictions = permit_mynetworks,\n  reject_unknown_client_hostname,\n  permit\n");
    main("chain files", "chain:", v312,
         "smtpd_tls_cert_file = /etc/c.pem\nsmtpd_tls_key_file = /etc/k.pem\na = b\n",
         "smtpd_tls_chain_files = /etc/k.pem, /etc/c.pem\na = b\n");
    main("chain files of two algorithms", "chain:", v312,
         "smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\nsmtpd_tls_eccert_file = /ec\n"
         "smtpd_tls_eckey_file = /ek\n",
         "smtpd_tls_chain_files = /k, /c, /ek, /ec\n");
    main("chain files that refer to others", "chain:", v312,
         "smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\nsmtp_tls_cert_file = $smtpd_tls_cert_file\n"
         "smtp_tls_key_file = $smtpd_tls_key_file\n",
         "smtpd_tls_chain_files = /k, /c\nsmtp_tls_chain_files = /k, /c\n");
    main("no chain files before 3.4", "chain:", Version{3, 3, 0},
         "smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n",
         "smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n");
    QTest::newRow("tables of Berkeley DB")
        << QByteArray("lmdb") << v310
        << QByteArray("default_database_type = hash\n# hash:x\nalias_maps = hash:/etc/aliases, "
                      "proxy:btree:$config_directory/x\nrhash = cidr:/hash:file\n"
                      "smtpd_client_restrictions = check_client_access hash:/a,\n  permit\n")
        << QByteArray("default_database_type = lmdb\n# hash:x\nalias_maps = lmdb:/etc/aliases, "
                      "proxy:lmdb:$config_directory/x\nrhash = cidr:/hash:file\n"
                      "smtpd_client_restrictions = check_client_access lmdb:/a,\n  permit\n")
        << QByteArray("smtp unix - - n - - smtp\n  -o smtp_generic_maps=hash:/g\n")
        << QByteArray("smtp unix - - n - - smtp\n  -o smtp_generic_maps=lmdb:/g\n");
    main("level is missing", "level", v312, "a = b\n", "a = b\ncompatibility_level = 3.11\n");
    main("level is too low", "level", v37, "compatibility_level = 2\n", "compatibility_level = 3.6\n");
    main("level is high enough", "level", v37, "compatibility_level = 3.7\n", "compatibility_level = 3.7\n");
    main("level is above the version", "level", v37, "compatibility_level = 9999\n",
         "compatibility_level = 3.6\n");
    main("level is no number to an old version", "level", v34, "compatibility_level = 3.6\n",
         "compatibility_level = 2\n");
}

void TestUpgrade::configurationBecomes()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const Version, to);
    QFETCH(const QByteArray, mainBefore);
    QFETCH(const QByteArray, masterBefore);
    Draft draft(snapshotOf(mainBefore, masterBefore));
    upgrade::apply(draft, keyed(stepsFrom(draft.snapshot(), v37, to), kind));
    QTEST(draft.mainCf().text(), "mainAfter");
    QTEST(draft.masterCf().text(), "masterAfter");
}

void TestUpgrade::changedDefaultsCanBeKept()
{
    const model::Snapshot snapshot =
        snapshotOf("compatibility_level = 2\nrelay_domains = $mydestination\n", {});
    const Steps kept = keyed(stepsFrom(snapshot, Version{3, 5, 0}, v37), "keep:");
    Draft draft(snapshot);
    upgrade::apply(draft, kept);
    const QByteArray text = draft.mainCf().text();
    QVERIFY2(text.contains("smtpd_tls_fingerprint_digest = md5\n"), text.constData());
    QVERIFY2(text.contains("smtpd_tls_protocols = !SSLv2, !SSLv3\n"), text.constData());
    QVERIFY(!text.contains("append_dot_mydomain")); // that changed with level 1
    for (const Step &step : kept) {
        QCOMPARE(step.weight, Weight::Choice);
        QVERIFY(!step.why.isEmpty());
    }
}

void TestUpgrade::keptDefaultsStayAfterTheLevel()
{
    const model::Snapshot snapshot = snapshotOf("mydestination = example.org\n", {});
    const Steps steps = stepsFrom(snapshot, v37, v37);
    QCOMPARE(steps.last().key, "level");
    Draft draft(snapshot);
    upgrade::apply(draft, steps);
    const QByteArray text = draft.mainCf().text();
    for (const char *kept : {"append_dot_mydomain = yes\n", "relay_domains = $mydestination\n",
                             "mynetworks_style = subnet\n", "compatibility_level = 3.6\n"})
        QVERIFY2(text.contains(kept), text.constData());
}

void TestUpgrade::chrootCanBeKept()
{
    const QByteArray masterCf =
        "smtp inet n - - - - smtpd\n#x inet n - - - - smtpd\ny inet n - n - - smtpd\n";
    const model::Snapshot snapshot = snapshotOf("a = b\n", masterCf);
    Draft draft(snapshot);
    upgrade::apply(draft, keyed(stepsFrom(snapshot, v37, v312), "chroot"));
    QCOMPARE(draft.masterCf().text(),
             "smtp inet n - y - - smtpd\n#x inet n - - - - smtpd\ny inet n - n - - smtpd\n");
    const model::Snapshot later = snapshotOf("compatibility_level = 2\n", masterCf);
    QVERIFY(keyed(stepsFrom(later, v37, v312), "chroot").isEmpty());
}

void TestUpgrade::whatNeedsAPersonIsSaid()
{
    const Steps steps = stepsFrom(snapshotOf("smtp_tls_per_site = hash:/x\nmaps_rbl_domains = a.example\n"
                                             "smtpd_tls_cert_file = /both.pem\n",
                                             {}),
                                  v37, v312);
    for (const char *key : {"name:smtp_tls_per_site", "name:maps_rbl_domains", "chain:"}) {
        const Steps found = keyed(steps, key);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().isByHand());
        QVERIFY(!found.first().why.isEmpty());
    }
}

void TestUpgrade::allStepsAreDoneAtOnce()
{
    const model::Snapshot snapshot =
        snapshotOf("smtpd_use_tls = yes\nsmtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n"
                   "alias_maps = hash:/etc/aliases\ncompatibility_level = 3.6\n",
                   {});
    Draft draft(snapshot);
    Steps steps = stepsFrom(snapshot, v37, v312);
    steps.removeIf([](const Step &step) { return step.key.startsWith("keep:"); });
    upgrade::apply(draft, steps);
    QCOMPARE(
        draft.mainCf().text(),
        "smtpd_tls_security_level = may\nsmtpd_tls_chain_files = /k, /c\nalias_maps = lmdb:/etc/aliases\n"
        "compatibility_level = 3.11\ndefault_database_type = lmdb\ndefault_cache_db_type = lmdb\n");
}

void TestUpgrade::nothingIsLeftToDo()
{
    Draft draft(snapshotOf("smtpd_use_tls = yes\nsmtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n"
                           "virtual_maps = hash:/v\ntls_low_cipherlist = LOW\n",
                           "smtp inet n - - - - smtpd\n  -o smtpd_enforce_tls=yes\n"));
    const Steps steps = stepsFrom(draft.snapshot(), v37, v312);
    QSet<QByteArray> keys;
    for (const Step &step : steps) {
        QVERIFY(!keys.contains(step.key));
        keys.insert(step.key);
        QVERIFY(!step.title.isEmpty());
        QVERIFY(!step.why.isEmpty());
    }
    upgrade::apply(draft, steps);
    const Steps left = stepsFrom(draft.snapshot(), v312, v312);
    QVERIFY2(left.isEmpty(), left.isEmpty() ? "" : left.first().key.constData());
}

void TestUpgrade::stepsDoNothingWhereTheirTargetIsGone()
{
    const Steps steps =
        stepsFrom(snapshotOf("smtpd_use_tls = yes\nvirtual_maps = hash:/v\ntls_low_cipherlist = LOW\n"
                             "smtpd_tls_cert_file = /c\nsmtpd_tls_key_file = /k\n",
                             {}),
                  v37, v312);
    Draft draft(snapshotOf("a = b\n", {}));
    for (const Step &step : steps) {
        if (step.weight != Weight::Choice || step.key.startsWith("chain:"))
            upgrade::apply(draft, step.key == "level" ? Steps() : Steps{step});
    }
    QCOMPARE(draft.mainCf().text(), "a = b\n");
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
