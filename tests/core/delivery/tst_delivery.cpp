// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/expander.h"
#include "core/delivery/words.h"
#include "core/model/draft.h"

#include <QTest>

using delivery::Node;
using delivery::Tree;

namespace {

constexpr auto mainCf = R"(
myhostname = mail.example.org
mydomain = example.org
mydestination = mail.example.org, example.org, localhost.$mydomain, /etc/postfix/domains, !old.example
recipient_delimiter = +
alias_maps = inline:{
  { root = anna, "|/usr/bin/notify -x", /var/log/mail }
  { loop = pool }
  { pool = loop, anna }
  { self = self, ben }
  { team = anna, ben@far.example }
  { owner-team = ben }
  { nested = :include:/etc/postfix/people }
  { empty = (nobody) }
  { home = ~/inbox } }
virtual_alias_domains = v.example, w.example
virtual_alias_maps = inline:{
  { info@v.example = root, anna@example.org, more@v.example }
  { more@v.example = team, anna@example.org }
  { @w.example = @v.example }
  { again@v.example = again@v.example, cara@far.example }
  { round@v.example = about@v.example }
  { about@v.example = round@v.example } }
virtual_mailbox_domains = box.example
virtual_mailbox_base = /srv/mail
virtual_mailbox_maps = inline:{ dora@box.example=dora/ }
relay_domains = relay.example
transport_maps = inline:{ { .slow.example = slow:[10.0.0.1]:26 } { gone.example = error:closed } }
relocated_maps = inline:{ moved@example.org=new@far.example }
recipient_canonical_maps = inline:{ first.last=anna }
luser_relay =
)";

constexpr auto masterCf = "cleanup unix n - n - 0 cleanup\n"
                          "rewrite unix - - n - - trivial-rewrite\n"
                          "local unix - n n - - local\n"
                          "virtual unix - n n - - virtual\n"
                          "smtp unix - - n - - smtp\n"
                          "relay unix - - n - - smtp\n"
                          "slow unix - - n - - smtp\n"
                          "error unix - - n - - error\n";

delivery::Surroundings surroundings(const QByteArray &added = {})
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf + added);
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf);
    delivery::Surroundings around{
        .values =
            effective::Values(draft.snapshot(), {.catalog = catalog, .version = catalog::Catalog::newest})};
    around.read = [](const QByteArray &path, syntax::TableKind kind) -> base::Result<syntax::Table> {
        const QHash<QByteArray, QByteArray> files{
            {"/etc/postfix/people", "# people\nanna, cara@far.example\nben\n"},
            {"/etc/postfix/domains", "# more\nalso.example\n"}};
        if (!files.contains(path))
            return base::Error{.code = base::Error::Code::NotFound, .subject = QString::fromUtf8(path)};
        return syntax::Table(syntax::Text(files.value(path), syntax::Text::Layout::Chunked), kind);
    };
    around.findUser = delivery::usersOf("anna:x:1:1::/home/anna:\nben:x:2:2::/home/ben:\n");
    return around;
}

/// Who gets the mail, one line for each end.
QByteArray endsOf(const Tree &tree)
{
    QByteArrayList lines;
    for (const int end : tree.ends()) {
        const Node &node = tree.nodes[end];
        lines.append(QByteArray(delivery::idOf(node.step)) + ' ' + node.text
                     + (node.value.isEmpty() ? "" : " " + node.value));
    }
    return lines.join('\n');
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private slots:
    void mailEndsThere_data();
    void mailEndsThere();
    void everyNodeSaysItsRow();
    void limitsHoldTheMessage();
    void unknownUsersAreSaid();
    void anyBytesEnd();
};

