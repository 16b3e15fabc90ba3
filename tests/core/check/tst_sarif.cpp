// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/replacements.h"
#include "core/check/sarif.h"
#include "core/check/suppression.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using model::Draft;
using model::FileId;

namespace {

/// A property of an object of SARIF 2.1.0: what its value is, and whether it has to be there. `type` is
/// "string", "uri", "count" (an integer from 0), "number1" (from 1), "any", the name of an object below, or
/// one of them with "[]" behind it; "a|b|c" are the words that it may be.
struct Property
{
    const char *name;
    const char *type;
    bool isRequired = false;
};

/// The documented properties of the objects that we write; an object may have no others.
const QHash<QString, QList<Property>> &objects()
{
    static const QHash<QString, QList<Property>> all{
        {QStringLiteral("log"), {{"$schema", "uri"}, {"version", "2.1.0", true}, {"runs", "run[]", true}}},
        {QStringLiteral("run"),
         {{"tool", "tool", true},
          {"results", "result[]"},
          {"originalUriBaseIds", "artifactLocations"},
          {"columnKind", "utf16CodeUnits|unicodeCodePoints"},
          {"properties", "any"}}},
        {QStringLiteral("tool"), {{"driver", "toolComponent", true}}},
        {QStringLiteral("toolComponent"),
         {{"name", "string", true},
          {"version", "string"},
          {"semanticVersion", "string"},
          {"rules", "reportingDescriptor[]"}}},
        {QStringLiteral("reportingDescriptor"),
         {{"id", "string", true},
          {"shortDescription", "message"},
          {"fullDescription", "message"},
          {"help", "message"},
          {"defaultConfiguration", "reportingConfiguration"},
          {"properties", "any"}}},
        {QStringLiteral("reportingConfiguration"), {{"level", "none|note|warning|error"}}},
        {QStringLiteral("result"),
         {{"message", "message", true},
          {"ruleId", "string"},
          {"ruleIndex", "count"},
          {"level", "none|note|warning|error"},
          {"locations", "location[]"},
          {"relatedLocations", "location[]"},
          {"partialFingerprints", "strings"},
          {"fixes", "fix[]"},
          {"suppressions", "suppression[]"}}},
        {QStringLiteral("message"), {{"text", "string", true}}},
        {QStringLiteral("location"), {{"id", "count"}, {"physicalLocation", "physicalLocation"}}},
        {QStringLiteral("physicalLocation"),
         {{"artifactLocation", "artifactLocation", true}, {"region", "region"}}},
        {QStringLiteral("artifactLocation"), {{"uri", "uri"}, {"uriBaseId", "string"}}},
        {QStringLiteral("region"),
         {{"startLine", "number1", true},
          {"startColumn", "number1"},
          {"endLine", "number1"},
          {"endColumn", "number1"}}},
        {QStringLiteral("fix"), {{"description", "message"}, {"artifactChanges", "artifactChange[]", true}}},
        {QStringLiteral("artifactChange"),
         {{"artifactLocation", "artifactLocation", true}, {"replacements", "replacement[]", true}}},
        {QStringLiteral("replacement"),
         {{"deletedRegion", "region", true}, {"insertedContent", "artifactContent"}}},
        {QStringLiteral("artifactContent"), {{"text", "string"}, {"binary", "string"}}},
        {QStringLiteral("suppression"),
         {{"kind", "inSource|external", true}, {"justification", "string"}, {"location", "location"}}},
    };
    return all;
}

QStringList faultsOf(const QJsonValue &value, const QString &type, const QString &path);

QStringList faultsOfObject(const QJsonObject &object, const QString &type, const QString &path)
{
    QStringList faults;
    const QList<Property> properties = objects().value(type);
    QStringList names;
    for (const Property &property : properties) {
        const QString name = QString::fromLatin1(property.name);
        names.append(name);
        if (object.contains(name))
            faults += faultsOf(object[name], QString::fromLatin1(property.type), path + u'/' + name);
        else if (property.isRequired)
            faults += path + QStringLiteral(" lacks ") + name;
    }
    for (const QString &name : object.keys()) {
        if (!names.contains(name))
            faults += path + QStringLiteral(" must not have ") + name;
    }
    return faults;
}

QStringList faultsOf(const QJsonValue &value, const QString &type, const QString &path)
{
    const auto unless = [&](bool isGood) {
        return isGood ? QStringList() : QStringList{path + QStringLiteral(" is no ") + type};
    };
    if (type.endsWith(QStringLiteral("[]"))) {
        QStringList faults = unless(value.isArray());
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            faults += faultsOf(array[i], type.chopped(2), path + u'/' + QString::number(i));
        return faults;
    }
    if (type == QStringLiteral("any"))
        return {};
    if (type == QStringLiteral("string"))
        return unless(value.isString() && !value.toString().isNull());
    if (type == QStringLiteral("uri"))
        return unless(value.isString() && QUrl(value.toString(), QUrl::StrictMode).isValid());
    if (type == QStringLiteral("count") || type == QStringLiteral("number1"))
        return unless(value.isDouble() && value.toInteger(-1) >= 0
                      && value.toInteger() >= (type == QStringLiteral("count") ? 0 : 1));
    if (type == QStringLiteral("strings") || type == QStringLiteral("artifactLocations")) {
        QStringList faults = unless(value.isObject());
        const QJsonObject object = value.toObject();
        for (const QString &name : object.keys())
            faults += faultsOf(object[name],
                               type == QStringLiteral("strings") ? QStringLiteral("string")
                                                                 : QStringLiteral("artifactLocation"),
                               path + u'/' + name);
        return faults;
    }
    if (objects().contains(type))
        return value.isObject() ? faultsOfObject(value.toObject(), type, path) : unless(false);
    return unless(type.split(u'|').contains(value.toString()));
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    model::Snapshot empty({model::File({.path = QStringLiteral("/etc/postfix/main.cf"),
                                        .name = QStringLiteral("main.cf"),
                                        .kind = model::FileKind::MainCf},
                                       syntax::Text()),
                           model::File({.path = QStringLiteral("/etc/postfix/master.cf"),
                                        .name = QStringLiteral("master.cf"),
                                        .kind = model::FileKind::MasterCf},
                                       syntax::Text())});
    Draft draft(empty);
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

check::Problems problemsOf(const model::Snapshot &snapshot)
{
    return check::withIgnored(check::ownProblems(snapshot), snapshot, {});
}

QJsonObject sarifOf(const model::Snapshot &snapshot, const check::Problems &problems)
{
    return check::asSarif(problems, snapshot, QStringLiteral("/etc/postfix"), QStringLiteral("3.7.11"));
}

QJsonArray resultsOf(const QJsonObject &sarif)
{
    return sarif[QStringLiteral("runs")][0][QStringLiteral("results")].toArray();
}

} // namespace

class TestSarif : public QObject
{
    Q_OBJECT

private slots:
    void checkerKnowsWhatIsWrong();
    void everythingIsAsDocumented();
    void columnsCountCharacters();
    void fixesSayWhatTheyReplace();
    void ignoredIsSuppressed();
    void postfixSpeaksWithoutRuleOrPlace();
    void replacementsAreToldInTheOldFile_data();
    void replacementsAreToldInTheOldFile();
};

void TestSarif::checkerKnowsWhatIsWrong()
{
    QJsonObject sarif = sarifOf(snapshotOf("a b\n"), problemsOf(snapshotOf("a b\n")));
    QCOMPARE(faultsOf(sarif, QStringLiteral("log"), {}), QStringList());
    sarif[QStringLiteral("extra")] = 1;
    sarif.remove(QStringLiteral("version"));
    QCOMPARE(faultsOf(sarif, QStringLiteral("log"), {}).size(), 2);
    QCOMPARE(faultsOf(QJsonObject{{QStringLiteral("startLine"), 0}}, QStringLiteral("region"), {}).size(), 1);
    QCOMPARE(faultsOf(QStringLiteral("bad"), QStringLiteral("note|error"), {}).size(), 1);
}

void TestSarif::everythingIsAsDocumented()
{
    const model::Snapshot snapshot =
        snapshotOf("hello world\na = b\na = c\n# postwright: ignore PF-SYN-008 so\na = d\n",
                   "  smtp inet n - y - - smtpd\nsmtp inet n - y - - \n");
    const check::Problems problems = problemsOf(snapshot);
    QVERIFY(problems.size() > 3);
    const QJsonObject sarif = sarifOf(snapshot, problems);
    QCOMPARE(faultsOf(sarif, QStringLiteral("log"), {}), QStringList());
    const QJsonArray results = resultsOf(sarif);
    QCOMPARE(results.size(), problems.size());
    const QJsonArray rules = sarif[QStringLiteral("runs")][0][QStringLiteral("tool")]
                                  [QStringLiteral("driver")][QStringLiteral("rules")]
                                      .toArray();
    for (const QJsonValue &result : results)
        QCOMPARE(rules[result[QStringLiteral("ruleIndex")].toInt()][QStringLiteral("id")],
                 result[QStringLiteral("ruleId")]);
}

void TestSarif::columnsCountCharacters()
{
    const model::Snapshot snapshot = snapshotOf("x = y\n");
    Draft draft(snapshot);
    draft.replace(FileId::MainCf, {4, 5}, "äö z");
    const check::Problem problem{.rule = QStringLiteral("PF-SYN-001"),
                                 .message = QStringLiteral("m"),
                                 .place = model::Place{FileId::MainCf, {9, 10}},
                                 .file = QStringLiteral("main.cf")};
    const QJsonArray results = resultsOf(sarifOf(draft.snapshot(), {problem}));
    const QJsonValue region = results[0][QStringLiteral("locations")][0][QStringLiteral("physicalLocation")]
                                     [QStringLiteral("region")];
    QCOMPARE(region[QStringLiteral("startColumn")].toInt(), 8);
    QCOMPARE(region[QStringLiteral("endColumn")].toInt(), 9);
}

void TestSarif::fixesSayWhatTheyReplace()
{
    const model::Snapshot snapshot = snapshotOf("a = b\n  \n\nhello\n");
    const QJsonArray results = resultsOf(sarifOf(snapshot, problemsOf(snapshot)));
    QCOMPARE(results.size(), 1);
    const QJsonValue change = results[0][QStringLiteral("fixes")][0][QStringLiteral("artifactChanges")][0];
    QCOMPARE(change[QStringLiteral("artifactLocation")][QStringLiteral("uri")].toString(),
             QStringLiteral("main.cf"));
    const QJsonValue replacement = change[QStringLiteral("replacements")][0];
    QCOMPARE(replacement[QStringLiteral("insertedContent")][QStringLiteral("text")].toString(),
             QStringLiteral("#"));
    QCOMPARE(replacement[QStringLiteral("deletedRegion")][QStringLiteral("startLine")].toInt(), 4);
    QCOMPARE(replacement[QStringLiteral("deletedRegion")][QStringLiteral("endColumn")].toInt(), 1);
}

void TestSarif::ignoredIsSuppressed()
{
    const model::Snapshot snapshot = snapshotOf("a = b\n# postwright: ignore PF-SYN-008 so it is\na = c\n");
    const QJsonArray results = resultsOf(sarifOf(snapshot, problemsOf(snapshot)));
    QCOMPARE(results.size(), 1);
    const QJsonValue suppression = results[0][QStringLiteral("suppressions")][0];
    QCOMPARE(suppression[QStringLiteral("kind")].toString(), QStringLiteral("inSource"));
    QCOMPARE(suppression[QStringLiteral("justification")].toString(), QStringLiteral("so it is"));
}

void TestSarif::postfixSpeaksWithoutRuleOrPlace()
{
    const model::Snapshot snapshot = snapshotOf("a = b\n");
    const check::Problems problems{{.origin = check::Origin::Postconf, .message = QStringLiteral("m")},
                                   {.origin = check::Origin::Files,
                                    .message = QStringLiteral("n"),
                                    .file = QStringLiteral("/etc/my aliases")}};
    const QJsonObject sarif = sarifOf(snapshot, problems);
    QCOMPARE(faultsOf(sarif, QStringLiteral("log"), {}), QStringList());
    const QJsonArray results = resultsOf(sarif);
    QCOMPARE(results[0][QStringLiteral("ruleId")].toString(), QStringLiteral("postconf"));
    QCOMPARE(results[1][QStringLiteral("locations")][0][QStringLiteral("physicalLocation")]
                    [QStringLiteral("artifactLocation")][QStringLiteral("uri")]
                        .toString(),
             QStringLiteral("file:///etc/my%20aliases"));
}

void TestSarif::replacementsAreToldInTheOldFile_data()
{
    QTest::addColumn<model::Changes>("changes");
    const auto change = [](qsizetype begin, qsizetype end, const char *bytes) {
        return model::Change{FileId::MainCf, {begin, end}, bytes};
    };
    QTest::newRow("one") << model::Changes{change(2, 4, "xyz")};
    QTest::newRow("later one first") << model::Changes{change(8, 9, "q"), change(1, 3, "long text")};
    QTest::newRow("earlier one first") << model::Changes{change(1, 3, "long text"), change(12, 13, "q")};
    QTest::newRow("within what was new") << model::Changes{change(3, 4, "long text"), change(5, 8, "")};
    QTest::newRow("across old and new") << model::Changes{change(3, 4, "long"), change(1, 9, "z")};
    QTest::newRow("at the ends") << model::Changes{change(0, 0, "a"), change(11, 11, "z")};
    QTest::newRow("everything") << model::Changes{change(0, 10, "")};
}

void TestSarif::replacementsAreToldInTheOldFile()
{
    QFETCH(const model::Changes, changes);
    const model::Snapshot snapshot = snapshotOf("0123456789");
    const auto files = check::replacementsOf(snapshot, changes);
    QCOMPARE(files.size(), 1);
    QByteArray text = snapshot.mainCf().text();
    const QList<check::Replacement> all = files.first().replacements;
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        QVERIFY(i + 1 == all.size() || all[i].range.end < all[i + 1].range.begin);
        text.replace(all[i].range.begin, all[i].range.size(), all[i].bytes);
    }
    QCOMPARE(text, model::applied(snapshot, changes).mainCf().text());
}

QTEST_GUILESS_MAIN(TestSarif)
#include "tst_sarif.moc"
