// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/support/parametercase.h"
#include "tests/support/realpostconf.h"
#include "tests/support/share.h"

#include <QTest>

using support::ParameterCase;
using syntax::MainCf;

namespace {

constexpr int editsPerFile = support::share(20);

/// Whether every setting in force that Postfix knows reads the same there; else the first that does not.
QByteArray differenceTo(const support::RealPostconf::Answer &answer, const MainCf &file)
{
    for (auto it = answer.settings.begin(); it != answer.settings.end(); ++it) {
        const syntax::Setting *setting = file.find(it.key());
        if (!setting)
            return it.key() + " is not set";
        const QByteArray value = support::withSingleBlanks(file.valueOf(*setting));
        if (it.value() != value && it.value() != support::RealPostconf::printed(value))
            return it.key() + " is " + it.value() + " there, and " + value + " here";
    }
    for (const QByteArray &name : support::RandomMainCf::names())
        if (file.find(name) && !answer.settings.contains(name))
            return name + " is not set there";
    return {};
}

} // namespace

/// Random edits of real files: each does what it says, and Postfix's own postconf reads back what was meant.
class TestParameterCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void editsOfRealFiles();

private:
    QStringList m_files;
};

void TestParameterCorpus::initTestCase()
{
    m_files = corpus::files();
    if (corpus::isNamed())
        QVERIFY2(!m_files.isEmpty(), "POSTWRIGHT_CORPUS names a folder without files");
    if (m_files.isEmpty())
        QSKIP("There is no folder shared/corpus beside the project, and POSTWRIGHT_CORPUS names none.");
}

void TestParameterCorpus::editsOfRealFiles()
{
    support::RandomSource random("tst_parametercorpus");
    support::RandomMainCf generator(random);
    const support::RealPostconf postconf;
    int files = 0;
    int edits = 0;
    int asked = 0;
    int silent = 0;
    for (const QString &path : std::as_const(m_files)) {
        QByteArray text = support::withoutFeeds(corpus::read(path));
        const MainCf first(text);
        // A table or a master.cf is some main.cf too, but one that Postfix gives up on at its first line.
        const auto inForce = std::count_if(first.settings().begin(), first.settings().end(),
                                           [](const syntax::Setting &setting) { return setting.enabled; });
        if (inForce < 3 || !first.strays().isEmpty())
            continue;
        ++files;
        for (int step = 0; step < editsPerFile; ++step) {
            ParameterCase one(random, generator, text);
            const QByteArray wrong = one.run();
            QVERIFY2(wrong.isEmpty(), (path.toUtf8() + ": " + wrong).constData());
            text = one.draft().mainCf().text();
            ++edits;
        }
        if (!postconf.isInstalled())
            continue;
        const auto answer = postconf.settingsOf(text);
        QVERIFY2(!answer.said.contains("missing '='") && !answer.said.contains("missing attribute name"),
                 (path.toUtf8() + ": " + answer.said).constData());
        if (answer.isFatal) { // a value that makes no sense where an edit has put it
            ++silent;
            continue;
        }
        const QByteArray difference = differenceTo(answer, MainCf(text));
        QVERIFY2(difference.isEmpty(), (path.toUtf8() + ": " + difference).constData());
        ++asked;
    }
    qInfo("%d edits of %d files; postconf read %d of these and gave up on the values of %d", edits, files,
          asked, silent);
    if (!postconf.isInstalled())
        qInfo("Postfix is not installed, so its postconf was not asked.");
}

QTEST_GUILESS_MAIN(TestParameterCorpus)
#include "tst_parametercorpus.moc"
