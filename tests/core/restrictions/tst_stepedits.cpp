// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"
#include "core/restrictions/classedits.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"
#include "core/restrictions/stepedits.h"
#include "tests/support/corpus.h"

#include <QTest>

#include <functional>

using edits::Outcome;
using model::Draft;
using model::FileId;
using restrictions::Items;
using restrictions::ListName;

using Action = std::function<Outcome(Draft &draft)>;
Q_DECLARE_METATYPE(Action)

namespace {

const catalog::Reference &reference()
{
    static const base::Result<catalog::Catalog> catalog = catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(*catalog);
    return *loaded;
}

effective::Target target()
{
    effective::Target made{.catalog = reference().catalog(), .version = {3, 7, 11}};
    made.host.name = "mail.example.org";
    return made;
}

Draft draftOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return Draft(draft.snapshot());
}

const ListName recipient{"smtpd_recipient_restrictions"};

Action insert(qsizetype at, const QByteArray &text, const ListName &list = recipient)
{
    return [=](Draft &draft) { return restrictions::insertStep(draft, list, at, text, target()); };
}

Action remove(Items step, const ListName &list = recipient)
{
    return [=](Draft &draft) { return restrictions::removeStep(draft, list, step, target()); };
}

Action replace(Items step, const QByteArray &text, const ListName &list = recipient)
{
    return [=](Draft &draft) { return restrictions::replaceStep(draft, list, step, text, target()); };
}

Action move(Items step, qsizetype before, const ListName &from = recipient, const ListName &to = recipient)
{
    return [=](Draft &draft) { return restrictions::moveStep(draft, from, step, to, before, target()); };
}

Action makeClass(Items steps, const QByteArray &name, const ListName &list = recipient)
{
    return [=](Draft &draft) {
        return restrictions::makeClass(draft, list, steps, name, reference(), target());
    };
}

Action dissolve(const QByteArray &name)
{
    return [=](Draft &draft) { return restrictions::dissolveClass(draft, name, reference(), target()); };
}

} // namespace

/// Edits of access rules: bytes in, bytes out.
class TestStepEdits : public QObject
{
    Q_OBJECT

private slots:
    void mainCfIsEdited_data();
    void mainCfIsEdited();
    void overrideIsEdited_data();
    void overrideIsEdited();
    void refusedEditsChangeNothing_data();
    void refusedEditsChangeNothing();
    void sameTextIsNoChange();
    void stepsOfRealFilesAreTakenOutAndPutBack();
};

