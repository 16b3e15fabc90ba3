// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/lintcases.h"

#include <QProcess>
#include <QTest>

using lintcases::Spot;

namespace {

/// What the command line finds in a case, told about its server by case.json; nothing when it fails.
std::optional<std::set<Spot>> foundIn(const lintcases::Case &one)
{
    QProcess process;
    process.start(QStringLiteral(CLI),
                  {QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                   QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--profile"),
                   one.path + QStringLiteral("/case.json"), QStringLiteral("-c"), one.path});
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() > 1)
        return std::nullopt;
    const QJsonDocument answer = QJsonDocument::fromJson(process.readAllStandardOutput());
    if (!answer[QStringLiteral("findings")].isArray())
        return std::nullopt;
    std::set<Spot> spots;
    for (const QJsonValue &finding : answer[QStringLiteral("findings")].toArray()) {
        const QString rule = finding[QStringLiteral("rule")].toString();
        if (!rule.isEmpty())
            spots.insert(
                {rule, finding[QStringLiteral("file")].toString(), finding[QStringLiteral("line")].toInt()});
    }
    return spots;
}

} // namespace

class TestCheckCases : public QObject
{
    Q_OBJECT

private slots:
    void commandLineFindsWhatIsExpected();
};

void TestCheckCases::commandLineFindsWhatIsExpected()
{
    if (!lintcases::folder().exists())
        QSKIP(qPrintable(QStringLiteral("There are no cases in %1.").arg(lintcases::folder().path())));
    const lintcases::Tally tally = lintcases::tallied(foundIn);
    qInfo("%d cases, %d exact", tally.run, tally.exact);
    QCOMPARE(tally.unread, QStringList());
    QVERIFY(tally.run > 0);
    QCOMPARE(tally.exact, tally.run);
}

QTEST_GUILESS_MAIN(TestCheckCases)
#include "tst_checkcases.moc"
