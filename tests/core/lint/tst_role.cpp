// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/registry.h"
#include "tests/support/cleanserver.h"

#include <QTest>

using lint::Role;
using lint::Roles;
using model::FileId;

namespace {

const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

bool findsRule(const model::Snapshot &snapshot, const lint::Target &target, QByteArrayView rule)
{
    const lint::Findings findings = lint::findingsIn(snapshot, target, lint::Profile::Advice);
    return std::any_of(findings.begin(), findings.end(),
                       [&](const lint::Finding &one) { return rule == one.rule->id; });
}

} // namespace

class TestRole : public QObject
{
    Q_OBJECT

private slots:
    void configurationMakesTheRole_data();
    void configurationMakesTheRole();
    void namesAreReadAsTheyAreWritten();
    void adviceFitsTheRoleThatWasSaid();
};

void TestRole::configurationMakesTheRole_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QByteArrayList>("roles");
    const auto row = [](const char *name, const char *mainCf, const char *services, const char *roles) {
        QTest::newRow(name) << QByteArray("compatibility_level = 3.6\nmyhostname = mail.example.com\n")
                + mainCf << QByteArray(services)
                            << QByteArray(roles).split(' ');
    };
    const char *submission = "submission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n";
    row("nothing local", "inet_interfaces = loopback-only\nrelayhost = [a]\nmydestination =\n", "",
        "null-client");
    row("local mail", "inet_interfaces = loopback-only\nrelayhost = [a]\n", "", "satellite");
    row("as it comes", "", "", "internet-mx");
    row("with users", "virtual_mailbox_domains = example.org\n", submission, "internet-mx submission");
    row("domains of others", "relay_domains = example.org\nmydestination = $myhostname\n", "", "backup-mx");
    row("hosts behind it",
        "relay_domains = example.org\nmydestination = $myhostname\ntransport_maps = "
        "hash:/etc/postfix/transport\n",
        "", "gateway");
    row("both", "relay_domains = example.org\nmydestination = $myhostname, example.com\n", "",
        "internet-mx backup-mx");
}

void TestRole::configurationMakesTheRole()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, services);
    const lint::Target target{.reference = &reference()};
    const lint::Context context(snapshotOf(mainCf, cleanserver::masterCf() + services), target);
    QTEST(lint::roleNames(lint::playedRoles(context)), "roles");
}

void TestRole::namesAreReadAsTheyAreWritten()
{
    const Roles all = Roles(Role::NullClient) | Role::Satellite | Role::InternetMx | Role::BackupMx
        | Role::Submission | Role::Gateway;
    QCOMPARE(lint::roleNames(all).size(), 6);
    QCOMPARE(lint::rolesCalled(lint::roleNames(all)), std::optional(all));
    QCOMPARE(lint::rolesCalled({}), std::optional(Roles()));
    QVERIFY(!lint::rolesCalled({"postmaster"}));
}

void TestRole::adviceFitsTheRoleThatWasSaid()
{
    const model::Snapshot snapshot =
        snapshotOf("compatibility_level = 3.6\nmyhostname = mail.example.com\n", cleanserver::masterCf());
    lint::Target target{.reference = &reference()};
    QVERIFY(findsRule(snapshot, target, "PF-DELIV-009"));
    target.roles = Role::NullClient;
    QVERIFY(!findsRule(snapshot, target, "PF-DELIV-009"));
    QVERIFY(findsRule(snapshot, target, "PF-TLS-003"));
    target.roles = Role::Gateway;
    QVERIFY(findsRule(snapshot, target, "PF-DELIV-009"));
}

QTEST_GUILESS_MAIN(TestRole)
#include "tst_role.moc"