void TestStepEdits::mainCfIsEdited_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("after");
    const QByteArray rows = "# who may send\n"
                            "smtpd_recipient_restrictions =\n"
                            "    permit_mynetworks,\n"
                            "    # friends\n"
                            "    check_client_access hash:/etc/postfix/friends,\n"
                            "    reject_unauth_destination\n"
                            "biff = no\n";
    QTest::newRow("a step gets a line of its own")
        << rows << insert(1, "check_sender_access hash:/etc/postfix/senders")
        << QByteArray("# who may send\n"
                      "smtpd_recipient_restrictions =\n"
                      "    permit_mynetworks,\n"
                      "    check_sender_access hash:/etc/postfix/senders,\n"
                      "    # friends\n"
                      "    check_client_access hash:/etc/postfix/friends,\n"
                      "    reject_unauth_destination\n"
                      "biff = no\n");
    QTest::newRow("at the end") << rows << insert(4, "reject_rbl_client zen.example.org")
                                << QByteArray("# who may send\n"
                                              "smtpd_recipient_restrictions =\n"
                                              "    permit_mynetworks,\n"
                                              "    # friends\n"
                                              "    check_client_access hash:/etc/postfix/friends,\n"
                                              "    reject_unauth_destination,\n"
                                              "    reject_rbl_client zen.example.org\n"
                                              "biff = no\n");
    QTest::newRow("a step is moved with its argument and its comment")
        << rows << move({1, 2}, 0)
        << QByteArray("# who may send\n"
                      "smtpd_recipient_restrictions =\n"
                      "    # friends\n"
                      "    check_client_access hash:/etc/postfix/friends,\n"
                      "    permit_mynetworks,\n"
                      "    reject_unauth_destination\n"
                      "biff = no\n");
    QTest::newRow("a step is removed with its argument") << rows << remove({1, 2})
                                                         << QByteArray("# who may send\n"
                                                                       "smtpd_recipient_restrictions =\n"
                                                                       "    permit_mynetworks,\n"
                                                                       "    reject_unauth_destination\n"
                                                                       "biff = no\n");
    QTest::newRow("another table") << rows << replace({1, 2}, "check_client_access cidr:/etc/postfix/friends")
                                   << QByteArray(rows).replace("hash:/etc/postfix/friends",
                                                               "cidr:/etc/postfix/friends");
    QTest::newRow("another number of items")
        << rows << replace({3, 1}, "check_policy_service { unix:private/x, timeout=10s }")
        << QByteArray(rows).replace("reject_unauth_destination",
                                    "check_policy_service { unix:private/x, timeout=10s }");
    QTest::newRow("fewer items") << rows << replace({1, 2}, "reject_non_fqdn_sender")
                                 << QByteArray(rows).replace("check_client_access hash:/etc/postfix/friends",
                                                             "reject_non_fqdn_sender");

    const QByteArray line = "smtpd_recipient_restrictions = permit_mynetworks, reject\n";
    QTest::newRow("in one line with commas")
        << line << insert(1, "check_client_access hash:/x")
        << QByteArray(
               "smtpd_recipient_restrictions = permit_mynetworks, check_client_access hash:/x, reject\n");
    QTest::newRow("in one line with blanks")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks reject\n")
        << insert(1, "check_client_access hash:/x")
        << QByteArray(
               "smtpd_recipient_restrictions = permit_mynetworks check_client_access hash:/x reject\n");
    QTest::newRow("into an empty list")
        << QByteArray("smtpd_recipient_restrictions =\n") << insert(0, "check_client_access hash:/x")
        << QByteArray("smtpd_recipient_restrictions = check_client_access hash:/x\n");
    QTest::newRow("the last step") << QByteArray("smtpd_recipient_restrictions = reject\nbiff = no\n")
                                   << remove({0, 1})
                                   << QByteArray("smtpd_recipient_restrictions =\nbiff = no\n");
    QTest::newRow("a list that is not set")
        << QByteArray("biff = no\n")
        << insert(0, "reject_unauth_pipelining", ListName{"smtpd_data_restrictions"})
        << QByteArray("biff = no\n"
                      "smtpd_data_restrictions = "
                      "reject_unauth_pipelining\n");
    QTest::newRow("a list that is not set starts from its default")
        << QByteArray("compatibility_level = 3.6\n")
        << insert(2, "permit_tls_clientcerts", ListName{"smtpd_relay_restrictions"})
        << QByteArray("compatibility_level = 3.6\n"
                      "smtpd_relay_restrictions = permit_mynetworks,\n"
                      "    permit_sasl_authenticated,\n"
                      "    permit_tls_clientcerts,\n"
                      "    defer_unauth_destination\n");
    QTest::newRow("the last of several settings counts")
        << QByteArray("smtpd_recipient_restrictions = permit\nsmtpd_recipient_restrictions = reject\n")
        << insert(0, "permit_mynetworks")
        << QByteArray("smtpd_recipient_restrictions = permit\n"
                      "smtpd_recipient_restrictions = permit_mynetworks, reject\n");
    QTest::newRow("from one list to another")
        << QByteArray("smtpd_client_restrictions = check_client_access hash:/x, reject_rbl_client a.example\n"
                      "smtpd_recipient_restrictions = permit_mynetworks, reject\n")
        << move({0, 2}, 1, ListName{"smtpd_client_restrictions"}, recipient)
        << QByteArray("smtpd_client_restrictions = reject_rbl_client a.example\n"
                      "smtpd_recipient_restrictions = permit_mynetworks, check_client_access hash:/x, "
                      "reject\n");
    QTest::newRow("to the end of its list")
        << QByteArray("smtpd_recipient_restrictions = reject_rbl_client a.example permit_mynetworks\n")
        << move({0, 2}, 3)
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks reject_rbl_client a.example\n");
    QTest::newRow("an argument on a line of its own keeps it")
        << QByteArray("smtpd_recipient_restrictions =\n"
                      "  permit_mynetworks\n"
                      "  check_client_access\n"
                      "  hash:/x\n"
                      "  reject\n")
        << move({1, 2}, 0)
        << QByteArray("smtpd_recipient_restrictions =\n"
                      "  check_client_access\n"
                      "  hash:/x\n"
                      "  permit_mynetworks\n"
                      "  reject\n");
    QTest::newRow("a warning is put in front")
        << line << replace({1, 1}, "warn_if_reject reject")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks, warn_if_reject reject\n");

    QTest::newRow("a class of one step")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks, reject_rbl_client a.example\n")
        << makeClass({1, 2}, "blocked")
        << QByteArray("smtpd_recipient_restrictions = permit_mynetworks, blocked\n"
                      "smtpd_restriction_classes = blocked\n"
                      "blocked = reject_rbl_client a.example\n");
    QTest::newRow("one more class") << QByteArray(
        "smtpd_restriction_classes = a, b\n"
        "a = permit\n"
        "b = reject\n"
        "smtpd_recipient_restrictions = permit_mynetworks, reject\n")
                                    << makeClass({0, 2}, "c")
                                    << QByteArray("smtpd_restriction_classes = a, b, c\n"
                                                  "a = permit\n"
                                                  "b = reject\n"
                                                  "smtpd_recipient_restrictions = c\n"
                                                  "c = permit_mynetworks, reject\n");
    QTest::newRow("a class is taken apart")
        << QByteArray("smtpd_restriction_classes = a, b\n"
                      "a = permit_mynetworks, check_client_access hash:/x\n"
                      "b = a, reject\n"
                      "smtpd_recipient_restrictions = a, warn_if_reject b, reject\n")
        << dissolve("a")
        << QByteArray("smtpd_restriction_classes = b\n"
                      "b = permit_mynetworks, check_client_access hash:/x, reject\n"
                      "smtpd_recipient_restrictions = permit_mynetworks, check_client_access hash:/x, "
                      "warn_if_reject b, reject\n");
    QTest::newRow("a class that is used with a warning")
        << QByteArray("smtpd_restriction_classes = a\n"
                      "a = reject_non_fqdn_sender, reject_rbl_client a.example\n"
                      "smtpd_recipient_restrictions = warn_if_reject a, reject\n")
        << dissolve("a")
        << QByteArray("smtpd_recipient_restrictions = warn_if_reject reject_non_fqdn_sender, warn_if_reject "
                      "reject_rbl_client a.example, reject\n");
}

