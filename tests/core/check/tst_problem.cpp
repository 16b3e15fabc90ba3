// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/report.h"

#include <QJsonArray>
#include <QTest>

using check::Origin;
using check::Problem;
using check::Problems;
using lint::Severity;
using model::FileId;

namespace {

model::Snapshot snapshotOf(const QByteArray &mainCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    return draft.snapshot();
}

tools::CheckReport reportOf(const QList<tools::Message> &messages)
{
    tools::CheckReport report;
    report.messages = messages;
    return report;
}

} // namespace

class TestProblem : public QObject
{
    Q_OBJECT

private slots:
    void messageFindsItsPlace_data();
    void messageFindsItsPlace();
    void sameThingIsListedOnce();
    void sameThingElsewhereStays();
    void whatFollowsIsTheSameThing();
    void rowIsFoundByItsKey();
    void worstComesFirst();
    void unreadableFileIsAProblem();
    void missingTableIsToldOnce();
    void textNamesFileLineAndRule();
    void jsonCountsFromOne();
};

void TestProblem::messageFindsItsPlace_data()
{
    QTest::addColumn<tools::Message>("message");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("by line") << tools::Message{.file = QStringLiteral("main.cf"),
                                               .line = 2,
                                               .text = QStringLiteral("x")}
                             << QByteArray("relayhost = b");
    QTest::newRow("by parameter") << tools::Message{.text = QStringLiteral("x"), .parameter = "relayhost"}
                                  << QByteArray("relayhost");
    QTest::newRow("nowhere") << tools::Message{.text = QStringLiteral("x"), .parameter = "nosuch"}
                             << QByteArray();
}

void TestProblem::messageFindsItsPlace()
{
    QFETCH(const tools::Message, message);
    QFETCH(const QByteArray, place);
    const model::Snapshot snapshot = snapshotOf("mydomain = a\nrelayhost = b\n");
    const Problems problems = check::postfixProblems(snapshot, reportOf({message}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().place.has_value(), !place.isEmpty());
    if (!place.isEmpty())
        QCOMPARE(snapshot.file(FileId::MainCf).text().bytes(problems.first().place->range), place);
}

void TestProblem::sameThingIsListedOnce()
{
    const model::Snapshot snapshot = snapshotOf("relayhost x\n");
    const auto fatal =
        reportOf({{.severity = tools::Severity::Fatal,
                   .file = QStringLiteral("main.cf"),
                   .line = 1,
                   .text = QStringLiteral("missing '=' after attribute name: \"relayhost x\"")}});
    const Problems all =
        check::together(check::ownProblems(snapshot), check::postfixProblems(snapshot, fatal));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().rule, QStringLiteral("PF-SYN-001"));
    const Problems other = check::together(
        check::ownProblems(snapshot),
        check::postfixProblems(snapshot, reportOf({{.text = QStringLiteral("unused parameter: a=b")}})));
    QCOMPARE(other.size(), 2);
}

void TestProblem::sameThingElsewhereStays()
{
    const model::Snapshot snapshot = snapshotOf("foo = 1\nbar = 2\n");
    const QString name = snapshot.file(FileId::MainCf).info().name;
    const Problems own{Problem{
        .rule = QStringLiteral("PF-NAME-001"), .place = model::Place{FileId::MainCf, {0, 3}}, .file = name}};
    const auto unused = [&](int line) {
        return check::postfixProblems(
            snapshot,
            reportOf({{.file = name, .line = line, .text = QStringLiteral("unused parameter: x=1")}}));
    };
    QCOMPARE(check::together(own, unused(1)).size(), 1);
    QCOMPARE(check::together(own, unused(2)).size(), 2);
}

void TestProblem::whatFollowsIsTheSameThing()
{
    const model::Snapshot snapshot = snapshotOf("a = ${b\n");
    const Problems own{Problem{.rule = QStringLiteral("PF-REF-004"),
                               .place = model::Place{FileId::MainCf, {4, 7}},
                               .file = QStringLiteral("main.cf")}};
    const Problems said = check::postfixProblems(
        snapshot,
        reportOf({{.text = QStringLiteral("truncated macro reference: \"${b\"")},
                  {.severity = tools::Severity::Fatal, .text = QStringLiteral("macro processing error")}}));
    QCOMPARE(said.size(), 2);
    QCOMPARE(check::together(own, said).size(), 1);
}

void TestProblem::rowIsFoundByItsKey()
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/virtual"),
                               .name = QStringLiteral("virtual"),
                               .kind = model::FileKind::KeyValue};
    QList<model::File> files = snapshotOf({}).files();
    files.append(model::File(info, syntax::Text("A b\nc d\na e\n", model::File::layoutOf(info.kind))));
    const model::Snapshot snapshot(files);
    const Problems problems =
        check::postfixProblems(snapshot,
                               reportOf({{.origin = tools::Origin::Postmap,
                                          .file = info.name,
                                          .text = QStringLiteral("duplicate entry: \"a\""),
                                          .key = "a"}}));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].origin, Origin::PostfixCheck);
    QVERIFY(problems[0].place);
    QCOMPARE(problems[0].place->range.begin, 8);
}

