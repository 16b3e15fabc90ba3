// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/lintcases.h"

#include <QTest>

using lintcases::Spot;

namespace {

std::set<Spot> foundIn(const lintcases::Case &one)
{
    std::set<Spot> spots;
    for (const lint::Finding &finding :
         lint::findingsIn(one.snapshot, one.server.target, one.server.profile)) {
        const model::File &file = one.snapshot.file(finding.place.file);
        spots.insert({QString::fromLatin1(finding.rule->id), lint::fileNameOf(finding, one.snapshot),
                      static_cast<int>(file.text().lineAt(finding.place.range.begin)) + 1});
    }
    return spots;
}

} // namespace

class TestLintCases : public QObject
{
    Q_OBJECT

private slots:
    void casesHaveExactlyTheExpectedFindings();
};

void TestLintCases::casesHaveExactlyTheExpectedFindings()
{
    if (!lintcases::folder().exists())
        QSKIP(qPrintable(QStringLiteral("There are no cases in %1.").arg(lintcases::folder().path())));
    const lintcases::Tally tally =
        lintcases::tallied([](const lintcases::Case &one) { return std::optional(foundIn(one)); });
    qInfo("%d cases, %d exact; %d of them expect findings of rules that are not there yet; %d rules",
          tally.run, tally.exact, tally.waiting, static_cast<int>(lint::rules().size()));
    QCOMPARE(tally.unread, QStringList());
    QVERIFY(tally.run > 0);
    QCOMPARE(tally.exact, tally.run);
}

QTEST_GUILESS_MAIN(TestLintCases)
#include "tst_lintcases.moc"
