// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/parametercase.h"

#include <QTest>

using model::Draft;
using model::FileId;
using support::ParameterCase;
using support::withoutFeeds;

namespace {

constexpr int caseCount = 50000;

} // namespace

class TestParameterProperties : public QObject
{
    Q_OBJECT

private slots:
    void oneEdit();
    void manyEditsInARow();
    void repeatedEditChangesNothing();
};

void TestParameterProperties::oneEdit()
{
    support::RandomSource random("tst_parameterproperties");
    support::RandomMainCf generator(random);
    int refused = 0;
    int unchanged = 0;
    for (int round = 0; round < caseCount; ++round) {
        ParameterCase one(random, generator, withoutFeeds(generator.file()));
        const QByteArray wrong = one.run();
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        refused += one.wasRefused() ? 1 : 0;
        unchanged += one.draft().changes().isEmpty() ? 1 : 0;
    }
    qInfo("%d cases, %d of them refused, %d without a change", caseCount, refused, unchanged);
}

void TestParameterProperties::manyEditsInARow()
{
    support::RandomSource random("tst_parameterproperties, in a row");
    support::RandomMainCf generator(random);
    for (int round = 0; round < 500; ++round) {
        const QByteArray first = withoutFeeds(generator.file());
        QByteArray text = first;
        QList<model::Changes> undo;
        for (int step = 0; step < 20; ++step) {
            ParameterCase one(random, generator, text);
            const QByteArray wrong = one.run();
            QVERIFY2(wrong.isEmpty(), wrong.constData());
            undo.prepend(one.draft().inverse());
            text = one.draft().mainCf().text();
        }
        syntax::Text back(text, syntax::Text::Layout::Whole);
        for (const model::Changes &changes : undo)
            for (const model::Change &change : changes)
                back = back.replaced(change.range, change.bytes);
        QCOMPARE(back.bytes(), first);
    }
}

void TestParameterProperties::repeatedEditChangesNothing()
{
    support::RandomSource random("tst_parameterproperties, repeated");
    support::RandomMainCf generator(random);
    for (int round = 0; round < 5000; ++round) {
        const QByteArray name = generator.name();
        const QByteArray value = generator.value();
        Draft first{model::Snapshot()};
        first.replace(FileId::MainCf, {0, 0}, generator.file());
        QVERIFY(!edits::setParameter(first, name, value));
        Draft second(first.snapshot());
        QVERIFY(!edits::setParameter(second, name, value));
        QCOMPARE(second.mainCf().text(), first.mainCf().text());
        QVERIFY(second.changes().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestParameterProperties)
#include "tst_parameterproperties.moc"
