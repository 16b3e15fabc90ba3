// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/corpus.h"
#include "tests/ui/pages/shownaccess.h"
#include "ui/forms/fieldframe.h"

#include <QElapsedTimer>
#include <QToolButton>

/// The page of access rules: its stages, classes and services.
class TestAccessPage : public QObject
{
    Q_OBJECT

private slots:
    void everyStageIsALane();
    void idleStepsSayWhy();
    void classIsMadeRenamedAndTakenApart();
    void serviceHasItsOwnRules();
    void valueThatHasNoStepsIsShownAsText();
    void unknownWordIsShownAsItIs();
    void parameterIsShown();
    void lookingChangesNothing_data();
    void lookingChangesNothing();
    void everyWidgetHasAName();
    void tabReachesEveryLaneOnce();
    void realFilesAreLeftAlone();
};

void TestAccessPage::everyStageIsALane()
{
    ShownAccess shown;
    QByteArrayList names;
    for (const ui::StepLane *lane : shown.page.lanes()->lanes())
        names.append(lane->parameter());
    QCOMPARE(
        names,
        (QByteArrayList{"smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_etrn_restrictions",
                        "smtpd_sender_restrictions", "smtpd_relay_restrictions", recipient,
                        "smtpd_data_restrictions", "smtpd_end_of_data_restrictions"}));
    QCOMPARE(shown.steps(),
             (QByteArrayList{"permit_mynetworks", "check_client_access hash:/etc/postfix/friends",
                             "reject_unauth_destination"}));
    QCOMPARE(shown.steps("smtpd_relay_restrictions"),
             (QByteArrayList{"permit_mynetworks", "permit_sasl_authenticated", "defer_unauth_destination"}));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_relay_restrictions"), "Default"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_client_restrictions"), "asked at the first recipient"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_helo_restrictions"), "No steps"));
}

void TestAccessPage::idleStepsSayWhy()
{
    ShownAccess shown("smtpd_recipient_restrictions = permit, permit_sasl_authenticated\n"
                      "smtpd_relay_restrictions =\n");
    QTRY_VERIFY(shown.says(shown.cards()[1], "Never asked"));
    QTRY_VERIFY(shown.says(shown.cards()[1], "nobody can log in"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_relay_restrictions"), "reject_unauth_destination"));
    QVERIFY(shown.cards()[1]->accessibleDescription().contains(QLatin1String("Never asked")));
}

void TestAccessPage::classIsMadeRenamedAndTakenApart()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    emit shown.cards()[1]->wished(ui::StepCard::Wish::MakeClass);
    shown.write("friends");
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.steps(), (QByteArrayList{"permit_mynetworks", "friends", "reject_unauth_destination"}));
    QCOMPARE(shown.steps("friends"), QByteArrayList{"check_client_access hash:/etc/postfix/friends"});
    QTRY_VERIFY(shown.says(shown.lane("friends"), "Used in smtpd_recipient_restrictions."));

    const auto button = [&](const char *lane, const char *words) -> QToolButton * {
        for (QToolButton *one : shown.lane(lane)->findChildren<QToolButton *>()) {
            if (one->accessibleName().startsWith(QLatin1String(words)) && one->isVisible())
                return one;
        }
        return nullptr;
    };
    button("friends", "Rename")->click();
    shown.write("known");
    shown.press(Qt::Key_Return);
    QVERIFY(shown.lane("known"));
    QVERIFY(!shown.lane("friends"));
    QCOMPARE(shown.steps()[1], QByteArray("known"));

    button("known", "Take")->click();
    QVERIFY(!shown.lane("known"));
    QCOMPARE(shown.steps()[1], QByteArray("check_client_access hash:/etc/postfix/friends"));
    QVERIFY(!shown.desk.mainCf().contains("smtpd_restriction_classes"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 3);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::serviceHasItsOwnRules()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    auto *scope = shown.page.findChild<QComboBox *>(QStringLiteral("accessScope"));
    QCOMPARE(scope->count(), 3);
    scope->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_End);
    QCOMPARE(shown.page.lanes()->service(), QByteArray("submission/inet"));
    QCOMPARE(shown.steps("smtpd_client_restrictions"),
             (QByteArrayList{"permit_sasl_authenticated", "reject"}));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_client_restrictions"), "Set for this service in master.cf:3"));
    QTRY_VERIFY(shown.says(shown.lane("smtpd_data_restrictions"), "gives this service a list of its own"));

    shown.cards("smtpd_client_restrictions").first()->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Delete);
    QVERIFY(shown.desk.masterCf().contains("  -o smtpd_client_restrictions=reject\n"));
    shown.addButton("smtpd_data_restrictions")->click();
    shown.write("reject_multi_recipient_bounce");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.masterCf()),
             QString::fromUtf8(QByteArray(masterCf).replace(
                 "permit_sasl_authenticated,reject\n",
                 "reject\n  -o "
                 "smtpd_data_restrictions=reject_unauth_pipelining,reject_multi_recipient_bounce\n")));
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessPage::valueThatHasNoStepsIsShownAsText()
{
    const QByteArray main = "half = permit_mynetworks, check_client_access\n"
                            "smtpd_client_restrictions = $half hash:/x\n";
    ShownAccess shown(main);
    ui::StepLane *lane = shown.lane("smtpd_client_restrictions");
    const auto *frame = lane->findChild<ui::FieldFrame *>();
    QVERIFY(frame && frame->isVisible() && frame->isRaw());
    QVERIFY(!shown.addButton("smtpd_client_restrictions")->isVisible());
    QCOMPARE(shown.desk.mainCf(), main);
}

