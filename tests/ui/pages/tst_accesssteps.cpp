// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pages/shownaccess.h"

/// Steps of the access rules, added, changed and moved with real keys, clicks and a drag.
class TestAccessSteps : public QObject
{
    Q_OBJECT

private slots:
    void stepIsAddedByKeys();
    void wholeStepCanBeWritten();
    void stepGoesInFrontOfTheEnd();
    void argumentIsAskedForAndJudged();
    void stepIsMovedByKeys();
    void stepIsMovedToAnotherList();
    void stepIsRemovedAndBack();
    void stepIsDragged();
    void stepIsDraggedToAnotherList();
    void argumentIsChanged();
    void stepIsOnlyLogged();
};

void TestAccessSteps::stepIsAddedByKeys()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_client_restrictions")->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Space);
    QVERIFY(shown.editor());
    shown.write("block list by address");
    shown.press(Qt::Key_Down); // the first is the one that accepts by an allow list, or it is the wanted one
    shown.press(Qt::Key_Up);
    QTRY_VERIFY(shown.editor()->text().startsWith("reject_rbl_client"));
    shown.press(Qt::Key_Return); // to the argument
    shown.write("zen.example.org");
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.editor());
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QString::fromUtf8(mainCf + "smtpd_client_restrictions = reject_rbl_client zen.example.org\n"));
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_client_restrictions").first());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QVERIFY(shown.steps("smtpd_client_restrictions").isEmpty());
}

void TestAccessSteps::wholeStepCanBeWritten()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.addButton("smtpd_sender_restrictions")->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Space);
    shown.write("warn_if_reject check_sender_access hash:/etc/postfix/senders");
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.steps("smtpd_sender_restrictions"),
             QByteArrayList{"warn_if_reject check_sender_access hash:/etc/postfix/senders"});
}

void TestAccessSteps::stepGoesInFrontOfTheEnd()
{
    ShownAccess shown("smtpd_recipient_restrictions = permit_mynetworks, reject\n");
    QVERIFY(shown.isActive);
    shown.addButton()->click();
    shown.write("permit_sasl_authenticated");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QStringLiteral(
                 "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject\n"));
}

void TestAccessSteps::argumentIsAskedForAndJudged()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.addButton()->click();
    const auto *accept = shown.page.findChild<QPushButton *>(QStringLiteral("stepAccept"));
    shown.write("check_sender_access");
    QVERIFY(!accept->isEnabled());
    shown.press(Qt::Key_Return);
    shown.write("/etc/postfix/senders");
    QTRY_VERIFY(shown.says(shown.editor(), "The type is missing in front"));
    shown.page.focusWidget()->setFocus();
    QTest::keyClick(shown.page.focusWidget(), Qt::Key_Home);
    shown.write("hash:");
    QTRY_VERIFY(!shown.says(shown.editor(), "The type is missing in front"));
    QVERIFY(accept->isEnabled());
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.editor());
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessSteps::stepIsMovedByKeys()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.cards().first()->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Down);
    QCOMPARE(shown.page.focusWidget(), shown.cards()[1]);
    shown.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QStringLiteral("compatibility_level = 3.6\n"
                            "smtpd_recipient_restrictions =\n"
                            "    # friends\n"
                            "    check_client_access hash:/etc/postfix/friends,\n"
                            "    permit_mynetworks,\n"
                            "    reject_unauth_destination\n"
                            "smtpd_data_restrictions = reject_unauth_pipelining\n"));
    QCOMPARE(shown.page.focusWidget(), shown.cards()[0]);
    shown.press(Qt::Key_Up, Qt::AltModifier); // is the first already
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
    shown.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shown.steps().first(), QByteArray("permit_mynetworks"));
    QCOMPARE(shown.desk.session.undoStack()->count(), 2);
    shown.desk.undoAll();
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

void TestAccessSteps::stepIsMovedToAnotherList()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.cards()[2]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shown.steps(),
             (QByteArrayList{"permit_mynetworks", "check_client_access hash:/etc/postfix/friends"}));
    QCOMPARE(shown.steps("smtpd_data_restrictions"),
             (QByteArrayList{"reject_unauth_destination", "reject_unauth_pipelining"}));
    QCOMPARE(shown.page.focusWidget(), shown.cards("smtpd_data_restrictions").first());
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);
}

