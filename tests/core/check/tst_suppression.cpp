// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/suppression.h"
#include "core/files/localfilestore.h"
#include "tests/support/markedconfig.h"

#include <QTemporaryDir>
#include <QTest>

using check::Problem;
using check::Problems;
using check::Project;
using check::Reach;
using check::Suppression;
using model::Draft;
using model::FileId;
using model::Place;
using support::unmarked;

namespace {

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

Problem problemAt(FileId file, syntax::ByteRange range)
{
    return {.rule = QStringLiteral("PF-TLS-004"),
            .place = Place{file, range},
            .file = file == FileId::MainCf ? QStringLiteral("main.cf") : QStringLiteral("master.cf")};
}

} // namespace

class TestSuppression : public QObject
{
    Q_OBJECT

private slots:
    void commentSpeaksForWhatIsBelow_data();
    void commentSpeaksForWhatIsBelow();
    void subjectIsWhatTheFindingIsAbout_data();
    void subjectIsWhatTheFindingIsAbout();
    void projectSpeaksByRuleFileAndSubject_data();
    void projectSpeaksByRuleFileAndSubject();
    void commentIsWrittenAndTakenAway_data();
    void commentIsWrittenAndTakenAway();
    void otherRulesOfACommentStay();
    void projectRemembersTheEntryAndNotItsLine();
    void projectFileKeepsWhatItDoesNotKnow();
    void projectFileIsRefused_data();
    void projectFileIsRefused();
    void projectIsSavedBesideMainCf();
};

void TestSuppression::commentSpeaksForWhatIsBelow_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<bool>("isIgnored");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *text, bool isIgnored, const char *reason = "") {
        QTest::newRow(name) << QByteArray(text) << isIgnored << QString::fromUtf8(reason);
    };
    row("above the line", "# postwright: ignore PF-TLS-004\n«a» = b\n", true);
    row("with a reason", "# postwright: ignore PF-TLS-004 old printers\n«a» = b\n", true, "old printers");
    row("behind a colon", "# postwright: ignore PF-TLS-004: old printers\n«a» = b\n", true, "old printers");
    row("another rule", "# postwright: ignore PF-TLS-005\n«a» = b\n", false);
    row("one of several", "# postwright: ignore PF-TLS-005, PF-TLS-004\n«a» = b\n", true);
    row("the group", "# postwright: ignore PF-TLS-*\n«a» = b\n", true);
    row("another group", "# postwright: ignore PF-SMUG-*\n«a» = b\n", false);
    row("every rule", "#postwright: ignore *\n«a» = b\n", true);
    row("no rule", "# postwright: ignore this line\n«a» = b\n", false);
    row("comments and blank lines between", "# postwright: ignore PF-TLS-004\n\n# why\n«a» = b\n", true);
    row("all lines of the entry", "# postwright: ignore PF-TLS-004\na = b\n  # x\n  «c»\n", true);
    row("not the entry below", "# postwright: ignore PF-TLS-004\na = b\n«c» = d\n", false);
    row("one line of an entry", "a = b\n# postwright: ignore PF-TLS-004\n  «c»\n", true);
    row("not the line after it", "a = b\n# postwright: ignore PF-TLS-004\n  c\n  «d»\n", false);
    row("below", "«a» = b\n# postwright: ignore PF-TLS-004\n", false);
    row("the whole file", "«a» = b\n# postwright: ignore-file PF-TLS-004 all old\n", true, "all old");
    row("in a value", "x = postwright: ignore PF-TLS-004\n«a» = b\n", false);
}

void TestSuppression::commentSpeaksForWhatIsBelow()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const bool, isIgnored);
    QFETCH(const QString, reason);
    syntax::ByteRange range;
    const model::Snapshot snapshot = snapshotOf(unmarked(mainCf, range));
    const Problems problems = check::withIgnored({problemAt(FileId::MainCf, range)}, snapshot, {});
    QCOMPARE(problems.first().ignored.has_value(), isIgnored);
    QCOMPARE(check::notIgnored(problems).isEmpty(), isIgnored);
    if (isIgnored) {
        QCOMPARE(problems.first().ignored->reason, reason);
        QVERIFY(problems.first().ignored->comment.has_value());
    }
}

