// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/listtext.h"
#include "tests/core/restrictions/rulesreader.h"

#include <QTest>

using restrictions::List;
using restrictions::Note;
using restrictions::Rules;
using restrictions::Step;
using restrictions::Verdict;
using rulesreader::rulesIn;

Q_DECLARE_METATYPE(restrictions::Verdict)
Q_DECLARE_METATYPE(restrictions::Note::Kind)

namespace {

QByteArrayList textsOf(const QList<Step> &steps)
{
    QByteArrayList texts;
    for (const Step &step : steps)
        texts.append(step.text);
    return texts;
}

bool hasNote(const QList<Note> &notes, Note::Kind kind)
{
    return std::ranges::any_of(notes, [&](const Note &note) { return note.kind == kind; });
}

} // namespace

/// What the steps of access rules do.
class TestRestrictions : public QObject
{
    Q_OBJECT

private slots:
    void stepsHaveTheirVerdict_data();
    void stepsHaveTheirVerdict();
    void stepsThatAreNeverAskedSayWhy_data();
    void stepsThatAreNeverAskedSayWhy();
    void stepsAreNoted_data();
    void stepsAreNoted();
    void stagesStandInTheOrderInWhichTheyAreAsked_data();
    void stagesStandInTheOrderInWhichTheyAreAsked();
    void relayGuardIsMissed_data();
    void relayGuardIsMissed();
    void delayIsNoted();
    void defaultIsReadWithItsConditionsDecided();
    void serviceHasItsOwnLists();
    void classesAndPartsAreListsOfTheirOwn();
    void namesThatRunIntoOneAnotherAreOpaque();
};

void TestRestrictions::stepsHaveTheirVerdict_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *step, Verdict verdict) {
        QTest::newRow(step) << QByteArray(step) << verdict;
    };
    row("permit", Verdict::Permits);
    row("reject", Verdict::Rejects);
    row("defer", Verdict::Rejects);
    row("warn_if_reject reject", Verdict::Neither);
    row("warn_if_reject permit", Verdict::Permits);
    row("permit_mynetworks", Verdict::MayPermit);
    row("reject_unauth_destination", Verdict::MayReject);
    row("check_client_access hash:/x", Verdict::Either);
    row("warn_if_reject check_client_access hash:/x", Verdict::MayPermit);
    row("check_client_mx_access hash:/x", Verdict::MayReject);
    row("check_policy_service unix:private/x", Verdict::Either);
    row("defer_if_reject", Verdict::Neither);
    row("sleep 5", Verdict::Neither);
    row("sleep", Verdict::Fails);
    row("check_client_access", Verdict::Fails);
    row("check_client_access /etc/x", Verdict::Fails);
    row("reject_rbl_client", Verdict::MayReject);
    row("hash:/x", Verdict::Either);
    row("perimt", Verdict::Fails);
    row("tests", Verdict::Either);
    row("strict", Verdict::Rejects);
    row("warn_if_reject strict", Verdict::Neither);
    row("circle", Verdict::Fails);
    row("$mua", Verdict::Either);
    row("$nothing", Verdict::Neither);
}

void TestRestrictions::stepsHaveTheirVerdict()
{
    QFETCH(const QByteArray, step);
    QFETCH(const Verdict, verdict);
    const Rules rules = rulesIn("smtpd_restriction_classes = tests strict circle\n"
                                "tests = permit_mynetworks reject_non_fqdn_sender\n"
                                "strict = reject_non_fqdn_sender, reject\n"
                                "circle = circle\n"
                                "mua = permit_mynetworks, reject\n"
                                "smtpd_recipient_restrictions = "
                                + step + '\n');
    const QList<Step> steps = rules.list("smtpd_recipient_restrictions")->steps;
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.first().verdict, verdict);
}