void TestProblem::worstComesFirst()
{
    const Problem info{.severity = Severity::Info, .file = QStringLiteral("a")};
    const Problem warning{.severity = Severity::Warning, .file = QStringLiteral("b")};
    const Problem error{.severity = Severity::Error, .file = QStringLiteral("c")};
    const Problems all = check::together({info, warning}, {error});
    QCOMPARE(all[0].severity, Severity::Error);
    QCOMPARE(all[1].severity, Severity::Warning);
    QCOMPARE(all[2].severity, Severity::Info);
}

void TestProblem::unreadableFileIsAProblem()
{
    const model::FileInfo unreadable{
        .path = QStringLiteral("/x/main.cf"),
        .name = QStringLiteral("main.cf"),
        .kind = model::FileKind::MainCf,
        .problem = base::Error{base::Error::Code::NotPermitted, QStringLiteral("/x/main.cf")}};
    model::Snapshot snapshot;
    const model::File file(unreadable, syntax::Text());
    snapshot = snapshot.with(FileId::MainCf, file);
    const Problems problems = check::ownProblems(snapshot);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().origin, Origin::Files);
    QCOMPARE(problems.first().severity, Severity::Error);
    QVERIFY(problems.first().message.contains(QStringLiteral("/x/main.cf")));
}

void TestProblem::missingTableIsToldOnce()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> reference = catalog::Reference::load(catalog);
    const model::FileInfo missing{.path = QStringLiteral("/etc/postfix/virtual"),
                                  .name = QStringLiteral("virtual"),
                                  .kind = model::FileKind::KeyValue,
                                  .problem =
                                      base::Error{base::Error::Code::NotFound, QStringLiteral("virtual")}};
    QList<model::File> files = snapshotOf("virtual_alias_maps = hash:/etc/postfix/virtual\n").files();
    files.append(model::File(missing, syntax::Text({}, model::File::layoutOf(missing.kind))));
    const model::Snapshot snapshot(files);
    lint::Target target{.reference = &*reference};
    const auto messages = [&] {
        QStringList found;
        for (const Problem &problem : check::ownProblems(snapshot, target, lint::Profile::Normal)) {
            if (problem.message.contains(QStringLiteral("virtual")))
                found.append(problem.file);
        }
        return found;
    };
    QCOMPARE(messages(), QStringList{QStringLiteral("virtual")}); // whether the server has it is not known
    target.listing = lint::Listing::Folder;
    QCOMPARE(messages(), QStringList{snapshot.file(FileId::MainCf).info().name});
}

void TestProblem::textNamesFileLineAndRule()
{
    const model::Snapshot snapshot = snapshotOf("mydomain = a\nrelayhost x\n");
    const QByteArray text = check::asText(check::ownProblems(snapshot), snapshot);
    QVERIFY2(text.startsWith("main.cf:2:1: error: "), text.constData());
    QVERIFY2(text.endsWith(" [PF-SYN-001]\n"), text.constData());
}

void TestProblem::jsonCountsFromOne()
{
    const model::Snapshot snapshot = snapshotOf("a = b\nc = d\n  e\na = x\n");
    const QJsonObject json = check::asJson(check::ownProblems(snapshot), snapshot, QStringLiteral("3.7.11"));
    QCOMPARE(json[QStringLiteral("version")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("target")].toString(), QStringLiteral("3.7.11"));
    const QJsonArray findings = json[QStringLiteral("findings")].toArray();
    QCOMPARE(findings.size(), 1);
    const QJsonObject finding = findings.first().toObject();
    QCOMPARE(finding[QStringLiteral("rule")].toString(), QStringLiteral("PF-SYN-008"));
    QCOMPARE(finding[QStringLiteral("severity")].toString(), QStringLiteral("warning"));
    QCOMPARE(finding[QStringLiteral("file")].toString(), QStringLiteral("main.cf"));
    QCOMPARE(finding[QStringLiteral("line")].toInt(), 4);
    QCOMPARE(finding[QStringLiteral("column")].toInt(), 1);
    QCOMPARE(finding[QStringLiteral("endColumn")].toInt(), 2);
    QCOMPARE(finding[QStringLiteral("origin")].toString(), QStringLiteral("lint"));
    QCOMPARE(finding[QStringLiteral("related")].toArray().first().toObject()[QStringLiteral("line")].toInt(),
             1);
    QCOMPARE(finding[QStringLiteral("fixes")].toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_problem.moc"
