// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Said
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestCliTable : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fileIsEdited_data();
    void fileIsEdited();
    void rowsAreFound();
    void trialShowsTheDifference();
    void refusalWritesNothing_data();
    void refusalWritesNothing();
    void indexIsMentioned();
    void badCallsAreTwo_data();
    void badCallsAreTwo();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Said call(const QStringList &arguments) const
    {
        QStringList words;
        for (QString word : arguments)
            words.append(word.replace(QStringLiteral("DIR"), m_folder.path()));
        QProcess process;
        process.start(QStringLiteral(CLI), QStringList{QStringLiteral("table")} + words);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};

void TestCliTable::init()
{
    write(QStringLiteral("main.cf"),
          "compatibility_level = 3.6\nalias_maps = texthash:" + path(QStringLiteral("names")).toUtf8()
              + '\n');
    write(QStringLiteral("master.cf"), "");
    write(QStringLiteral("names"), "root: joe\n\"a b\": x\n");
    write(QStringLiteral("virtual"), "# Sales\nb@x.test\tjoe\nA@x.test\tann\n#c@x.test\tcarl\n");
}

void TestCliTable::fileIsEdited_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("status");
    const auto row = [](const char *title, const char *words, const char *name, const QByteArray &after,
                        int status = 0) {
        QTest::newRow(title) << QString::fromLatin1(words) << QString::fromLatin1(name) << after << status;
    };
    row("a value is changed", "set texthash:DIR/virtual|a@x.test|amy", "virtual",
        "# Sales\nb@x.test\tjoe\nA@x.test\tamy\n#c@x.test\tcarl\n");
    row("a row is added", "set texthash:DIR/virtual|d@x.test|dan", "virtual",
        "# Sales\nb@x.test\tjoe\nA@x.test\tann\n#c@x.test\tcarl\nd@x.test\tdan\n");
    row("a row is removed", "remove texthash:DIR/virtual|a@x.test", "virtual",
        "# Sales\nb@x.test\tjoe\n#c@x.test\tcarl\n");
    row("a row that is not there", "remove texthash:DIR/virtual|z@x.test", "virtual",
        "# Sales\nb@x.test\tjoe\nA@x.test\tann\n#c@x.test\tcarl\n", 1);
    row("a row is switched on", "on texthash:DIR/virtual|c@x.test", "virtual",
        "# Sales\nb@x.test\tjoe\nA@x.test\tann\nc@x.test\tcarl\n");
    row("a row is switched off", "off texthash:DIR/virtual|a@x.test", "virtual",
        "# Sales\nb@x.test\tjoe\n#A@x.test\tann\n#c@x.test\tcarl\n");
    row("a text is replaced", "replace texthash:DIR/virtual|X.TEST|y.test", "virtual",
        "# Sales\nb@y.test\tjoe\nA@y.test\tann\n#c@y.test\tcarl\n");
    row("the rows are sorted", "sort texthash:DIR/virtual", "virtual",
        "# Sales\nA@x.test\tann\nb@x.test\tjoe\n#c@x.test\tcarl\n");
    row("aliases, as main.cf says", "set -c|DIR|texthash:DIR/names|a b|y, z", "names",
        "root: joe\n\"a b\": y, z\n");
    row("aliases, as the call says", "set --aliases|hash:DIR/names|new one|y", "names",
        "root: joe\n\"a b\": x\n\"new one\": y\n");
}

void TestCliTable::fileIsEdited()
{
    QFETCH(QString, words);
    QFETCH(QString, name);
    const qsizetype blank = words.indexOf(u' ');
    const Said said = call(QStringList{words.first(blank)} + words.sliced(blank + 1).split(u'|'));
    QTEST(said.status, "status");
    QTEST(read(name), "after");
    QCOMPARE(said.out, QByteArray());
}

void TestCliTable::rowsAreFound()
{
    const Said said =
        call({QStringLiteral("find"), QStringLiteral("texthash:DIR/virtual"), QStringLiteral("A")});
    QCOMPARE(said.out, QByteArray("3:A@x.test\tann\n4:#c@x.test\tcarl\n"));
    QCOMPARE(said.status, 0);
    QCOMPARE(
        call({QStringLiteral("find"), QStringLiteral("texthash:DIR/virtual"), QStringLiteral("zzz")}).status,
        1);
}

void TestCliTable::trialShowsTheDifference()
{
    const QByteArray before = read(QStringLiteral("virtual"));
    const Said said =
        call({QStringLiteral("set"), QStringLiteral("--dry-run"), QStringLiteral("texthash:DIR/virtual"),
              QStringLiteral("b@x.test"), QStringLiteral("ben")});
    QCOMPARE(said.status, 0);
    QVERIFY2(said.out.contains("-b@x.test\tjoe\n+b@x.test\tben\n"), said.out.constData());
    QCOMPARE(read(QStringLiteral("virtual")), before);
}

void TestCliTable::refusalWritesNothing_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("a key with a blank")
        << QStringList{QStringLiteral("set"), QStringLiteral("texthash:DIR/virtual"), QStringLiteral("a b"),
                       QStringLiteral("c")}
        << QByteArray("a b");
    QTest::newRow("a table that is not there")
        << QStringList{QStringLiteral("remove"), QStringLiteral("texthash:DIR/none"), QStringLiteral("a")}
        << QByteArray("no such row");
    QTest::newRow("a folder that is not there")
        << QStringList{QStringLiteral("set"), QStringLiteral("texthash:DIR/none/table"), QStringLiteral("a"),
                       QStringLiteral("b")}
        << QByteArray("none");
}

void TestCliTable::refusalWritesNothing()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, why);
    const QByteArray before = read(QStringLiteral("virtual"));
    const Said said = call(words);
    QVERIFY(said.status == 3 || said.status == 1);
    QVERIFY2(said.err.contains(why), said.err.constData());
    QCOMPARE(read(QStringLiteral("virtual")), before);
    QVERIFY(!QFile::exists(path(QStringLiteral("none"))));
}

void TestCliTable::indexIsMentioned()
{
    const Said said = call({QStringLiteral("set"), QStringLiteral("hash:DIR/virtual"),
                            QStringLiteral("b@x.test"), QStringLiteral("ben")});
    QCOMPARE(said.status, 0);
    QVERIFY2(said.err.contains("postmap hash:"), said.err.constData());
}

void TestCliTable::badCallsAreTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no table") << QStringList{QStringLiteral("sort")};
    QTest::newRow("no type") << QStringList{QStringLiteral("sort"), QStringLiteral("DIR/virtual")};
    QTest::newRow("no value") << QStringList{QStringLiteral("set"), QStringLiteral("hash:DIR/virtual"),
                                             QStringLiteral("a")};
    QTest::newRow("a table without rows") << QStringList{QStringLiteral("sort"), QStringLiteral("static:x")};
}

void TestCliTable::badCallsAreTwo()
{
    QFETCH(QStringList, words);
    QCOMPARE(call(words).status, 2);
}

QTEST_GUILESS_MAIN(TestCliTable)
#include "tst_clitable.moc"
