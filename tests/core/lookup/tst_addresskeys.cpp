// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/site.h"

#include <QTest>

using lookup::AddressAnswer;

namespace {

effective::Values valuesOf(const QByteArray &mainCf)
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    model::FileInfo info;
    info.kind = model::FileKind::MainCf;
    const model::Snapshot snapshot = model::Snapshot().with(
        model::FileId::MainCf, model::File(info, syntax::Text(mainCf, syntax::Text::Layout::Whole)));
    return effective::Values(snapshot, {.catalog = catalog, .version = catalog::Catalog::newest});
}

constexpr auto site =
    "recipient_delimiter = +\nmyorigin = home.example\nmydestination = home.example, !a.test, "
    "inline:{other.test=x}, a.test\n";

/// What every table is asked, in order; the pattern table is marked with a '~'.
QByteArrayList asked(const QByteArray &mainCf, const QByteArray &parameter, const QByteArray &address)
{
    const effective::Values values = valuesOf(mainCf);
    const lookup::Opening opening = lookup::openingOf(values, {});
    const auto maps = lookup::openAll(parameter, "inline:{none=x}, pcre:{{/^none$/ x}}", opening);
    QByteArrayList keys;
    for (const lookup::Step &step :
         lookup::findAddress(parameter, maps, address, lookup::siteOf(values, parameter, opening)).steps)
        keys.append((step.table.startsWith("pcre") ? "~" : "") + step.key);
    return keys;
}

} // namespace

class TestAddressKeys : public QObject
{
    Q_OBJECT

private slots:
    void partsAreAskedInOrder_data();
    void partsAreAskedInOrder();
    void parentsMayMatchSubdomains();
    void resultIsAnAddressAgain_data();
    void resultIsAnAddressAgain();
    void tablesComeFromTheConfiguration();
    void errorEndsTheSearch();
};

void TestAddressKeys::partsAreAskedInOrder_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArrayList>("keys");
    const auto row = [](const char *title, const char *parameter, const char *address, const char *keys) {
        QTest::newRow(title) << QByteArray(parameter) << QByteArray(address) << QByteArray(keys).split('|');
    };
    row("an address", "virtual_alias_maps", "a+x@b.test", "a+x@b.test|~a+x@b.test|a@b.test|@b.test");
    row("a local address", "canonical_maps", "a+x@Home.example",
        "a+x@Home.example|~a+x@Home.example|a@Home.example|a+x|a|@Home.example");
    row("a domain from a table", "canonical_maps", "a@other.test",
        "a@other.test|~a@other.test|a|@other.test");
    row("a domain that is not local", "canonical_maps", "a@a.test", "a@a.test|~a@a.test|@a.test");
    row("no domain", "virtual_alias_maps", "a+x", "a+x|~a+x|a");
    row("quotes where they are needed", "virtual_alias_maps", "a b@c.test",
        "\"a b\"@c.test|~\"a b\"@c.test|a b@c.test|~a b@c.test|@c.test");
    row("names that have no extension", "virtual_alias_maps", "MAILER-DAEMON@c.test",
        "MAILER-DAEMON@c.test|~MAILER-DAEMON@c.test|@c.test");
    row("an extension alone is none", "virtual_alias_maps", "+x@c.test", "+x@c.test|~+x@c.test|@c.test");
    row("a mailbox", "virtual_mailbox_maps", "a+x@home.example",
        "a+x@home.example|~a+x@home.example|a@home.example|@home.example");
    row("an alias", "alias_maps", "a+x@home.example", "a+x|~a+x|a|~a");
    row("a transport", "transport_maps", "a+x@b.c.test",
        "a+x@b.c.test|~a+x@b.c.test|a@b.c.test|b.c.test|.c.test|.test|*|~*");
    row("a sender", "check_sender_access", "a+x@b.test",
        "a+x@b.test|~a+x@b.test|a@b.test|b.test|test|a+x@|a@");
    row("the null sender", "check_sender_access", "", "<>|~<>");
    row("a client", "check_client_access", "h.b.test[192.0.2.1]",
        "h.b.test|~h.b.test|b.test|test|192.0.2.1|~192.0.2.1|192.0.2|192.0|192");
    row("an IPv6 client", "check_client_access", "2001:db8::1",
        "2001:db8::1|~2001:db8::1|2001:db8:|2001:db8|2001");
    row("a host name", "check_helo_access", "h.b.test", "h.b.test|~h.b.test|b.test|test");
    row("a TLS domain", "smtp_tls_policy_maps", "a.b.test",
        "a.b.test|~a.b.test|.b.test|~.b.test|.test|~.test");
    row("a TLS next hop", "smtp_tls_policy_maps", "[a.b.test]:25", "[a.b.test]:25|~[a.b.test]:25");
    row("a header", "header_checks", "Subject: a@b", "Subject: a@b|~Subject: a@b");
}