void TestAccessSteps::stepIsRemovedAndBack()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.cards()[1]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Delete);
    QCOMPARE(shown.steps(), (QByteArrayList{"permit_mynetworks", "reject_unauth_destination"}));
    QVERIFY(!shown.desk.mainCf().contains("friends"));
    QCOMPARE(shown.page.focusWidget(), shown.cards()[1]);
    shown.desk.session.undoStack()->undo();
    QCOMPARE(shown.desk.mainCf(), mainCf);
    QCOMPARE(shown.steps().size(), 3);
}

void TestAccessSteps::stepIsDragged()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    const QList<ui::StepCard *> cards = shown.cards();
    const QPoint from(40, 8);
    const QPoint to = cards[0]->mapFromGlobal(cards[2]->mapToGlobal(QPoint(40, cards[2]->height() - 4)));
    QTest::mousePress(cards[0], Qt::LeftButton, {}, from);
    QTest::mouseMove(cards[0], from + QPoint(0, 20));
    QTest::mouseMove(cards[0], to);
    QTest::mouseRelease(cards[0], Qt::LeftButton, {}, to);
    QCOMPARE(shown.steps(),
             (QByteArrayList{"check_client_access hash:/etc/postfix/friends", "reject_unauth_destination",
                             "permit_mynetworks"}));
    QCOMPARE(shown.desk.session.undoStack()->count(), 1);

    // Escape, and a click without a way, leave it where it is.
    const QByteArray before = shown.desk.mainCf();
    QTest::mousePress(cards[0], Qt::LeftButton, {}, from);
    QTest::mouseMove(cards[0], to);
    QTest::keyClick(cards[0], Qt::Key_Escape);
    QTest::mouseRelease(cards[0], Qt::LeftButton, {}, to);
    QTest::mouseClick(cards[1], Qt::LeftButton, {}, from);
    QCOMPARE(shown.desk.mainCf(), before);
}

void TestAccessSteps::stepIsDraggedToAnotherList()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    ui::StepCard *card = shown.cards()[1];
    const QWidget *target = shown.lane("smtpd_relay_restrictions");
    const QPoint from(40, 8);
    const QPoint to =
        card->mapFromGlobal(shown.cards("smtpd_relay_restrictions").first()->mapToGlobal(QPoint(40, 2)));
    QVERIFY(target->isVisible());
    QTest::mousePress(card, Qt::LeftButton, {}, from);
    QTest::mouseMove(card, from - QPoint(0, 20));
    QTest::mouseMove(card, to);
    QTest::mouseRelease(card, Qt::LeftButton, {}, to);
    QCOMPARE(shown.steps("smtpd_relay_restrictions").first(),
             QByteArray("check_client_access hash:/etc/postfix/friends"));
    QCOMPARE(shown.steps().size(), 2);
}

void TestAccessSteps::argumentIsChanged()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.cards()[1]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_Return);
    QVERIFY(shown.editor());
    QCOMPARE(shown.editor()->text(), QByteArray("check_client_access hash:/etc/postfix/friends"));
    auto *argument = shown.page.findChild<QComboBox *>(QStringLiteral("stepArgument"));
    argument->lineEdit()->setFocus(Qt::TabFocusReason);
    argument->lineEdit()->selectAll();
    shown.write("cidr:/etc/postfix/friends.cidr");
    shown.press(Qt::Key_Return);
    QCOMPARE(QString::fromUtf8(shown.desk.mainCf()),
             QString::fromUtf8(
                 QByteArray(mainCf).replace("hash:/etc/postfix/friends", "cidr:/etc/postfix/friends.cidr")));
}

void TestAccessSteps::stepIsOnlyLogged()
{
    ShownAccess shown;
    QVERIFY(shown.isActive);
    shown.cards()[2]->setFocus(Qt::TabFocusReason);
    shown.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(shown.steps().last(), QByteArray("warn_if_reject reject_unauth_destination"));
    QTRY_VERIFY(shown.says(shown.cards().last(), "Only logged"));
    shown.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(shown.desk.mainCf(), mainCf);
}

QTEST_MAIN(TestAccessSteps)
#include "tst_accesssteps.moc"
