// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/stagedcopy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using base::Error;
using tools::StagedCopy;
using tools::StagedFile;

class TestStagedCopy : public QObject
{
    Q_OBJECT

private slots:
    void bytesAreKept();
    void onlyTheOwnerMayLook();
    void filesLookOld();
    void pathsThatLeadOutAreRefused_data();
    void pathsThatLeadOutAreRefused();
    void nothingIsLeftBehind();
    void filesCanBeAdded();
    void sameFileTwiceIsRefused();
    void movedCopyLivesOn();
    void pathSuitsShellScripts();
};

static mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void TestStagedCopy::bytesAreKept()
{
    const QByteArray bytes("\xef\xbb\xbf"
                           "a = \xff\0\r\nb",
                           12);
    const auto copy = StagedCopy::create(
        {{QStringLiteral("main.cf"), bytes}, {QStringLiteral("a folder/-ä\nb"), QByteArray()}});
    QVERIFY(copy);
    QFile main(copy->filePath(QStringLiteral("main.cf")));
    QVERIFY(main.open(QIODevice::ReadOnly));
    QCOMPARE(main.readAll(), bytes);
    QVERIFY(QFileInfo(copy->filePath(QStringLiteral("a folder/-ä\nb"))).isFile());
}

void TestStagedCopy::onlyTheOwnerMayLook()
{
    const auto copy = StagedCopy::create({{QStringLiteral("sub/main.cf"), "a"}}, {QStringLiteral("open")});
    QVERIFY(copy);
    QCOMPARE(modeOf(copy->path()), mode_t(0700));
    QCOMPARE(modeOf(copy->filePath(QStringLiteral("sub"))), mode_t(0700));
    QCOMPARE(modeOf(copy->filePath(QStringLiteral("sub/main.cf"))), mode_t(0600));
    QCOMPARE(modeOf(copy->filePath(QStringLiteral("open"))), mode_t(0755));
}

void TestStagedCopy::filesLookOld()
{
    const auto copy = StagedCopy::create({{QStringLiteral("main.cf"), "a = b\n"}});
    QVERIFY(copy);
    const QDateTime modified = QFileInfo(copy->filePath(QStringLiteral("main.cf"))).lastModified();
    QVERIFY(modified.secsTo(QDateTime::currentDateTime()) >= 10);
}

void TestStagedCopy::pathsThatLeadOutAreRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"", "/etc/main.cf", "../main.cf", "a/../../main.cf", "a//b", "a/", ".", "./a"})
        QTest::newRow(*path ? path : "empty") << QString::fromUtf8(path);
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
}

void TestStagedCopy::pathsThatLeadOutAreRefused()
{
    QFETCH(QString, path);
    const auto copy = StagedCopy::create({{path, "a"}});
    QVERIFY(!copy);
    QCOMPARE(copy.error().code, Error::Code::Malformed);
    const auto folder = StagedCopy::create({}, {path});
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, Error::Code::Malformed);
}

void TestStagedCopy::nothingIsLeftBehind()
{
    QTemporaryDir place;
    qputenv("TMPDIR", QFile::encodeName(place.path()));
    {
        const auto copy =
            StagedCopy::create({{QStringLiteral("a/b/main.cf"), "a"}}, {QStringLiteral("queue")});
        QVERIFY(copy);
        QVERIFY(copy->path().startsWith(place.path()));
        QVERIFY(QDir(copy->path()).mkpath(QStringLiteral("queue/active/x")));
        const auto refused =
            StagedCopy::create({{QStringLiteral("fine"), "a"}, {QStringLiteral("../x"), "a"}});
        QVERIFY(!refused);
    }
    QVERIFY(QDir(place.path()).isEmpty());
    qunsetenv("TMPDIR");
}

void TestStagedCopy::filesCanBeAdded()
{
    auto copy = StagedCopy::create({{QStringLiteral("main.cf"), "a"}});
    QVERIFY(copy);
    StagedCopy staged = std::move(copy).value();
    QVERIFY(staged.add({{QStringLiteral("more/main.cf"), "b"}}));
    QVERIFY(QFileInfo::exists(staged.filePath(QStringLiteral("more/main.cf"))));
}

void TestStagedCopy::sameFileTwiceIsRefused()
{
    QVERIFY(!StagedCopy::create({{QStringLiteral("main.cf"), "a"}, {QStringLiteral("main.cf"), "b"}}));
    QVERIFY(!StagedCopy::create({{QStringLiteral("a"), "a"}, {QStringLiteral("a/b"), "b"}}));
}

void TestStagedCopy::movedCopyLivesOn()
{
    auto made = StagedCopy::create({{QStringLiteral("main.cf"), "a"}});
    QVERIFY(made);
    StagedCopy first = std::move(made).value();
    const QString path = first.path();
    {
        const StagedCopy second = std::move(first);
        QVERIFY(QFileInfo::exists(second.filePath(QStringLiteral("main.cf"))));
    }
    QVERIFY(!QFileInfo::exists(path));
}

void TestStagedCopy::pathSuitsShellScripts()
{
    QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkpath(QStringLiteral("with blank")));
    qputenv("TMPDIR", QFile::encodeName(place.filePath(QStringLiteral("with blank"))));
    const auto copy = StagedCopy::create({});
    qunsetenv("TMPDIR");
    QVERIFY(copy);
    QVERIFY(!copy->path().contains(u' '));
}

QTEST_GUILESS_MAIN(TestStagedCopy)
#include "tst_stagedcopy.moc"