void TestAddressKeys::partsAreAskedInOrder()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArrayList, keys);
    QCOMPARE(asked(site, parameter, address), keys);
}

void TestAddressKeys::parentsMayMatchSubdomains()
{
    const QByteArray mainCf = "parent_domain_matches_subdomains = transport_maps\n";
    QCOMPARE(asked(mainCf, "transport_maps", "a@b.c.test"),
             QByteArrayList({"a@b.c.test", "~a@b.c.test", "b.c.test", "c.test", "test", "*", "~*"}));
    QCOMPARE(asked(mainCf, "check_helo_access", "b.c.test"),
             QByteArrayList({"b.c.test", "~b.c.test", ".c.test", ".test"}));
}

void TestAddressKeys::resultIsAnAddressAgain_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *title, const char *table, const char *address, const char *result) {
        QTest::newRow(title) << QByteArray(table) << QByteArray(address) << QByteArray(result);
    };
    row("another domain", "inline:{@b.test=@c.test}", "a+x@b.test", "a+x@c.test");
    row("the extension comes along", "inline:{{a@b.test = c@d.test, e}}", "a+x@b.test", "c+x@d.test, e+x");
    row("not when it was asked for", "inline:{a+x@b.test=c@d.test}", "a+x@b.test", "c@d.test");
    row("a pattern", "pcre:{{/^(.*)@b/ $1@c.test}}", "a@b", "a@c.test");
}

void TestAddressKeys::resultIsAnAddressAgain()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, result);
    const effective::Values values = valuesOf(site);
    const lookup::Opening opening = lookup::openingOf(values, {});
    const AddressAnswer answer =
        lookup::findAddress("virtual_alias_maps", lookup::openAll("virtual_alias_maps", table, opening),
                            address, lookup::siteOf(values, "virtual_alias_maps", opening));
    QCOMPARE(answer.result, result);
}

void TestAddressKeys::tablesComeFromTheConfiguration()
{
    const effective::Values values =
        valuesOf("virtual_alias_maps = inline:{a=1}, inline:{a@b.test=2}\nmydestination = b.test\n");
    const AddressAnswer answer =
        lookup::findAddress(values, "virtual_alias_maps", "A@B.test", lookup::openingOf(values, {}));
    QCOMPARE(answer.result, QByteArray("2"));
    QCOMPARE(answer.steps.size(), 2);
    QCOMPARE(answer.steps.last().table, QByteArray("inline:{a@b.test=2}"));
}

void TestAddressKeys::errorEndsTheSearch()
{
    const auto maps = lookup::openAll("virtual_alias_maps", "fail:x static:y", {});
    const AddressAnswer failed = lookup::findAddress("virtual_alias_maps", maps, "a@b", {});
    QVERIFY(failed.answer.isError());
    QCOMPARE(failed.steps.size(), 1);
    const auto empty = lookup::openAll("virtual_alias_maps", "inline:{a@b=}, static:y", {});
    QCOMPARE(lookup::findAddress("virtual_alias_maps", empty, "a@b", {}).answer.state,
             lookup::Answer::State::Failed);
}

QTEST_GUILESS_MAIN(TestAddressKeys)
#include "tst_addresskeys.moc"