void TestRestrictions::stepsThatAreNeverAskedSayWhy_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArrayList>("idle");
    QTest::addColumn<Note::Kind>("kind");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("behind permit") << QByteArray("permit reject_unauth_destination")
                                   << QByteArrayList{"reject_unauth_destination"} << Note::Kind::Unreachable
                                   << QByteArray("permit");
    QTest::newRow("behind reject") << QByteArray("permit_mynetworks reject permit_auth_destination permit")
                                   << QByteArrayList{"permit_auth_destination", "permit"}
                                   << Note::Kind::Unreachable << QByteArray("reject");
    QTest::newRow("behind defer") << QByteArray("defer reject") << QByteArrayList{"reject"}
                                  << Note::Kind::Unreachable << QByteArray("defer");
    QTest::newRow("a reject that only warns ends nothing")
        << QByteArray("warn_if_reject reject, permit_mynetworks") << QByteArrayList()
        << Note::Kind::Unreachable << QByteArray();
    QTest::newRow("behind a class that ends")
        << QByteArray("strict permit_mynetworks") << QByteArrayList{"permit_mynetworks"}
        << Note::Kind::Unreachable << QByteArray("strict");
    QTest::newRow("behind a class that asks first and then ends")
        << QByteArray("closed permit_mynetworks") << QByteArrayList{"permit_mynetworks"}
        << Note::Kind::Unreachable << QByteArray("closed");
    QTest::newRow("behind a class that goes on") << QByteArray("tests permit_mynetworks") << QByteArrayList()
                                                 << Note::Kind::Unreachable << QByteArray();
    QTest::newRow("behind a name that ends")
        << QByteArray("$strict permit_mynetworks") << QByteArrayList{"permit_mynetworks"}
        << Note::Kind::Unreachable << QByteArray("$strict");
    QTest::newRow("behind a word that Postfix does not know")
        << QByteArray("perimt reject") << QByteArrayList{"reject"} << Note::Kind::Unreachable
        << QByteArray("perimt");
    QTest::newRow("behind a test without its table")
        << QByteArray("check_client_access reject") << QByteArrayList{"reject"} << Note::Kind::Unreachable
        << QByteArray("check_client_access");
    QTest::newRow("deferred both ways")
        << QByteArray("defer_if_permit defer_if_reject permit_mynetworks")
        << QByteArrayList{"permit_mynetworks"} << Note::Kind::Unreachable << QByteArray("defer_if_reject");
    QTest::newRow("the same again") << QByteArray(
        "permit_mynetworks reject_non_fqdn_sender permit_mynetworks")
                                    << QByteArrayList{"permit_mynetworks"} << Note::Kind::Repeated
                                    << QByteArray("permit_mynetworks");
    QTest::newRow("the same with a warning first")
        << QByteArray("warn_if_reject reject_non_fqdn_sender, "
                      "reject_non_fqdn_sender")
        << QByteArrayList() << Note::Kind::Repeated << QByteArray();
}

void TestRestrictions::stepsThatAreNeverAskedSayWhy()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArrayList, idle);
    QFETCH(const Note::Kind, kind);
    QFETCH(const QByteArray, why);
    const Rules rules = rulesIn("smtpd_restriction_classes = tests strict closed\n"
                                "tests = permit_mynetworks reject_non_fqdn_sender\n"
                                "strict = reject_non_fqdn_sender, reject\n"
                                "closed = permit_mynetworks, reject\n"
                                "smtpd_recipient_restrictions = "
                                + value + '\n');
    QByteArrayList found;
    for (const Step &step : rules.list("smtpd_recipient_restrictions")->steps) {
        if (!step.isIdle)
            continue;
        found.append(step.text);
        QCOMPARE(step.notes.first().kind, kind);
        QCOMPARE(step.notes.first().names, QByteArrayList{why});
    }
    QCOMPARE(found, idle);
}

void TestRestrictions::stepsAreNoted_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<catalog::Version>("version");
    QTest::addColumn<int>("kind"); // -1: none
    QTest::addColumn<QByteArrayList>("names");
    const catalog::Version usual{3, 7, 11};
    const auto row = [&](const char *name, const char *setting, Note::Kind kind, QByteArrayList names = {},
                         catalog::Version version = {3, 7, 11}) {
        QTest::newRow(name) << QByteArray(setting) << version << int(kind) << names;
    };
    row("login without SASL", "smtpd_helo_restrictions = permit_sasl_authenticated", Note::Kind::NoLogin);
    row("senders without a table of owners",
        "smtpd_sasl_auth_enable = yes\nsmtpd_sender_restrictions = reject_sender_login_mismatch",
        Note::Kind::Needs, {"smtpd_sender_login_maps"});
    row("HELO that nobody has to say", "smtpd_helo_restrictions = reject_invalid_helo_hostname",
        Note::Kind::HeloOptional);
    row("recipient at connect", "smtpd_client_restrictions = reject_unauth_destination",
        Note::Kind::NeedsDelay);
    row("recipient at connect, at once",
        "smtpd_delay_reject = no\nsmtpd_client_restrictions = reject_unauth_destination",
        Note::Kind::TooEarly);
    row("bounces before DATA", "smtpd_client_restrictions = reject_multi_recipient_bounce",
        Note::Kind::NotHere);
    row("too new", "smtpd_client_restrictions = check_sasl_access hash:/x", Note::Kind::TooNew, {"2.11"},
        {2, 10, 0});
    row("removed", "smtpd_client_restrictions = reject_maps_rbl", Note::Kind::Removed,
        {"3.9", "reject_rbl_client"}, {3, 10, 0});
    row("old name", "smtpd_client_restrictions = reject_unknown_client", Note::Kind::OldName,
        {"reject_unknown_client_hostname"});
    row("no table", "smtpd_sender_restrictions = check_sender_access", Note::Kind::MissingArgument);
    row("a restriction for a domain", "smtpd_client_restrictions = reject_rbl_client permit",
        Note::Kind::OddArgument, {"permit"});
    row("table without a test of DATA", "smtpd_data_restrictions = hash:/x", Note::Kind::NoTableHere);
    row("unknown word", "smtpd_data_restrictions = perimt", Note::Kind::Unknown, {"perimt"});
    row("warning at the end", "smtpd_data_restrictions = warn_if_reject", Note::Kind::NoTarget);
    row("class without steps", "smtpd_restriction_classes = a\nsmtpd_data_restrictions = a",
        Note::Kind::Undefined, {"a"});
    row("class in a circle", "smtpd_restriction_classes = a b\na = b\nb = a\nsmtpd_data_restrictions = a",
        Note::Kind::Loop, {"a"});
    row("name without a value", "smtpd_data_restrictions = $nothing", Note::Kind::Undefined, {"$nothing"});
    row("the same table twice",
        "smtpd_client_restrictions = check_client_access hash:/x, check_client_access hash:/x",
        Note::Kind::AskedTwice, {"check_client_access hash:/x"});
    QTest::newRow("nothing to say") << QByteArray("smtpd_data_restrictions = reject_unauth_pipelining")
                                    << usual << -1 << QByteArrayList();
}

