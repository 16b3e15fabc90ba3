// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/tablereferences.h"

#include <QTest>

class TestTableReferences : public QObject
{
    Q_OBJECT

private slots:
    void tablesAreFound_data();
    void tablesAreFound();
    void kindFollowsTheType();
};

void TestTableReferences::tablesAreFound_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArrayList>("paths");
    const QByteArray none;
    QTest::newRow("one table") << QByteArray("virtual_alias_maps = hash:/etc/postfix/virtual\n") << none
                               << QByteArrayList{"/etc/postfix/virtual"};
    QTest::newRow("several in a list, over lines")
        << QByteArray("alias_maps = hash:/etc/aliases,\n # why\n  pcre:/etc/postfix/more\n") << none
        << QByteArrayList{"/etc/aliases", "/etc/postfix/more"};
    QTest::newRow("inside a restriction list")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks, check_sender_access lmdb:/a { "
                      "check_x cidr:/b, x }\n")
        << none << QByteArrayList{"/a", "/b"};
    QTest::newRow("behind proxy") << QByteArray("a = proxy:mysql:/m.cf proxy:unix:passwd.byname\n") << none
                                  << QByteArrayList{"/m.cf"};
    QTest::newRow("in a union") << QByteArray("a = unionmap:{hash:/a,pcre:/b}\n") << none
                                << QByteArrayList{"/a", "/b"};
    QTest::newRow("$config_directory")
        << QByteArray("a = hash:$config_directory/x\n") << none << QByteArrayList{"/etc/postfix/x"};
    QTest::newRow("a parameter of one's own")
        << QByteArray("indexed = ${default_database_type}:${config_directory}/\na = ${indexed}tls_policy\n")
        << none << QByteArrayList{"/etc/postfix/", "/etc/postfix/tls_policy"};
    QTest::newRow("what is not set is left out")
        << QByteArray("a = hash:$nosuch/x\n") << none << QByteArrayList{};
    QTest::newRow("a circle is left out")
        << QByteArray("b = $c\nc = $b\na = hash:$b/x\n") << none << QByteArrayList{};
    QTest::newRow("each once") << QByteArray("a = hash:/x\nb = hash:/x\n") << none << QByteArrayList{"/x"};
    QTest::newRow("only the value in force")
        << QByteArray("a = hash:/x\na = hash:/y\n#b = hash:/z\n") << none << QByteArrayList{"/y"};
    QTest::newRow("an override") << none
                                 << QByteArray("smtp inet n - y - - smtpd\n  -o a=hash:/x\n#  -o b=hash:/y\n"
                                               "#smtp unix - - y - - smtp -o c=hash:/z\n")
                                 << QByteArrayList{"/x"};
    QTest::newRow("no file") << QByteArray(
        "a = static:x inline:{a=b} tcp:host:1 smtp:[h]:25 inet:127.0.0.1:1\n")
                             << none << QByteArrayList{};
}

void TestTableReferences::tablesAreFound()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, masterCf);
    QFETCH(const QByteArrayList, paths);
    QByteArrayList found;
    for (const folder::TableReference &reference :
         folder::tableReferences(syntax::MainCf(mainCf), syntax::MasterCf(masterCf), "/etc/postfix"))
        found.append(reference.path);
    QCOMPARE(found, paths);
}

void TestTableReferences::kindFollowsTheType()
{
    using model::FileKind;
    const auto references = folder::tableReferences(
        syntax::MainCf("alias_maps = hash:/a pcre:/b\nx = hash:/c cidr:/d ldap:/e regexp:/f\n"),
        syntax::MasterCf(), "/etc/postfix");
    QList<FileKind> kinds;
    for (const folder::TableReference &reference : references)
        kinds.append(reference.kind);
    QCOMPARE(kinds,
             (QList<FileKind>{FileKind::Aliases, FileKind::Pattern, FileKind::KeyValue, FileKind::Cidr,
                              FileKind::Other, FileKind::Pattern}));
}

QTEST_GUILESS_MAIN(TestTableReferences)
#include "tst_tablereferences.moc"
