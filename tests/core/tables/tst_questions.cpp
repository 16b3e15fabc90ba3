// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/draft.h"
#include "core/tables/questions.h"

#include <QTest>

using lookup::Answer;
using model::FileId;
using model::FileKind;
using tables::Asker;
using tables::Reply;

namespace {

model::File file(const QString &name, FileKind kind, const QByteArray &text)
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
    return {info, syntax::Text(text, model::File::layoutOf(kind))};
}

const QByteArray mainCf = "myhostname = mail.example.org\n"
                          "myorigin = example.org\n"
                          "mydestination = example.org\n"
                          "recipient_delimiter = +\n"
                          "virtual_alias_maps = hash:/etc/postfix/virtual pcre:/etc/postfix/rules\n"
                          "alias_maps = hash:/etc/postfix/aliases\n"
                          "smtpd_recipient_restrictions = check_sender_access hash:/etc/postfix/virtual,\n"
                          "  permit_mynetworks\n"
                          "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/virtual\n"
                          "mine = hash:/etc/postfix/virtual\n"
                          "smtpd_tls_session_cache_database = btree:/var/lib/postfix/cache\n";
const QByteArray masterCf = "smtp inet n - n - - smtpd\n"
                            "submission inet n - n - - smtpd\n"
                            "  -o virtual_alias_maps=static:all\n";
const QByteArray rules = "if /@example/\n"
                         "/^(\\w+)\\.(\\w+)@/ $2-$1@example.net\n"
                         "endif\n"
                         "/^(a+)+$/ never\n"
                         "/^ja/ j@example.net\n";

struct Bench
{
    Bench()
        : snapshot({file(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                    file(QStringLiteral("master.cf"), FileKind::MasterCf, masterCf),
                    file(QStringLiteral("virtual"), FileKind::KeyValue, "joe@example.org jim@example.net\n"),
                    file(QStringLiteral("rules"), FileKind::Pattern, rules),
                    file(QStringLiteral("aliases"), FileKind::Aliases, "root: joe\n")})
    {
    }

    effective::Values values() const
    {
        return {snapshot, {.catalog = *catalog, .version = catalog::Catalog::newest, .host = {}}};
    }
    Reply ask(const QByteArray &parameter, const QByteArray &address)
    {
        const QList<Asker> all = tables::askersIn(values());
        const auto found = std::find_if(all.begin(), all.end(), [&](const Asker &one) {
            return one.parameter == parameter && one.service.isEmpty();
        });
        return found == all.end() ? Reply() : tables::ask(values(), *found, address, open);
    }
    Reply askTable(const QByteArray &name, const QByteArray &key)
    {
        return tables::ask(values(), Asker{.tables = {name}}, key, open);
    }

    base::Result<catalog::Catalog> catalog = catalog::Catalog::load();
    model::Snapshot snapshot;
    tables::OpenTables open;
};

} // namespace

class TestQuestions : public QObject
{
    Q_OBJECT

private slots:
    void everyAskerIsFoundOnce();
    void addressIsAskedAsPostfixCompletesIt_data();
    void addressIsAskedAsPostfixCompletesIt();
    void everyRowThatFitsIsSaid();
    void patternThatTakesTooLongIsSaid();
    void unsavedRowsAnswer();
    void tableOfAliasesIsReadAsOne();
    void missingFileIsSaid();
};

void TestQuestions::everyAskerIsFoundOnce()
{
    const Bench bench;
    const QList<Asker> expected{
        {.parameter = "alias_maps", .tables = {"hash:/etc/postfix/aliases"}},
        {.parameter = "virtual_alias_maps",
         .tables = {"hash:/etc/postfix/virtual", "pcre:/etc/postfix/rules"}},
        {.parameter = "virtual_alias_maps", .tables = {"static:all"}, .service = "submission/inet"},
        {.parameter = "check_sender_access", .tables = {"hash:/etc/postfix/virtual"}}};
    QList<Asker> found = tables::askersIn(bench.values());
    found.removeIf([](const Asker &asker) { // those that Postfix has by default
        return asker.tables.first().startsWith("proxy:unix:") || asker.parameter == "local_recipient_maps";
    });
    QCOMPARE(found, expected);
    QVERIFY(tables::tablesOf(found).contains("static:all"));
    QCOMPARE(tables::tablesOf(found).count("hash:/etc/postfix/virtual"), 1);
}

