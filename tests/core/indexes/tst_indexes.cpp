// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/indexes/building.h"
#include "core/indexes/indexstate.h"
#include "core/tools/localrunner.h"
#include "tests/support/installedpostfix.h"

#include <QTemporaryDir>
#include <QTest>

using indexes::Built;
using indexes::Index;
using indexes::Job;
using indexes::State;

namespace {

tables::UsedTable usedTable(const QByteArray &type, const QByteArray &path, const QByteArray &parameter)
{
    tables::UsedTable table;
    table.table = {.type = type,
                   .path = path,
                   .kind =
                       parameter.startsWith("alias_") ? model::FileKind::Aliases : model::FileKind::KeyValue};
    table.uses = {tables::Use{.parameter = parameter}};
    table.meaning = parameter == "tls_server_sni_maps" ? "tls_sni" : "";
    return table;
}

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    static const catalog::Reference all = catalog::Reference::load(catalog).value();
    return all;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

/// A folder with a table, and the postmap of this machine.
struct Bench
{
    Bench()
    {
        const QString postconf = support::InstalledPostfix().postconf();
        postfix = {.isInstalled = !postconf.isEmpty(),
                   .postconf = postconf,
                   .commandDirectory = postconf.section(u'/', 0, -2)};
        write(QStringLiteral("main.cf"), "compatibility_level = 3.6\n");
        write(QStringLiteral("virtual"), "a@example.org b@example.org\n");
    }

    QString file(const QString &name) const { return folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        support::InstalledPostfix::write(folder.path(), name, bytes);
    }
    Job job(const QByteArray &type, const QByteArray &suffix) const
    {
        return {.type = type,
                .source = file(QStringLiteral("virtual")),
                .command = {.program = "postmap", .suffixes = {suffix}},
                .folder = folder.path()};
    }
    base::Result<Built> build(const Job &job)
    {
        const base::Result<indexes::Prepared> prepared = indexes::prepare(job);
        if (!prepared)
            return prepared.error();
        auto future = runner.run(indexes::command(*prepared, postfix));
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60000) || future.resultCount() == 0)
            return base::Error{.code = base::Error::Code::Timeout, .subject = job.source};
        return indexes::finish(*prepared, future.result());
    }
    QStringList files() const
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    QTemporaryDir folder;
    tools::PostfixInstallation postfix;
    tools::LocalRunner runner;
};

} // namespace

class TestIndexes : public QObject
{
    Q_OBJECT

private slots:
    void stateIsTold_data();
    void stateIsTold();
    void commandIsTheOneThatIsTyped_data();
    void commandIsTheOneThatIsTyped();
    void indexTakesThePlaceOfTheOldOne_data();
    void indexTakesThePlaceOfTheOldOne();
    void failureLeavesTheOldIndex();
    void missingTableIsSaid();
};

void TestIndexes::stateIsTold_data()
{
    QTest::addColumn<qint64>("table"); // -1: not seen
    QTest::addColumn<qint64>("index"); // -1: not seen, 0: not there
    QTest::addColumn<bool>("isChanged");
    QTest::addColumn<int>("state");
    QTest::newRow("newer") << qint64(100) << qint64(200) << false << int(State::UpToDate);
    QTest::newRow("as old") << qint64(100) << qint64(100) << false << int(State::UpToDate);
    QTest::newRow("older") << qint64(200) << qint64(100) << false << int(State::Older);
    QTest::newRow("missing") << qint64(200) << qint64(0) << false << int(State::Missing);
    QTest::newRow("not listed") << qint64(200) << qint64(-1) << false << int(State::Missing);
    QTest::newRow("edited") << qint64(100) << qint64(200) << true << int(State::Unsaved);
    QTest::newRow("a copy") << qint64(-1) << qint64(-1) << false << int(State::Unknown);
}

void TestIndexes::stateIsTold()
{
    QFETCH(const qint64, table);
    QFETCH(const qint64, index);
    QFETCH(const bool, isChanged);
    QFETCH(const int, state);
    facts::Known known;
    known.listing = table < 0 ? lint::Listing::Partial : lint::Listing::Folder;
    if (table >= 0)
        known.files.insert("/etc/postfix/virtual", lint::FileFact{.modified = table});
    if (index >= 0)
        known.files.insert("/etc/postfix/virtual.db", lint::FileFact{.exists = index > 0, .modified = index});
    const auto found = indexes::indexOf(usedTable("hash", "/etc/postfix/virtual", "virtual_alias_maps"),
                                        reference(), known, isChanged);
    QVERIFY(found);
    QCOMPARE(int(found->state), state);
    QVERIFY(indexes::stateText(*found).contains(QStringLiteral("virtual.db")));
}

