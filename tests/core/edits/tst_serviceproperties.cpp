// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/masterfile.h"
#include "tests/support/randommaster.h"
#include "tests/support/randomserviceedit.h"
#include "tests/support/share.h"

#include <QtTest>

using model::Draft;
using support::placeInForce;
using support::PlainService;
using support::servicesInForce;
using syntax::MasterCf;

namespace {

/// Files read, and files edited twice each.
constexpr int cases = support::share(25000);

} // namespace

class TestServiceProperties : public QObject
{
    Q_OBJECT

private slots:
    void readsAsPostfixDoes();
    void editsDoWhatTheySay();
    void argumentsAreReplaced();
};

void TestServiceProperties::readsAsPostfixDoes()
{
    support::RandomSource random("reading");
    for (int i = 0; i < cases; ++i) {
        const QByteArray wrong = support::wrongReading(support::randomMasterCf(random));
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
}

void TestServiceProperties::editsDoWhatTheySay()
{
    support::RandomSource random("editing");
    int count = 0;
    for (int i = 0; i < cases; ++i) {
        const QByteArray first = support::randomMasterCf(random);
        Draft draft(support::withMasterCf(first));
        for (int step = 0; step < 2; ++step) {
            bool made = false;
            const QByteArray wrong = support::wrongEdit(draft, random, made);
            QVERIFY2(wrong.isEmpty(), wrong.constData());
            count += made ? 1 : 0;
        }
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), first);
        QCOMPARE(model::applied(support::withMasterCf(first), draft.changes()).masterCf().text(),
                 draft.masterCf().text());
    }
    qInfo("%d edits of %d files made, %d refused", count, cases, 2 * cases - count);
    QVERIFY(count > cases / 2);
}

void TestServiceProperties::argumentsAreReplaced()
{
    static const QByteArrayList words{"flags=R", "user=a",  "argv=b", "-v", "${c}",
                                      "x y",     "{ d e }", "#f",     "--", "-D"};
    support::RandomSource random("arguments");
    int made = 0;
    for (int i = 0; i < cases / 5; ++i) {
        const QByteArray text = support::randomMasterCf(random);
        Draft draft(support::withMasterCf(text));
        const MasterCf file = draft.masterCf();
        if (file.services().isEmpty())
            continue;
        const qsizetype index = random.below(file.services().size());
        QByteArrayList wanted;
        for (qsizetype left = random.below(5); left > 0; --left)
            wanted.append(random.oneOf(words));
        QList<PlainService> expected = servicesInForce(file);
        if (edits::setServiceArguments(draft, index, wanted)) {
            QCOMPARE(draft.masterCf().text(), text);
            continue;
        }
        ++made;
        if (file.services()[index].enabled) {
            for (QByteArray &word : wanted) {
                if (word == "x y")
                    word = "{ x y }";
            }
            expected[placeInForce(file, index)].others = wanted;
        }
        if (support::plainServices(draft.masterCf().text()) != expected) {
            qInfo().noquote() << wanted.join('|') << '\n'
                              << text << "\n---- became\n"
                              << draft.masterCf().text();
            QFAIL("not what was meant");
        }
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), text);
    }
    qInfo("%d of %d made", made, cases / 5);
    QVERIFY(made > cases / 15);
}

QTEST_GUILESS_MAIN(TestServiceProperties)
#include "tst_serviceproperties.moc"
