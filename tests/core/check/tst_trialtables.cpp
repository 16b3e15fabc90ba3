// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/trialtables.h"

#include <QTest>

using model::FileKind;

class TestTrialTables : public QObject
{
    Q_OBJECT

private slots:
    void openTablesOfTheSettingsAreTried();
};

void TestTrialTables::openTablesOfTheSettingsAreTried()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> reference = catalog::Reference::load(catalog);
    const auto file = [](const char *name, const QByteArray &bytes, FileKind kind) {
        const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QLatin1String(name),
                                   .name = QLatin1String(name),
                                   .kind = kind};
        return model::File(info, syntax::Text(bytes, model::File::layoutOf(kind)));
    };
    const model::Snapshot snapshot(
        {file("main.cf",
              "virtual_alias_maps = hash:/etc/postfix/virtual, proxy:hash:/etc/postfix/virtual\n"
              "alias_maps = lmdb:$config_directory/aliases\n"
              "header_checks = pcre:/etc/postfix/checks\n"
              "address_verify_map = btree:/etc/postfix/virtual\n"
              "transport_maps = hash:/etc/postfix/closed, texthash:/etc/postfix/virtual\n",
              FileKind::MainCf),
         file("master.cf", {}, FileKind::MasterCf),
         file("virtual", "#no one\nno\nUpper@x b\na@example.com b\nc d\n", FileKind::KeyValue),
         file("aliases", "root: me\n", FileKind::Aliases), file("checks", "/a/ OK\n", FileKind::Pattern),
         file("unused", "a b\n", FileKind::KeyValue)});
    QStringList tables;
    for (const tools::TableToCheck &table :
         check::trialTables(snapshot, lint::Target{.reference = &*reference})) {
        tables.append(QStringLiteral("%1 %2 %3%4 %5")
                          .arg(table.name, QString::fromLatin1(table.type))
                          .arg(table.isCompiled)
                          .arg(table.isAliases)
                          .arg(QString::fromLatin1(table.keys.join(','))));
        QVERIFY(!table.bytes.isEmpty());
    }
    tables.sort();
    QCOMPARE(tables,
             (QStringList{QStringLiteral("aliases lmdb 11 root"), QStringLiteral("checks pcre 00 "),
                          QStringLiteral("virtual hash 10 a@example.com,c"),
                          QStringLiteral("virtual texthash 00 ")}));
}

QTEST_GUILESS_MAIN(TestTrialTables)
#include "tst_trialtables.moc"
