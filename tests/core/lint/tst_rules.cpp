// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"
#include "tests/support/markedconfig.h"

#include <QSet>
#include <QTest>

using model::Draft;
using model::FileId;
using support::unmarked;

namespace {

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void idsAreUnique();
    void ruleFinds_data();
    void ruleFinds();
    void cleanFilesHaveNoFinding();
    void fixRemovesTheFinding_data() { ruleFinds_data(); }
    void fixRemovesTheFinding();
};

void TestRules::idsAreUnique()
{
    QSet<QByteArray> ids;
    for (const lint::Rule &rule : lint::rules()) {
        QVERIFY(!ids.contains(rule.id));
        ids.insert(rule.id);
    }
}

void TestRules::ruleFinds_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    const QByteArray none;
    QTest::newRow("word without equals sign")
        << QByteArray("PF-SYN-001") << QByteArray("a = b\n«relayhost» x\n") << none;
    QTest::newRow("nothing before it") << QByteArray("PF-SYN-002") << QByteArray("«= b»\n") << none;
    QTest::newRow("indented first line")
        << QByteArray("PF-SYN-003") << QByteArray("# x\n  «a = b»\nc = d\n") << none;
    QTest::newRow("the same in master.cf")
        << QByteArray("PF-SYN-003") << none << QByteArray("  «smtp inet n - y - - smtpd»\n");
    QTest::newRow("set to another value")
        << QByteArray("PF-SYN-008") << QByteArray("a = b\n«a» = c\n") << none;
    QTest::newRow("set to the same value")
        << QByteArray("PF-SYN-009") << QByteArray("a = b\n«a» =\n b\n") << none;
    QTest::newRow("zero byte") << QByteArray("PF-SYN-010") << QByteArray("a = b«\0»c\n", 13) << none;
    QTest::newRow("Windows line ends")
        << QByteArray("PF-SYN-011") << QByteArray("a = b«\r\n»c = d\r\n") << none;
    QTest::newRow("byte order mark") << QByteArray("PF-SYN-012") << QByteArray("«\xef\xbb\xbf»a = b\n")
                                     << none;
    QTest::newRow("no end of the last line")
        << QByteArray("PF-SYN-013") << QByteArray("a = b\n«c = d»") << none;
    QTest::newRow("seven fields") << QByteArray("PF-MASTER-001") << none
                                  << QByteArray("«smtp inet n - y - -»\n");
}

void TestRules::ruleFinds()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, masterCf);
    syntax::ByteRange range;
    const bool isMain = masterCf.isEmpty();
    const QByteArray plain = unmarked(isMain ? mainCf : masterCf, range);
    const lint::Findings findings = lint::findingsIn(isMain ? snapshotOf(plain, {}) : snapshotOf({}, plain));
    const model::Place expected{isMain ? FileId::MainCf : FileId::MasterCf, range};
    int found = 0;
    for (const lint::Finding &finding : findings) {
        if (finding.rule->id != rule)
            continue;
        ++found;
        QCOMPARE(finding.place.file, expected.file);
        QCOMPARE(finding.place.range.begin, expected.range.begin);
        QCOMPARE(finding.place.range.end, expected.range.end);
        QVERIFY(!lint::messageOf(finding).contains(QStringLiteral("%1")));
    }
    QCOMPARE(found, 1);
}

void TestRules::cleanFilesHaveNoFinding()
{
    const model::Snapshot snapshot = snapshotOf(
        "# a comment\nmydomain = a\nrelayhost =\n  b\n#mydomain = c\n", "smtp inet n - y - - smtpd\n");
    QVERIFY(lint::findingsIn(snapshot).isEmpty());
}

void TestRules::fixRemovesTheFinding()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QByteArray, mainCf);
    if (mainCf.isEmpty())
        return;
    syntax::ByteRange range;
    const model::Snapshot snapshot = snapshotOf(unmarked(mainCf, range), {});
    for (const lint::Finding &finding : lint::findingsIn(snapshot)) {
        if (finding.rule->id != rule)
            continue;
        for (const lint::Fix &fix : finding.fixes) {
            Draft draft(snapshot);
            fix.apply(draft);
            for (const lint::Finding &left : lint::findingsIn(draft.snapshot()))
                QVERIFY(left.rule->id != rule);
        }
    }
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
