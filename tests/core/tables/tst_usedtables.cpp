// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/usedtables.h"

#include <QTest>

using tables::UsedTable;

namespace {

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    static const catalog::Reference all = catalog::Reference::load(catalog).value();
    return all;
}

model::File fileOf(const QString &name, model::FileKind kind, const QByteArray &text)
{
    return {model::FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

QList<UsedTable> tablesOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    const model::Snapshot snapshot(
        {fileOf(QStringLiteral("main.cf"), model::FileKind::MainCf,
                "alias_maps =\nalias_database =\nconfig_directory = /etc/postfix\n" + mainCf),
         fileOf(QStringLiteral("master.cf"), model::FileKind::MasterCf, masterCf),
         fileOf(QStringLiteral("virtual"), model::FileKind::KeyValue, "a@a.example b\n")});
    return tables::usedTables(
        effective::Values(snapshot, {.catalog = reference().catalog(), .version = catalog::Catalog::newest}),
        reference());
}

/// "hash:/a is virtual: virtual_alias_maps, submission/inet virtual_alias_maps"
QByteArray told(const UsedTable &table)
{
    QByteArrayList uses;
    for (const tables::Use &use : table.uses) {
        QByteArrayList words{use.service, use.parameter, use.restriction, use.isProxied ? "proxied" : ""};
        words.removeAll(QByteArray());
        uses.append(words.join(' '));
    }
    return table.table.name() + " is " + table.meaning + ": " + uses.join(", ");
}

} // namespace

/// Which tables there are, and what for.
class TestUsedTables : public QObject
{
    Q_OBJECT

private slots:
    void tablesAreFound_data();
    void tablesAreFound();
    void defaultAliasesAreThere();
    void openFileIsFound();
    void unionHasMembers();
    void indexIsMadeByItsProgram_data();
    void indexIsMadeByItsProgram();
};

void TestUsedTables::tablesAreFound_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray none;
    QTest::newRow("none") << none << none << QByteArrayList();
    QTest::newRow("by a parameter of tables")
        << QByteArray("transport_maps = lmdb:$config_directory/transport") << none
        << QByteArrayList{"lmdb:/etc/postfix/transport is transport: transport_maps"};
    QTest::newRow("twice, for two purposes")
        << QByteArray("virtual_alias_maps = hash:/a\nlocal_recipient_maps = proxy:hash:/a") << none
        << QByteArrayList{"hash:/a is recipient_list: local_recipient_maps proxied, virtual_alias_maps"};
    QTest::newRow("in a list of access rules")
        << QByteArray("smtpd_sender_restrictions = permit_mynetworks, check_sender_access hash:/a, reject")
        << none << QByteArrayList{"hash:/a is access: smtpd_sender_restrictions check_sender_access"};
    QTest::newRow("in braces")
        << QByteArray("smtpd_client_restrictions = check_client_access { cidr:/a, { search_order = x } }")
        << none << QByteArrayList{"cidr:/a is access: smtpd_client_restrictions check_client_access"};
    QTest::newRow("in an override")
        << none
        << QByteArray("submission inet n - y - - smtpd\n"
                      "  -o smtpd_sender_login_maps=pcre:/b\n"
                      "  -o { smtpd_helo_restrictions = check_helo_access hash:/h }\n")
        << QByteArrayList{"hash:/h is access: submission/inet smtpd_helo_restrictions "
                          "check_helo_access",
                          "pcre:/b is sender_login: submission/inet smtpd_sender_login_maps"};
    QTest::newRow("by way of a name of the user's")
        << QByteArray("mine = hash:/a\nvirtual_alias_maps = $mine") << none
        << QByteArrayList{"hash:/a is virtual: mine, virtual_alias_maps"};
    QTest::newRow("in a class") << QByteArray(
        "smtpd_restriction_classes = strict\nstrict = check_recipient_access pcre:/a")
                                << none << QByteArrayList{"pcre:/a is access: strict check_recipient_access"};
    QTest::newRow("among patterns")
        << QByteArray("mynetworks = 127.0.0.0/8 [::1]/128 !cidr:/nets\nrelay_domains = a.example, hash:/d")
        << none << QByteArrayList{"cidr:/nets is addresses: mynetworks", "hash:/d is domains: relay_domains"};
    QTest::newRow("without a file")
        << QByteArray("virtual_alias_maps = inline:{ a=b, { c = d e } }, static:all, ldap:/l.cf") << none
        << QByteArrayList{"inline:{ a=b, { c = d e } } is virtual: virtual_alias_maps",
                          "static:all is virtual: virtual_alias_maps",
                          "ldap:/l.cf is virtual: virtual_alias_maps"};
    QTest::newRow("sockets of other programs are none")
        << QByteArray("mine = unix:private/x inet:127.0.0.1:1 tcp:h:1\nsmtpd_milters = unix:/run/m") << none
        << QByteArrayList();
}

