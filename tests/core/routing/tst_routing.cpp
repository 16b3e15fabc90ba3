// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/routing/classes.h"
#include "core/routing/moving.h"

#include <QTest>

using model::FileId;
using routing::AddressClass;
using routing::ClassKind;

namespace {

const QByteArray mainCf = "myhostname = mail.example.org\n"
                          "mydomain = example.org\n"
                          "mydestination = $myhostname, localhost\n"
                          "  # ours\n"
                          "  , both.example\n"
                          "virtual_alias_domains = alias.example Both.Example\n"
                          "virtual_alias_maps = hash:/etc/postfix/virtual\n"
                          "virtual_mailbox_domains = hash:/etc/postfix/vdomains, mysql:/etc/postfix/v.cf\n"
                          "virtual_mailbox_maps =\n"
                          "relay_domains = relay.example\n"
                          "relayhost = [smart.example]:587\n";
const QByteArray virtualTable = "info@alias.example ann\nalias.example anything\nuser bob\n";
const QByteArray domainsTable = "box.example x\n#off.example x\nalias.example x\n";

effective::Target target()
{
    static const base::Result<catalog::Catalog> loaded = catalog::Catalog::load();
    return {.catalog = *loaded, .version = {3, 7, 11}};
}

model::File fileOf(const char *name, model::FileKind kind, const QByteArray &text)
{
    return {{.path = QLatin1String("/etc/postfix/") + QLatin1String(name),
             .name = QLatin1String(name),
             .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

model::Snapshot snapshotOf(const QByteArray &text)
{
    return model::Snapshot({fileOf("main.cf", model::FileKind::MainCf, text),
                            fileOf("master.cf", model::FileKind::MasterCf, "smtp inet n - n - - smtpd\n"),
                            fileOf("virtual", model::FileKind::KeyValue, virtualTable),
                            fileOf("vdomains", model::FileKind::KeyValue, domainsTable)});
}

QByteArrayList namesIn(const QList<AddressClass> &classes, ClassKind kind)
{
    QByteArrayList names;
    for (const routing::Domain &domain : classes[static_cast<qsizetype>(kind)].domains)
        names.append(domain.name);
    return names;
}

QList<AddressClass> classesOf(const model::Snapshot &snapshot)
{
    return routing::addressClasses(effective::Values(snapshot, target()));
}

} // namespace

class TestRouting : public QObject
{
    Q_OBJECT

private slots:
    void classesHaveTheirDomains();
    void defaultsAreRead();
    void domainInTwoClassesIsMarked();
    void domainIsMoved_data();
    void domainIsMoved();
    void domainAmongOthersIsRefused();
};

void TestRouting::classesHaveTheirDomains()
{
    const QList<AddressClass> classes = classesOf(snapshotOf(mainCf));
    QCOMPARE(classes.size(), 5);
    QCOMPARE(namesIn(classes, ClassKind::Local),
             (QByteArrayList{"mail.example.org", "localhost", "both.example"}));
    QCOMPARE(namesIn(classes, ClassKind::VirtualAlias), (QByteArrayList{"alias.example", "both.example"}));
    QCOMPARE(namesIn(classes, ClassKind::VirtualMailbox), (QByteArrayList{"box.example", "alias.example"}));
    QCOMPARE(classes[2].unseen, QByteArrayList{"mysql:/etc/postfix/v.cf"});
    QCOMPARE(namesIn(classes, ClassKind::Relay), QByteArrayList{"relay.example"});
    QVERIFY(namesIn(classes, ClassKind::Default).isEmpty());
    QCOMPARE(classes[1].recipients, "hash:/etc/postfix/virtual");
    QVERIFY(classes[2].recipients.isEmpty());
    QVERIFY(classes[0].transport.startsWith("local:"));
    QCOMPARE(classes[4].transport, "smtp");
}

void TestRouting::defaultsAreRead()
{
    const QList<AddressClass> classes =
        classesOf(snapshotOf("myhostname = mail.example.org\n"
                             "mydomain = example.org\n"
                             "virtual_alias_maps = hash:/etc/postfix/virtual\n"));
    QVERIFY(namesIn(classes, ClassKind::Local).contains("mail.example.org"));
    QVERIFY(namesIn(classes, ClassKind::Local).contains("localhost.example.org"));
    // Keys of the table without an @ are domains, its users are not.
    QCOMPARE(namesIn(classes, ClassKind::VirtualAlias), QByteArrayList{"alias.example"});
    QVERIFY(namesIn(classes, ClassKind::Relay).isEmpty());
    // The default of virtual_alias_maps is a name without a value: nobody says who is there.
    QVERIFY(classesOf(snapshotOf("virtual_alias_domains = a.example\n"))[1].recipients.isEmpty());
}

void TestRouting::domainInTwoClassesIsMarked()
{
    const QList<AddressClass> classes = classesOf(snapshotOf(mainCf));
    for (const AddressClass &one : classes) {
        for (const routing::Domain &domain : one.domains) {
            const bool isTwice = domain.name == "both.example" || domain.name == "alias.example";
            QCOMPARE(domain.alsoIn.size(), isTwice ? 1 : 0);
        }
    }
}

void TestRouting::domainIsMoved_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, ClassKind kind, const QByteArray &domain, const QByteArray &before,
                        const QByteArray &after) {
        QTest::newRow(title) << static_cast<int>(kind) << domain << before << after;
    };
    row("out of the list of aliases", ClassKind::Local, "both.example",
        "virtual_alias_domains = alias.example Both.Example\n", "virtual_alias_domains = alias.example\n");
    row("out of the local domains, with its comment around", ClassKind::VirtualAlias, "both.example",
        "mydestination = $myhostname, localhost\n  # ours\n  , both.example\n",
        "mydestination = $myhostname, localhost\n");
    row("to the relay domains", ClassKind::Relay, "both.example", "relay_domains = relay.example\n",
        "relay_domains = relay.example, both.example\n");
}

void TestRouting::domainIsMoved()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, domain);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(mainCf.contains(before));
    model::Draft draft{snapshotOf(mainCf)};
    const edits::Outcome refused = routing::moveDomain(draft, target(), static_cast<ClassKind>(kind), domain);
    QVERIFY2(!refused, refused ? qPrintable(edits::refusalText(*refused)) : "");
    const QList<AddressClass> classes = classesOf(draft.snapshot());
    for (const AddressClass &one : classes)
        QCOMPARE(namesIn(classes, one.kind).contains(domain), one.kind == static_cast<ClassKind>(kind));
    QVERIFY2(draft.mainCf().text().contains(after), draft.mainCf().text().constData());
}

void TestRouting::domainAmongOthersIsRefused()
{
    const QByteArray text = "mydomain = example.org\nmine = a.example b.example\nmydestination = $mine\n"
                            "relay_domains = a.example\n";
    model::Draft draft{snapshotOf(text)};
    QVERIFY(routing::removeDomain(draft, target(), ClassKind::Local, "a.example"));
    QCOMPARE(draft.mainCf().text(), text);
    // A row of a table goes as a row.
    model::Draft rows{snapshotOf(mainCf)};
    QVERIFY(!routing::removeDomain(rows, target(), ClassKind::VirtualMailbox, "alias.example"));
    QCOMPARE(rows.snapshot().file(static_cast<FileId>(3)).text().bytes(), "box.example x\n#off.example x\n");
    // And from a default it goes by setting the list.
    model::Draft defaults{snapshotOf("myhostname = mail.example.org\nmydomain = example.org\n")};
    QVERIFY(!routing::removeDomain(defaults, target(), ClassKind::Local, "mail.example.org"));
    QVERIFY2(defaults.mainCf().text().contains("mydestination = localhost.$mydomain, localhost\n"),
             defaults.mainCf().text().constData());
}

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