void TestRestrictions::stepsAreNoted()
{
    QFETCH(const QByteArray, setting);
    QFETCH(const catalog::Version, version);
    QFETCH(const int, kind);
    QFETCH(const QByteArrayList, names);
    const Rules rules = rulesIn(setting + '\n', {}, version);
    const QByteArray parameter = setting.mid(setting.lastIndexOf('\n') + 1).split(' ').first();
    const List *list = rules.list(parameter);
    QVERIFY(list);
    const QList<Note> notes = list->steps.last().notes;
    if (kind < 0) {
        QVERIFY(notes.isEmpty());
        return;
    }
    const auto found = std::ranges::find_if(notes, [&](const Note &note) { return int(note.kind) == kind; });
    QVERIFY(found != notes.end());
    QCOMPARE(found->names, names);
}

void TestRestrictions::stagesStandInTheOrderInWhichTheyAreAsked_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<catalog::Version>("version");
    QTest::addColumn<QByteArray>("order"); // first letters
    using catalog::Version;
    QTest::newRow("today") << QByteArray("compatibility_level = 3.6\n") << Version{3, 7, 11}
                           << QByteArray("client helo etrn sender relay recipient data end_of_data");
    QTest::newRow("an old level asks for relaying last")
        << QByteArray() << Version{3, 7, 11}
        << QByteArray("client helo etrn sender recipient relay data end_of_data");
    QTest::newRow("so do old versions")
        << QByteArray() << Version{3, 4, 0}
        << QByteArray("client helo etrn sender recipient relay data end_of_data");
    QTest::newRow("a version without relay restrictions")
        << QByteArray() << Version{2, 9, 0}
        << QByteArray("client helo etrn sender recipient data end_of_data");
    QTest::newRow("that has them set all the same")
        << QByteArray("smtpd_relay_restrictions = reject\n") << Version{2, 9, 0}
        << QByteArray("client helo etrn sender recipient relay data end_of_data");
}

void TestRestrictions::stagesStandInTheOrderInWhichTheyAreAsked()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const catalog::Version, version);
    QFETCH(const QByteArray, order);
    QByteArrayList found;
    for (const List &list : rulesIn(mainCf, {}, version).lists)
        found.append(restrictions::factsOf(list.stage.value()).name);
    QCOMPARE(found.join(' '), order);
}

void TestRestrictions::relayGuardIsMissed_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<catalog::Version>("version");
    QTest::addColumn<bool>("isMissed");
    const catalog::Version now{3, 7, 11};
    const catalog::Version old{2, 9, 0};
    QTest::newRow("the default has it") << QByteArray() << now << false;
    QTest::newRow("both lists are empty")
        << QByteArray("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions =\n") << now << true;
    QTest::newRow("one of them is enough") << QByteArray(
        "smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = reject_unauth_destination\n")
                                           << now << false;
    QTest::newRow("behind permit it does not count")
        << QByteArray("smtpd_relay_restrictions = permit, reject_unauth_destination\n") << now << true;
    QTest::newRow("in a class") << QByteArray("smtpd_restriction_classes = c\nc = defer_unauth_destination\n"
                                              "smtpd_relay_restrictions = c\n")
                                << now << false;
    QTest::newRow("behind a name") << QByteArray("c = reject\nsmtpd_relay_restrictions = $c\n") << now
                                   << false;
    QTest::newRow("a warning is none")
        << QByteArray("smtpd_relay_restrictions = warn_if_reject reject_unauth_destination\n") << now << true;
    QTest::newRow("an old version has the recipient list only")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks\n") << old << true;
}