void TestDelivery::mailEndsThere_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("ends");
    const auto row = [](const char *title, const char *address, const char *ends) {
        QTest::newRow(title) << QByteArray(address) << QByteArray(ends);
    };
    row("a user", "anna", "mailbox anna@mail.example.org /var/mail/anna");
    row("a user with an extension", "anna+x@example.org", "mailbox anna+x@example.org /var/mail/anna");
    row("no such user", "nobody@example.org", "bounced nobody@example.org nobody");
    row("an alias", "root@localhost",
        "mailbox anna /var/mail/anna\ncommand \"|/usr/bin/notify -x\" /usr/bin/notify -x\n"
        "file /var/log/mail /var/log/mail");
    row("aliases that lead to each other", "loop", "bounced loop loop\nmailbox anna /var/mail/anna");
    row("an alias with its own name", "self", "mailbox self /var/mail/self\nmailbox ben /var/mail/ben");
    row("an alias with an owner", "team",
        "mailbox anna@mail.example.org /var/mail/anna\nrelayed ben@far.example smtp:far.example");
    row("a list", "nested",
        "mailbox anna@mail.example.org /var/mail/anna\nrelayed cara@far.example smtp:far.example\n"
        "mailbox ben@mail.example.org /var/mail/ben");
    row("an alias for nobody", "empty", "deferred empty@mail.example.org");
    row("a file in nobody's home", "home", "bounced ~/inbox ~/inbox");
    row("a virtual alias", "more@v.example",
        "mailbox anna@mail.example.org /var/mail/anna\nrelayed ben@far.example smtp:far.example\n"
        "mailbox anna@example.org /var/mail/anna");
    row("a domain for a domain", "again@w.example",
        "bounced again@v.example\nrelayed cara@far.example smtp:far.example");
    row("a virtual address for itself", "again@v.example",
        "bounced again@v.example\nrelayed cara@far.example smtp:far.example");
    row("not a virtual alias", "nobody@v.example", "bounced nobody@v.example");
    row("a virtual mailbox", "Dora@box.example", "mailbox Dora@box.example /srv/mail/dora/");
    row("no virtual mailbox", "eva@box.example", "bounced eva@box.example");
    row("a relay domain", "a@sub.relay.example", "relayed a@sub.relay.example relay:sub.relay.example");
    row("a transport", "a@x.slow.example", "relayed a@x.slow.example slow:[10.0.0.1]:26");
    row("an error transport", "a@gone.example", "bounced a@gone.example closed");
    row("a user who moved", "moved@example.org", "bounced moved@example.org new@far.example");
    row("a canonical name", "first.last", "mailbox anna@mail.example.org /var/mail/anna");
    row("a domain in a file", "anna@also.example", "mailbox anna@also.example /var/mail/anna");
    row("routing by percent", "anna%also.example@localhost", "mailbox anna@also.example /var/mail/anna");
    row("routing by bang", "far.example!cara", "relayed cara@far.example smtp:far.example");
    row("a host of our domain", "anna@mail", "mailbox anna@mail.example.org /var/mail/anna");
    row("no host", "a@-.example", "bounced a@-.example");
}

void TestDelivery::mailEndsThere()
{
    QFETCH(const QByteArray, address);
    QFETCH(QByteArray, ends);
    ends.replace("User unknown", "");
    delivery::Surroundings around = surroundings();
    if (address == "self")
        around.findUser = delivery::usersOf("self:::::\nben:::::\n");
    delivery::Expander expander(around);
    const Tree tree = expander.expand(address);
    QCOMPARE(endsOf(tree), ends);
    for (const Node &node : tree.nodes)
        QVERIFY(!delivery::words(node).isEmpty());
}

void TestDelivery::everyNodeSaysItsRow()
{
    delivery::Expander expander(surroundings());
    const Tree tree = expander.expand("more@v.example");
    QCOMPARE(tree.root().step, delivery::Step::Virtual);
    QCOMPARE(tree.root().row.parameter, "virtual_alias_maps");
    QCOMPARE(tree.root().row.key, "more@v.example");
    QVERIFY(tree.root().row.table.startsWith("inline:"));
    const Node &team = tree.nodes[tree.root().children.first()];
    QCOMPARE(team.step, delivery::Step::Alias);
    QCOMPARE(team.owner, "owner-team@mail.example.org");
    QCOMPARE(tree.nodes[team.children.first()].parent, tree.root().children.first());
}

void TestDelivery::limitsHoldTheMessage()
{
    delivery::Expander round(surroundings("virtual_alias_recursion_limit = 20\n"));
    const Tree endless = round.expand("round@v.example");
    QCOMPARE(endless.nodes[endless.ends().first()].why, delivery::Why::TooDeep);
    delivery::Expander small(surroundings("virtual_alias_expansion_limit = 2\n"));
    const Tree many = small.expand("info@v.example");
    QVERIFY(!many.ends().isEmpty());
    for (const int end : many.ends())
        QCOMPARE(many.nodes[end].step, delivery::Step::Deferred);
}

void TestDelivery::unknownUsersAreSaid()
{
    delivery::Surroundings around = surroundings();
    around.findUser = {};
    delivery::Expander expander(around);
    const Tree tree = expander.expand("someone");
    QCOMPARE(tree.nodes[tree.ends().first()].why, delivery::Why::UsersNotSeen);
    around = surroundings("luser_relay = $user@far.example\n");
    delivery::Expander relaying(around);
    QCOMPARE(endsOf(relaying.expand("someone")), "relayed someone@far.example smtp:far.example");
}

void TestDelivery::anyBytesEnd()
{
    delivery::Expander expander(surroundings());
    const QByteArrayList words{"a", "@", "example.org", "!", "%", "\"", "\\", "(", ")", "<", ">",    ":",
                               ";", ",", ".",           "[", "]", " ",  "+",  "-", "|", "/", "\xff", "loop"};
    quint32 seed = 7;
    for (int i = 0; i < 3000; ++i) {
        QByteArray address;
        for (int n = 0; n < 9; ++n) {
            seed = seed * 1664525 + 1013904223;
            address += words[static_cast<qsizetype>((seed >> 16) % static_cast<quint32>(words.size()))];
        }
        const Tree tree = expander.expand(address);
        QVERIFY(!tree.nodes.isEmpty());
        for (const Node &node : tree.nodes)
            QVERIFY(!node.children.isEmpty() || node.isEnd());
    }
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