void TestIndexes::commandIsTheOneThatIsTyped_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("command"); // empty: no index
    QTest::newRow("postmap") << QByteArray("lmdb") << QByteArray("virtual_alias_maps")
                             << QByteArray("postmap lmdb:/etc/t");
    QTest::newRow("postalias") << QByteArray("hash") << QByteArray("alias_maps")
                               << QByteArray("postalias hash:/etc/t");
    QTest::newRow("files as values") << QByteArray("btree") << QByteArray("tls_server_sni_maps")
                                     << QByteArray("postmap -F btree:/etc/t");
    QTest::newRow("patterns") << QByteArray("pcre") << QByteArray("virtual_alias_maps") << QByteArray();
    QTest::newRow("text") << QByteArray("texthash") << QByteArray("virtual_alias_maps") << QByteArray();
}

void TestIndexes::commandIsTheOneThatIsTyped()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, command);
    const auto found = indexes::indexOf(usedTable(type, "/etc/t", parameter), reference(), {}, false);
    QCOMPARE(found ? found->commandLine() : QByteArray(), command);
}

void TestIndexes::indexTakesThePlaceOfTheOldOne_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("suffix");
    QTest::newRow("hash") << QByteArray("hash") << QByteArray(".db");
    QTest::newRow("lmdb") << QByteArray("lmdb") << QByteArray(".lmdb");
    QTest::newRow("cdb") << QByteArray("cdb") << QByteArray(".cdb");
}

void TestIndexes::indexTakesThePlaceOfTheOldOne()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, suffix);
    Bench bench;
    if (!bench.postfix.isInstalled)
        QSKIP("There is no Postfix on this machine, so no postmap to build with.");
    const QString index = bench.file(QStringLiteral("virtual") + QLatin1String(suffix));
    const auto ask = [&](const QString &key) {
        QProcess process;
        process.start(bench.postfix.program(QStringLiteral("postmap")),
                      {QStringLiteral("-c"), bench.folder.path(), QStringLiteral("-q"), key,
                       QLatin1String(type) + u':' + bench.file(QStringLiteral("virtual"))});
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    base::Result<Built> built = bench.build(bench.job(type, suffix));
    if (!built && built.error().detail.contains(QStringLiteral("unsupported")))
        QSKIP("The Postfix of this machine has no such type.");
    QVERIFY2(built, built ? "" : qPrintable(built.error().detail));
    QCOMPARE(built->files, QStringList{index});
    QCOMPARE(ask(QStringLiteral("a@example.org")), QByteArray("b@example.org\n"));

    QFile(index).setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    bench.write(QStringLiteral("virtual"), "a@example.org c@example.org\na@example.org d@example.org\n");
    built = bench.build(bench.job(type, suffix));
    QVERIFY(built);
    QCOMPARE(ask(QStringLiteral("a@example.org")), QByteArray("c@example.org\n"));
    QCOMPARE(built->warnings.size(), 1);
    QVERIFY2(built->warnings.first().contains("duplicate entry"), built->warnings.first().constData());
    QVERIFY(!(QFile(index).permissions() & QFileDevice::ReadOther));
    QCOMPARE(bench.files(),
             QStringList({QStringLiteral("main.cf"), QStringLiteral("virtual"),
                          QStringLiteral("virtual") + QLatin1String(suffix)}));
}

void TestIndexes::failureLeavesTheOldIndex()
{
    Bench bench;
    if (!bench.postfix.isInstalled)
        QSKIP("There is no Postfix on this machine, so no postmap to build with.");
    bench.write(QStringLiteral("virtual.nosuch"), "old");
    const base::Result<Built> built = bench.build(bench.job("nosuch", ".nosuch"));
    QVERIFY(!built);
    QCOMPARE(built.error().code, base::Error::Code::ProcessFailed);
    QVERIFY(built.error().subject.contains(bench.file(QStringLiteral("virtual"))));
    QVERIFY(!built.error().detail.contains(QStringLiteral(".postwright-")));
    QCOMPARE(contentOf(bench.file(QStringLiteral("virtual.nosuch"))), QByteArray("old"));
    QCOMPARE(bench.files().size(), 3);
}

void TestIndexes::missingTableIsSaid()
{
    Bench bench;
    Job job = bench.job("hash", ".db");
    job.source = bench.file(QStringLiteral("none"));
    const auto prepared = indexes::prepare(job);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, base::Error::Code::NotFound);
    QCOMPARE(prepared.error().subject, job.source);
}

QTEST_GUILESS_MAIN(TestIndexes)
#include "tst_indexes.moc"
