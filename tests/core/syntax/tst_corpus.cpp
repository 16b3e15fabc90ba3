// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/maincf.h"
#include "core/syntax/text.h"
#include "tests/support/corpus.h"
#include "tests/support/mainpromises.h"
#include "tests/support/masterreading.h"
#include "tests/support/postfixreading.h"

#include <QTest>

using syntax::MainCf;
using syntax::Setting;
using syntax::Text;

/// Every file that anybody ever wrote is some text, some main.cf, some master.cf and some table.
class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFileIsSomeText();
    void everyFileIsSomeMainCf();
    void mainCfFilesAreReadAsPostfixReadsThem();
    void everyFileIsSomeMasterCf();

private:
    QStringList m_files;
};

void TestCorpus::initTestCase()
{
    m_files = corpus::files();
    if (corpus::isNamed())
        QVERIFY2(!m_files.isEmpty(), "POSTWRIGHT_CORPUS names a folder without files");
    if (m_files.isEmpty())
        QSKIP("There is no folder shared/corpus beside the project, and POSTWRIGHT_CORPUS names none.");
    qInfo("%lld files in %s", static_cast<long long>(m_files.size()), qPrintable(corpus::folder()));
}

void TestCorpus::everyFileIsSomeText()
{
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = corpus::read(path);
        for (const Text::Layout layout : {Text::Layout::Whole, Text::Layout::Chunked}) {
            const Text text(bytes, layout);
            QByteArray joined;
            for (qsizetype i = 0; i < text.chunkCount(); ++i) {
                QCOMPARE(text.chunkBegin(i), joined.size());
                joined += text.chunk(i)->bytes;
            }
            QVERIFY2(joined == bytes && text.bytes() == bytes, qPrintable(path));
            QVERIFY2(text.newlines() == bytes.count('\n'), qPrintable(path));
        }
    }
}

void TestCorpus::everyFileIsSomeMainCf()
{
    qsizetype inForce = 0;
    qsizetype switchedOff = 0;
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = corpus::read(path);
        const MainCf file(bytes);
        QVERIFY2(file.text() == bytes, qPrintable(path));
        const QByteArray broken = support::brokenPromise(file);
        QVERIFY2(broken.isEmpty(), (path.toUtf8() + ": " + broken).constData());
        for (const Setting &setting : file.settings())
            ++(setting.enabled ? inForce : switchedOff);
    }
    qInfo("%lld files, %lld settings in force, %lld switched off", static_cast<long long>(m_files.size()),
          static_cast<long long>(inForce), static_cast<long long>(switchedOff));
}

void TestCorpus::mainCfFilesAreReadAsPostfixReadsThem()
{
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = corpus::read(path);
        const MainCf file(bytes);
        QList<support::PostfixSetting> found;
        for (const Setting &setting : file.settings())
            if (setting.enabled)
                found.append(
                    {file.nameOf(setting).toByteArray(), support::withSingleBlanks(file.valueOf(setting))});
        QVERIFY2(found == support::postfixReading(bytes).settings, qPrintable(path));
    }
}

void TestCorpus::everyFileIsSomeMasterCf()
{
    qsizetype inForce = 0;
    qsizetype switchedOff = 0;
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = corpus::read(path);
        const QByteArray wrong = support::wrongReading(bytes);
        QVERIFY2(wrong.isEmpty(), (path.toUtf8() + ": " + wrong).constData());
        const syntax::MasterCf file(bytes);
        for (const syntax::Service &service : file.services())
            ++(service.enabled ? inForce : switchedOff);
    }
    qInfo("%lld files, %lld services in force, %lld switched off", static_cast<long long>(m_files.size()),
          static_cast<long long>(inForce), static_cast<long long>(switchedOff));
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
