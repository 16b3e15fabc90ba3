// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/resources/resourcesuser.h"

#include <QDateTime>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString sample = QStringLiteral(":/sample");

/// Postfix waits for a file younger than two seconds.
bool copyOfAnHourAgo(const QString &from, const QString &to)
{
    QFile copy(to);
    return copy.open(QIODevice::WriteOnly) && copy.write(embeddedFile(from)) > 0 && copy.flush()
        && copy.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime);
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private slots:
    void isTheFileOfTheSources_data();
    void isTheFileOfTheSources();
    void everyTableNamedIsThere();
    void postfixHasNothingToSay_data();
    void postfixHasNothingToSay();
};

void TestSample::isTheFileOfTheSources_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names =
        QDir(QStringLiteral(SOURCE_DIR "/resources/sample")).entryList(QDir::Files, QDir::Name);
    QCOMPARE(QDir(sample).entryList(QDir::Files, QDir::Name), names);
    for (const QString &name : names)
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestSample::isTheFileOfTheSources()
{
    QFETCH(const QString, name);
    QFile source(QStringLiteral(SOURCE_DIR "/resources/sample/") + name);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QCOMPARE(embeddedFile(sample + u'/' + name), source.readAll());
}

void TestSample::everyTableNamedIsThere()
{
    // Commented-out settings may name files that do not exist yet.
    const QString text = QString::fromUtf8(embeddedFile(sample + QStringLiteral("/main.cf")));
    const QRegularExpression table(QStringLiteral("^[^#\\n]*config_directory/(\\S+)"),
                                   QRegularExpression::MultilineOption);
    int seen = 0;
    for (auto match = table.globalMatch(text); match.hasNext(); ++seen)
        QVERIFY2(!embeddedFile(sample + u'/' + match.next().captured(1)).isNull(),
                 "main.cf names a missing table");
    QVERIFY(seen > 5);
}

void TestSample::postfixHasNothingToSay_data()
{
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("settings") << QStringLiteral("-n") << QByteArray("myhostname = mail.example.org");
    QTest::newRow("services") << QStringLiteral("-M") << QByteArray("submissions inet");
    QTest::newRow("overrides") << QStringLiteral("-P")
                               << QByteArray("submission/inet/smtpd_tls_security_level = encrypt");
}

void TestSample::postfixHasNothingToSay()
{
    const QString postconf = QStandardPaths::findExecutable(
        QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
    if (postconf.isEmpty())
        QSKIP("Postfix is not installed: its postconf cannot be asked");
    QFETCH(const QString, flag);
    QFETCH(const QByteArray, line);
    const QTemporaryDir folder;
    for (const QString &name : QDir(sample).entryList())
        QVERIFY(copyOfAnHourAgo(sample + u'/' + name, folder.filePath(name)));

    QProcess process;
    process.start(postconf, {QStringLiteral("-c"), folder.path(), flag});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains(line));
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
