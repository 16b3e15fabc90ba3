// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/masterfile.h"
#include "tests/support/randommaster.h"
#include "tests/support/randomserviceedit.h"

#include <QtTest>

using model::Draft;
using support::described;
using support::effective;
using support::placeInForce;
using support::PlainService;
using support::RandomEdit;
using support::servicesInForce;
using syntax::MasterCf;
using syntax::Service;

namespace {

/// Files read, and files edited twice each.
constexpr int cases = 25000;

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
        const QByteArray text = support::randomMasterCf(random);
        const MasterCf file(text);
        QCOMPARE(file.text(), text);
        const QList<PlainService> expected = support::plainServices(text);
        if (servicesInForce(file) != expected) {
            qInfo().noquote() << text << "\nread as\n"
                              << described(servicesInForce(file)) << "\ninstead of\n"
                              << described(expected);
            QFAIL("read otherwise than Postfix does");
        }
        qsizetype end = 0;
        for (const Service &service : file.services()) {
            QVERIFY(service.remark.begin >= end && service.remark.end <= service.whole.begin);
            QVERIFY(service.remark.isEmpty() || service.remark.end == service.whole.begin);
            end = service.whole.end;
            qsizetype at = service.whole.begin;
            for (const syntax::StanzaLine &line : file.linesOf(service).lines) {
                QCOMPARE(line.line.range.begin, at);
                at = line.line.range.end;
            }
            QCOMPARE(at, service.whole.end);
            for (const syntax::Override &option : service.overrides) {
                QVERIFY(service.whole.begin <= option.whole.begin && option.whole.end <= service.whole.end);
                QVERIFY(option.whole.begin <= option.name.begin && option.value.end <= option.whole.end);
                QCOMPARE(option.line, text.first(option.whole.begin).count('\n'));
            }
        }
    }
}

void TestServiceProperties::editsDoWhatTheySay()
{
    support::RandomSource random("editing");
    int made = 0;
    for (int i = 0; i < cases; ++i) {
        const QByteArray first = support::randomMasterCf(random);
        Draft draft(support::withMasterCf(first));
        for (int step = 0; step < 2; ++step) {
            const QByteArray text = draft.masterCf().text();
            const qsizetype before = draft.changes().size();
            const RandomEdit edit = support::randomEdit(draft, random);
            const QByteArray after = draft.masterCf().text();
            const auto complain = [&](const char *what) {
                qInfo().noquote() << what << ':' << edit.name << '\n'
                                  << text << "\n---- became\n"
                                  << after << "\n---- read as\n"
                                  << described(support::plainServices(after)) << "\n---- expected\n"
                                  << described(edit.expected);
            };
            if (edit.refused) {
                if (after != text || draft.changes().size() != before)
                    complain("refused and done");
                QCOMPARE(after, text);
                QCOMPARE(draft.changes().size(), before);
                continue;
            }
            ++made;
            QList<PlainService> found = support::plainServices(after);
            QList<PlainService> expected = edit.expected;
            if (edit.anyOrder && found.size() == expected.size()) {
                for (qsizetype k = 0; k < found.size(); ++k) {
                    if (effective(found[k]) == effective(expected[k]))
                        found[k].overrides = expected[k].overrides;
                }
            }
            if (found != expected) {
                complain("not what was meant");
                QFAIL("not what was meant");
            }
            if (servicesInForce(draft.masterCf()) != support::plainServices(after)) {
                complain("read otherwise than Postfix does");
                QFAIL("read otherwise than Postfix does");
            }
            for (qsizetype k = before; k < draft.changes().size() && !edit.allowed.isEmpty()
                 && before + 1 == draft.changes().size();
                 ++k) {
                const syntax::ByteRange range = draft.changes()[k].range;
                if (range.begin < edit.allowed.begin || range.end > edit.allowed.end) {
                    complain("changed bytes of others");
                    QFAIL("changed bytes of others");
                }
            }
        }
        QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), first);
        QCOMPARE(model::applied(support::withMasterCf(first), draft.changes()).masterCf().text(),
                 draft.masterCf().text());
    }
    qInfo("%d edits of %d files made, the others refused", made, cases);
    QVERIFY(made > cases / 2);
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