void TestQuestions::addressIsAskedAsPostfixCompletesIt_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("result"); // null: none
    QTest::newRow("a user") << QByteArray("virtual_alias_maps") << QByteArray("joe")
                            << QByteArray("joe@example.org") << QByteArray("jim@example.net");
    QTest::newRow("with an extension") << QByteArray("virtual_alias_maps") << QByteArray("Joe+x@example.org")
                                       << QByteArray("Joe+x@example.org") << QByteArray("jim+x@example.net");
    QTest::newRow("local names stay")
        << QByteArray("alias_maps") << QByteArray("root") << QByteArray("root") << QByteArray("joe");
    QTest::newRow("nobody there") << QByteArray("virtual_alias_maps") << QByteArray("x@example.net")
                                  << QByteArray("x@example.net") << QByteArray();
}

void TestQuestions::addressIsAskedAsPostfixCompletesIt()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, asked);
    QFETCH(const QByteArray, result);
    Bench bench;
    const Reply reply = bench.ask(parameter, address);
    QCOMPARE(reply.address, asked);
    QCOMPARE(reply.answer.isFound(), !result.isNull());
    QCOMPARE(reply.result, result);
    QVERIFY(!reply.steps.isEmpty());
}

void TestQuestions::everyRowThatFitsIsSaid()
{
    Bench bench;
    const Reply reply = bench.askTable("pcre:/etc/postfix/rules", "jane.doe@example.org");
    QCOMPARE(reply.result, QByteArray("doe-jane@example.net"));
    QCOMPARE(reply.steps.size(), 1);
    const QList<lookup::Match> &rows = reply.steps.first().trial.matches;
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].line, 2);
    QCOMPARE(rows[0].conditions, QList<qsizetype>{1});
    QCOMPARE(rows[0].groups, QByteArrayList({"jane.doe@", "jane", "doe"}));
    QCOMPARE(rows[1].line, 5);
}

void TestQuestions::patternThatTakesTooLongIsSaid()
{
    Bench bench;
    const Reply reply = bench.askTable("pcre:/etc/postfix/rules", QByteArray(60, 'a') + 'b');
    QVERIFY(!reply.answer.isFound());
    const QList<lookup::Hitch> &hitches = reply.steps.first().trial.hitches;
    QCOMPARE(hitches.size(), 1);
    QCOMPARE(hitches.first().line, 4);
    QVERIFY2(hitches.first().problem.contains("limit"), hitches.first().problem.constData());
    QCOMPARE(reply.answer.hitches.size(), 1);
}

void TestQuestions::unsavedRowsAnswer()
{
    Bench bench;
    QCOMPARE(bench.ask("virtual_alias_maps", "joe").result, QByteArray("jim@example.net"));
    model::Draft draft(bench.snapshot);
    draft.replace(FileId::FirstOther, {16, 19}, "tom");
    const lookup::MapPointer before = bench.open.open("hash:/etc/postfix/virtual", {}, bench.snapshot);
    QCOMPARE(bench.open.open("hash:/etc/postfix/virtual", {}, bench.snapshot), before);
    bench.snapshot = draft.snapshot();
    QCOMPARE(bench.ask("virtual_alias_maps", "joe").result, QByteArray("tom@example.net"));
    QVERIFY(bench.open.open("hash:/etc/postfix/virtual", {}, bench.snapshot) != before);
}

void TestQuestions::tableOfAliasesIsReadAsOne()
{
    Bench bench;
    QCOMPARE(bench.askTable("hash:/etc/postfix/aliases", "Root").result, QByteArray("joe"));
}

void TestQuestions::missingFileIsSaid()
{
    Bench bench;
    const Reply reply = bench.askTable("hash:/etc/postfix/none", "x");
    QCOMPARE(reply.answer.state, Answer::State::Failed);
    QVERIFY2(reply.answer.problem.contains(QStringLiteral("/etc/postfix/none")),
             qPrintable(reply.answer.problem));
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