void TestStepEdits::mainCfIsEdited()
{
    QFETCH(const QByteArray, before);
    QFETCH(const Action, action);
    QFETCH(const QByteArray, after);
    Draft draft = draftOf(before);
    const Outcome refusal = action(draft);
    QVERIFY2(!refusal, refusal ? qPrintable(edits::refusalText(*refusal)) : "");
    QCOMPARE(QString::fromUtf8(draft.mainCf().text()), QString::fromUtf8(after));
}

void TestStepEdits::overrideIsEdited_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("after");
    const ListName list{"smtpd_client_restrictions", 0};
    const QByteArray head = "587 inet n - y - - smtpd\n";
    QTest::newRow("without blanks") << QByteArray()
                                    << QByteArray(head
                                                  + "  -o smtpd_client_restrictions=permit_sasl_"
                                                    "authenticated,reject\n")
                                    << insert(1, "check_client_access hash:/x", list)
                                    << QByteArray(head
                                                  + "  -o smtpd_client_restrictions=permit_sasl_"
                                                    "authenticated,check_client_access,hash:/x,reject\n");
    QTest::newRow("in braces")
        << QByteArray()
        << QByteArray(head + "  -o { smtpd_client_restrictions = permit_sasl_authenticated, reject }\n")
        << insert(1, "check_client_access hash:/x", list)
        << QByteArray(head
                      + "  -o { smtpd_client_restrictions = permit_sasl_authenticated, "
                        "check_client_access hash:/x, reject }\n");
    QTest::newRow("a service without one starts from main.cf")
        << QByteArray("smtpd_client_restrictions =\n  permit_mynetworks,\n  reject_rbl_client a.example\n")
        << head << insert(1, "permit_sasl_authenticated", list)
        << QByteArray(head
                      + "  -o smtpd_client_restrictions=permit_mynetworks,permit_sasl_authenticated,"
                        "reject_rbl_client,a.example\n");
    QTest::newRow("an argument in braces")
        << QByteArray() << head << insert(0, "check_policy_service { unix:private/x, timeout=10s }", list)
        << QByteArray(head
                      + "  -o smtpd_client_restrictions=check_policy_service,{ unix:private/x, "
                        "timeout=10s }\n");
    QTest::newRow("removed") << QByteArray()
                             << QByteArray(head
                                           + "  -o smtpd_client_restrictions=permit_sasl_"
                                             "authenticated,reject\n")
                             << remove({0, 1}, list)
                             << QByteArray(head + "  -o smtpd_client_restrictions=reject\n");
    QTest::newRow("moved") << QByteArray()
                           << QByteArray(head
                                         + "  -o smtpd_client_restrictions=check_client_access,hash:/x,"
                                           "reject\n")
                           << move({0, 2}, 3, list, list)
                           << QByteArray(head
                                         + "  -o smtpd_client_restrictions=reject,check_client_access,"
                                           "hash:/x\n");
}