void TestRestrictions::relayGuardIsMissed()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const catalog::Version, version);
    QFETCH(const bool, isMissed);
    const Rules rules = rulesIn("compatibility_level = 3.6\n" + mainCf, {}, version);
    const bool found = std::ranges::any_of(
        rules.lists, [](const List &list) { return hasNote(list.notes, Note::Kind::NoRelayGuard); });
    QCOMPARE(found, isMissed);
}

void TestRestrictions::delayIsNoted()
{
    const QByteArray lists = "smtpd_client_restrictions = reject_unknown_client_hostname\n"
                             "smtpd_data_restrictions = reject_unauth_pipelining\n";
    const Rules delayed = rulesIn(lists);
    QVERIFY(hasNote(delayed.list("smtpd_client_restrictions")->notes, Note::Kind::Delayed));
    QVERIFY(!hasNote(delayed.list("smtpd_data_restrictions")->notes, Note::Kind::Delayed));
    const Rules atOnce = rulesIn(lists + "smtpd_delay_reject = no\n");
    QVERIFY(!hasNote(atOnce.list("smtpd_client_restrictions")->notes, Note::Kind::Delayed));
}

void TestRestrictions::defaultIsReadWithItsConditionsDecided()
{
    const Rules rules = rulesIn("compatibility_level = 3.6\n");
    const List *list = rules.list("smtpd_relay_restrictions");
    QCOMPARE(list->source, effective::Source::Default);
    QVERIFY(!list->place);
    QCOMPARE(textsOf(list->steps),
             (QByteArrayList{"permit_mynetworks", "permit_sasl_authenticated", "defer_unauth_destination"}));
}

void TestRestrictions::serviceHasItsOwnLists()
{
    const Rules rules = rulesIn("smtpd_client_restrictions = permit_mynetworks\n"
                                "smtpd_sender_restrictions = permit_sasl_authenticated\n",
                                "submission inet n - y - - smtpd\n"
                                "  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n"
                                "  -o smtpd_sasl_auth_enable=yes\n",
                                {3, 7, 11}, 0);
    const List *own = rules.list("smtpd_client_restrictions");
    QCOMPARE(own->source, effective::Source::Override);
    QCOMPARE(textsOf(own->steps), (QByteArrayList{"permit_sasl_authenticated", "reject"}));
    const List *inherited = rules.list("smtpd_sender_restrictions");
    QCOMPARE(inherited->source, effective::Source::MainCf);
    QVERIFY(inherited->place);
    QVERIFY(inherited->steps.first().notes.isEmpty()); // it can log in there
}

void TestRestrictions::classesAndPartsAreListsOfTheirOwn()
{
    const Rules rules = rulesIn("smtpd_restriction_classes = greylist\n"
                                "greylist = check_policy_service unix:postgrey\n"
                                "mua = permit_sasl_authenticated, greylist\n"
                                "smtpd_recipient_restrictions = permit_mynetworks, $mua, reject\n");
    const List *part = rules.list("mua");
    QVERIFY(part);
    QCOMPARE(part->kind, List::Kind::Part);
    QCOMPARE(part->users, QByteArrayList{"smtpd_recipient_restrictions"});
    const List *made = rules.list("greylist");
    QVERIFY(made);
    QCOMPARE(made->kind, List::Kind::Class);
    QCOMPARE(made->users, QByteArrayList{"mua"});
    QCOMPARE(textsOf(made->steps), QByteArrayList{"check_policy_service unix:postgrey"});
}

void TestRestrictions::namesThatRunIntoOneAnotherAreOpaque()
{
    const Rules rules = rulesIn("half = permit_mynetworks, check_client_access\n"
                                "smtpd_client_restrictions = $half hash:/x\n"
                                "smtpd_sender_restrictions = $half, reject\n");
    QVERIFY(hasNote(rules.list("smtpd_client_restrictions")->notes, Note::Kind::Opaque));
    QVERIFY(!hasNote(rules.list("smtpd_sender_restrictions")->notes, Note::Kind::Opaque));
}

QTEST_GUILESS_MAIN(TestRestrictions)
#include "tst_restrictions.moc"
