// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clients/clientfile.h"
#include "core/clients/endpoint.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

#include <algorithm>

using clients::Endpoint;
using clients::Setting;
using model::FileId;
using model::FileKind;

namespace {

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    static const catalog::Reference all = catalog::Reference::load(catalog).value();
    return all;
}

} // namespace

class TestClients : public QObject
{
    Q_OBJECT

private slots:
    void settingsAreReadByTheirType();
    void settingIsWrittenInItsPlace_data();
    void settingIsWrittenInItsPlace();
    void lineBreakIsRefused();
    void endpointIsTakenApart_data();
    void endpointIsTakenApart();
};

void TestClients::settingsAreReadByTheirType()
{
    const model::Snapshot snapshot = support::snapshotWithTable(
        "# ours\nuser = mail\npassword = x\nquery = SELECT a\n  FROM b\nnonsense = 1\n#dbname = off\n",
        FileKind::Other);
    const QList<Setting> all = clients::settingsOf(snapshot.file(FileId::FirstOther), reference(), "mysql");
    const auto named = [&](const QByteArray &name) {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Setting &one) { return one.name == name; });
        return found == all.end() ? Setting() : *found;
    };
    QCOMPARE(named("query").value, std::optional<QByteArray>("SELECT a FROM b"));
    QVERIFY(named("password").isSecret());
    QVERIFY(named("dbname").key && named("dbname").key->isRequired && !named("dbname").value);
    QCOMPARE(all.last().name, QByteArray("nonsense"));
    QVERIFY(!all.last().key);
    QVERIFY(named("select_field").name.isEmpty()); // obsolete, and not set
}

void TestClients::settingIsWrittenInItsPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value"); // null: taken out
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const char *before, const char *name, const char *value,
                        const char *after) {
        QTest::newRow(title) << QByteArray(before) << QByteArray(name) << QByteArray(value)
                             << QByteArray(after);
    };
    row("changed", "# why\r\nuser   = a\r\nhosts = b", "user", "c", "# why\r\nuser   = c\r\nhosts = b");
    row("added", "user = a\n", "dbname", "mail", "user = a\ndbname = mail\n");
    row("into an empty file", "", "dbname", "mail", "dbname = mail\n");
    row("stray bytes stay", "x = \xff\nuser = a\n", "user", "b", "x = \xff\nuser = b\n");
    row("taken out", "user = a\nhosts = b\n", "user", nullptr, "hosts = b\n");
}

void TestClients::settingIsWrittenInItsPlace()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, after);
    model::Draft draft(support::snapshotWithTable(before, FileKind::Other));
    const auto outcome =
        clients::set(draft, FileId::FirstOther, name, value.isNull() ? std::nullopt : std::optional(value));
    QVERIFY2(!outcome, outcome ? qPrintable(edits::refusalText(*outcome)) : "");
    QCOMPARE(draft.snapshot().file(FileId::FirstOther).text().bytes(), after);
    QVERIFY(draft.mainCf().text().isEmpty());
}

void TestClients::lineBreakIsRefused()
{
    model::Draft draft(support::snapshotWithTable("user = a\n", FileKind::Other));
    QVERIFY(clients::set(draft, FileId::FirstOther, "us er", "b").has_value());
    QVERIFY(draft.changes().isEmpty());
}

void TestClients::endpointIsTakenApart_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("tcp") << QByteArray("tcp") << QByteArray("localhost:2527") << true;
    QTest::newRow("IPv6") << QByteArray("tcp") << QByteArray("[::1]:2527") << true;
    QTest::newRow("without a port") << QByteArray("tcp") << QByteArray("localhost") << false;
    QTest::newRow("inet") << QByteArray("socketmap") << QByteArray("inet:localhost:2527:virtual") << true;
    QTest::newRow("unix") << QByteArray("socketmap") << QByteArray("unix:/run/map.sock:virtual") << true;
    QTest::newRow("without a name") << QByteArray("socketmap") << QByteArray("unix:/run/map.sock:") << false;
    QTest::newRow("neither") << QByteArray("socketmap") << QByteArray("localhost:2527:virtual") << false;
}

void TestClients::endpointIsTakenApart()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, name);
    QFETCH(const bool, isRead);
    const std::optional<Endpoint> endpoint = clients::endpointOf(type, name);
    QCOMPARE(endpoint.has_value(), isRead);
    if (endpoint)
        QCOMPARE(clients::endpointName(type, *endpoint), std::optional(name));
}

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"