void TestSuppression::subjectIsWhatTheFindingIsAbout_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArray>("subject");
    const QByteArray none;
    QTest::newRow("setting") << QByteArray("a = b\n  «c»\n") << none << QByteArray("a");
    QTest::newRow("line that is no setting") << QByteArray("a = b\n«c d»\n") << none << QByteArray("c d");
    QTest::newRow("whole file") << QByteArray("«»a = b\n") << none << none;
    QTest::newRow("service") << none << QByteArray("«smtp» inet n - y - - smtpd\n")
                             << QByteArray("smtp/inet");
    QTest::newRow("override") << none << QByteArray("smtp inet n - y - - smtpd\n -o a=«b»\n")
                              << QByteArray("smtp/inet/a");
}

void TestSuppression::subjectIsWhatTheFindingIsAbout()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, masterCf);
    syntax::ByteRange range;
    const bool isMain = masterCf.isEmpty();
    const QByteArray plain = unmarked(isMain ? mainCf : masterCf, range);
    const model::Snapshot snapshot = isMain ? snapshotOf(plain) : snapshotOf({}, plain);
    const Place place{isMain ? FileId::MainCf : FileId::MasterCf, range};
    QTEST(check::subjectOf(snapshot, place), "subject");
}

void TestSuppression::projectSpeaksByRuleFileAndSubject_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<bool>("isIgnored");
    const auto row = [](const char *name, const char *rule, const char *file, const char *subject,
                        bool isIgnored) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(file) << QByteArray(subject)
                            << isIgnored;
    };
    row("rule alone", "PF-TLS-004", "", "", true);
    row("group", "PF-TLS-*", "", "", true);
    row("another rule", "PF-TLS-005", "", "", false);
    row("file", "PF-TLS-004", "main.cf", "", true);
    row("pattern of files", "PF-TLS-004", "*.cf", "", true);
    row("another file", "PF-TLS-004", "master.cf", "", false);
    row("subject", "PF-TLS-004", "main.cf", "c", true);
    row("another subject", "PF-TLS-004", "main.cf", "a", false);
}

void TestSuppression::projectSpeaksByRuleFileAndSubject()
{
    QFETCH(const QByteArray, rule);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, subject);
    const Project project{.suppressions = {Suppression{.rule = rule, .file = file, .subject = subject}}};
    syntax::ByteRange range;
    const model::Snapshot snapshot = snapshotOf(unmarked("a = b\n«c» = d\n", range));
    const Problems problems = check::withIgnored({problemAt(FileId::MainCf, range)}, snapshot, project);
    QTEST(problems.first().ignored.has_value(), "isIgnored");
    if (problems.first().ignored)
        QVERIFY(!problems.first().ignored->comment);
}

void TestSuppression::commentIsWrittenAndTakenAway_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("reach");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, Reach reach, const char *after) {
        QTest::newRow(name) << QByteArray(before) << static_cast<int>(reach) << QByteArray(after);
    };
    row("above the setting", "x = y\n«a» = b\n", Reach::Finding,
        "x = y\n# postwright: ignore PF-TLS-004 so it is\na = b\n");
    row("between its lines", "a = b\n  «c»\n", Reach::Finding,
        "a = b\n# postwright: ignore PF-TLS-004 so it is\n  c\n");
    row("as the lines end here", "x = y\r\n«a» = b\r\n", Reach::Finding,
        "x = y\r\n# postwright: ignore PF-TLS-004 so it is\r\na = b\r\n");
    row("for the file", "x = y\n«a» = b\n", Reach::File,
        "# postwright: ignore-file PF-TLS-004 so it is\nx = y\na = b\n");
    row("what concerns the file", "«»x = y\n", Reach::Finding,
        "# postwright: ignore-file PF-TLS-004 so it is\nx = y\n");
    row("below a byte order mark", "\xef\xbb\xbfx = y\n«a» = b\n", Reach::File,
        "\xef\xbb\xbfx = y\n# postwright: ignore-file PF-TLS-004 so it is\na = b\n");
}

void TestSuppression::commentIsWrittenAndTakenAway()
{
    QFETCH(const QByteArray, before);
    QFETCH(const int, reach);
    syntax::ByteRange range;
    const QByteArray plain = unmarked(before, range);
    Draft draft(snapshotOf(plain));
    QVERIFY(!check::ignoreInComment(draft, "PF-TLS-004", {FileId::MainCf, range}, static_cast<Reach>(reach),
                                    QStringLiteral("so it is")));
    QTEST(draft.mainCf().text(), "after");
    const qsizetype moved = draft.mainCf().text().size() - plain.size();
    const Problem there = problemAt(FileId::MainCf, {range.begin + moved, range.end + moved});
    const Problems problems = check::withIgnored({there}, draft.snapshot(), {});
    QVERIFY(problems.first().ignored && problems.first().ignored->comment);
    QVERIFY(!check::stopIgnoringInComment(draft, "PF-TLS-004", *problems.first().ignored->comment));
    QCOMPARE(draft.mainCf().text(), plain);
}

