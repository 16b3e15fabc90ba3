// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parameterquery.h"

#include <QTest>

using ui::ParameterQuery;

Q_DECLARE_METATYPE(ui::ParameterQuery)

class TestParameterQuery : public QObject
{
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void everyOfferedFilterIsUnderstood();
    void filtersAreToggledInTheText();
};

void TestParameterQuery::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ParameterQuery>("query");
    const auto row = [](const char *name, const char *text, const ParameterQuery &query) {
        QTest::newRow(name) << QString::fromUtf8(text) << query;
    };
    row("nothing", "  ", {});
    row("words in any case", "TLS Level", {.words = {"tls", "level"}});
    row("a phrase", "\"two words\" x", {.words = {"two words", "x"}});
    row("a quote that is still open", "\"two w", {.words = {"two w"}});
    row("a filter and a word", "@set tls", {.words = {"tls"}, .is = ParameterQuery::Set});
    row("filters add up", "@changed @deprecated",
        {.is = ParameterQuery::Changed | ParameterQuery::Deprecated});
    row("a filter in capitals", "@SET", {.is = ParameterQuery::Set});
    row("a filter in quotes is a word", "\"@set\"", {.words = {"@set"}});
    row("a service", "@service:Submission", {.services = {"submission"}});
    row("a topic", "@topic:tls.server x", {.words = {"x"}, .topics = {"tls.server"}});
    row("a service yet to be named", "@service:", {});
    row("a filter being written", "tls @cha", {.words = {"tls"}});
    row("the beginning of a filter that was left", "@cha tls",
        {.words = {"tls"}, .unknown = {QStringLiteral("@cha")}});
    row("a typo", "@chnaged", {.unknown = {QStringLiteral("@chnaged")}});
    row("an address is a word", "user@example.org", {.words = {"user@example.org"}});
    row("not Latin", "größe", {.words = {"größe"}});
}

void TestParameterQuery::words()
{
    QFETCH(const QString, text);
    QTEST(ui::parseQuery(text), "query");
}

void TestParameterQuery::everyOfferedFilterIsUnderstood()
{
    QVERIFY(ui::queryFilters().size() >= 7);
    for (const ui::QueryFilter &filter : ui::queryFilters()) {
        QString text = QString::fromLatin1(filter.word);
        if (text.endsWith(u':'))
            text += u'x';
        const ParameterQuery query = ui::parseQuery(text + u' ');
        QVERIFY2(query.unknown.isEmpty() && !query.isEmpty() && query.words.isEmpty(), filter.word);
    }
}

void TestParameterQuery::filtersAreToggledInTheText()
{
    const QString set = QStringLiteral("@set");
    QCOMPARE(ui::withFilterToggled({}, set), QStringLiteral("@set "));
    QCOMPARE(ui::withFilterToggled(QStringLiteral("tls "), set), QStringLiteral("tls @set "));
    QCOMPARE(ui::withFilterToggled(QStringLiteral("@set  tls"), set), QStringLiteral("tls "));
    QCOMPARE(ui::withFilterToggled(QStringLiteral("@set"), set), QString());
}

QTEST_GUILESS_MAIN(TestParameterQuery)
#include "tst_parameterquery.moc"
