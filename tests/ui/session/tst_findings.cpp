// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/editsession.h"
#include "ui/session/findings.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

model::Snapshot snapshotOf(const QByteArray &mainCf)
{
    const model::Snapshot empty;
    const model::File &file = empty.file(model::FileId::MainCf);
    return empty.with(model::FileId::MainCf, file.replaced({0, file.text().size()}, mainCf));
}

Finding findingAt(qsizetype begin, qsizetype end, Finding::Severity severity = Finding::Severity::Warning)
{
    return {.severity = severity,
            .message = QStringLiteral("at %1").arg(begin),
            .place = model::Place{model::FileId::MainCf, {begin, end}}};
}

} // namespace

class tst_Findings : public QObject
{
    Q_OBJECT

private slots:
    void errorsComeFirstThenPlaces();
    void eachOriginReplacesItsOwn();
    void placesMoveAlongWithEdits_data();
    void placesMoveAlongWithEdits();
    void anotherFolderStartsWithNone();
};

void tst_Findings::errorsComeFirstThenPlaces()
{
    EditSession session;
    session.open(snapshotOf("a = 1\nb = 2\nc = 3\n"));
    Findings findings(session);
    findings.set(Finding::Origin::Lint,
                 {findingAt(12, 13), findingAt(0, 1), findingAt(6, 7, Finding::Severity::Error)});
    QStringList messages;
    for (const Finding &finding : findings.all())
        messages.append(finding.message);
    QCOMPARE(messages,
             QStringList({QStringLiteral("at 6"), QStringLiteral("at 0"), QStringLiteral("at 12")}));
    QCOMPARE(findings.count(Finding::Severity::Warning), 2);
    QCOMPARE(findings.countIn(model::FileId::MainCf), 3);
    QCOMPARE(lineOf(findings.all().first(), session.snapshot()), 2);
}

void tst_Findings::eachOriginReplacesItsOwn()
{
    EditSession session;
    Findings findings(session);
    QSignalSpy changed(&findings, &Findings::changed);
    findings.set(Finding::Origin::Lint, {findingAt(0, 0)});
    findings.set(Finding::Origin::Postconf, {findingAt(1, 1), findingAt(2, 2)});
    QCOMPARE(findings.all().size(), 3);
    findings.set(Finding::Origin::Postconf, {});
    QCOMPARE(findings.all().size(), 1);
    QCOMPARE(changed.size(), 3);
    findings.set(Finding::Origin::Postconf, {});
    QCOMPARE(changed.size(), 3); // nothing is no news
}

void tst_Findings::placesMoveAlongWithEdits_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("pointsAt");

    QTest::newRow("an edit before it shifts it") << 0 << 0 << QByteArray("x = 0\n") << QByteArray("beta");
    QTest::newRow("an edit behind it leaves it") << 16 << 0 << QByteArray("x = 0\n") << QByteArray("beta");
    QTest::newRow("an edit inside it is part of it") << 8 << 0 << QByteArray("-") << QByteArray("be-ta");
    QTest::newRow("a removal before it shifts it back") << 0 << 6 << QByteArray() << QByteArray("beta");
    QTest::newRow("its replacement is where it was") << 6 << 4 << QByteArray("gamma") << QByteArray("gamma");
    QTest::newRow("once it is removed it is empty") << 6 << 4 << QByteArray() << QByteArray();
}

void tst_Findings::placesMoveAlongWithEdits()
{
    QFETCH(int, at);
    QFETCH(int, length);
    QFETCH(QByteArray, bytes);
    EditSession session;
    session.open(snapshotOf("a = 1\nbeta = 2\nc = 3\n"));
    Findings findings(session);
    findings.set(Finding::Origin::Lint, {findingAt(6, 10)});
    session.edit(QStringLiteral("Edit"), [&](model::Draft &draft) {
        draft.replace(model::FileId::MainCf, {at, at + length}, bytes);
    });
    const syntax::ByteRange range = findings.all().first().place->range;
    QTEST(session.snapshot().file(model::FileId::MainCf).text().bytes(range), "pointsAt");
}

void tst_Findings::anotherFolderStartsWithNone()
{
    EditSession session;
    Findings findings(session);
    findings.set(Finding::Origin::Lint, {findingAt(0, 0)});
    findings.setCheckedAt(QDateTime::currentDateTime());
    session.open(snapshotOf("a = 1\n"));
    QVERIFY(findings.all().isEmpty());
    QVERIFY(!findings.checkedAt().isValid());
}

QTEST_GUILESS_MAIN(tst_Findings)
#include "tst_findings.moc"
