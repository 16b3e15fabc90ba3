// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "tests/core/restrictions/rulesreader.h"
#include "tests/support/corpus.h"

#include <QElapsedTimer>
#include <QTest>

using restrictions::Form;
using restrictions::List;
using restrictions::Rules;
using restrictions::Step;
using rulesreader::reference;
using rulesreader::snapshotOf;
using rulesreader::target;

Q_DECLARE_METATYPE(restrictions::Form)

namespace {

QByteArrayList textsOf(const QList<Step> &steps)
{
    QByteArrayList texts;
    for (const Step &step : steps)
        texts.append(step.text);
    return texts;
}

} // namespace

/// What the lists of access rules are made of.
class TestSplitting : public QObject
{
    Q_OBJECT

private slots:
    void valueIsSplitIntoSteps_data();
    void valueIsSplitIntoSteps();
    void stepsHaveTheirForm_data();
    void stepsHaveTheirForm();
    void everyListOfRealFilesIsMadeOfItsSteps();
};

void TestSplitting::valueIsSplitIntoSteps_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArrayList>("steps");
    QTest::newRow("empty") << QByteArray() << QByteArrayList();
    QTest::newRow("words alone") << QByteArray("permit_mynetworks, reject")
                                 << QByteArrayList{"permit_mynetworks", "reject"};
    QTest::newRow("a table belongs to its test") << QByteArray("check_client_access hash:/x permit")
                                                 << QByteArrayList{"check_client_access hash:/x", "permit"};
    QTest::newRow("also behind a comma") << QByteArray("check_client_access, hash:/x,permit")
                                         << QByteArrayList{"check_client_access hash:/x", "permit"};
    QTest::newRow("a block list") << QByteArray("reject_rbl_client zen.example.org=127.0.0.[2..11] reject")
                                  << QByteArrayList{"reject_rbl_client zen.example.org=127.0.0.[2..11]",
                                                    "reject"};
    QTest::newRow("a policy server with attributes")
        << QByteArray("check_policy_service { inet:host:12345, timeout=10s, default_action=DUNNO } permit")
        << QByteArrayList{"check_policy_service { inet:host:12345, timeout=10s, default_action=DUNNO }",
                          "permit"};
    QTest::newRow("a class is no argument of a table test")
        << QByteArray("check_client_access strict reject")
        << QByteArrayList{"check_client_access", "strict", "reject"};
    QTest::newRow("nor is a restriction")
        << QByteArray("check_sender_access permit") << QByteArrayList{"check_sender_access", "permit"};
    QTest::newRow("a name as an argument") << QByteArray("check_client_access $table reject")
                                           << QByteArrayList{"check_client_access $table", "reject"};
    QTest::newRow("a name as a step")
        << QByteArray("$mua_restrictions,reject") << QByteArrayList{"$mua_restrictions", "reject"};
    QTest::newRow("a warning goes with its step")
        << QByteArray("warn_if_reject reject_rbl_client zen.example.org permit")
        << QByteArrayList{"warn_if_reject reject_rbl_client zen.example.org", "permit"};
    QTest::newRow("two warnings too") << QByteArray("warn_if_reject warn_if_reject reject")
                                      << QByteArrayList{"warn_if_reject warn_if_reject reject"};
    QTest::newRow("a warning alone") << QByteArray("permit warn_if_reject")
                                     << QByteArrayList{"permit", "warn_if_reject"};
    QTest::newRow("whatever the case")
        << QByteArray("Check_Sender_Access hash:/x") << QByteArrayList{"Check_Sender_Access hash:/x"};
    QTest::newRow("a table alone") << QByteArray("hash:/x reject") << QByteArrayList{"hash:/x", "reject"};
    QTest::newRow("an argument that is missing at the end")
        << QByteArray("reject_rbl_client") << QByteArrayList{"reject_rbl_client"};
    QTest::newRow("a typing error keeps its place") << QByteArray("reject_unath_destination permit")
                                                    << QByteArrayList{"reject_unath_destination", "permit"};
}

void TestSplitting::valueIsSplitIntoSteps()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArrayList, steps);
    const restrictions::Vocabulary words{.reference = &reference(), .classes = {"strict"}};
    QCOMPARE(textsOf(restrictions::splitSteps(restrictions::itemsOf(value), words)), steps);
    QCOMPARE(restrictions::stepRanges(value, words).size(), steps.size());
}

void TestSplitting::stepsHaveTheirForm_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Form>("form");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("restriction") << QByteArray("permit_mynetworks") << Form::Restriction << QByteArray();
    QTest::newRow("class") << QByteArray("strict") << Form::Class << QByteArray();
    QTest::newRow("name") << QByteArray("$mua") << Form::Part << QByteArray("mua");
    QTest::newRow("name in braces") << QByteArray("${mua}") << Form::Part << QByteArray("mua");
    QTest::newRow("condition") << QByteArray("${mua?{permit}:{reject}}") << Form::Part << QByteArray();
    QTest::newRow("half a word") << QByteArray("permit_$mua") << Form::Part << QByteArray();
    QTest::newRow("table") << QByteArray("hash:/x") << Form::Table << QByteArray();
    QTest::newRow("table of the type in a name") << QByteArray("$type:/x") << Form::Table << QByteArray();
    QTest::newRow("table in braces") << QByteArray("{ hash:/x }") << Form::Table << QByteArray();
    QTest::newRow("unknown") << QByteArray("perimt") << Form::Unknown << QByteArray();
    QTest::newRow("braces around nothing known") << QByteArray("{ permit }") << Form::Unknown << QByteArray();
}

void TestSplitting::stepsHaveTheirForm()
{
    QFETCH(const QByteArray, value);
    QFETCH(const Form, form);
    QFETCH(const QByteArray, part);
    const restrictions::Vocabulary words{.reference = &reference(), .classes = {"strict"}};
    const QList<Step> steps = restrictions::splitSteps(restrictions::itemsOf(value), words);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().form, form);
    QCOMPARE(steps.first().partName(), part);
}

void TestSplitting::everyListOfRealFilesIsMadeOfItsSteps()
{
    int files = 0;
    int lists = 0;
    int steps = 0;
    QElapsedTimer watch;
    watch.start();
    for (const QString &path : corpus::files()) {
        const QByteArray text = corpus::read(path);
        if (!text.contains("_restrictions") || text.size() > 1'000'000)
            continue;
        const effective::Values values(snapshotOf(text), target());
        const Rules rules = restrictions::rulesOf(values, reference(), effective::noService);
        ++files;
        for (const List &list : rules.lists) {
            QByteArrayList items;
            qsizetype next = 0;
            for (const Step &step : list.steps) {
                QCOMPARE(step.first, next);
                next += step.count;
                items += restrictions::itemsOf(step.text);
            }
            steps += int(list.steps.size());
            QVERIFY2(items == restrictions::itemsOf(list.value), qPrintable(path));
            ++lists;
        }
    }
    qInfo("%d files, %d lists, %d steps, %lld ms", files, lists, steps, watch.elapsed());
    if (corpus::isNamed())
        QVERIFY2(files > 0, "POSTWRIGHT_CORPUS names a folder without access rules");
}

QTEST_GUILESS_MAIN(TestSplitting)
#include "tst_splitting.moc"