void TestSuppression::otherRulesOfACommentStay()
{
    Draft draft(snapshotOf("# postwright: ignore PF-TLS-004 PF-TLS-005 why\na = b\n"));
    const Place comment{FileId::MainCf, {0, 5}};
    QVERIFY(!check::stopIgnoringInComment(draft, "PF-TLS-004", comment));
    QCOMPARE(draft.mainCf().text(), QByteArray("# postwright: ignore PF-TLS-005 why\na = b\n"));
    QVERIFY(check::stopIgnoringInComment(draft, "PF-TLS-004", comment));
}

void TestSuppression::projectRemembersTheEntryAndNotItsLine()
{
    const model::Snapshot before = snapshotOf("a = b\nc = d\n");
    const Problem problem = problemAt(FileId::MainCf, {6, 7});
    const Project project =
        check::ignoredInProject({}, before, problem, Reach::Finding, QStringLiteral("so it is"));
    const model::Snapshot moved = snapshotOf("# new\n\na = b\nc = other\n");
    const Problem there = problemAt(FileId::MainCf, {13, 14});
    const Problem other = problemAt(FileId::MainCf, {7, 8});
    const Problems problems = check::withIgnored({there, other}, moved, project);
    QVERIFY(problems[0].ignored);
    QCOMPARE(problems[0].ignored->reason, QStringLiteral("so it is"));
    QVERIFY(!problems[1].ignored);
    QVERIFY(check::noLongerIgnored(project, moved, there).suppressions.isEmpty());
    QCOMPARE(check::noLongerIgnored(project, moved, other).suppressions.size(), 1);
}

void TestSuppression::projectFileKeepsWhatItDoesNotKnow()
{
    const QByteArray json = R"({"version": 1, "roles": ["null-client"], "team": "mail",
        "ignore": [{"rule": "PF-TLS-004", "subject": "smtp/inet"}]})";
    const auto project = check::readProject(json, QStringLiteral("x"));
    QVERIFY(project);
    QCOMPARE(project->roles, QByteArrayList{"null-client"});
    const auto again = check::readProject(check::writtenProject(*project), QStringLiteral("x"));
    QVERIFY(again);
    QCOMPARE(again->suppressions, project->suppressions);
    QCOMPARE(again->suppressions.first().subject, QByteArray("smtp/inet"));
    QCOMPARE(again->roles, project->roles);
    QCOMPARE(again->other[QStringLiteral("team")].toString(), QStringLiteral("mail"));
}

void TestSuppression::projectFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("newer") << QByteArray("{\"version\": 2}");
    QTest::newRow("entry without rule") << QByteArray("{\"ignore\": [{\"file\": \"main.cf\"}]}");
}

void TestSuppression::projectFileIsRefused()
{
    QFETCH(const QByteArray, json);
    const auto project = check::readProject(json, QStringLiteral("the file"));
    QVERIFY(!project);
    QVERIFY(project.error().code == base::Error::Code::Malformed);
    QCOMPARE(project.error().subject, QStringLiteral("the file"));
}

void TestSuppression::projectIsSavedBesideMainCf()
{
    const QTemporaryDir folder;
    const QTemporaryDir state;
    files::LocalFileStore store(state.path());
    auto project = check::loadProject(store, folder.path());
    QVERIFY(project && project->isEmpty());
    Project changed = *project;
    changed.suppressions.append(Suppression{.rule = "PF-TLS-004"});
    QVERIFY(check::saveProject(store, folder.path(), changed));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral(".postwright.json"))));
    const auto read = check::loadProject(store, folder.path());
    QVERIFY(read);
    QCOMPARE(read->suppressions, changed.suppressions);
    changed.suppressions.clear();
    QVERIFY(check::saveProject(store, folder.path(), changed));
    Project stale = *read; // was read before that
    QVERIFY(!check::saveProject(store, folder.path(), stale));
}

QTEST_GUILESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
