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
    int run = 0;
    int exact = 0;
    int waiting = 0;
    for (const QString &name : lintcases::names()) {
        const std::optional<lintcases::Case> one = lintcases::opened(name);
        QVERIFY2(one, qPrintable(name));
        std::set<Spot> wanted;
        for (const Spot &spot : one->expected) {
            if (lint::ruleCalled(std::get<0>(spot).toLatin1()))
                wanted.insert(spot);
        }
        waiting += wanted.size() < one->expected.size() ? 1 : 0;
        const std::set<Spot> found = foundIn(*one);
        ++run;
        if (found == wanted) {
            ++exact;
            continue;
        }
        qWarning("%s: missing %s; too many %s", qPrintable(name),
                 qPrintable(lintcases::listed(lintcases::without(wanted, found))),
                 qPrintable(lintcases::listed(lintcases::without(found, wanted))));
    }
    qInfo("%d cases, %d exact; %d of them expect findings of rules that are not there yet; %d rules", run,
          exact, waiting, static_cast<int>(lint::rules().size()));
    QVERIFY(run > 0);
    QCOMPARE(exact, run);
}

QTEST_GUILESS_MAIN(TestLintCases)
#include "tst_lintcases.moc"