void TestAccessPage::unknownWordIsShownAsItIs()
{
    ShownAccess shown("smtpd_data_restrictions = reject_unauth_piplining, { permit }\n");
    QCOMPARE(shown.steps("smtpd_data_restrictions"),
             (QByteArrayList{"reject_unauth_piplining", "{ permit }"}));
    QTRY_VERIFY(shown.says(shown.cards("smtpd_data_restrictions").first(), "Postfix does not know"));
}

void TestAccessPage::parameterIsShown()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.page.showParameter("smtpd_data_restrictions");
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_data_restrictions").first());
    shown.page.showParameter("smtpd_helo_required");
    QVERIFY(shown.page.focusWidget()->accessibleName().contains(QLatin1String("smtpd_helo_required")));
}

void TestAccessPage::lookingChangesNothing_data()
{
    QTest::addColumn<QByteArray>("main");
    QTest::newRow("usual") << mainCf;
    QTest::newRow("bytes that are no text") << QByteArray("smtpd_client_restrictions = permit \xff\xfe\n");
    QTest::newRow("no end of line") << QByteArray("smtpd_client_restrictions = permit");
    QTest::newRow("classes in a circle")
        << QByteArray("smtpd_restriction_classes = a b\na = b\nb = a\nsmtpd_helo_restrictions = a\n");
    QTest::newRow("a name of itself") << QByteArray("smtpd_helo_restrictions = $smtpd_helo_restrictions\n");
    QTest::newRow("open braces") << QByteArray("smtpd_helo_restrictions = check_policy_service { unix:x\n");
}

void TestAccessPage::lookingChangesNothing()
{
    QFETCH(const QByteArray, main);
    ShownAccess shown(main);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(shown.page.focusWidget() ? shown.page.focusWidget() : &shown.page, Qt::Key_Tab);
    shown.page.showService("submission/inet");
    shown.page.showService({});
    QCOMPARE(shown.desk.mainCf(), main);
    QCOMPARE(shown.desk.masterCf(), masterCf);
    QCOMPARE(shown.desk.session.undoStack()->count(), 0);
}

void TestAccessPage::everyWidgetHasAName()
{
    ShownAccess shown;
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
    shown.addButton()->click();
    QCOMPARE(support::namelessWidgets(&shown.page), QStringList());
}

void TestAccessPage::tabReachesEveryLaneOnce()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_client_restrictions")->setFocus(Qt::TabFocusReason);
    QSet<QWidget *> met;
    for (int i = 0; i < 80; ++i) {
        met.insert(shown.page.focusWidget());
        QTest::keyClick(shown.page.focusWidget(), Qt::Key_Tab);
    }
    for (const ui::StepLane *lane : shown.page.lanes()->lanes()) {
        const auto reached = std::ranges::count_if(met, [&](QWidget *widget) {
            return qobject_cast<ui::StepCard *>(widget) && lane->isAncestorOf(widget);
        });
        QCOMPARE(reached, lane->list().steps.isEmpty() ? 0 : 1);
        QVERIFY(met.contains(lane->addButton()));
    }
}

void TestAccessPage::realFilesAreLeftAlone()
{
    int files = 0;
    qint64 longest = 0;
    for (const QString &path : corpus::files()) {
        const QByteArray text = corpus::read(path);
        if (!text.contains("_restrictions") || text.size() > 200'000)
            continue;
        if (++files % 8 != 0 && !corpus::isNamed())
            continue;
        support::Desk desk(text, masterCf);
        QVERIFY(desk.knowledge.values() && desk.knowledge.reference());
        QElapsedTimer watch;
        watch.start();
        ui::AccessPage page(desk.context);
        page.resize(900, 900);
        page.show();
        QCoreApplication::processEvents();
        longest = std::max(longest, watch.elapsed());
        for (ui::StepLane *lane : page.lanes()->lanes())
            lane->focusStep(0);
        QCOMPARE(desk.mainCf(), text);
    }
    qInfo("%d files, %lld ms at most", files, longest);
}

QTEST_MAIN(TestAccessPage)
#include "tst_accesspage.moc"
