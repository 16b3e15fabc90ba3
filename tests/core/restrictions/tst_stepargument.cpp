// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/arguments.h"
#include "tests/core/restrictions/rulesreader.h"

#include <QTest>

using rulesreader::reference;
using rulesreader::snapshotOf;
using rulesreader::target;

Q_DECLARE_METATYPE(restrictions::ArgumentProblem)

/// What stands behind the words of access rules.
class TestStepArgument : public QObject
{
    Q_OBJECT

private slots:
    void argumentsAreJudged_data();
    void argumentsAreJudged();
    void argumentsInUseAreFound();
};

void TestStepArgument::argumentsAreJudged_data()
{
    using Problem = restrictions::ArgumentProblem;
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *word, const char *argument, Problem problem) {
        QTest::addRow("%s %s", word, argument) << QByteArray(word) << QByteArray(argument) << problem;
    };
    row("permit", "", Problem::None);
    row("check_client_access", "hash:/etc/postfix/clients", Problem::None);
    row("check_client_access", "proxy:mysql:/etc/postfix/clients.cf", Problem::None);
    row("check_client_access", "proxy:hsah:/x", Problem::UnknownType);
    row("check_client_access", "$table", Problem::None);
    row("check_client_access", "{ hash:/x, search_order=a }", Problem::None);
    row("check_client_access", "", Problem::Missing);
    row("check_client_access", "{ }", Problem::Missing);
    row("check_client_access", "/etc/postfix/clients", Problem::NoColon);
    row("check_client_access", "hash:", Problem::NoName);
    row("check_client_access", "hash: /etc/postfix/clients", Problem::BlankBehindColon);
    row("check_client_access", "hsah:/etc/postfix/clients", Problem::UnknownType);
    row("check_client_access", "hash:/a hash:/b", Problem::SeveralItems);
    row("check_client_access", "{ hash:/a", Problem::OpenBrace);
    row("reject_rbl_client", "zen.example.org", Problem::None);
    row("reject_rbl_client", "zen.example.org=127.0.0.[2..11]", Problem::None);
    row("reject_rbl_client", "zen", Problem::NotDomain);
    row("reject_rbl_client", "https://zen.example.org", Problem::NotDomain);
    row("check_policy_service", "inet:127.0.0.1:10023", Problem::None);
    row("check_policy_service", "unix:private/policy", Problem::None);
    row("check_policy_service", "{ unix:private/policy, timeout=10s }", Problem::None);
    row("check_policy_service", "inet:10023", Problem::NoPort);
    row("check_policy_service", "tcp:10023", Problem::UnknownEndpoint);
    row("check_policy_service", "127.0.0.1", Problem::NoColon);
    row("sleep", "5", Problem::None);
    row("sleep", "5s", Problem::NotNumber);
}

void TestStepArgument::argumentsAreJudged()
{
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, argument);
    QFETCH(const restrictions::ArgumentProblem, problem);
    QCOMPARE(int(restrictions::problemOf(*reference().restriction(word), argument, reference(), {3, 7, 11})),
             int(problem));
    if (argument.startsWith('{') && problem == restrictions::ArgumentProblem::None)
        QVERIFY(restrictions::problemOf(*reference().restriction(word), argument, reference(), {2, 11, 0})
                == restrictions::ArgumentProblem::BracesTooNew);
}

void TestStepArgument::argumentsInUseAreFound()
{
    const effective::Values values(
        snapshotOf("alias_maps = hash:/etc/aliases, nis:mail.aliases\n"
                   "smtpd_client_restrictions = reject_rbl_client a.example, check_client_access cidr:/c\n"
                   "smtpd_sender_restrictions = check_policy_service unix:private/p\n",
                   "587 inet n - y - - smtpd\n  -o smtpd_helo_restrictions=reject_rbl_client,b.example\n"),
        target());
    using catalog::Argument;
    QCOMPARE(restrictions::argumentsInUse(Argument::Table, values, reference()),
             (QByteArrayList{"cidr:/c", "hash:/etc/aliases", "nis:mail.aliases"}));
    QCOMPARE(restrictions::argumentsInUse(Argument::BlockList, values, reference()),
             (QByteArrayList{"a.example", "b.example"}));
    QCOMPARE(restrictions::argumentsInUse(Argument::Service, values, reference()),
             QByteArrayList{"unix:private/p"});
}

QTEST_GUILESS_MAIN(TestStepArgument)
#include "tst_stepargument.moc"