void TestStepEdits::overrideIsEdited()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, before);
    QFETCH(const Action, action);
    QFETCH(const QByteArray, after);
    Draft draft = draftOf(mainCf, before);
    const Outcome refusal = action(draft);
    QVERIFY2(!refusal, refusal ? qPrintable(edits::refusalText(*refusal)) : "");
    QCOMPARE(QString::fromUtf8(draft.masterCf().text()), QString::fromUtf8(after));
    QCOMPARE(draft.mainCf().text(), mainCf);
}

void TestStepEdits::refusedEditsChangeNothing_data()
{
    QTest::addColumn<Action>("action");
    QTest::newRow("nothing to insert") << insert(0, " , ");
    QTest::newRow("an open brace") << insert(0, "check_policy_service { unix:x");
    QTest::newRow("a comment") << insert(0, "#permit");
    QTest::newRow("behind the end") << insert(7, "permit");
    QTest::newRow("a step that is not there") << remove({2, 1});
    QTest::newRow("half behind the end") << replace({1, 2}, "permit");
    QTest::newRow("moved from nowhere") << move({5, 1}, 0);
    QTest::newRow("moved to nowhere") << move({0, 1}, 9);
    QTest::newRow("a service that is not there")
        << insert(0, "permit", ListName{"smtpd_helo_restrictions", 3});
    QTest::newRow("a class named as a restriction") << makeClass({0, 1}, "permit");
    QTest::newRow("a class named as a parameter") << makeClass({0, 1}, "biff");
    QTest::newRow("a class named as a setting") << makeClass({0, 1}, "own");
    QTest::newRow("a class with a blank") << makeClass({0, 1}, "a b");
    QTest::newRow("a class without a name") << makeClass({0, 1}, "");
    QTest::newRow("a class that has itself as a step") << dissolve("circle");
}

void TestStepEdits::refusedEditsChangeNothing()
{
    QFETCH(const Action, action);
    Draft draft = draftOf("own = 1\nsmtpd_recipient_restrictions = permit_mynetworks reject\n"
                          "smtpd_restriction_classes = circle\ncircle = circle\n",
                          "25 inet n - y - - smtpd\n");
    QVERIFY(action(draft));
    QVERIFY(draft.changes().isEmpty());
}

void TestStepEdits::sameTextIsNoChange()
{
    Draft draft = draftOf("smtpd_recipient_restrictions = permit_mynetworks,check_client_access\thash:/x\n");
    QVERIFY(!replace({1, 2}, "check_client_access hash:/x")(draft));
    QVERIFY(!move({1, 2}, 3)(draft));
    QVERIFY(!move({1, 2}, 1)(draft));
    QVERIFY(draft.changes().isEmpty());
}

void TestStepEdits::stepsOfRealFilesAreTakenOutAndPutBack()
{
    int lists = 0;
    int steps = 0;
    for (const QString &path : corpus::files()) {
        const QByteArray text = corpus::read(path);
        if (!text.contains("_restrictions") || text.size() > 1'000'000)
            continue;
        const Draft first = draftOf(text);
        for (const restrictions::StageFacts &stage : restrictions::stages()) {
            const ListName list{stage.parameter};
            if (first.mainCf().indexOf(list.parameter) < 0)
                continue;
            ++lists;
            const QByteArrayList items = restrictions::itemsNow(first, list, target());
            for (const auto &step :
                 restrictions::splitSteps(items, restrictions::Vocabulary{.reference = &reference()})) {
                Draft draft = first;
                const Items place{step.first, step.count};
                QVERIFY2(!replace(place, step.text, list)(draft), qPrintable(path));
                QVERIFY2(draft.changes().isEmpty(), qPrintable(path));
                if (draft.mainCf().valueOf(*draft.mainCf().find(list.parameter)).contains('\0'))
                    continue;
                ++steps;
                QVERIFY2(!remove(place, list)(draft), qPrintable(path));
                QByteArrayList rest = items;
                rest.remove(step.first, step.count);
                QCOMPARE(restrictions::itemsNow(draft, list, target()), rest);
                QVERIFY2(!insert(step.first, step.text, list)(draft), qPrintable(path));
                QCOMPARE(restrictions::itemsNow(draft, list, target()), items);
            }
        }
    }
    qInfo("%d lists, %d steps", lists, steps);
    if (corpus::isNamed())
        QVERIFY2(lists > 0, "POSTWRIGHT_CORPUS names a folder without access rules");
}

QTEST_GUILESS_MAIN(TestStepEdits)
#include "tst_stepedits.moc"