void TestUsedTables::tablesAreFound()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(QByteArray, masterCf);
    QByteArrayList found;
    for (const UsedTable &table : tablesOf(mainCf + '\n', masterCf))
        found.append(told(table));
    QTEST(found, "expected");
}

void TestUsedTables::defaultAliasesAreThere()
{
    const model::Snapshot nothing;
    const QList<UsedTable> found = tables::usedTables(
        effective::Values(nothing, {.catalog = reference().catalog(), .version = catalog::Catalog::newest}),
        reference());
    QCOMPARE(found.first().table.name(), QByteArray("hash:/etc/aliases"));
    QCOMPARE(found.first().meaning, QByteArray("aliases"));
    QVERIFY(found.first().uses.first().isDefault);
    QCOMPARE(found.first().uses.first().order, std::optional(lookup::KeyOrder::LocalPart));
}

void TestUsedTables::openFileIsFound()
{
    const QList<UsedTable> found = tablesOf("virtual_alias_maps = hash:/etc/postfix/virtual hash:/gone\n");
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].table.file, std::optional(model::FileId::FirstOther));
    QVERIFY(found[0].table.hasRows());
    QVERIFY(!found[1].table.file);
    QCOMPARE(found[1].table.localPath, QStringLiteral("/gone"));
}

void TestUsedTables::unionHasMembers()
{
    const QList<UsedTable> found =
        tablesOf("virtual_alias_maps = unionmap:{hash:/a, pipemap:{hash:/b, pcre:/c}}\n");
    QByteArrayList names;
    for (const UsedTable &table : found)
        names.append(told(table));
    QCOMPARE(names,
             (QByteArrayList{"unionmap:{hash:/a, pipemap:{hash:/b, pcre:/c}} is virtual: virtual_alias_maps",
                             "hash:/a is virtual: virtual_alias_maps",
                             "pipemap:{hash:/b, pcre:/c} is virtual: virtual_alias_maps",
                             "hash:/b is : virtual_alias_maps", "pcre:/c is virtual: virtual_alias_maps"}));
    QCOMPARE(found.first().members, (QByteArrayList{"hash:/a", "pipemap:{hash:/b, pcre:/c}"}));
    QCOMPARE(found.last().uses.first().partOf, QByteArray("pipemap:{hash:/b, pcre:/c}"));
}

void TestUsedTables::indexIsMadeByItsProgram_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("hash") << QByteArray("transport_maps = hash:/a") << QByteArray("postmap .db");
    QTest::newRow("aliases") << QByteArray("alias_maps = lmdb:/a") << QByteArray("postalias .lmdb");
    QTest::newRow("certificates") << QByteArray("tls_server_sni_maps = cdb:/a")
                                  << QByteArray("postmap -F .cdb");
    QTest::newRow("patterns") << QByteArray("transport_maps = pcre:/a") << QByteArray();
    QTest::newRow("a cache") << QByteArray("postscreen_cache_map = btree:/var/lib/postfix/p") << QByteArray();
}

void TestUsedTables::indexIsMadeByItsProgram()
{
    QFETCH(QByteArray, mainCf);
    const QList<UsedTable> found = tablesOf(mainCf + '\n');
    QCOMPARE(found.size(), 1);
    const auto command = tables::indexCommand(found.first(), reference());
    QTEST(command ? (QByteArrayList{command->program} + command->options + command->suffixes).join(' ')
                  : QByteArray(),
          "command");
}

QTEST_GUILESS_MAIN(TestUsedTables)
#include "tst_usedtables.moc"
